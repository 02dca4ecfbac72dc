using System.Collections.Immutable;
using System.Numerics;
using Electrolith.Impedance.Spectra;
using Electrolith.Numerics.LeastSquares;
using Electrolith.Quantities;

namespace Electrolith.Impedance.Fitting;

/// <summary>How the scatter of an instrument depends on what it measures: σ = α|Z″| + β|Z′| + γ|Z|²/R_m + δ.</summary>
/// <param name="Imaginary">α.</param>
/// <param name="Real">β.</param>
/// <param name="Square">γ/R_m, 1/ohm.</param>
/// <param name="Floor">δ, ohm.</param>
public sealed record ErrorStructure(double Imaginary, double Real, double Square, double Floor)
{
    /// <summary>Standard deviation of each part of an impedance, ohm.</summary>
    /// <param name="impedance">ohm.</param>
    [Equation("impedance.error-structure", @"\sigma=\alpha|Z''|+\beta|Z'|+\gamma|Z|^2/R_m+\delta", Source = "agarwal1995", Locator = "error structure")]
    public double Deviation(Complex impedance) =>
        (Imaginary * Math.Abs(impedance.Imaginary)) + (Real * Math.Abs(impedance.Real)) + (Square * impedance.Magnitude * impedance.Magnitude) + Floor;

    /// <summary>Finds the structure from repeated measurements of the same cell; no coefficient is below zero.</summary>
    /// <param name="replicates">Two spectra or more with the same frequencies in the same order. A cell that drifts between them makes the scatter look larger than it is.</param>
    /// <exception cref="ArgumentException">Fewer than two spectra, or frequencies that differ.</exception>
    public static ErrorStructure Of(IReadOnlyList<Spectrum> replicates)
    {
        ArgumentNullException.ThrowIfNull(replicates);
        if (replicates.Count < 2)
        {
            throw new ArgumentException("at least two repeated spectra are expected", nameof(replicates));
        }

        var first = replicates[0];
        if (replicates.FirstOrDefault(other => other.Count != first.Count || other.Frequencies.Zip(first.Frequencies).Any(pair => Math.Abs(pair.First - pair.Second) > 1e-3 * pair.Second)) is { } odd)
        {
            throw new ArgumentException($"{odd.Name} and {first.Name} have other frequencies: repeated spectra of one list of frequencies are expected", nameof(replicates));
        }

        // Each point by its own size: relative scatter is what varies over decades.
        var (normal, gradient) = (new double[16], new double[4]);
        var shortfall = MeanOfDeviation(2 * (replicates.Count - 1));
        for (var point = 0; point < first.Count; point++)
        {
            var mean = replicates.Aggregate(Complex.Zero, (sum, item) => sum + item.Impedances[point]) / replicates.Count;
            var variance = replicates.Sum(item => Math.Pow((item.Impedances[point] - mean).Magnitude, 2)) / (2 * (replicates.Count - 1));
            double[] row = [Math.Abs(mean.Imaginary), Math.Abs(mean.Real), mean.Magnitude * mean.Magnitude, 1];
            for (var at = 0; at < 16; at++)
            {
                normal[at] += row[at / 4] * row[at % 4] / (mean.Magnitude * mean.Magnitude);
            }

            for (var at = 0; at < 4; at++)
            {
                gradient[at] += row[at] * Math.Sqrt(variance) / shortfall / (mean.Magnitude * mean.Magnitude);
            }
        }

        // Columns of very different size: scaled to a diagonal of one.
        var scale = Enumerable.Range(0, 4).Select(at => Math.Sqrt(normal[5 * at])).ToArray();
        var scaled = normal.Select((value, at) => value / (scale[at / 4] * scale[at % 4])).ToArray();
        var solution = NonNegativeLeastSquares.Solve(scaled, gradient.Select((value, at) => value / scale[at]).ToArray());
        return new ErrorStructure(solution[0] / scale[0], solution[1] / scale[1], solution[2] / scale[2], solution[3] / scale[3]);
    }

    // Mean of the root of a variance from ν degrees of freedom, over the true deviation: √(2/ν) Γ((ν+1)/2)/Γ(ν/2). Few replicates scatter too little.
    private static double MeanOfDeviation(int freedom)
    {
        var ratio = 1 / Math.Sqrt(Math.PI); // Γ(1)/Γ(1/2)
        for (var nu = 1; nu < freedom; nu++)
        {
            ratio = nu / 2.0 / ratio;
        }

        return ratio * Math.Sqrt(2.0 / freedom);
    }

    /// <summary>Standard deviations for a fit with measured weights.</summary>
    /// <param name="spectrum">The spectrum to fit.</param>
    /// <exception cref="InvalidOperationException">The replicates do not scatter at all.</exception>
    public ImmutableArray<(double Real, double Imaginary)> For(Spectrum spectrum)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        ImmutableArray<(double Real, double Imaginary)> deviations = [.. spectrum.Impedances.Select(z => (Deviation(z), Deviation(z)))];
        return deviations.All(item => item.Real > 0) ? deviations : throw new InvalidOperationException("the repeated spectra are equal to the last digit: they say nothing about the scatter");
    }
}
