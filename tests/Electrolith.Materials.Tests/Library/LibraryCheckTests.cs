using Electrolith.Materials.Library;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Tests.Library;

public sealed class LibraryCheckTests
{
    // Line 11 is the row after the nine good ones of the fixture.
    [Theory]
    [InlineData("nothing,density,1.86,,,g/cm3,crystal,,x,measured,kraft2017,,,", "EL1211", 1)]
    [InlineData("lco,densty,1.86,,,g/cm3,crystal,,x,measured,kraft2017,,,", "EL1212", 5)]
    [InlineData("lco,density,,,,g/cm3,crystal,,x,measured,kraft2017,,,", "EL1213", 13)]
    [InlineData("lco,synthesis-route,,,,,,,x,measured,kraft2017,,,", "EL1213", 21)]
    [InlineData("lco,synthesis-route,mill,,,K,,,x,measured,kraft2017,,,", "EL1213", 28)]
    [InlineData("lco,density,5050,,,g/cm3,crystal,,x,measured,kraft2017,,,", "EL1214", 13)]
    [InlineData("lco,density,5.05,5.1,5.2,g/cm3,crystal,,x,measured,kraft2017,,,", "EL1215", 13)]
    [InlineData("lco,density,5.05,,5.0,g/cm3,crystal,,x,measured,kraft2017,,,", "EL1215", 13)]
    [InlineData("lco,density,5.05,,,g/cm3,crystl,,x,measured,kraft2017,,,", "EL1216", 26)]
    [InlineData("lco,density,5.05,,,g/cm3,crystal,,x,meassured,kraft2017,,,", "EL1217", 37)]
    [InlineData("lco,density,5.05,,,g/cm3,crystal,,x,measured,,,,", "EL1218", 46)]
    [InlineData("lco,density,5.05,,,g/cm3,crystal,,x,measured,kraft2018,,,", "EL1218", 13)]
    [InlineData("lco,density,5.05,,,g/cm3,crystal,,x,measured,kraft2017,,maybe,", "EL1219", 57)]
    [InlineData("li6ps5cl,density,1.80,,,g/cm3,crystal,,x,measured,kraft2017,,yes,", "EL1219", 18)]
    [InlineData("li6ps5cl,density,1.80,,,g/cm3,crystal,,,measured,kraft2017,table 2,,", "EL1220", 18)]
    [InlineData("lco,density,5.05,,,g/cm3,crystal,25,x,measured,kraft2017,,,", "EL0102", 34)]
    [InlineData("lco,density,5.05,,,mS/cm,crystal,,x,measured,kraft2017,,,", "EL0104", 20)]
    [InlineData("lco,density,dense,,,g/cm3,crystal,,x,measured,kraft2017,,,", "EL0101", 13)]
    [InlineData("lco,price,100,,,USD/kg,,,x,assumed,electrolith-assumed,,,", "EL0106", 17)]
    public void A_bad_row_is_reported_at_its_field(string row, string code, int column)
    {
        var problem = Assert.Single(Fixture.CheckWithRow(row));
        Assert.Equal((code, 11, column), (problem.Code, problem.Span.Line, problem.Span.Column));
    }

    [Theory]
    [InlineData("Bad Id,x,cathode,olivine,LiFePO4,,", "EL1202")]
    [InlineData("lfp,x,kathode,olivine,LiFePO4,,", "EL1203")]
    [InlineData("lfp,x,electrolyte,olivine,LiFePO4,,", "EL1204")]
    [InlineData("lfp,x,cathode,olivin,LiFePO4,,", "EL1204")]
    [InlineData("lco,x,cathode,olivine,LiFePO4,,", "EL1205")]
    [InlineData("lfp,x,cathode,olivine,LiFePO4,LPSCl,", "EL1206")]
    [InlineData("lfp,x,cathode,olivine,LiFePOo4,,", "EL1131")]
    [InlineData("lfp,x,cathode,olivine,LiFe(PO4,,", "EL1133")]
    [InlineData("lfp,x,cathode,olivine,LiFePO4,", "EL1123")]
    public void A_bad_material_is_reported(string row, string code)
    {
        var problem = Assert.Single(Fixture.Check(Fixture.Build(materials: Fixture.Materials + row + "\n")));
        Assert.Equal((code, 4), (problem.Code, problem.Span.Line));
    }

    [Theory]
    [InlineData("- a\n", "EL1231")]
    [InlineData("a: b\n", "EL1231")]
    [InlineData("a:\n  titel: x\n  doi: 10.1/2\n", "EL1231")]
    [InlineData("a:\n  title: x\n  year: soon\n", "EL1231")]
    [InlineData("a:\n  authors: x\n", "EL1231")]
    public void A_bad_source_is_reported(string text, string code) =>
        Assert.Equal(code, Assert.Single(SourceList.Read(new SourceText("a.yaml", text)).Problems).Code);

    [Fact]
    public void A_key_in_two_files_is_reported_and_a_citation_holds_what_is_known()
    {
        var list = SourceList.Read(new SourceText("a.yaml", Fixture.Sources), new SourceText("b.yaml", "kraft2017:\n  doi: 10.1/2\n"), new SourceText("c.yaml", "# nothing yet\n"));
        Assert.Equal("EL1232", Assert.Single(list.Problems).Code);
        Assert.True(list.TryGet("kraft2017", out var entry));
        Assert.Equal("Kraft, Culver (2017). Influence of lattice polarizability. J. Am. Chem. Soc. 139, 10909. https://doi.org/10.1021/jacs.7b06327", entry.Citation);
        Assert.True(list.TryGet("unverified", out var bare));
        Assert.Equal("General knowledge.", bare.Citation);
    }

    [Fact]
    public void Every_property_has_a_range_around_something_and_a_unique_id()
    {
        Assert.Equal(PropertyCatalog.All.Length, PropertyCatalog.All.Select(property => property.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(PropertyCatalog.All.Where(property => !property.IsText), property => Assert.True(double.IsFinite(property.Low) && property.Low < property.High, property.Id));
    }
}
