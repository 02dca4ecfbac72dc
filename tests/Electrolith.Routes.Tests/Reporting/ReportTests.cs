using System.Text.RegularExpressions;
using Electrolith.Industry.Scenarios;
using Electrolith.Routes.Comparing;
using Electrolith.Routes.Reporting;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Routes.Tests.Reporting;

/// <summary>The report shows everything, asks for nothing from outside and takes no orders from a route file.</summary>
public sealed partial class ReportTests
{
    private const string Hostile = "<script>alert(1)</script>\" onload='x' & <b>";

    private static readonly Scenario Application = ScenarioLibrary.Default.All[0];
    private static readonly string Alone = Report(RouteText.Assess(RouteText.Of(), 60));
    private static readonly string Compared = Comparison();

    [Fact]
    public void A_route_alone_has_every_section_and_figure()
    {
        Assert.Equal(["Results", "Sources"], Headings(Alone));
        foreach (var part in new[] { "Resistance budget", "What drives the specific energy", "What drives the area-specific resistance", "What drives the material cost", "All results", "Cost by material", "inputs with source and status", "What a specialist would warn of" })
        {
            Assert.Contains(part, Alone, StringComparison.Ordinal);
        }

        // Windows, budget, energy map and three drivers.
        Assert.Equal(6, Regex.Count(Alone, "<svg "));
    }

    [Fact]
    public void A_comparison_has_every_section_and_figure()
    {
        Assert.Equal(["Ranking", "Trade-offs", "First", "Second", "Sources"], Headings(Compared));
        // Score, places, two trade-offs and all resistances, then six figures for each route.
        Assert.Equal(5 + (2 * 6), Regex.Count(Compared, "<svg "));
    }

    [Fact]
    public void Every_source_of_every_input_is_listed_once_and_every_reference_has_its_target()
    {
        var route = RouteText.Compile(RouteText.Of());
        Assert.All(route.SourceKeys(), key => Assert.Single(Regex.Matches(Alone, $"id=\"source-{Regex.Escape(key)}\"")));
        foreach (var html in new[] { Alone, Compared })
        {
            var ids = Ids().Matches(html).Select(match => match.Groups[1].Value).ToList();
            Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
            var targets = References().Matches(html).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal);
            Assert.Empty(targets.Except(ids, StringComparer.Ordinal));
        }
    }

    [Fact]
    public void It_asks_for_nothing_from_outside()
    {
        foreach (var html in new[] { Alone, Compared })
        {
            Assert.DoesNotMatch("<(link|script|img|iframe|object|embed|base|form)\\b", html);
            Assert.DoesNotMatch("@import|src=|url\\((?!#)|xlink:href=\"(?!#)", html);
            Assert.DoesNotMatch("NaN|Infinity|\u221E", html);
            Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_hostile_route_is_only_text()
    {
        var quoted = "'" + Hostile.Replace("'", "''", StringComparison.Ordinal) + "'";
        var route = RouteText.Assess(RouteText.Of("  properties: {price: {value: 90 USD(2024)/kg, note: " + quoted + "}}\n", name: quoted, rest: "summary: " + quoted + "\n"), 10);
        var judgement = ScenarioJudgement.Of(route, Application);
        foreach (var html in new[] { ReportWriter.ToHtml([route], [judgement], null, 1), ReportWriter.ToHtml([route], [judgement], RouteComparison.Of([route], Application), 1) })
        {
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\" onload", html, StringComparison.Ordinal);
            Assert.DoesNotContain("& <", html, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_same_inputs_give_the_same_bytes()
    {
        Assert.Equal(Alone, Report(RouteText.Assess(RouteText.Of(), 60, threads: 2)));
        Assert.Equal(Compared, Comparison());
    }

    [Fact]
    public void Without_samples_there_are_no_intervals_and_no_drivers()
    {
        var html = Report(RouteText.Assess(RouteText.Of()));
        Assert.DoesNotContain("What drives", html, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(html, "<svg "));
    }

    [Fact]
    public void Every_route_of_the_repository_can_be_reported()
    {
        foreach (var file in RouteText.Files)
        {
            var html = Report(RouteAssessor.Assess(RouteText.CompileFile(file), new AssessmentOptions { Samples = 20 }));
            Assert.DoesNotMatch("NaN|Infinity", html);
        }
    }

    private static string Report(RouteAssessment route) => ReportWriter.ToHtml([route], [ScenarioJudgement.Of(route, Application)], null, 1);

    private static string Comparison()
    {
        var routes = new[] { RouteText.Assess(RouteText.Of(name: "First"), 40), RouteText.Assess(RouteText.Of(name: "Second").Replace("30 um", "90 um", StringComparison.Ordinal), 40) };
        return ReportWriter.ToHtml(routes, [.. routes.Select(route => ScenarioJudgement.Of(route, Application))], RouteComparison.Of(routes, Application), 1);
    }

    private static IEnumerable<string> Headings(string html) => Heading().Matches(html).Select(match => match.Groups[1].Value);

    [GeneratedRegex("<h2>([^<]*)</h2>", RegexOptions.None, 5000)]
    private static partial Regex Heading();

    [GeneratedRegex(" id=\"([^\"]*)\"", RegexOptions.None, 5000)]
    private static partial Regex Ids();

    [GeneratedRegex("(?:href=\"|aria-labelledby=\"|url\\()#([^\")]*)", RegexOptions.None, 5000)]
    private static partial Regex References();
}
