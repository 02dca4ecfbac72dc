namespace Electrolith.Quantities.Tests;

/// <summary>Every spelling of a unit that the field uses reads to the same SI value.</summary>
public sealed class UnitSpellingTests
{
    [Theory]
    [InlineData("3 mS/cm", "conductivity", 0.3)]
    [InlineData("3 mS cm-1", "conductivity", 0.3)]
    [InlineData("3 mS cm^-1", "conductivity", 0.3)]
    [InlineData("3 mS·cm⁻¹", "conductivity", 0.3)]
    [InlineData("3 mS*cm**-1", "conductivity", 0.3)]
    [InlineData("3mS/cm", "conductivity", 0.3)]
    [InlineData("0.3 S/m", "conductivity", 0.3)]
    [InlineData("0.3 S.m-1", "conductivity", 0.3)]
    [InlineData("3e-3 S/cm", "conductivity", 0.3)]
    [InlineData("3×10⁻³ S/cm", "conductivity", 0.3)]
    [InlineData("3 x 10^-3 S/cm", "conductivity", 0.3)]
    [InlineData("20 Ω cm²", "area-specific-resistance", 2e-3)]
    [InlineData("20 ohm cm2", "area-specific-resistance", 2e-3)]
    [InlineData("20 Ohm·cm^2", "area-specific-resistance", 2e-3)]
    [InlineData("20 Ω cm2", "area-specific-resistance", 2e-3)]
    [InlineData("4 mAh/cm²", "areal-capacity", 144000)]
    [InlineData("4 mA h cm-2", "areal-capacity", 144000)]
    [InlineData("400 Wh/kg", "specific-energy", 1.44e6)]
    [InlineData("400 W h/kg", "specific-energy", 1.44e6)]
    [InlineData("10 kWh/kg", "process-energy", 3.6e7)]
    [InlineData("36 MJ/kg", "process-energy", 3.6e7)]
    [InlineData("1000 Wh/L", "volumetric-energy", 3.6e9)]
    [InlineData("1000 Wh/l", "volumetric-energy", 3.6e9)]
    [InlineData("30 µm", "length", 3e-5)]
    [InlineData("30 μm", "length", 3e-5)]
    [InlineData("30 um", "length", 3e-5)]
    [InlineData("10 nm", "length", 1e-8)]
    [InlineData("12.922 Å", "length", 1.2922e-9)]
    [InlineData("1.1 MPa√m", "fracture-toughness", 1.1e6)]
    [InlineData("1.1 MPa m^0.5", "fracture-toughness", 1.1e6)]
    [InlineData("1.1 MPa m^1/2", "fracture-toughness", 1.1e6)]
    [InlineData("1.1 MPa·m½", "fracture-toughness", 1.1e6)]
    [InlineData("80 %", "fraction", 0.8)]
    [InlineData("0.8", "fraction", 0.8)]
    [InlineData("80 wt%", "mass-fraction", 0.8)]
    [InlineData("80 %", "mass-fraction", 0.8)]
    [InlineData("5 vol%", "volume-fraction", 0.05)]
    [InlineData("126 ppm", "fraction", 1.26e-4)]
    [InlineData("-120 meV/atom", "energy-per-atom", -1.922611960800e-20)]
    [InlineData("1 mol/L", "concentration", 1000)]
    [InlineData("500 rpm", "rotational-speed", 500 / 60.0)]
    [InlineData("500 1/min", "rotational-speed", 500 / 60.0)]
    [InlineData("5 K/min", "heating-rate", 5 / 60.0)]
    [InlineData("5 °C/min", "heating-rate", 5 / 60.0)]
    [InlineData("5 degC/min", "heating-rate", 5 / 60.0)]
    [InlineData("12 h", "time", 43200)]
    [InlineData("30 d", "time", 2592000)]
    [InlineData("1 bar", "pressure", 1e5)]
    [InlineData("3.4 atm", "pressure", 344505)]
    [InlineData("0.1 cm3/g", "gas-release", 1e-4)]
    [InlineData("0.91 cm³/Ah", "volume-per-charge", 0.91e-6 / 3600)]
    [InlineData("0.91 cm3/(A h)", "volume-per-charge", 0.91e-6 / 3600)]
    [InlineData("5 m²/g", "specific-surface", 5000)]
    [InlineData("1.86 g/cm3", "density", 1860)]
    [InlineData("10 A/m2", "current-density", 10)]
    [InlineData("1 mA cm⁻²", "current-density", 10)]
    [InlineData("2.95e-3 1/MPa", "inverse-pressure", 2.95e-9)]
    [InlineData("2.95e-3 MPa-1", "inverse-pressure", 2.95e-9)]
    [InlineData("0.5 J/m²", "surface-energy", 0.5)]
    [InlineData("25 °C", "temperature", 298.15)]
    [InlineData("25 degC", "temperature", 298.15)]
    [InlineData("25 celsius", "temperature", 298.15)]
    [InlineData("298.15 K", "temperature", 298.15)]
    [InlineData("−40 °C", "temperature", 233.15)]
    [InlineData("10 K", "temperature-difference", 10)]
    [InlineData("10 °C", "temperature-difference", 10)]
    [InlineData("C/3", "charge-rate", 1 / 10800.0)]
    [InlineData("0.5C", "charge-rate", 0.5 / 3600)]
    [InlineData("2 C", "charge-rate", 2 / 3600.0)]
    public void Reads(string text, string kind, double expected)
    {
        Assert.True(QuantityKinds.TryGet(kind, out var known));
        Assert.True(QuantityParser.TryParse(text, known, out var si, out var problem), problem?.Message);
        Assert.Equal(expected, si, Math.Abs(expected) * 1e-12);
    }

