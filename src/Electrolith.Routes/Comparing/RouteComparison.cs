using System.Collections.Immutable;
using Electrolith.Industry.Decisions;
using Electrolith.Industry.Scenarios;
using Electrolith.Routes.Pipeline;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Routes.Comparing;

/// <summary>One route among others.</summary>
/// <param name="Route">The route with its uncertainty.</param>
/// <param name="Judgement">How it does against the application.</param>
/// <param name="Score">TOPSIS score between fixed bounds, 0 to 1; it does not depend on the other routes.</param>
/// <param name="Rank">Place, from 1: routes that keep the limits first, then by score.</param>
/// <param name="Front">Pareto front, from 1: no route beats the first front in every weighted criterion.</param>
/// <param name="RankShares">Share of the samples in which the route takes each place by score.</param>
public sealed record RankedRoute(RouteAssessment Route, ScenarioJudgement Judgement, MetricSummary Score, int Rank, int Front, ImmutableArray<double> RankShares);

/// <summary>Several routes compared for one application.</summary>
/// <param name="Scenario">The application.</param>
/// <param name="Routes">The routes, best first.</param>
public sealed record RouteComparison(Scenario Scenario, ImmutableArray<RankedRoute> Routes)
{
    /// <summary>Compares routes.</summary>
    /// <param name="routes">Evaluated routes with the same number of samples.</param>
    /// <param name="scenario">The application.</param>
    public static RouteComparison Of(IReadOnlyList<RouteAssessment> routes, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(routes);
        ArgumentNullException.ThrowIfNull(scenario);
        var columns = scenario.Columns;
        var metrics = columns.Select(column => Metric.IndexOf(column.Id)).ToArray();
        var nominal = new double[routes.Count * columns.Length];
        Fill(nominal, (route, column) => Metric.All[metrics[column]].Value(routes[route].Nominal), routes.Count, columns.Length);
        var scores = Topsis.Score(nominal, columns.AsSpan(), TopsisScaling.Absolute);
        var fronts = ParetoFront.Sort(nominal, columns.Select(column => column.Kind).ToArray());
        var sampled = SampledScores(routes, columns, metrics);
        var samples = routes.Min(route => route.Samples.Count);
        var acceptability = samples > 0 ? RankAcceptability.Of(sampled, routes.Count) : null;

        var judged = routes.Select((route, index) => new RankedRoute(
            route, ScenarioJudgement.Of(route, scenario), MetricSummary.Of(scores[index], Column(sampled, index, routes.Count)), 0, fronts[index] + 1,
            acceptability is null ? [] : [.. Enumerable.Range(0, routes.Count).Select(rank => acceptability[index, rank])]));
        var ordered = judged.OrderByDescending(item => item.Judgement.IsFeasible).ThenByDescending(item => item.Score.Value)
            .ThenBy(item => item.Route.Route.Document.Name, StringComparer.Ordinal);
        return new RouteComparison(scenario, [.. ordered.Select((item, index) => item with { Rank = index + 1 })]);
    }

    private static double[] SampledScores(IReadOnlyList<RouteAssessment> routes, ImmutableArray<Criterion> columns, int[] metrics)
    {
        var samples = routes.Min(route => route.Samples.Count);
        var all = new double[samples * routes.Count];
        Parallel.For(0, samples, () => new double[routes.Count * columns.Length], (sample, _, matrix) =>
        {
            Fill(matrix, (route, column) => routes[route].Samples.Values(metrics[column])[sample], routes.Count, columns.Length);
            Topsis.Score(matrix, columns.AsSpan(), TopsisScaling.Absolute).CopyTo(all.AsSpan(sample * routes.Count));
            return matrix;
        }, _ => { });
        return all;
    }

    private static double[] Column(double[] table, int column, int width)
    {
        var values = new double[table.Length / width];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = table[(row * width) + column];
        }

        return values;
    }

    private static void Fill(double[] matrix, Func<int, int, double> value, int rows, int columns)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                matrix[(row * columns) + column] = value(row, column);
            }
        }
    }
}
