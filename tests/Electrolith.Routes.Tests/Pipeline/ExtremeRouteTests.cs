using Electrolith.Materials.Library;
using Electrolith.Processing;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Compiling;
using Electrolith.Routes.Pipeline;
using Electrolith.Routes.Reading;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Routes.Tests.Pipeline;

/// <summary>Whatever the reader lets through can be evaluated: no exception, no result that is not a number.</summary>
public sealed class ExtremeRouteTests
{
    private static readonly string[] Bases =
    [
        RouteText.Of(),
        RouteText.Of("  recipe:\n    - press: {pressure: 300 MPa}\n", anode: "  material: graphite\n", cathode: "  coating: {material: linbo3, thickness: 10 nm}\n"),
        RouteText.Of(anode: "  material: anode-free\n  interlayer: {material: ag-c, thickness: 5 um}\n"),
        RouteText.Of(anode: "  material: lithium-indium\n").Replace("  composition: {active: 80 %, electrolyte: 17 %, carbon: 1 %, binder: 2 %}\n", "", StringComparison.Ordinal),
    ];

    public static TheoryData<string> Quantities =>
        [.. RouteFields.Walk(RouteFields.Root).Where(item => item.Field.Type == FieldType.Quantity && !item.Path.Contains("composition", StringComparison.Ordinal)).Select(item => item.Path)];

