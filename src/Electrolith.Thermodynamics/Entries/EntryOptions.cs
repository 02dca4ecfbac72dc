namespace Electrolith.Thermodynamics.Entries;

/// <summary>Which entries of the data set take part.</summary>
public enum EntrySelection
{
    /// <summary>Without the entries that are doubtful, each left out for a reason that is told.</summary>
    Screened,

    /// <summary>All of them.</summary>
    All,

    /// <summary>The cleaned selection of the same data base as it is (Matbench, with Li4SnS4), with computed-only compounds such as LiS4.</summary>
    Cleaned,
}

/// <summary>What is done about the data set's correction of sulfides.</summary>
public enum SulfideCorrection
{
    /// <summary>Energies as tabulated: every sulfur compound without oxygen lies 0.66346 eV per S lower than computed.</summary>
    Legacy,

    /// <summary>The correction is taken back from every sulfur compound without oxygen but H2S.</summary>
    None,
}

/// <summary>On which energies an answer rests.</summary>
/// <param name="Selection">
/// Screened by default: single bad calculations decide whole answers otherwise (Li7Ti10O24 alone moves the oxidation of LLTO by 1.2 V).
/// </param>
/// <param name="SulfideCorrection">
/// None by default: without it the windows of sulfides agree with the published ones (Li2S oxidises at 2.009 V against 2.01, Li6PS5Cl
/// is stable from 1.721 to 2.009 V against 1.71 to 2.01, LGPS from 1.721 to 2.143 V against 1.71 to 2.14: <c>zhu2015</c>), with it their
/// oxidation limits lie 0.05 to 0.15 V higher.
/// </param>
public sealed record EntryOptions(EntrySelection Selection = EntrySelection.Screened, SulfideCorrection SulfideCorrection = SulfideCorrection.None);
