using System.Globalization;
using System.Text;
using Electrolith.Numerics;
using Electrolith.Processing.Recipes;

namespace Electrolith.Processing.Choosing.Trials;

/// <summary>First trials that fill the ranges, and the table to write their results into.</summary>
public static class TrialDesign
{
    private const int Tries = 400;

    /// <summary>Steps of a setting over its range.</summary>
    internal const int SettingsOfRange = 200;

    /// <summary>Positions that fill the unit cube: of many Latin hypercubes the one whose nearest points are farthest apart.</summary>
    /// <param name="count">Positions.</param>
    /// <param name="question">Settings and seed.</param>
    /// <param name="others">Positions that were tried already.</param>
    public static double[][] Fill(int count, TrialQuestion question, IReadOnlyList<double[]> others)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(others);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var dimensions = question.Varied.Length;
        var stream = new RandomStream(question.Seed).Fork("design");
        var (best, widest) = (Array.Empty<double[]>(), double.NegativeInfinity);
        var cube = new double[count * dimensions];
        for (var i = 0; i < Tries; i++)
        {
            LatinHypercube.Fill(stream, count, dimensions, cube);
            double[][] points = [.. Enumerable.Range(0, count).Select(point => cube[(point * dimensions)..((point + 1) * dimensions)])];
            foreach (var shared in question.Shared)
            {
                Array.ForEach(points, point => point[shared] = points[0][shared]);
            }

            var distance = Nearest(points, others);
            (best, widest) = distance > widest ? (points, distance) : (best, widest);
        }

        return [.. best.Select(point => Rounded(point, question))];
    }

    /// <summary>A table with a first design, to be filled in.</summary>
    /// <param name="question">Settings, goals, limits, batch.</param>
    /// <param name="title">What it is for.</param>
    public static string Template(TrialQuestion question, string title)
    {
        ArgumentNullException.ThrowIfNull(question);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Trials for {title}. Fill in the results; write yes under 'failed' for a trial that gave nothing to measure.\n");
        text.Append("# A row without results and without a word under 'failed' is a plan that was not carried out yet. Lines that begin with # are comments.\n");
        text.Append(Header(question)).Append('\n');
        var number = 0;
        foreach (var position in Fill(question.Batch, question, []))
        {
            text.Append(Row(question, question.Settings(position), (++number).ToString(CultureInfo.InvariantCulture))).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The header of a table for a question.</summary>
    /// <param name="question">Settings, goals and limits.</param>
    public static string Header(TrialQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        static string Name(string name, Quantities.QuantityKind kind) => kind.DisplayUnit.Length > 0 ? $"{name} [{kind.DisplayUnit}]" : name;
        return string.Join(',', ["trial", .. question.Varied.Select(varied => Name(varied.Path, varied.Kind)), .. question.Results.Select(result => Name(result.Name, result.Kind)), "failed", "note"]);
    }

    /// <summary>A row with settings and no results.</summary>
    /// <param name="question">Settings, goals and limits.</param>
    /// <param name="settings">SI values.</param>
    /// <param name="name">Name of the trial.</param>
    public static string Row(TrialQuestion question, double[] settings, string name)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(settings);
        var values = settings.Select((value, k) => Quantities.QuantityPrinter.Number(Quantities.QuantityPrinter.ToDisplay(value, question.Varied[k].Kind), 12));
        return string.Join(',', [name, .. values, .. question.Results.Select(_ => ""), "", ""]);
    }

    /// <summary>A row of a trial as it was read.</summary>
    /// <param name="question">Settings, goals and limits.</param>
    /// <param name="trial">Trial.</param>
    public static string Row(TrialQuestion question, Trial trial)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(trial);
        static string Number(double value, Quantities.QuantityKind kind) => Quantities.QuantityPrinter.Number(Quantities.QuantityPrinter.ToDisplay(value, kind), 9);
        var settings = question.Varied.Select((varied, k) => Number(varied.Extended(trial.Position[k]), varied.Kind));
        var results = question.Results.Select(result => trial.Results.TryGetValue(result.Name, out var value) ? Number(value, result.Kind) : "");
        return string.Join(',', [trial.Name, .. settings, .. results, trial.State == TrialState.Failed ? "yes" : "", ""]);
    }

    /// <summary>The position whose settings a person can dial in.</summary>
    internal static double[] Rounded(double[] position, TrialQuestion question) =>
        [.. question.Varied.Select((varied, k) => varied.ShareOf(SettingSteps.Nearest(varied, varied.At(position[k]), varied.IsLogarithmic ? 20 : SettingsOfRange)))];

    private static double Nearest(double[][] points, IReadOnlyList<double[]> others)
    {
        var nearest = double.PositiveInfinity;
        for (var i = 0; i < points.Length; i++)
        {
            foreach (var other in points.Take(i).Concat(others))
            {
                nearest = Math.Min(nearest, points[i].Zip(other, (a, b) => (a - b) * (a - b)).Sum());
            }
        }

        return nearest;
    }
}
