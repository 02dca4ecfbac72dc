using Electrolith.Routes.Pipeline;
using Electrolith.Routes.Reading;
using Electrolith.Routes.Writing;

namespace Electrolith.Routes.Tests.Writing;

/// <summary>The template that <c>init</c> writes works as it stands and shows every field.</summary>
public sealed class TemplateTests
{
    [Fact]
    public void It_reads_compiles_and_evaluates_without_a_note()
    {
        var route = RouteText.Compile(TemplateWriter.Write());
        Assert.Empty(route.Notes);
        var outcome = RoutePipeline.Evaluate(route, route.NominalDraw(), warnings: null);
        Assert.InRange(outcome.SpecificEnergy / 3600, 100, 600);
    }

    [Fact]
    public void Every_field_stands_in_it()
    {
        var text = TemplateWriter.Write();
        Assert.All(RouteFields.Walk(RouteFields.Root), item => Assert.Contains($"{item.Field.Name}:", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Its_defaults_can_be_uncommented_one_by_one()
    {
        // A commented line of a section that is in use, with a value that is not a placeholder.
        var lines = TemplateWriter.Write().Split('\n');
        var tried = 0;
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index];
            if (!line.TrimStart().StartsWith("# ", StringComparison.Ordinal) || !line.StartsWith("  # ", StringComparison.Ordinal) || line.Contains("...", StringComparison.Ordinal)
                || line.StartsWith("  #   ", StringComparison.Ordinal) || !line.Contains(": ", StringComparison.Ordinal) || line.Split(": ", 2)[1].TrimStart().StartsWith('#') || line.Contains("capacity-ratio", StringComparison.Ordinal)
                || line.Contains("active-share", StringComparison.Ordinal) || InSection(lines, index) is "electrolyte" or "collectors" or "operation" or "cell" or "factory"
                || (InSection(lines, index) == "anode" && line.Contains("porosity", StringComparison.Ordinal)))
            {
                continue;
            }

            var changed = lines.ToArray();
            changed[index] = "  " + line[4..];
            RouteText.Compile(string.Join('\n', changed));
            tried++;
        }

        Assert.InRange(tried, 8, 100);
    }

    private static string InSection(string[] lines, int index)
    {
        while (index > 0 && (lines[index].Length == 0 || lines[index][0] == ' '))
        {
            index--;
        }

        return lines[index].TrimStart('#', ' ').Split(':')[0];
    }
}
