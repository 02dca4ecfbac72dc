using Electrolith.Materials.Formulas;
using Electrolith.Thermodynamics.Entries;

namespace Electrolith.Thermodynamics.Tests.Entries;

/// <summary>Formulas are printed as pymatgen prints them. Texts: the recorded reactions of pymatgen 2022.11.7 and the data set mp2019.</summary>
public sealed class ReducedFormulaTests
{
    [Theory]
    [InlineData("Li10GeP2S12", "Li10Ge(PS6)2")]
    [InlineData("Li13Al3Ti17P30O120", "Li13Ti17Al3(PO4)30")]
    [InlineData("LiZr2P3O12", "LiZr2(PO4)3")]
    [InlineData("Li2PO2N", "Li2PNO2")]
    [InlineData("LiCo2O4", "Li(CoO2)2")]
    [InlineData("Li2Co4O8", "Li(CoO2)2")]
    [InlineData("Li9La17Ti30O90", "Li9La17Ti30O90")]
    [InlineData("LiB6H6", "Li(BH)6")]
    [InlineData("Fe7P6O24", "Fe7(PO4)6")]
    [InlineData("Li5Nb7S14", "Li5(NbS2)7")]
    [InlineData("Zr2P2O9", "Zr2P2O9")]
    [InlineData("Li2O2", "Li2O2")]
    [InlineData("LiO", "Li2O2")]
    [InlineData("H2O2", "H2O2")]
    [InlineData("O", "O2")]
    [InlineData("Cl2", "Cl2")]
    [InlineData("S8", "S")]
    [InlineData("Li6.4La3Zr1.4Ta0.6O12", "Li6.4La3Zr1.4Ta0.6O12")]
    public void A_formula_is_printed_in_the_order_of_electronegativity(string written, string printed) =>
        Assert.Equal(printed, ReducedFormula.Of(FormulaParser.Parse(written)));

    [Theory]
    [InlineData("Li20Ge2P4S24")]
    [InlineData("O")]
    [InlineData("LiO")]
    [InlineData("Li0.5CoO2")]
    public void The_printed_formula_has_the_ratios_of_the_composition_and_can_be_read_again(string written)
    {
        var composition = FormulaParser.Parse(written);
        var (formula, reduced) = ReducedFormula.Reduce(composition);
        Assert.True(reduced.HasSameRatiosAs(composition));
        Assert.Equal(reduced, FormulaParser.Parse(formula));
    }
}
