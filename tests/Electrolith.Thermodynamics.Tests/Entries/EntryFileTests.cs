using System.Collections.Immutable;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Entries.Files;

namespace Electrolith.Thermodynamics.Tests.Entries;

/// <summary>Files of entries in every form that is read. Energies are invented; what follows from them is worked out by hand.</summary>
public sealed class EntryFileTests
{
    [Theory]
    [InlineData("formation_energy_eV_per_atom", "-1.25")]
    [InlineData("formation_energy_meV_per_atom", "-1250")]
    [InlineData("formation_energy_eV_per_formula", "-3.75")]
    [InlineData("formation_energy_kJ_per_mol", "-361.81999546241256")] // 3.75 eV x 96.485 332 123 310 018 kJ/mol per eV (codata2018)
    public void A_table_with_formation_energies_names_the_unit_in_its_column(string column, string energy)
    {
        var entry = Assert.Single(Read($"id,formula,{column},remark\nmine,Li4S2,{(column.EndsWith("formula", StringComparison.Ordinal) || column.EndsWith("mol", StringComparison.Ordinal) ? Double(energy) : energy)},\"a, b\"\n"));
        Assert.Equal("Li2S", entry.Formula);
        Assert.Equal(-1.25, entry.EnergyPerAtom, 1e-12);
        Assert.Equal("own.txt line 2 (mine)", entry.Origin);
    }

    [Fact]
    public void Total_energies_of_a_table_count_from_the_lowest_pure_element_of_the_file()
    {
        // Li2S: (-12 - 2 x -2 - 1 x -4) / 3 = -4/3; the other lithium lies 0.5 eV/atom above the lowest.
        var entries = Read("formula,energy_eV_per_formula\nLi,-1.5\nLi4,-8\nS8,-32\nLi2S,-12\n");
        Assert.Equal(["Li", "Li", "S", "Li2S"], entries.Select(entry => entry.Formula));
        Assert.Equal([0.5, 0, 0, -4.0 / 3], entries.Select(entry => entry.EnergyPerAtom), (expected, actual) => Math.Abs(expected - actual) < 1e-12);
    }

    [Fact]
    public void Json_entries_state_value_and_unit()
    {
        var entries = Read("""
            [
              {"formula": "Li3YCl6", "formationEnergy": {"value": -2.05, "unit": "eV/atom"}, "id": "a"},
              {"composition": {"Tc": 1, "O": 2}, "formationEnergy": {"value": -1500, "unit": "meV/atom"}}
            ]
            """);
        Assert.Equal(["Li3YCl6", "TcO2"], entries.Select(entry => entry.Formula));
        Assert.Equal([-2.05, -1.5], entries.Select(entry => entry.EnergyPerAtom));
        Assert.Equal("own.txt line 2 (a)", entries[0].Origin);
    }

    [Fact]
    public void Lists_of_pymatgen_are_read_with_their_corrections_and_without_their_structures()
    {
        // Li2O: energy + correction = -14 - 0.7 = -14.7; elements 2 x -1.9 + -5 = -8.8; (-14.7 + 8.8) / 3.
        var entries = Read("""
            {"entries": [
              {"@module": "pymatgen.entries.computed_entries", "@class": "ComputedEntry", "energy": -3.8, "composition": {"Li": 2.0}, "correction": 0.0, "entry_id": "mp-1", "parameters": {"a": [1, {}]}, "data": {}},
              {"@class": "ComputedStructureEntry", "energy": -10, "composition": {"O": 2.0}, "energy_adjustments": [], "structure": {"lattice": {"matrix": [[1, 0, 0]]}}, "entry_id": null},
              {"@class": "ComputedEntry", "energy": -14.0, "composition": {"Li": 2, "O": 1}, "correction": -0.7, "energy_adjustments": [{"@class": "ConstantEnergyAdjustment", "value": -0.7}], "entry_id": "mp-3"},
              {"@class": "ComputedEntry", "energy": -28.0, "composition": {"Li": 4, "O": 2}, "energy_adjustments": [{"adj_per_atom": -0.5, "n_atoms": 2}, {"value": -0.4}]},
              {"@class": "PDEntry", "energy": -14.7, "composition": {"Li": 2, "O": 1, "Fe": 0}, "name": "Li2O"}
            ]}
            """);
        Assert.Equal(["Li", "O2", "Li2O", "Li2O", "Li2O"], entries.Select(entry => entry.Formula));
        Assert.Equal([0, 0, -5.9 / 3, -5.9 / 3, -5.9 / 3], entries.Select(entry => entry.EnergyPerAtom), (expected, actual) => Math.Abs(expected - actual) < 1e-12);
    }

    [Fact]
    public void Plain_lists_with_composition_and_energy_are_read_too()
    {
        var entries = Read("""{"elements": ["Li"], "unit": "eV per formula as written", "entries": [{"id": "ref-Li", "composition": {"Li": 1}, "energy": -1.9}, {"id": "x", "composition": {"Li": 2}, "energy": -3.7}]}""");
        Assert.Equal([0, 0.05], entries.Select(entry => entry.EnergyPerAtom), (expected, actual) => Math.Abs(expected - actual) < 1e-12);
    }

    [Fact]
    public void A_file_of_entries_goes_into_a_set()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "own-entries.csv");
        File.WriteAllText(path, "formula,formation_energy_eV_per_atom\nLi3YCl6,-2.05\n");
        var bag = new DiagnosticBag();
        var set = EntrySet.Load(EntryOptions.Default).With(EntryFile.Load(path, bag));
        Assert.False(bag.HasErrors);
        Assert.Single(set.Own);
        Assert.EndsWith("and 1 own entry", set.Describe(), StringComparison.Ordinal);
    }

    private static string Double(string number) => (double.Parse(number) * 2).ToString("R");

    private static ImmutableArray<PhaseEntry> Read(string text)
    {
        var bag = new DiagnosticBag();
        var entries = EntryFile.Read(new SourceText("own.txt", text), bag);
        Assert.Empty(DiagnosticPrinter.Print(bag.ToSorted()));
        return entries;
    }
}
