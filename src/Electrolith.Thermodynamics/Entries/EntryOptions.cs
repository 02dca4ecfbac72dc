namespace Electrolith.Thermodynamics.Entries;

/// <summary>Which entries of the shipped set take part.</summary>
public enum EntrySelection
{
    /// <summary>Without the doubtful entries, each of which is listed with its reason.</summary>
    Screened,

    /// <summary>Every entry.</summary>
    All,

    /// <summary>What the later, cleaned selection of the same data base kept (Matbench 2019), and Li4SnS4; computed-only phases such as LiS4 take part.</summary>
    Matbench,
}

/// <summary>What becomes of the correction that the shipped set carries for sulfur.</summary>
public enum SulfideCorrection
{
    /// <summary>It is taken out: +0.66346 eV per sulfur atom on every compound with sulfur and without oxygen, except H2S.</summary>
    None,

    /// <summary>The energies stay as they were published; they agree with measured enthalpies of formation and belong beside <see cref="ExperimentalSpecies"/>.</summary>
    Legacy,
}

/// <summary>How the shipped energies are used.</summary>
public sealed record EntryOptions
{
    /// <summary>The options used when none are given.</summary>
    public static EntryOptions Default { get; } = new();

    /// <summary>
    /// Which entries take part; screened by default. With all entries, one withdrawn calculation (Li7Ti10O24) makes
    /// Li4Ti5O12 oxidise at 2.51 V and another (InCl2) makes Li3InCl6 reduce at 2.62 V; without them it is 3.71 and 2.51 V,
    /// against 3.71 V published for the titanates (<c>zhu2015</c>).
    /// </summary>
    public EntrySelection Selection { get; init; } = EntrySelection.Screened;

    /// <summary>
    /// The sulfur correction; none by default. Without it the oxidation limits are those that the field quotes (<c>zhu2015</c>, in V):
    /// Li2S 2.009 against 2.01, Li10GeP2S12 2.143 against 2.14, Li3PS4 2.302 against 2.31, Li6PS5Cl 2.009 against 2.01. With it
    /// they lie 0.01 to 0.15 V higher (2.139, 2.291, 2.361, 2.139). Reduction limits do not change.
    /// </summary>
    public SulfideCorrection SulfideCorrection { get; init; } = SulfideCorrection.None;
}
