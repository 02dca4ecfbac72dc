using Electrolith.Materials.Library;
using Electrolith.Quantities;

namespace Electrolith.Materials.Tests.Library;

public sealed class PropertyValueTests
{
    private static Material Argyrodite
    {
        get
        {
            Assert.True(Fixture.Build().TryGet("li6ps5cl", out var material));
            return material;
        }
    }

    [Fact]
    public void A_value_is_in_si_and_keeps_what_was_printed()
    {
        var value = Argyrodite.Recommended("ionic-conductivity")!;
        Assert.Equal(0.24, value.Value, 12);
        Assert.Equal(("2.4", "mS/cm", "2.4 mS/cm"), (value.PrintedValue, value.PrintedUnit, value.ToString()));
        Assert.Equal(298.15, value.TemperatureKelvin!.Value, 12);
        Assert.Equal(("total", ValueStatus.Measured, "kraft2017", "table 1", "dense"), (value.Kind, value.Status, value.SourceKey, value.Locator, value.Note));
        Assert.Equal((2, 29), (value.OriginSpan.Line, value.OriginSpan.Column));
    }

    [Fact]
    public void A_blank_temperature_is_not_stated() =>
        Assert.Null(Argyrodite.ValuesOf("ionic-conductivity").Last().TemperatureKelvin);

    [Fact]
    public void A_bound_stays_a_bound()
    {
        var value = Argyrodite.Recommended("electronic-conductivity")!;
        Assert.Equal(ValueBound.Upper, value.Bound);
        Assert.Equal(1.0, value.Value / 1e-8, 12);
        Assert.Equal("<1e-10", value.PrintedValue);
    }

    [Fact]
    public void Text_properties_have_text_and_no_number()
    {
        var value = Argyrodite.Recommended("synthesis-route")!;
        Assert.Equal("mill, then anneal", value.Text);
        Assert.True(double.IsNaN(value.Value));
        Assert.Throws<InvalidOperationException>(() => value.ToEstimate());
    }

    [Fact]
    public void A_price_keeps_its_currency_and_year()
    {
        var value = Argyrodite.Recommended("price")!;
        Assert.Equal(new MoneyBasis("USD", 2024), value.Money);
        Assert.Equal(100, value.Value, 10);
    }

    [Fact]
    public void A_temperature_property_is_in_kelvin() =>
        Assert.Equal(823.15, Argyrodite.Recommended("processing-temperature", "anneal")!.Value, 10);

    [Fact]
    public void A_range_is_spread_by_the_nature_of_the_property()
    {
        var conductivity = Argyrodite.Recommended("ionic-conductivity")!.ToEstimate();
        Assert.Equal(Spread.LogUniform, conductivity.Spread);
        Assert.Equal(0.01, conductivity.Low, 12);
        Assert.Equal(0.6, conductivity.High, 12);
        Assert.Equal(Spread.Uniform, Argyrodite.Recommended("density")!.ToEstimate().Spread);
        Assert.Equal(Spread.None, Argyrodite.Recommended("price")!.ToEstimate().Spread);
    }
}
