using System.Collections.Immutable;
using System.Numerics;
using Electrolith.Impedance.Circuits;
using Electrolith.Numerics.LeastSquares;

namespace Electrolith.Impedance.Fitting;

/// <summary>Turns the end of a joint search into values, errors and words.</summary>
internal static class JointReport
{
    private const double NotDetermined = 0.5;

    /// <summary>Makes the result.</summary>
    public static JointFit Of(Circuit circuit, IReadOnlyList<SeriesSpectrum> series, JointSpace space, LeastSquaresResult best, double single, int singleFree, int residuals, double reference)
    {
        var variance = best.SumOfSquares / Math.Max(1, residuals - space.Size);
        var covariance = Cholesky.Inverse(best.NormalMatrix, space.Size);
        var parameters = ImmutableArray.CreateBuilder<FittedParameter>(space.Size);
        for (var axis = 0; axis < space.Size; axis++)
        {
            var value = space.IsLogarithm(axis) ? Math.Exp(best.Parameters[axis]) : best.Parameters[axis];
            var error = covariance is null ? double.PositiveInfinity : Math.Sqrt(Math.Max(0, variance * covariance[(axis * space.Size) + axis])) * (space.IsLogarithm(axis) ? value : 1);
            parameters.Add(new FittedParameter(space.Axes[axis].Name, value, error, space.Axes[axis].Unit));
        }

        var values = new double[circuit.Parameters.Length];
        var slopes = new double[values.Length * space.Size];
        var (all, models) = (new List<ImmutableArray<double>>(), new List<ImmutableArray<Complex>>());
        for (var number = 0; number < series.Count; number++)
        {
            space.Fill(best.Parameters, number, values, slopes);
            all.Add([.. values]);
            models.Add([.. series[number].Spectrum.Frequencies.Select(frequency => circuit.Impedance(frequency, values))]);
        }

        var fitted = parameters.MoveToImmutable();
        return new JointFit(
            circuit, fitted, [.. all], [.. models], best.SumOfSquares, single, reference, best.HasConverged, Findings(fitted, best.SumOfSquares, single, space.Size, singleFree, residuals));
    }

    private static ImmutableArray<string> Findings(ImmutableArray<FittedParameter> parameters, double joint, double single, int size, int singleFree, int residuals)
    {
        var findings = ImmutableArray.CreateBuilder<string>();
        var weak = parameters.Where(parameter => parameter.Unit != "eV" && !parameter.Name.EndsWith("exponent", StringComparison.Ordinal) ? !(parameter.RelativeError < NotDetermined) : !(parameter.StandardError < 0.2)).Select(parameter => parameter.Name).ToList();
        if (weak.Count > 0)
        {
            findings.Add($"{string.Join(", ", weak)} {(weak.Count == 1 ? "is" : "are")} not determined by this series");
        }

        // F of the freedom that the laws took: 4 is far out for ten and more.
        var lost = singleFree - size;
        if (lost > 0 && residuals > singleFree && (joint - single) / lost > 4 * single / (residuals - singleFree))
        {
            findings.Add($"separate fits are significantly better (sum of squares {single:G4} beside {joint:G4}): one of the laws does not hold over this range, or an arc changed its place");
        }

        return findings.ToImmutable();
    }
}
