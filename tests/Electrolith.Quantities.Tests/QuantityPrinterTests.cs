namespace Electrolith.Quantities.Tests;

/// <summary>What is printed reads well and reads back.</summary>
public sealed class QuantityPrinterTests
{
    public static TheoryData<string> Kinds => [.. QuantityKinds.All.Where(kind => !kind.Id.StartsWith("money", StringComparison.Ordinal)).Select(kind => kind.Id)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Printing_and_parsing_are_inverse(string id)
    {
        Assert.True(QuantityKinds.TryGet(id, out var kind));
        foreach (var exponent in Enumerable.Range(-6, 13))
        {
            var value = kind == QuantityKinds.Temperature ? 250 + (10 * exponent) : 3.21e-3 * Math.Pow(10, exponent) * kind.DisplayFactor;
            foreach (var text in new[] { QuantityPrinter.Format(value, kind, 10), QuantityPrinter.FormatUnicode(value, kind, 10) })
            {
                Assert.True(QuantityParser.TryParse(text, kind, out var si, out var problem), $"{text}: {problem?.Message}");
                Assert.Equal(value, si, Math.Abs(value) * 1e-8);
            }
        }
    }

    [Theory]
    [InlineData(3e-5, "length", "30 um")]
    [InlineData(1e-8, "length", "10 nm")]
    [InlineData(0.3, "conductivity", "3 mS/cm")]
    [InlineData(1e-4, "conductivity", "1e-6 S/cm")]
    [InlineData(298.15, "temperature", "25 degC")]
    [InlineData(1 / 10800.0, "charge-rate", "C/3")]
    [InlineData(2 / 3600.0, "charge-rate", "2 C")]
    [InlineData(399.176 * 3600, "specific-energy", "399 Wh/kg")]
    [InlineData(0.8, "fraction", "80 %")]
    [InlineData(5e6, "pressure", "5 MPa")]
    [InlineData(0, "length", "0 um")]
    public void Prints_as_people_write_it(double si, string id, string expected)
    {
        Assert.True(QuantityKinds.TryGet(id, out var kind));
        Assert.Equal(expected, QuantityPrinter.Format(si, kind));
    }

    [Theory]
    [InlineData(999.6, 3, "1000")]
    [InlineData(0.00099999, 3, "0.001")]
    [InlineData(123456, 3, "123000")]
    [InlineData(-0.05, 2, "-0.05")]
    [InlineData(1234567, 3, "1.23e6")]
    [InlineData(1e-7, 3, "1e-7")]
    public void Numbers_keep_their_significant_digits(double value, int digits, string expected) =>
        Assert.Equal(expected, QuantityPrinter.Number(value, digits));

    [Fact]
    public void Constants_are_those_of_codata_2018()
    {
        // Tiesinga et al., Rev. Mod. Phys. 93 (2021) 025010, Table XXXI.
        Assert.Equal(96485.33212, PhysicalConstants.Faraday, 5e-6);
        Assert.Equal(8.314462618, PhysicalConstants.MolarGas, 5e-10);
        Assert.Equal(1.380649e-23, PhysicalConstants.Boltzmann);
        Assert.Equal(8.8541878128e-12, PhysicalConstants.VacuumPermittivity);
    }
}
