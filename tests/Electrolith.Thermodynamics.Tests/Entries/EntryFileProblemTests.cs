using Electrolith.Quantities.Diagnostics;
using Electrolith.Thermodynamics.Entries.Files;

namespace Electrolith.Thermodynamics.Tests.Entries;

/// <summary>Broken files of entries: every problem has a code, a place and a fix, and nothing throws.</summary>
public sealed class EntryFileProblemTests
{
    private const string Good = """{"formula": "Li2S", "formationEnergy": {"value": -1, "unit": "eV/atom"}}""";

    [Theory]
    [InlineData("", "EL1121", 0, 1)]
    [InlineData("formula,formation_energy_eV_per_atom\n", "EL1301", 0, 1)]
    [InlineData("name,formation_energy_eV_per_atom\nLi2S,-1\n", "EL1304", 1, 1)]
    [InlineData("formula,comment\nLi2S,x\n", "EL1304", 1, 1)]
    [InlineData("formula,energy\nLi2S,-1\n", "EL1307", 1, 9)]
    [InlineData("formula,formation_energy_eV\nLi2S,-1\n", "EL1307", 1, 9)]
    [InlineData("formula,formation_energy_eV_per_atom,energy_eV_per_atom\nLi2S,-1,-4\n", "EL1311", 1, 38)]
    [InlineData("formula,formation_energy_eV_per_atom\nLi2Q,-1\n", "EL1131", 2, 4)]
    [InlineData("formula,formation_energy_eV_per_atom\nLi2S,about -1\n", "EL1306", 2, 6)]
    [InlineData("formula,formation_energy_eV_per_atom\nLi2S,NaN\n", "EL1306", 2, 6)]
    [InlineData("formula,formation_energy_eV_per_atom\nLi2S\n", "EL1123", 2, 1)]
    [InlineData("formula,formation_energy_eV_per_atom\nLi2S,-1340\n", "EL1313", 2, 6)]
    [InlineData("formula,formation_energy_eV_per_atom\nLi,-0.1\n", "EL1310", 2, 4)]
    [InlineData("formula,energy_eV_per_atom\nLi,-1.9\nLi2S,-4\n", "EL1308", 3, 6)]
    [InlineData("[\n  {\"formula\": \"Li2S\", }\n]", "EL1302", 2, 23)]
    [InlineData("[{\"formula\": \"Li2S\"", "EL1302", 1, 20)]
    [InlineData("[{\"composition\": {\"Li\": 1}, \"energy\": NaN}]", "EL1302", 1, 39)]
    [InlineData("{\"Li2S\": -1.3}", "EL1303", 1, 1)]
    [InlineData("[\"Li2S\", " + Good + "]", "EL1303", 1, 2)]
    [InlineData("[]", "EL1301", 0, 1)]
    [InlineData("[{\"formula\": \"Li2S\"}]", "EL1304", 1, 2)]
    [InlineData("[{\"formationEnergy\": {\"value\": -1, \"unit\": \"eV/atom\"}}]", "EL1304", 1, 2)]
    [InlineData("[{\"formula\": \"Li2S\", \"formationEnergy\": -1}]", "EL1307", 1, 41)]
    [InlineData("[{\"formula\": \"Li2S\", \"formationEnergy\": {\"value\": -1}}]", "EL1307", 1, 41)]
    [InlineData("[{\"formula\": \"Li2S\", \"formationEnergy\": {\"value\": -1, \"unit\": \"Ry\"}}]", "EL1307", 1, 63)]
    [InlineData("[{\"formula\": \"Li2S\", \"formationEnergy\": {\"value\": \"-1\", \"unit\": \"eV/atom\"}}]", "EL1306", 1, 51)]
    [InlineData("[{\"formula\": \"Li2S)\", \"formationEnergy\": {\"value\": -1, \"unit\": \"eV/atom\"}}]", "EL1133", 1, 19)]
    [InlineData("[{\"composition\": {\"Li+\": 1}, \"energy\": -1}]", "EL1305", 1, 19)]
    [InlineData("[{\"composition\": {\"Li\": -1}, \"energy\": -1}]", "EL1309", 1, 25)]
    [InlineData("[{\"composition\": {}, \"energy\": -1}]", "EL1309", 1, 18)]
    [InlineData("[{\"composition\": [1], \"energy\": -1}]", "EL1303", 1, 18)]
    [InlineData("[{\"@class\": \"GibbsComputedStructureEntry\", \"composition\": {\"Li\": 1}, \"energy\": -1}]", "EL1312", 1, 13)]
    [InlineData("[{\"composition\": {\"Li\": 1}, \"energy\": -1, \"energy_adjustments\": [{\"name\": \"x\"}]}]", "EL1312", 1, 66)]
    [InlineData("[{\"formula\": \"Li\", \"formula\": \"Na\", \"energy\": -1}]", "EL1311", 1, 20)]
    [InlineData("[{\"formula\": \"Li2S\", \"energy\": -1, \"formationEnergy\": {\"value\": -1, \"unit\": \"eV/atom\"}}]", "EL1311", 1, 32)]
    public void A_broken_file_gives_a_code_and_a_place(string text, string code, int line, int column)
    {
        var bag = new DiagnosticBag();
        EntryFile.Read(new SourceText("own.json", text), bag);
        var problem = Assert.Single(bag.ToSorted());
        Assert.Equal((code, line, column), (problem.Code, problem.Span.Line, problem.Span.Column));
        Assert.Equal(Severity.Error, problem.Severity);
    }

