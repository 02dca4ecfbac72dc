using System.Collections.Immutable;
using Electrolith.Quantities;

namespace Electrolith.Thermodynamics.Entries.Files;

/// <summary>A way in which a file states energies.</summary>
/// <param name="Unit">Unit as written in JSON, for example <c>eV/atom</c>.</param>
/// <param name="ColumnSuffix">The same at the end of the name of a column, for example <c>eV_per_atom</c>.</param>
/// <param name="ElectronvoltFactor">Electronvolt per unit.</param>
/// <param name="IsPerAtom">Per atom; otherwise per formula as written.</param>
internal sealed record EnergyUnit(string Unit, string ColumnSuffix, double ElectronvoltFactor, bool IsPerAtom)
{
    /// <summary>All that are read.</summary>
    public static ImmutableArray<EnergyUnit> All { get; } =
    [
        new("eV/atom", "eV_per_atom", 1, IsPerAtom: true),
        new("meV/atom", "meV_per_atom", 1e-3, IsPerAtom: true),
        new("eV/formula", "eV_per_formula", 1, IsPerAtom: false),
        new("kJ/mol", "kJ_per_mol", 1e3 / PhysicalConstants.Faraday, IsPerAtom: false),
    ];

    /// <summary>The units for a message.</summary>
    public static string Known => string.Join(", ", All.Select(unit => unit.Unit)) + " (the last two per formula as written)";

    /// <summary>The columns for a message.</summary>
    public static string KnownColumns => $"formation_energy_UNIT or energy_UNIT, where UNIT is {string.Join(", ", All.Select(unit => unit.ColumnSuffix))}";

    /// <summary>An energy per atom, eV.</summary>
    /// <param name="value">Energy in this unit.</param>
    /// <param name="atoms">Atoms in the formula as written.</param>
    public double PerAtom(double value, double atoms) => value * ElectronvoltFactor / (IsPerAtom ? 1 : atoms);
}
