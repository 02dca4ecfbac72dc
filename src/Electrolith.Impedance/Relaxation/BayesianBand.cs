using System.Collections.Immutable;

namespace Electrolith.Impedance.Relaxation;

/// <summary>From the most probable distribution and its covariance to curve, band and peaks.</summary>
internal static class BayesianBand
{
    /// <summary>Half a band of 95 %, in standard deviations.</summary>
    public const double Sigmas = 1.959963984540054;

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
        var (raised, looser) = posterior.RaisedCurvature(strength, posterior.HiddenHeights(Math.Sqrt(noise)));
        var upper = RelaxationCurve.Of(system.Basis, raised);
        var covariance = Covariance(posterior, looser ?? inverse, noise, raised);
        var spread = Enumerable.Range(0, curve.Places.Length).Select(point => upper.Gamma[point] > 0 ? Math.Sqrt(Variance(system.Basis, covariance, curve, point, point)) / upper.Gamma[point] : 0).ToArray();
        var peaks = Distinct(system.Basis, covariance, curve, upper).Select(peak => new RelaxationPeak(curve.Times[peak.Top], curve.Gamma[peak.Top], curve.Area(peak.From, peak.To))
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
            Upper = [.. upper.Gamma.Zip(spread, (gamma, sigma) => gamma * Rise(sigma))],
            PolarisationError = curve.Step * Math.Sqrt(Variance(system.Basis, covariance, curve, 0, curve.Places.Length - 1)),
        };
    }

    // Where ln γ itself is not known to better than one, the reach is that of γ: along the tangent.
    private static double Rise(double sigma) => Math.Exp(Sigmas * Math.Min(1, sigma)) * (1 + (Sigmas * Math.Max(0, sigma - 1)));

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

    /// <summary>Peaks side by side are one when the dip between them is within twice its own uncertainty.</summary>
    /// <param name="basis">Functions.</param>
    /// <param name="covariance">Of the coefficients.</param>
    /// <param name="curve">The distribution.</param>
    /// <param name="raised">The distribution where no height is hidden by the noise; null for a signed one.</param>
    public static List<PeakPlace> Distinct(RelaxationBasis basis, double[] covariance, RelaxationCurve curve, RelaxationCurve? raised)
    {
        var isSigned = raised is null;
        var distinct = new List<PeakPlace>();
        foreach (var peak in curve.Peaks(isSigned))
        {
            var isNeighbour = distinct.Count > 0 && distinct[^1].To == peak.From && curve.Gamma[distinct[^1].Top] * curve.Gamma[peak.Top] > 0;
            if (!isNeighbour)
            {
                distinct.Add(peak);
                continue;
            }

            var before = distinct[^1];
            var (lower, higher) = Math.Abs(curve.Gamma[before.Top]) < Math.Abs(curve.Gamma[peak.Top]) ? (before.Top, peak.Top) : (peak.Top, before.Top);
            var (depth, sums) = Dip(basis, raised ?? curve, lower, peak.From);
            if (depth > 2 * Math.Sqrt(Form(covariance, sums)))
            {
                distinct.Add(peak);
            }
            else
            {
                distinct[^1] = new PeakPlace(before.From, higher, peak.To);
            }
        }

        return distinct;
    }

    // How deep a dip is below a top, ohm, and the change of that with each coefficient.
    private static (double Depth, double[] Slopes) Dip(RelaxationBasis basis, RelaxationCurve curve, int top, int dip)
    {
        var slopes = new double[basis.Count];
        for (var function = 0; function < slopes.Length; function++)
        {
            slopes[function] = basis.Value(function, curve.Places[top]) - basis.Value(function, curve.Places[dip]);
        }

        return (Math.Abs(curve.Gamma[top] - curve.Gamma[dip]), slopes);
    }

    /// <summary>Variance of the sum of γ over points.</summary>
    public static double Variance(RelaxationBasis basis, double[] covariance, RelaxationCurve curve, int from, int to)
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
