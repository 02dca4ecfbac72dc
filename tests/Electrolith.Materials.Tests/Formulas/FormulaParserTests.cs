using System.Globalization;
using Electrolith.Materials.Formulas;

namespace Electrolith.Materials.Tests.Formulas;

public sealed class FormulaParserTests
{
    [Theory]
    [InlineData("Li6.4La3Zr1.4Ta0.6O12", "Li6.4La3Zr1.4Ta0.6O12")]
    [InlineData("Li₆PS₅Cl", "Li6PS5Cl")]
    [InlineData("Ca(OH)2", "CaO2H2")]
    [InlineData("Li[Ni0.8Mn0.1Co0.1]O2", "LiNi0.8Mn0.1Co0.1O2")]
    [InlineData("(((Li)2)O)3", "Li6O3")]
    [InlineData("LiOH·H2O", "LiO2H3")]
    [InlineData("LiOH•H2O", "LiO2H3")]
    [InlineData("LiOH*H2O", "LiO2H3")]
    [InlineData("LiCl.2H2O", "LiClH4O2")]
    [InlineData("CuSO4.5H2O", "CuSO9H10")]
    [InlineData("LiCl · 2 H2O", "LiClH4O2")]
    [InlineData("75Li2S·25P2S5", "Li150S200P50")]
    [InlineData("75Li2S-25P2S5", "Li150S200P50")]
    [InlineData("75Li2S–25P2S5", "Li150S200P50")]
    [InlineData("0.75Li2S-0.25(P2S5)", "Li1.5S2P0.5")]
    [InlineData("PEO18LiTFSI", "C38H72O22LiF6NS2")]
    [InlineData("(PEO)18LiTFSI", "C38H72O22LiF6NS2")]
    [InlineData("PEO18-LiTFSI", "C38H72O22LiF6NS2")]
    [InlineData("PEO10LiClO4", "C20H40O14LiCl")]
    [InlineData("PVDF-HFP", "C5H2F8")]
    [InlineData("PAN", "C3H3N")]
    [InlineData("PPC", "C4H6O3")]
    [InlineData("Co3O4", "Co3O4")]
    [InlineData("CO", "CO")]
    public void A_formula_is_multiplied_out(string text, string expected)
    {
        Assert.True(FormulaParser.TryParse(text, out var composition, out _));
        Assert.Equal(FormulaParser.Parse(expected), composition);
    }

    [Theory]
    [InlineData("Li1+xAlxTi2-x(PO4)3", "Li1.3Al0.3Ti1.7P3O12")]
    [InlineData("Li1+xAlxTi(2-x)(PO4)3", "Li1.3Al0.3Ti1.7P3O12")]
    [InlineData("Li7-3xAlxLa3Zr2O12", "Li6.1Al0.3La3Zr2O12")]
    [InlineData("Li3xLa2/3-xTiO3", "Li0.9La0.366666666666667TiO3")]
    [InlineData("(1-x)Li2S·xP2S5", "Li1.4S2.2P0.6")]
    [InlineData("Lix/2O", "Li0.15O")]
    public void A_subscript_may_be_arithmetic(string text, string expected)
    {
        Assert.True(FormulaParser.TryParse(text, new Dictionary<string, double> { ["x"] = 0.3 }, out var composition, out var problem), problem?.Message);
        Assert.Equal(FormulaParser.Parse(expected), composition);
    }

    [Fact]
    public void A_zero_subscript_removes_the_element()
    {
        Assert.True(FormulaParser.TryParse("Li1+xAlxTi2-x(PO4)3", new Dictionary<string, double> { ["x"] = 0 }, out var composition, out _));
        Assert.Equal("LiTi2P3O12", composition.ToString());
    }

    [Theory]
    [InlineData("Li7La3Zr2Qq12", "EL1131", 9, 2)]
    [InlineData("LI2O", "EL1131", 0, 1)]
    [InlineData("li2O", "EL1131", 0, 2)]
    [InlineData("TcO2", "EL1131", 0, 2)]
    [InlineData("Li1+xAlxTi2-x(PO4)3", "EL1132", 4, 1)]
    [InlineData("Li3(PO4", "EL1133", 3, 1)]
    [InlineData("Li3PO4)", "EL1133", 6, 1)]
    [InlineData("Li3(PO4]", "EL1133", 3, 1)]
    [InlineData("Li6,4La3", "EL1134", 3, 1)]
    [InlineData("Li+", "EL1135", 2, 1)]
    [InlineData("SO4^2-", "EL1135", 3, 1)]
    [InlineData("", "EL1136", 0, 1)]
    [InlineData("Li0", "EL1136", 0, 1)]
    [InlineData("Li2S-", "EL1137", 4, 1)]
    [InlineData("()", "EL1133", 1, 1)]
    [InlineData("Li2S$", "EL1137", 4, 1)]
    public void A_wrong_formula_is_refused_with_its_place(string text, string code, int offset, int length)
    {
        Assert.False(FormulaParser.TryParse(text, out _, out var problem));
        Assert.Equal((code, offset, length), (problem.Code, problem.Offset, problem.Length));
    }

    [Theory]
    [InlineData("Lithium", "Li")]
    [InlineData("Zq2O", "Zr")]
    [InlineData("li2O", "Li")]
    public void A_wrong_symbol_gets_near_ones(string text, string near)
    {
        Assert.False(FormulaParser.TryParse(text, out _, out var problem));
        Assert.Contains(near, problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_variable_is_named()
    {
        Assert.False(FormulaParser.TryParse("Li1+yAlyTi2", new Dictionary<string, double> { ["x"] = 1 }, out _, out var problem));
        Assert.Contains("y has no value", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_subscript_shows_its_value()
    {
        Assert.False(FormulaParser.TryParse("Ti2-x", new Dictionary<string, double> { ["x"] = 2.5 }, out _, out var problem));
        Assert.Equal(("EL1134", 2, 3), (problem.Code, problem.Offset, problem.Length));
        Assert.Contains("-0.5", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_makes_the_parser_throw()
    {
        const string Alphabet = "LiOPSaxz0123.+-*/()[]·₂ PEO,";
        var state = 99u;
        for (var round = 0; round < 20_000; round++)
        {
            var text = new char[round % 14];
            for (var index = 0; index < text.Length; index++)
            {
                state = (state * 1664525u) + 1013904223u;
                text[index] = Alphabet[(int)((state >> 8) % (uint)Alphabet.Length)];
            }

            if (FormulaParser.TryParse(new string(text), new Dictionary<string, double> { ["x"] = 0.1 }, out var composition, out var problem))
            {
                Assert.Equal(composition, FormulaParser.Parse(composition.ToString()));
            }
            else
            {
                Assert.InRange(problem.Offset, 0, Math.Max(0, text.Length));
            }
        }

        Assert.False(FormulaParser.TryParse(new string('(', 900), out _, out _));
        Assert.False(FormulaParser.TryParse(string.Join("", Enumerable.Repeat("Li", 600)), out _, out var tooLong));
        Assert.Contains(1200.ToString(CultureInfo.InvariantCulture), tooLong.Message, StringComparison.Ordinal);
    }
}
