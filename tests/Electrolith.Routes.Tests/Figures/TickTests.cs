using Electrolith.Routes.Figures;

namespace Electrolith.Routes.Tests.Figures;

public sealed class TickTests
{
    [Theory]
    [InlineData(0, 10, 6, "0 2 4 6 8 10", 0)]
    [InlineData(0, 1, 6, "0.0 0.2 0.4 0.6 0.8 1.0", 0)]
    [InlineData(0, 0.3, 6, "0.00 0.05 0.10 0.15 0.20 0.25 0.30", 0)]
    [InlineData(-1, 1, 4, "−1.0 −0.5 0.0 0.5 1.0", 0)]
    [InlineData(3, 17, 6, "4 6 8 10 12 14 16", 0)]
    [InlineData(0, 40000, 4, "0 10000 20000 30000 40000", 0)]
    [InlineData(0, 4000000, 4, "0 1 2 3 4", 6)]
    [InlineData(0, 4e-5, 4, "0 10 20 30 40", -6)]
    [InlineData(2.7e-12, 3.3e-12, 6, "2.7 2.8 2.9 3.0 3.1 3.2 3.3", -12)]
    public void Linear_marks_are_round_and_labelled_with_the_digits_they_need(double low, double high, int target, string labels, int exponent)
    {
        TickSet ticks = Ticks.Linear(low, high, target);
        Assert.Equal(labels, string.Join(' ', ticks.Labels));
        Assert.Equal(exponent, ticks.Exponent);
        Assert.Equal(ticks.Labels.Count, ticks.Values.Count);
    }

    [Theory]
    [InlineData(1, 100, 6, "1 2 5 10 20 50 100")]
    [InlineData(1, 10000, 6, "1 10 100 1000 10000")]
    [InlineData(1e-8, 1e-2, 6, "10⁻⁸ 10⁻⁷ 10⁻⁶ 10⁻⁵ 10⁻⁴ 10⁻³ 10⁻²")]
    [InlineData(1e-12, 1e12, 6, "10⁻¹² 10⁻⁹ 10⁻⁶ 10⁻³ 1 10³ 10⁶ 10⁹ 10¹²")]
    [InlineData(10, 20, 4, "10 12 14 16 18 20")]
    public void Logarithmic_marks_are_decades_with_two_and_five_between_them_on_short_axes(double low, double high, int target, string labels)
    {
        Assert.Equal(labels, string.Join(' ', Ticks.Logarithmic(low, high, target).Labels));
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(5, 4)]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.PositiveInfinity)]
    public void An_empty_range_is_refused(double low, double high)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Ticks.Linear(low, high));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ticks.Logarithmic(low, high));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(12.345, "12.3")]
    [InlineData(-0.5, "−0.5")]
    [InlineData(99999.4, "1×10⁵")]
    [InlineData(0.00123, "0.00123")]
    [InlineData(0.000123, "1.23×10⁻⁴")]
    [InlineData(-6.02214e23, "−6.02×10²³")]
    [InlineData(double.NaN, "–")]
    public void Numbers_have_three_digits(double value, string text) => Assert.Equal(text, NumberText.Format(value));
}
