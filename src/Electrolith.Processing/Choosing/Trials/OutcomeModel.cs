using Electrolith.Numerics;
using Electrolith.Numerics.GaussianProcesses;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities;

namespace Electrolith.Processing.Choosing.Trials;

/// <summary>How well a model says the trials that it was not shown.</summary>
/// <param name="Trials">Trials with this result.</param>
/// <param name="Explained">Share of the scatter that the others explain (1 is all, 0 or less nothing); NaN for fewer than three trials.</param>
/// <param name="Within">Trials inside their 95 % interval.</param>
/// <param name="Error">Typical error: SI, or relative when the model works in logarithms.</param>
public sealed record OutcomeQuality(int Trials, double Explained, int Within, double Error);

/// <summary>One result over the settings, learnt from trials: a Gaussian process about the mean of the trials or about what a recipe expects.</summary>
/// <remarks>
/// Quantities above zero that span a factor of ten or more are modelled in logarithms. With a recipe the process is put on the rest
/// y - (a + b · recipe), a and b by least squares; the recipe is left out when it does not help (b not above zero).
/// </remarks>
public sealed class OutcomeModel
{
    private readonly GaussianProcess process;
    private readonly TrialQuestion question;
    private readonly double intercept;
    private readonly double slope;

    private OutcomeModel(RecipeResult result, TrialQuestion question, GaussianProcess process, bool isLogarithmic, (double Intercept, double Slope) line, double explainedByRecipe, OutcomeQuality quality) =>
        (Result, this.question, this.process, IsLogarithmic, intercept, slope, ExplainedByRecipe, Quality) = (result, question, process, isLogarithmic, line.Intercept, line.Slope, explainedByRecipe, quality);

    /// <summary>Which result.</summary>
    public RecipeResult Result { get; }

    /// <summary>True when the model works in logarithms.</summary>
    public bool IsLogarithmic { get; }

    /// <summary>Share of the scatter that the recipe explains; NaN without a recipe.</summary>
    public double ExplainedByRecipe { get; }

    /// <summary>How good the model is.</summary>
    public OutcomeQuality Quality { get; }

    /// <summary>Standard deviation of a measurement, in the scale of the model.</summary>
    public double Noise => process.NoiseDeviation;

    /// <summary>Learns a result.</summary>
    /// <param name="result">Which result.</param>
    /// <param name="question">Settings and recipe.</param>
    /// <param name="trials">Trials; those without the result are left out, at least one has it.</param>
    public static OutcomeModel Learn(RecipeResult result, TrialQuestion question, IEnumerable<Trial> trials)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(trials);
        Trial[] known = [.. trials.Where(trial => trial.State == TrialState.Measured && trial.Results.ContainsKey(result.Name))];
        double[] raw = [.. known.Select(trial => trial.Results[result.Name])];
        var isLogarithmic = result.Kind != QuantityKinds.Temperature && raw.All(value => value > 0) && raw.Max() / raw.Min() >= 10;
        double[] values = [.. raw.Select(value => isLogarithmic ? Math.Log(value) : value)];
        double[][] points = [.. known.Select(trial => trial.Position)];
        double[] expected = [.. points.Select(point => question.Expected(result, point)).Select(value => isLogarithmic ? Math.Log(value) : value)];
        var (line, explained) = Line(expected, values);
        double[] rest = [.. values.Select((value, i) => line.Slope > 0 ? value - line.Intercept - (line.Slope * expected[i]) : value)];
        var fitted = GaussianProcessFit.Fit(points, rest, new GaussianProcessFitOptions { Seed = question.Seed, Starts = 3 });
        return new OutcomeModel(result, question, fitted, isLogarithmic, line, explained, Judge(fitted, rest, values));
    }

    /// <summary>The result at a position, in the scale of the model, without the noise of a measurement.</summary>
    /// <param name="position">Shares of the ranges.</param>
    public GaussianPrediction Predict(double[] position)
    {
        ArgumentNullException.ThrowIfNull(position);
        var prediction = process.Predict(position);
        return slope > 0 ? prediction with { Mean = prediction.Mean + Expectation(position) } : prediction;
    }

    /// <summary>Expected value and 95 % interval of a measurement, SI.</summary>
    /// <param name="position">Shares of the ranges.</param>
    public (double Mean, double Low, double High) Measurement(double[] position)
    {
        var prediction = Predict(position);
        var half = 1.96 * Math.Sqrt(prediction.Variance + (Noise * Noise));
        // A share is never outside 0 to 1, whatever the normal distribution says.
        double Si(double value) => IsLogarithmic ? Math.Exp(value) : Result.Kind == QuantityKinds.Fraction ? Math.Clamp(value, 0, 1) : value;
        return (Si(prediction.Mean), Si(prediction.Mean - half), Si(prediction.Mean + half));
    }

    /// <summary>Probability that a measurement meets a limit.</summary>
    /// <param name="limit">Limit on this result.</param>
    /// <param name="position">Shares of the ranges.</param>
    public double Probability(ResultLimit limit, double[] position)
    {
        ArgumentNullException.ThrowIfNull(limit);
        var prediction = Predict(position);
        var value = Scaled(limit.Value);
        var below = new GaussianPrediction(prediction.Mean, prediction.Variance + (Noise * Noise)).ProbabilityBelow(value);
        return limit.IsLeast ? 1 - below : below;
    }

    /// <summary>A value in the scale of the model.</summary>
    /// <param name="si">SI value.</param>
    public double Scaled(double si) => IsLogarithmic ? Math.Log(Math.Max(si, double.Epsilon)) : si;

    /// <summary>The model as if a trial had given what is expected of it.</summary>
    /// <param name="position">Shares of the ranges.</param>
    public OutcomeModel Believing(double[] position) =>
        new(Result, question, process.With(position, process.Predict(position).Mean), IsLogarithmic, (intercept, slope), ExplainedByRecipe, Quality);

    private double Expectation(double[] position)
    {
        var value = question.Expected(Result, position);
        value = intercept + (slope * (IsLogarithmic ? Math.Log(value) : value));
        return double.IsFinite(value) ? value : intercept;
    }

    private static ((double Intercept, double Slope) Line, double Explained) Line(double[] expected, double[] values)
    {
        if (values.Length < 4 || !expected.All(double.IsFinite))
        {
            return ((0, 0), double.NaN);
        }

        var (x, y) = (expected.Average(), values.Average());
        var (xx, xy, yy) = (expected.Sum(value => (value - x) * (value - x)), expected.Zip(values, (a, b) => (a - x) * (b - y)).Sum(), values.Sum(value => (value - y) * (value - y)));
        return xx > 0 && yy > 0 && xy > 0 ? ((y - (xy / xx * x), xy / xx), xy * xy / (xx * yy)) : ((0, 0), 0);
    }

    private static OutcomeQuality Judge(GaussianProcess process, double[] rest, double[] values)
    {
        var left = process.LeaveOneOut();
        var mean = values.Average();
        var (squares, total) = (left.Select((prediction, i) => Math.Pow(rest[i] - prediction.Mean, 2)).Sum(), values.Sum(value => (value - mean) * (value - mean)));
        var within = left.Where((prediction, i) => Math.Abs(rest[i] - prediction.Mean) <= 1.96 * prediction.Deviation).Count();
        return new OutcomeQuality(values.Length, values.Length >= 3 && total > 0 ? 1 - (squares / total) : double.NaN, within, Math.Sqrt(squares / values.Length));
    }
}
