using System.Text.Json.Nodes;
using Electrolith.Materials.Documents;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Writing;
using Json.Schema;

namespace Electrolith.Routes.Tests.Writing;

/// <summary>The JSON Schema for editors is the committed one, takes every good route and refuses bad ones.</summary>
public sealed class SchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(SchemaWriter.Write());

    public static TheoryData<string> Routes => [.. RouteText.Files.Select(Path.GetFileName).OfType<string>()];

    [Fact]
    public void The_committed_schema_is_what_the_code_writes()
    {
        if (Environment.GetEnvironmentVariable("ELECTROLITH_WRITE_SCHEMA") is { Length: > 0 } target)
        {
            File.WriteAllText(target, SchemaWriter.Write());
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Docs", "route.schema.json")), SchemaWriter.Write());
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public void Every_route_of_the_repository_is_valid(string file) =>
        AssertValid(File.ReadAllText(RouteText.Files.Single(path => Path.GetFileName(path) == file)));

    [Fact]
    public void The_template_is_valid() => AssertValid(TemplateWriter.Write());

    [Fact]
    public void A_partial_route_with_an_include_is_valid() => AssertValid("include: base.yaml\ncathode: {loading: 3 mAh/cm2}\n");

    [Fact]
    public void Operations_may_be_a_word_or_have_parameters() =>
        AssertValid(RouteText.Of("  recipe:\n    - anneal\n    - anneal:\n    - press: {pressure: 300 MPa}\n"));

    [Theory]
    [InlineData("a-list-not-a-route")]
    [InlineData("bare-temperature")]
    [InlineData("coating-without-thickness")]
    [InlineData("composition-without-active")]
    [InlineData("empty-value")]
    [InlineData("field-in-the-wrong-section")]
    [InlineData("include-as-map")]
    [InlineData("missing-required")]
    [InlineData("missing-sections")]
    [InlineData("misspelt-field")]
    [InlineData("missing-unit")]
    [InlineData("name-as-list")]
    [InlineData("operation-parameters-not-indented")]
    [InlineData("property-without-value")]
    [InlineData("recipe-not-a-list")]
    [InlineData("section-as-value")]
    [InlineData("unknown-choice")]
    [InlineData("unknown-operation")]
    [InlineData("unknown-operation-parameter")]
    [InlineData("unknown-section")]
    [InlineData("unsupported-format")]
    [InlineData("value-as-section")]
    public void A_bad_file_is_refused(string file) =>
        Assert.False(Schema.Evaluate(Json(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "BadRoutes", file + ".yaml")))).IsValid);

    private static void AssertValid(string yaml)
    {
        var result = Schema.Evaluate(Json(yaml), new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(result.IsValid, string.Join('\n', result.Details.Where(item => item.HasErrors).Select(item => $"{item.InstanceLocation}: {string.Join("; ", item.Errors!.Values)}")));
    }

    private static JsonNode? Json(string yaml)
    {
        var bag = new DiagnosticBag();
        var node = YamlReader.Read(new SourceText("(test)", yaml), bag);
        Assert.False(bag.HasErrors, DiagnosticPrinter.Print(bag.ToSorted()));
        return Json(node!);
    }

    /// <summary>As an editor reads YAML: plain numbers are numbers, the rest is text.</summary>
    private static JsonNode? Json(DocumentNode node) => node switch
    {
        DocumentMap map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Json(entry.Value)))),
        DocumentSequence list => new JsonArray([.. list.Items.Select(Json)]),
        DocumentScalar { IsEmpty: true } => null,
        DocumentScalar { IsQuoted: false } scalar when double.TryParse(scalar.Text, out var number) => JsonValue.Create(number),
        DocumentScalar scalar => JsonValue.Create(scalar.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "unknown node"),
    };
}
