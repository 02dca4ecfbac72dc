using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Quantities.Tests;

/// <summary>A diagnostic shows file, line, field, context, caret and hint.</summary>
public sealed class DiagnosticPrinterTests
{
    [Fact]
    public void Prints_the_place_with_context_and_caret()
    {
        var source = new SourceText("route.yaml", "separator:\n  material: llzto\n  thickness: 30\ncathode:\n");
        var printed = DiagnosticPrinter.Print([new Diagnostic("EL0102", Severity.Error, source, new SourceSpan(3, 14, 2), "separator.thickness", "expected a length with its unit, got '30'", "write \"30 um\"")]);
        Assert.Equal(
            """
            route.yaml:3:14: error EL0102 at separator.thickness:
               expected a length with its unit, got '30'
              1 | separator:
              2 |   material: llzto
            > 3 |   thickness: 30
                |              ^^
              4 | cathode:
               hint: write "30 um"


            """, printed);
    }

    [Fact]
    public void Lines_never_exceed_80_columns()
    {
        var source = new SourceText("long.yaml", "name: " + new string('x', 300) + " 30\n");
        var printed = DiagnosticPrinter.Print([new Diagnostic("EL2001", Severity.Warning, source, new SourceSpan(1, 308, 2), "name", "too long", null)]);
        Assert.All(printed.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Contains("30", printed.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_file_problem_has_no_context()
    {
        var printed = DiagnosticPrinter.Print([new Diagnostic("EL2002", Severity.Error, new SourceText("a.yaml", "x: 1"), new SourceSpan(0, 0, 0), "name", "'name' is missing", null)]);
        Assert.Equal("a.yaml: error EL2002 at name: 'name' is missing\n\n", printed);
    }

    [Theory]
    [InlineData("li6ps5c", "li6ps5cl")]
    [InlineData("LLTZO", "llzto")]
    [InlineData("nmc", "nmc622")]
    [InlineData("thicknes", "thickness")]
    public void Finds_the_nearest_name(string wanted, string expected) =>
        Assert.Equal(expected, NearestNames.Find(wanted, ["li6ps5cl", "li6ps5br", "llzto", "nmc811", "nmc622", "thickness"])[0]);

    [Fact]
    public void Finds_nothing_when_nothing_is_near() => Assert.Empty(NearestNames.Find("unobtainium", ["li6ps5cl", "llzto"]));

    [Fact]
    public void The_bag_sorts_and_drops_repeats()
    {
        var source = new SourceText("a.yaml", "x");
        var bag = new DiagnosticBag();
        var late = new Diagnostic("EL2001", Severity.Warning, source, new SourceSpan(9, 1, 1), "b", "late", null);
        bag.Add(late);
        bag.Add(new Diagnostic("EL2001", Severity.Warning, source, new SourceSpan(2, 1, 1), "a", "early", null));
        bag.Add(late);
        Assert.False(bag.HasErrors);
        Assert.Equal(["early", "late"], bag.ToSorted().Select(item => item.Message));
    }
}
