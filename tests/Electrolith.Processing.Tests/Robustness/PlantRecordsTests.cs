using Electrolith.Processing.Robustness;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Tests.Robustness;

public sealed class PlantRecordsTests
{
    [Fact]
    public void Units_of_the_header_lots_and_empty_cells_are_read()
    {
        var records = Read("lot,sinter.temperature (degC),relative-density (%),conductivity [mS/cm],operator\nA,1100,95.0,0.3,Kim\nA,1105,,0.31,Lee\nB,1098,94,0.29,\"Kim, Lee\"\n", out var codes)!;
        Assert.Empty(codes);
        Assert.Equal([0, 0, 1], records.LotOf);
        Assert.Equal("operator", Assert.Single(records.Ignored));
        Assert.Equal(["sinter.temperature", "relative-density", "conductivity"], records.Columns.Select(column => column.Name));
        Assert.Equal(0.95, records.Columns[1].Values[0], 1e-12);
        Assert.True(double.IsNaN(records.Columns[1].Values[1]));
        Assert.Equal(0.03, records.Columns[2].Values[0], 1e-12);
        Assert.Equal([1, 1], records.ByLot(records.Columns[1]).Select(lot => lot.Length));
    }

    [Theory]
    [InlineData("", "EL2563")]
    [InlineData("relative-density (%)\n95\n", "EL2563")]
    [InlineData("relative-density (%),relative-density (%)\n95,94\n95,94\n", "EL2563")]
    [InlineData("relative-density (%),lot\n95,1\n94\n", "EL2564")]
    [InlineData("relative-density (%)\n95\nmuch\n", "EL2565")]
    [InlineData("conductivity\n0.3\n0.2\n", "EL01")]
    [InlineData("conductivity (kg)\n0.3\n0.2\n", "EL01")]
    public void A_broken_table_is_refused_with_the_reason(string text, string code)
    {
        Assert.Null(Read(text, out var codes));
        Assert.StartsWith(code, codes[0], StringComparison.Ordinal);
    }

    private static PlantRecords? Read(string text, out string[] codes)
    {
        var bag = new DiagnosticBag();
        var records = PlantRecords.Read("plant.csv", text, bag);
        codes = [.. bag.ToSorted().Select(item => item.Code)];
        return records;
    }
}
