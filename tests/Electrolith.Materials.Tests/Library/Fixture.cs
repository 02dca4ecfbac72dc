using Electrolith.Materials.Library;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Tests.Library;

/// <summary>Small libraries from text.</summary>
internal static class Fixture
{
    public const string MaterialHeader = "id,name,role,family,formula,aliases,note\n";
    public const string ValueHeader = "material,property,value,low,high,unit,kind,temperature,condition,status,source,locator,recommended,note\n";
    public const string Sources = "kraft2017:\n  authors: Kraft, Culver\n  year: 2017\n  title: Influence of lattice polarizability\n  journal: J. Am. Chem. Soc. 139, 10909\n  doi: 10.1021/jacs.7b06327\nunverified:\n  title: General knowledge\nelectrolith-assumed:\n  title: Default\n";

    public const string Materials = MaterialHeader
        + "li6ps5cl,Lithium argyrodite,electrolyte,argyrodite,Li6PS5Cl,LPSCl;argyrodite,\n"
        + "lco,Lithium cobalt oxide,cathode,layered-oxide,LiCoO2,,\n";

    public const string Values = ValueHeader
        + "li6ps5cl,ionic-conductivity,2.4,1e-1,6,mS/cm,total,25 degC,,measured,kraft2017,table 1,yes,dense\n"
        + "li6ps5cl,ionic-conductivity,3.3e-5,,,S/cm,cold-pressed,,,measured,kraft2017,text,,\n"
        + "li6ps5cl,electronic-conductivity,<1e-10,,,S/cm,,25 degC,,measured,kraft2017,text,,\n"
        + "li6ps5cl,density,1.86,1.84,1.87,g/cm3,crystal,,,measured,kraft2017,table 2,yes,\n"
        + "li6ps5cl,moisture-behaviour,releases H2S,,,,,,,unconfirmed,unverified,,,\n"
        + "li6ps5cl,synthesis-route,\"mill, then anneal\",,,,,,,measured,kraft2017,methods,,\n"
        + "li6ps5cl,processing-temperature,550,,,degC,anneal,,,measured,kraft2017,methods,yes,\n"
        + "li6ps5cl,price,100,,,USD(2024)/kg,,,,assumed,electrolith-assumed,,yes,\n"
        + "lco,theoretical-specific-capacity,273.8,,,mAh/g,,,,measured,kraft2017,,,\n";

    public static MaterialLibrary Build(string materials = Materials, string values = Values, string sources = Sources) => MaterialLibrary.Of(
        [MaterialSet.Read("sulfides", description: null, new SourceText("materials.csv", materials), () => new SourceText("values.csv", values))],
        SourceList.Read(new SourceText("sources.yaml", sources)));

    public static Diagnostic[] Check(MaterialLibrary library)
    {
        var bag = new DiagnosticBag();
        library.Check(bag);
        return [.. bag.ToSorted()];
    }

    /// <summary>Problems after one more row of values.</summary>
    public static Diagnostic[] CheckWithRow(string row) => Check(Build(values: Values + row + "\n"));
}
