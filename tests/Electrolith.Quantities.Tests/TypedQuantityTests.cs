using Electrolith.Quantities.Typed;
using FsCheck;
using FsCheck.Fluent;

namespace Electrolith.Quantities.Tests;

/// <summary>Typed quantities: units at the edges, SI inside; parsing undoes printing for any value.</summary>
public sealed class TypedQuantityTests
{
    [Fact]
    public void Named_units_convert()
    {
        Assert.Equal(30e-6, Length.FromMicrometre(30).Metre, 1e-18);
        Assert.Equal(298.15, Temperature.FromCelsius(25).Kelvin, 1e-12);
        Assert.Equal(0.3, IonicConductivity.FromSiemensPerCentimetre(3e-3).SiemensPerMetre, 1e-15);
        Assert.Equal(20, new AreaSpecificResistance(2e-3).OhmSquareCentimetre, 1e-12);
        Assert.Equal(144000, ArealCapacity.FromMilliampereHourPerSquareCentimetre(4).CoulombPerSquareMetre, 1e-9);
        Assert.Equal(400, new SpecificEnergy(1.44e6).WattHourPerKilogram, 1e-12);
        Assert.Equal(1000, new EnergyDensity(3.6e9).WattHourPerLitre, 1e-9);
        Assert.Equal(5e6, Pressure.FromMegapascal(5).Pascal, 1e-6);
    }

    [Fact]
    public void They_read_and_print()
    {
        Assert.Equal("30 um", Quantity.Parse<Length>("0.03 mm").ToString());
        Assert.Equal("25 degC", Quantity.Parse<Temperature>("298.15 K").ToString());
        Assert.Equal(Quantity.Parse<Pressure>("5 MPa"), Quantity.Parse<Pressure>("5000 kPa"));
        var refused = Assert.Throws<FormatException>(() => Quantity.Parse<Length>("30"));
        Assert.Contains("30 um", refused.Message, StringComparison.Ordinal);
        Assert.False(Quantity.TryParse<Temperature>("25 C", out _, out var problem));
        Assert.Equal("EL0105", problem!.Code);
    }

    [Fact]
    public void Parsing_undoes_printing_for_any_value() => Prop.ForAll(
        ArbMap.Default.ArbFor<NormalFloat>(),
        number => RoundTrips<Length>(number.Get) && RoundTrips<IonicConductivity>(number.Get) && RoundTrips<ArealCapacity>(number.Get)
            && RoundTrips<Duration>(number.Get) && RoundTrips<CurrentDensity>(number.Get)).QuickCheckThrowOnFailure();

    private static bool RoundTrips<T>(double value)
        where T : struct, IQuantity<T>
    {
        // Thirteen digits are printed; values near the end of the range of a double are not quantities of this field.
        if (Math.Abs(value) is > 1e200 or (> 0 and < 1e-200))
        {
            return true;
        }

        var read = Quantity.Parse<T>(T.FromSi(value).ToText(13)).Si;
        return Math.Abs(read - value) <= 1e-11 * Math.Abs(value);
    }
}