    public static TheoryData<string, string> Materials
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (path, definition) in RouteFields.Walk(RouteFields.Root).Where(item => item.Field.Type == FieldType.Material))
            {
                foreach (var material in MaterialLibrary.Default.All.Where(material => definition.Roles.Contains(material.Role)))
                {
                    data.Add(path, material.Id);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Quantities))]
    public void The_ends_of_every_field_can_be_evaluated(string path)
    {
        var field = RouteFields.At(path);
        var evaluated = 0;
        foreach (var route in Bases)
        {
            foreach (var end in new[] { field.LowIsExcluded ? double.Max(field.Low, 0) + (1e-6 * field.High) : field.Low, field.High }.Where(double.IsFinite))
            {
                evaluated += Evaluate(Set(route, path, Shown(field, end))) ? 1 : 0;
            }
        }

        Assert.True(evaluated > 0, $"{path} was never evaluated");
    }

    [Theory]
    [MemberData(nameof(Materials))]
    public void Every_material_works_in_its_place(string path, string material)
    {
        var text = Set(RouteText.Of(), path, material);
        if (path.StartsWith("anode.material", StringComparison.Ordinal))
        {
            text = text.Replace("  excess: 20 um\n", "", StringComparison.Ordinal);
        }

        var bag = new DiagnosticBag();
        var document = new RouteReader(MaterialLibrary.Default).Read(new SourceText("(test)", text), bag);
        var route = document is null ? null : new RouteCompiler(MaterialLibrary.Default).Compile(document, bag);
        if (route is null)
        {
            // Two coatings have no density in the library; as a thick interlayer they would need one.
            Assert.Equal("anode.interlayer.material", path);
            Assert.Equal($"the library has no density of {material}", Assert.Single(bag.ToSorted()).Message);
            return;
        }

        Finite(RoutePipeline.Evaluate(route, route.NominalDraw(), []));
        RouteAssessor.Assess(route, new AssessmentOptions { Samples = 8, Threads = 1 });
    }

    public static TheoryData<string, string> Operations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var operation in OperationCatalog.All)
            {
                foreach (var material in new[] { "li6ps5cl", "llzto", "latp", "li7p3s11", "li3incl6", "peo-litfsi", "peo-llzto-dispersed", "lipon" })
                {
                    data.Add(operation.Name, material);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void The_ends_of_every_parameter_of_an_operation_can_be_evaluated(string name, string material)
    {
        var operation = OperationCatalog.All.Single(item => item.Name == name);
        Assert.True(MaterialLibrary.Default.TryGet(material, out var electrolyte));
        if (operation.Refusal(electrolyte.Family) is not null)
        {
            return;
        }

        var required = operation.Parameters.Where(item => item.IsRequired).ToDictionary(item => item.Name, Usual, StringComparer.Ordinal);
        var evaluated = 0;
        var thickness = operation.SetsThickness ? "" : "  thickness: 30 um\n";
        foreach (var parameter in operation.Parameters)
        {
            string[] values = parameter.IsMaterial ? ["llzto", "li6ps5cl"]
                : parameter.Kind is null ? [.. parameter.Choices]
                : [.. new[] { parameter.Low, parameter.High }.Where(double.IsFinite).Select(end => $"{QuantityPrinter.ToDisplay(end, parameter.Kind):R} {parameter.Kind.DisplayUnit}".TrimEnd())];
            foreach (var value in values)
            {
                var given = new Dictionary<string, string>(required, StringComparer.Ordinal) { [parameter.Name] = value };
                evaluated += Evaluate(RouteText.Of().Replace("li6ps5cl", material, StringComparison.Ordinal).Replace("  thickness: 30 um\n",
                    $"{thickness}  recipe:\n    - {name}: {{{string.Join(", ", given.Select(item => $"{item.Key}: {item.Value}"))}}}\n", StringComparison.Ordinal)) ? 1 : 0;
            }
        }

        Assert.True(evaluated > 0, $"{name} was never evaluated");
    }

    private static string Usual(OperationParameter parameter) =>
        parameter.IsMaterial ? "llzto" : parameter.Kind is null ? parameter.Choices[0] : parameter.Kind.Example;

    private static string Shown(FieldDefinition field, double si)
    {
        var kind = field.Kind!;
        var unit = kind.Id.StartsWith("money", StringComparison.Ordinal) ? "USD(2024)/kWh" : kind.DisplayUnit;
        return $"{QuantityPrinter.ToDisplay(si, kind):R} {unit}".TrimEnd();
    }

    /// <summary>Puts a field into a route, in flow style below its section.</summary>
    private static string Set(string text, string path, string value)
    {
        var names = path.Split('.');
        var lines = text.Split('\n').Where(line => names.Length != 2 || !line.StartsWith($"  {names[1]}:", StringComparison.Ordinal) || !InSection(text, line, names[0])).ToList();
        if (names.Length == 3)
        {
            var partner = names[1] switch { "coating" => "thickness: 10 nm", "interlayer" => "thickness: 5 um", _ => "" };
            partner = names[2] == "thickness" ? names[1] switch { "coating" => "material: linbo3", "interlayer" => "material: ag-c", _ => "" } : partner;
            lines.RemoveAll(line => line.StartsWith($"  {names[1]}:", StringComparison.Ordinal));
            names = [names[0], names[1]];
            value = $"{{{path.Split('.')[2]}: {value}{(partner.Length > 0 ? ", " + partner : "")}}}";
        }

        var section = lines.IndexOf(names[0] + ":");
        if (section < 0)
        {
            return string.Join('\n', lines) + $"{names[0]}:\n  {names[1]}: {value}\n";
        }

        lines.Insert(section + 1, $"  {names[1]}: {value}");
        return string.Join('\n', lines);
    }

    private static bool InSection(string text, string line, string section)
    {
        var lines = text.Split('\n').ToList();
        var start = lines.IndexOf(section + ":");
        return start >= 0 && lines.Skip(start + 1).TakeWhile(item => item.StartsWith(' ')).Contains(line);
    }

    /// <summary>False when the reader refuses the combination, with a message.</summary>
    private static bool Evaluate(string text)
    {
        var bag = new DiagnosticBag();
        var document = new RouteReader(MaterialLibrary.Default).Read(new SourceText("(test)", text), bag);
        var route = document is null ? null : new RouteCompiler(MaterialLibrary.Default).Compile(document, bag);
        if (route is null)
        {
            Assert.True(bag.ToSorted().All(item => item.Code is RouteCodes.Contradiction or RouteCodes.OutOfRange), DiagnosticPrinter.Print(bag.ToSorted()));
            return false;
        }

        Finite(RoutePipeline.Evaluate(route, route.NominalDraw(), []));
        return true;
    }

    private static void Finite(RouteOutcome outcome) => Assert.All(Metric.All, metric =>
        Assert.True(double.IsFinite(metric.Value(outcome)) || metric.Id == "critical-rate", $"{metric.Id} is {metric.Value(outcome)}"));
}
