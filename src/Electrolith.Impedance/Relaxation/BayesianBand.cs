using System.Collections.Immutable;

namespace Electrolith.Impedance.Relaxation;

/// <summary>From the most probable distribution and its covariance to curve, band and peaks.</summary>
internal static class BayesianBand
{
    private const double Sigmas = 1.959963984540054; // 95 %

    /// <summary>The result.</summary>
    /// <param name="system">Equations.</param>
    /// <param name="posterior">At its minimum.</param>
    /// <param name="inverse">Inverse curvature of head and u.</param>
    /// <param name="noise">Variance of the noise.</param>
    /// <param name="strength">μ.</param>
    /// <param name="options">Options.</param>
    /// <param name="isRelative">Points were weighed by 1/|Z|.</param>
    public static RelaxationResult Describe(RelaxationSystem system, LogPosterior posterior, double[] inverse, double noise, double strength, RelaxationOptions options, bool isRelative)
    {
        var values = posterior.Log.Select(Math.Exp).ToArray();
        var curve = RelaxationCurve.Of(system.Basis, values);
        var covariance = Covariance(posterior, inverse, noise, values);
        var spread = Enumerable.Range(0, curve.Places.Length).Select(point => curve.Gamma[point] > 0 ? Math.Sqrt(Variance(system.Basis, covariance, curve, point, point)) / curve.Gamma[point] : 0).ToArray();
        var peaks = Distinct(system.Basis, covariance, curve).Select(peak => new RelaxationPeak(curve.Times[peak.Top], curve.Gamma[peak.Top], curve.Area(peak.From, peak.To))
        {
            ResistanceError = curve.Step * Math.Sqrt(Variance(system.Basis, covariance, curve, peak.From, peak.To)),
        });
        return new RelaxationResult(
            [.. curve.Times], [.. curve.Gamma], strength, posterior.Head[0], options.WithInductor ? posterior.Head[1] : 0, [.. peaks], Math.Sqrt(posterior.Misfit / (2 * system.Points)))
        {
            Method = RelaxationMethod.Bayesian,
            IsRelative = isRelative,
            Tail = Tail(system, posterior),
            Lower = [.. curve.Gamma.Zip(spread, (gamma, sigma) => gamma * Math.Exp(-Sigmas * sigma))],
            Upper = [.. curve.Gamma.Zip(spread, (gamma, sigma) => gamma * Math.Exp(Sigmas * sigma))],
            PolarisationError = curve.Step * Math.Sqrt(Variance(system.Basis, covariance, curve, 0, curve.Places.Length - 1)),
        };
    }

    // Z = B (jω/ω₀)^−α at the slowest frequency ω₀ is 1/(Q (jω)^α) with Q = ω₀^−α / B.
    private static SeriesTail? Tail(RelaxationSystem system, LogPosterior posterior)
    {
        if (posterior.HasTail)
        {
            var exponent = 1 / (1 + Math.Exp(-posterior.Head[^1]));
            return new SeriesTail(Math.Exp(-posterior.Head[^2] - (exponent * Math.Log(system.Omega[^1]))), exponent);
        }

        return system.HasCapacitor && posterior.Head[^1] > 0 ? new SeriesTail(1 / posterior.Head[^1], 1) : null;
    }

    // Of the coefficients exp(u).
    private static double[] Covariance(LogPosterior posterior, double[] inverse, double noise, double[] values)
    {
        var (size, count) = (posterior.HeadCount + posterior.Functions, posterior.Functions);
        var covariance = new double[count * count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                covariance[(i * count) + j] = noise * inverse[((posterior.HeadCount + i) * size) + posterior.HeadCount + j] * values[i] * values[j];
            }
        }

        return covariance;
    }

    // Two peaks are one when the dip between them is within twice its own uncertainty.
    private static List<PeakPlace> Distinct(RelaxationBasis basis, double[] covariance, RelaxationCurve curve)
    {
        var distinct = new List<PeakPlace>();
        foreach (var peak in curve.Peaks())
        {
            if (distinct.Count == 0 || distinct[^1].To != peak.From)
            {
                distinct.Add(peak);
                continue;
            }

            var before = distinct[^1];
            var lower = curve.Gamma[before.Top] < curve.Gamma[peak.Top] ? before.Top : peak.Top;
            var depth = Math.Log(curve.Gamma[lower] / curve.Gamma[peak.From]);
            var sums = new double[basis.Count];
            for (var function = 0; function < sums.Length; function++)
            {
                sums[function] = (basis.Value(function, curve.Places[lower]) / curve.Gamma[lower]) - (basis.Value(function, curve.Places[peak.From]) / curve.Gamma[peak.From]);
            }

            if (depth > 2 * Math.Sqrt(Form(covariance, sums)))
            {
                distinct.Add(peak);
            }
            else
            {
                distinct[^1] = new PeakPlace(before.From, lower == before.Top ? peak.Top : before.Top, peak.To);
            }
        }

        return distinct;
    }

    // Variance of the sum of γ over points.
    private static double Variance(RelaxationBasis basis, double[] covariance, RelaxationCurve curve, int from, int to)
    {
        var sums = new double[basis.Count];
        for (var function = 0; function < basis.Count; function++)
        {
            for (var point = from; point <= to; point++)
            {
                sums[function] += basis.Value(function, curve.Places[point]);
            }
        }

        return Form(covariance, sums);
    }

    private static double Form(double[] covariance, double[] sums)
    {
        var variance = 0.0;
        for (var i = 0; i < sums.Length; i++)
        {
            for (var j = 0; j < sums.Length && sums[i] != 0; j++)
            {
                variance += sums[i] * covariance[(i * sums.Length) + j] * sums[j];
            }
        }

        return Math.Max(0, variance);
    }
}