    [Theory]
    [InlineData("0.35 eV", 5.607618219e-20)]
    [InlineData("33.769866 kJ/mol", 5.60761822e-20)]
    public void An_activation_energy_reads_per_particle_and_per_mole(string text, double expected)
    {
        Assert.True(QuantityParser.TryParse(text, QuantityKinds.ActivationEnergy, out var si, out _));
        Assert.Equal(expected, si, 1e-26);
    }

    [Theory]
    [InlineData("30", "length", "EL0102", "30 um")]
    [InlineData("", "length", "EL0101", "30 um")]
    [InlineData("thick", "length", "EL0101", "30 um")]
    [InlineData("25 C", "temperature", "EL0105", "25 degC")]
    [InlineData("25", "temperature", "EL0102", "25 degC")]
    [InlineData("3 MS/cm", "conductivity", "EL0103", "mS")]
    [InlineData("3 ms/cm", "conductivity", "EL0104", "mS/cm")]
    [InlineData("300 Mpa", "pressure", "EL0103", "MPa")]
    [InlineData("5 kwh", "energy", "EL0103", "kWh")]
    [InlineData("30 um", "pressure", "EL0104", "5 MPa")]
    [InlineData("5 wt%", "volume-fraction", "EL0104", "5 vol%")]
    [InlineData("3,5 mS/cm", "conductivity", "EL0105", "3.5")]
    [InlineData("1,000 um", "length", "EL0105", "1000")]
    [InlineData("1e999 um", "length", "EL0108", null)]
    [InlineData("30 parsec", "length", "EL0103", "30 um")]
    [InlineData("50 USD/kg", "money-per-mass", "EL0106", "USD(2024)")]
    [InlineData("50 kg", "money-per-mass", "EL0104", "USD(2024)/kg")]
    [InlineData("35..25 um", "length", "EL0107", null)]
    [InlineData("0..1e-3 S/cm (log)", "conductivity", "EL0107", null)]
    [InlineData("25..35 um", "length-single", "EL0107", null)]
    public void Refuses_with_a_code_and_a_hint(string text, string kind, string code, string? hint)
    {
        var isSingle = kind.EndsWith("-single", StringComparison.Ordinal);
        Assert.True(QuantityKinds.TryGet(kind.Replace("-single", "", StringComparison.Ordinal), out var known));
        QuantityProblem? problem;
        var parsed = isSingle ? QuantityParser.TryParse(text, known, out _, out problem) : QuantityParser.TryParseEstimate(text, known, out _, out problem);
        Assert.False(parsed);
        Assert.Equal(code, problem!.Code);
        Assert.InRange(problem.Offset, 0, text.Length);
        if (hint is not null)
        {
            Assert.Contains(hint, problem.Hint, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Spreads_read_as_documented()
    {
        Assert.Equal(new Estimate(3e-5, 2.5e-5, 3.5e-5, Spread.Uniform), Read("25..35 µm", QuantityKinds.Length), Near);
        Assert.Equal(new Estimate(3e-5, 2.5e-5, 3.5e-5, Spread.Uniform), Read("25 to 35 um", QuantityKinds.Length), Near);
        Assert.Equal(new Estimate(3e-5, 3e-5 - 3.2897e-6, 3e-5 + 3.2897e-6, Spread.Normal), Read("30 ± 2 µm", QuantityKinds.Length), Near);
        Assert.Equal(new Estimate(3e-5, 3e-5 - 3.2897e-6, 3e-5 + 3.2897e-6, Spread.Normal), Read("30 +/- 2 um", QuantityKinds.Length), Near);
        Assert.Equal(new Estimate(Math.Sqrt(1e-3), 1e-2, 1e-1, Spread.LogUniform), Read("1e-4..1e-3 S/cm (log)", QuantityKinds.Conductivity), Near);
        Assert.Equal(new Estimate(0.05, 0.02, 0.15, Spread.Uniform), Read("5 (2..15) %", QuantityKinds.VolumeFraction), Near);
        Assert.Equal(new Estimate(298.15, 298.15 - 1.64485, 298.15 + 1.64485, Spread.Normal), Read("25 ± 1 °C", QuantityKinds.Temperature), Near);
    }

    [Fact]
    public void Money_keeps_currency_and_year()
    {
        Assert.True(QuantityParser.TryParseMoney("8..14 EUR(2022)/kg", QuantityKinds.MoneyPerMass, out var amount, out var basis, out _));
        Assert.Equal(new MoneyBasis("EUR", 2022), basis);
        Assert.Equal(11, amount.Value, 1e-12);
        Assert.True(QuantityParser.TryParseMoney("75 $(2024)/kWh", QuantityKinds.MoneyPerEnergy, out amount, out basis, out _));
        Assert.Equal(75 / 3.6e6, amount.Value, 1e-18);
        Assert.Equal("USD", basis.Currency);
    }

    private static readonly IEqualityComparer<Estimate> Near = EqualityComparer<Estimate>.Create(
        (left, right) => left.Spread == right.Spread && Close(left.Value, right.Value) && Close(left.Low, right.Low) && Close(left.High, right.High));

    private static bool Close(double left, double right) => Math.Abs(left - right) <= 1e-5 * Math.Abs(right);

    private static Estimate Read(string text, QuantityKind kind)
    {
        Assert.True(QuantityParser.TryParseEstimate(text, kind, out var estimate, out var problem), problem?.Message);
        return estimate;
    }
}