    [Fact]
    public void All_problems_of_a_file_come_at_once_and_the_good_rows_are_kept()
    {
        var bag = new DiagnosticBag();
        var entries = EntryFile.Read(new SourceText("own.csv", "formula,formation_energy_eV_per_atom\nLi2S,-1.3\nLi2Q,x\n,-1\nLi3P,-400\n"), bag);
        Assert.Equal(["EL1131", "EL1306", "EL1136", "EL1313"], bag.ToSorted().Select(problem => problem.Code));
        Assert.Equal("Li2S", Assert.Single(entries).Formula);
    }

    [Fact]
    public void A_missing_element_is_named_once_with_what_to_do()
    {
        var bag = new DiagnosticBag();
        EntryFile.Read(new SourceText("own.csv", "formula,energy_eV_per_atom\nLi,-1.9\nLi2S,-4\nLi3PS4,-4.5\n"), bag);
        Assert.Equal("""
            own.csv:3:6: error EL1308:
               2 total energies need a reference for S, and the file has no pure S
              1 | formula,energy_eV_per_atom
              2 | Li,-1.9
            > 3 | Li2S,-4
                |      ^^
              4 | Li3PS4,-4.5
               hint: add an entry of pure S from the same kind of calculation, or give
                     formation energies

            own.csv:4:8: error EL1308:
               1 total energy needs a reference for P, and the file has no pure P
              2 | Li,-1.9
              3 | Li2S,-4
            > 4 | Li3PS4,-4.5
                |        ^^^^
               hint: add an entry of pure P from the same kind of calculation, or give
                     formation energies


            """.ReplaceLineEndings("\n"), DiagnosticPrinter.Print(bag.ToSorted()));
    }

    [Fact]
    public void A_file_that_does_not_exist_is_reported()
    {
        var bag = new DiagnosticBag();
        Assert.Empty(EntryFile.Load("no-such-file.json", bag));
        Assert.Equal("EL1101", Assert.Single(bag.ToSorted()).Code);
    }

    [Fact]
    public void Any_prefix_of_a_file_is_refused_without_an_exception()
    {
        const string Text = """[{"@class": "ComputedEntry", "energy": -3.8, "composition": {"Li": 2.0}, "correction": 0.0, "entry_id": "é"}]""";
        for (var length = 0; length < Text.Length; length++)
        {
            var bag = new DiagnosticBag();
            EntryFile.Read(new SourceText("own.json", Text[..length]), bag);
            Assert.True(bag.HasErrors);
        }
    }
}
