using Electrolith.Routes.Comparing;
using Electrolith.Routes.Files;
using Electrolith.Routes.Html;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Routes.Reporting;

/// <summary>Writes the HTML report: one self-contained page with figures, tables and the source list.</summary>
public static class ReportWriter
{
    /// <summary>Writes a report; nothing half-written stays behind on failure.</summary>
    /// <param name="path">File to write.</param>
    /// <param name="routes">Evaluated routes.</param>
    /// <param name="judgements">How each does against its application; null where there is none.</param>
    /// <param name="comparison">The comparison; null for single evaluations.</param>
    /// <param name="seed">Seed of the samples.</param>
    /// <exception cref="IOException">The file cannot be written; the message says why.</exception>
    public static void Write(
        string path, IReadOnlyList<RouteAssessment> routes, IReadOnlyList<ScenarioJudgement?> judgements, RouteComparison? comparison, ulong seed) =>
        AtomicFile.WriteAllText(path, ToHtml(routes, judgements, comparison, seed));

    /// <summary>The page; same inputs, same bytes.</summary>
    /// <param name="routes">Evaluated routes.</param>
    /// <param name="judgements">How each does against its application; null where there is none.</param>
    /// <param name="comparison">The comparison; null for single evaluations.</param>
    /// <param name="seed">Seed of the samples.</param>
    public static string ToHtml(IReadOnlyList<RouteAssessment> routes, IReadOnlyList<ScenarioJudgement?> judgements, RouteComparison? comparison, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(routes);
        ArgumentNullException.ThrowIfNull(judgements);
        var title = comparison is null ? string.Join("; ", routes.Select(route => route.Route.Document.Name)) : $"{routes.Count} routes for {comparison.Scenario.Name}";
        var page = new HtmlPage(title)
        {
            Lead = comparison is null && routes.Count == 1 ? routes[0].Route.Document.Summary : "Predictions with their uncertainty, the reasons behind them and every source used.",
            Footer = $"Electrolith {typeof(ReportWriter).Assembly.GetName().Version?.ToString(3)}, {routes[0].Samples.Count} samples, seed {seed}. Intervals are the 5th to the 95th percentile.",
        };
        if (comparison is not null)
        {
            ComparisonReport.Add(page, comparison);
        }

        for (var index = 0; index < routes.Count; index++)
        {
            RouteReport.Add(page, routes[index], judgements[index], isAlone: routes.Count == 1);
        }

        AddSources(page, routes, judgements);
        return page.ToHtml();
    }

    private static void AddSources(HtmlPage page, IReadOnlyList<RouteAssessment> routes, IReadOnlyList<ScenarioJudgement?> judgements)
    {
        var limits = judgements.OfType<ScenarioJudgement>().SelectMany(judgement => judgement.Limits).Select(limit => limit.Finding.Limit.SourceKey);
        var keys = routes.SelectMany(route => route.Route.SourceKeys()).Concat(limits).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        page.Section("Sources", section => section.Sources([.. keys.Select(key => Source(key, routes))]));
    }

    private static HtmlSource Source(string key, IReadOnlyList<RouteAssessment> routes) =>
        routes.Select(route => route.Route.Sources.TryGet(key, out var found) ? found : null).FirstOrDefault(found => found is not null) is { } entry
        ? new HtmlSource(key, entry.Citation, entry.Doi.Length > 0 ? $"https://doi.org/{entry.Doi}" : entry.Url.Length > 0 ? entry.Url : null)
        : new HtmlSource(key, key, null);
}
