using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Electrolith.Materials.Documents;
using Electrolith.Materials.Formulas;
using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Thermodynamics.Entries;

/// <summary>State of a species of the experimental table.</summary>
public enum SpeciesPhase
{
    /// <summary>An ideal gas at 1 bar.</summary>
    Gas,

    /// <summary>A solid.</summary>
    Solid,
}

/// <summary>A gas or solid with measured formation enthalpy, for reactions with moist air.</summary>
/// <remarks>Computed energies of compounds with hydrogen and of carbonates are wrong by up to 0.8 eV per hydrogen atom; these take
/// their place. They belong beside computed sulfides with <see cref="SulfideCorrection.Legacy"/>: that correction was fitted to measured
/// enthalpies, and without it Li2S would lie 64 kJ/mol too high.</remarks>
public sealed record ExperimentalSpecies
{
    private const string FileName = "data/thermodynamics/experimental/species.csv";
    private static readonly string[] Columns = ["formula", "phase", "formation_enthalpy_kJ_per_mol", "entropy_J_per_mol_K", "status", "source", "locator", "gibbs_300K_eV", "gibbs_400K_eV", "gibbs_source", "note"];
    private static readonly Lazy<ImmutableArray<ExperimentalSpecies>> Embedded = new(() => Read(EmbeddedData.ReadText(FileName)));

    /// <summary>All species, in the order of the table, read when they are first used.</summary>
    public static ImmutableArray<ExperimentalSpecies> All => Embedded.Value;

    /// <summary>Formula as chemists write it, such as <c>LiOH</c>.</summary>
    public required string Formula { get; init; }

    /// <summary>Elements and amounts of the formula.</summary>
    public required Composition Composition { get; init; }

    /// <summary>Gas or solid.</summary>
    public required SpeciesPhase Phase { get; init; }

    /// <summary>Enthalpy of formation from the elements at 298.15 K and 1 bar, J/mol; negative when heat is released.</summary>
    public required double FormationEnthalpy { get; init; }

    /// <summary>Standard entropy at 298.15 K, J/(mol K); null where reactions neglect it (solids).</summary>
    public double? StandardEntropy { get; init; }

    /// <summary>How well the enthalpy and the entropy are established.</summary>
    public required ValueStatus Status { get; init; }

    /// <summary>Source key of enthalpy and entropy.</summary>
    public required string SourceKey { get; init; }

    /// <summary>Where in the source.</summary>
    public string Locator { get; init; } = "";

    /// <summary>Gibbs energy of formation at 300 K, J/mol, from <see cref="GibbsSourceKey"/>; null where it was not at hand.</summary>
    public double? GibbsFormation300 { get; init; }

    /// <summary>Gibbs energy of formation at 400 K, J/mol, from <see cref="GibbsSourceKey"/>; null where it was not at hand.</summary>
    public double? GibbsFormation400 { get; init; }

    /// <summary>Source key of the Gibbs energies; empty without them.</summary>
    public string GibbsSourceKey { get; init; } = "";

    /// <summary>Remark.</summary>
    public string Note { get; init; } = "";

    /// <summary>Enthalpy of formation, eV/atom: what stands beside the computed formation energies.</summary>
    public double FormationEnergyPerAtom => FormationEnthalpy / PhysicalConstants.Faraday / Composition.AtomCount;

    /// <summary>Finds a species by its elements.</summary>
    /// <param name="composition">Elements and amounts, of any size of formula unit.</param>
    /// <param name="species">The species; null when there is none.</param>
    public static bool TryGet(Composition composition, [NotNullWhen(true)] out ExperimentalSpecies? species)
    {
        species = All.FirstOrDefault(item => item.Composition.HasSameRatiosAs(composition));
        return species is not null;
    }

    /// <summary>Finds a species by its formula.</summary>
    /// <param name="formula">In any order of elements.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ExperimentalSpecies Of(string formula) =>
        TryGet(FormulaParser.Parse(formula), out var species) ? species : throw new ArgumentException($"no measured species {formula}; known: {string.Join(", ", All.Select(item => item.Formula))}", nameof(formula));

    private static ImmutableArray<ExperimentalSpecies> Read(SourceText source)
    {
        var bag = new DiagnosticBag();
        var table = CsvReader.Read(source, bag, Columns);
        return table is null || bag.HasErrors ? throw new InvalidDataException(DiagnosticPrinter.Print(bag.ToSorted())) : [.. table.Rows.Select(Row)];
    }

    private static ExperimentalSpecies Row(CsvRow row) => new()
    {
        Formula = row[0],
        Composition = FormulaParser.Parse(row[0]),
        Phase = Enum.Parse<SpeciesPhase>(row[1], ignoreCase: true),
        FormationEnthalpy = double.Parse(row[2], CultureInfo.InvariantCulture) * 1000,
        StandardEntropy = Optional(row[3], 1),
        Status = Enum.Parse<ValueStatus>(row[4], ignoreCase: true),
        SourceKey = row[5],
        Locator = row[6],
        GibbsFormation300 = Optional(row[7], PhysicalConstants.Faraday),
        GibbsFormation400 = Optional(row[8], PhysicalConstants.Faraday),
        GibbsSourceKey = row[9],
        Note = row[10],
    };

    private static double? Optional(string text, double factor) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture) * factor;
}
