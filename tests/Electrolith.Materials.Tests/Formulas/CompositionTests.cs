using Electrolith.Materials.Elements;
using Electrolith.Materials.Formulas;
using FsCheck;
using FsCheck.Fluent;

namespace Electrolith.Materials.Tests.Formulas;

public sealed class CompositionTests
{
    private static readonly Gen<Composition> Compositions =
        from count in Gen.Choose(1, 6)
        from parts in (from element in Gen.Elements<Element>([.. PeriodicTable.All])
                       from amount in Gen.Choose(1, 5_000_000)
                       from scale in Gen.Elements(1.0, 1e-2, 1e-6, 3.0)
                       select new ElementAmount(element, amount * scale / 7)).ListOf(count)
        select Composition.Of(parts);

    private static void Holds(Func<Composition, bool> property) =>
        Prop.ForAll(Compositions.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20211122UL, 7UL));

    [Fact]
    public void What_is_printed_is_read_back() => Holds(composition => FormulaParser.Parse(composition.ToString()).Equals(composition));

    [Fact]
    public void The_hill_order_is_read_back_too() => Holds(composition => FormulaParser.Parse(composition.ToHillString()).Equals(composition));

    [Fact]
    public void Twice_is_the_sum_with_itself() => Holds(composition => composition.Scale(2).Equals(composition.Add(composition)));

    [Fact]
    public void Scaling_keeps_the_ratios_and_the_mass_fractions() => Holds(composition =>
        composition.HasSameRatiosAs(composition.Scale(3.7))
        && composition.Parts.All(part => Math.Abs(composition.MassFractionOf(part.Element.Symbol) - composition.Scale(3.7).MassFractionOf(part.Element.Symbol)) < 1e-10));

    [Fact]
    public void Mass_fractions_add_up_to_one() => Holds(composition =>
        Math.Abs(composition.Parts.Sum(part => composition.MassFractionOf(part.Element.Symbol)) - 1) < 1e-12);

    [Fact]
    public void Equality_ignores_the_order_of_the_elements()
    {
        Assert.Equal(FormulaParser.Parse("Li6PS5Cl"), FormulaParser.Parse("ClS5PLi6"));
        Assert.Equal(FormulaParser.Parse("Li6PS5Cl").GetHashCode(), FormulaParser.Parse("ClS5PLi6").GetHashCode());
        Assert.NotEqual(FormulaParser.Parse("Li6PS5Cl"), FormulaParser.Parse("Li12P2S10Cl2"));
        Assert.True(FormulaParser.Parse("Li6PS5Cl").HasSameRatiosAs(FormulaParser.Parse("Li12P2S10Cl2")));
        Assert.False(FormulaParser.Parse("Li6PS5Cl").HasSameRatiosAs(FormulaParser.Parse("Li6PS5Br")));
        Assert.False(FormulaParser.Parse("Li6PS5Cl").HasSameRatiosAs(Composition.Empty));
    }

    [Theory]
    [InlineData("CH3OLi", "CH3LiO")]
    [InlineData("Li3PO4", "Li3O4P")]
    [InlineData("H2O", "H2O")]
    public void The_hill_order_puts_carbon_first(string text, string expected) => Assert.Equal(expected, FormulaParser.Parse(text).ToHillString());

    [Fact]
    public void A_negative_amount_is_a_programming_error() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FormulaParser.Parse("Li").Scale(-1));
}
