using System.Collections.Immutable;
using System.Numerics;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Spectra;
using Electrolith.Numerics.LeastSquares;

namespace Electrolith.Impedance.Fitting;

/// <summary>Turns the end of a search into values, errors, correlation and words.</summary>
internal static class FitReport
{
    private const double NotDetermined = 0.5;
    private const double StronglyCorrelated = 0.98;

    /// <summary>Makes the result.</summary>
    public static FitResult Of(Circuit circuit, Spectrum spectrum, ParameterSpace space, FitOptions options, LeastSquaresResult best, int starts)
    {
        var values = space.ToValues(best.Parameters);
        var covariance = Cholesky.Inverse(best.NormalMatrix, space.Size);
        var variance = best.SumOfSquares / Math.Max(1, ((options.Quantity == FitQuantity.Modulus ? 1 : 2) * spectrum.Count) - space.Size);
        var slopes = space.Slopes(best.Parameters);
        var errors = Errors(space, slopes, covariance, variance, values.Length);

        ImmutableArray<FittedParameter> parameters = [.. values.Select((value, index) => new FittedParameter(circuit.ParameterNames[index], value, errors[index], circuit.Parameters[index].Unit))];
        var correlation = covariance is null ? [] : Correlation(covariance, space, slopes);
        return new FitResult(
            circuit, parameters, best.SumOfSquares, options.Weight, [.. spectrum.Frequencies.Select(frequency => circuit.Impedance(frequency, values))],
            correlation, [.. Findings(circuit, spectrum, space, parameters, correlation), .. Bounds(circuit, space, best.Parameters)], best.HasConverged, starts)
        { Free = space.Size, FreeNames = [.. space.Free.ToArray().Select(index => circuit.ParameterNames[index])], Quantity = options.Quantity };
    }

    private static double?[] Errors(ParameterSpace space, double[,] slopes, double[]? covariance, double variance, int count)
    {
        var errors = new double?[count];
        for (var index = 0; index < count; index++)
        {
            if (space.IsFixed(index))
            {
                continue;
            }

            var sum = covariance is null ? 0 : Covariance(covariance, space.Size, slopes, index, index);
            errors[index] = covariance is null ? double.PositiveInfinity : Math.Sqrt(Math.Max(0, variance * sum));
        }

        return errors;
    }

    private static ImmutableArray<double> Correlation(double[] covariance, ParameterSpace space, double[,] slopes)
    {
        var size = space.Size;
        var result = new double[size * size];
        var free = space.Free.ToArray();
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                var scale = Math.Sqrt(Covariance(covariance, size, slopes, free[i], free[i]) * Covariance(covariance, size, slopes, free[j], free[j]));
                result[(i * size) + j] = i == j ? 1 : scale > 0 ? Covariance(covariance, size, slopes, free[i], free[j]) / scale : 0;
            }
        }

        return [.. result];
    }

    // Of two parameters, from that of the axes.
    private static double Covariance(double[] covariance, int size, double[,] slopes, int first, int second)
    {
        var sum = 0.0;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                sum += slopes[first, i] * covariance[(i * size) + j] * slopes[second, j];
            }
        }

        return sum;
    }

    private static ImmutableArray<string> Findings(Circuit circuit, Spectrum spectrum, ParameterSpace space, ImmutableArray<FittedParameter> parameters, ImmutableArray<double> correlation)
    {
        var findings = ImmutableArray.CreateBuilder<string>();
        var slowest = 1 / (2 * Math.PI * spectrum.Frequencies.Min());
        var fastest = 1 / (2 * Math.PI * spectrum.Frequencies.Max());
        foreach (var element in circuit.Elements)
        {
            var own = parameters.Skip(element.First).Take(element.Element.Parameters.Length).ToList();
            var weak = own.Where(parameter => parameter.RelativeError > NotDetermined).Select(parameter => parameter.Name).ToList();
            if (weak.Count == 0)
            {
                continue;
            }

            var time = own.FirstOrDefault(parameter => parameter.Unit == "s")?.Value;
            var advice = time > slowest ? $": extend below {1 / (2 * Math.PI * time):G2} Hz"
                : time < fastest ? $": extend above {1 / (2 * Math.PI * time):G2} Hz" : $": fix {(weak.Count == 1 ? "it" : "them")}, or take a simpler circuit";
            findings.Add($"{string.Join(" and ", weak)} {(weak.Count == 1 ? "is" : "are")} not determined by this spectrum{advice}");
        }

        foreach (var parameter in parameters.Where((parameter, index) => circuit.Parameters[index].IsExponent && parameter.StandardError is not null && parameter.Value >= 1))
        {
            findings.Add($"{parameter.Name} ran to 1: the element is an ideal one, write it as such");
        }

        for (var i = 0; i < (correlation.IsEmpty ? 0 : space.Size); i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Math.Abs(correlation[(i * space.Size) + j]) > StronglyCorrelated)
                {
                    findings.Add($"{circuit.ParameterNames[space.Free[j]]} and {circuit.ParameterNames[space.Free[i]]} are determined together only (correlation {correlation[(i * space.Size) + j]:F3})");
                }
            }
        }

        return findings.ToImmutable();
    }

    // A parameter that a rule holds back is determined by the rule, not by the spectrum.
    private static IEnumerable<string> Bounds(Circuit circuit, ParameterSpace space, double[] place)
    {
        const double Nothing = -14; // logarithm of an excess that no spectrum shows
        var (lower, upper) = (space.Lower, space.Upper);
        for (var axis = 0; axis < place.Length; axis++)
        {
            var name = circuit.ParameterNames[space.Free[axis]];
            if (space.IsExcess(axis))
            {
                if (place[axis] < Nothing)
                {
                    yield return $"{name} is held up by the order that was asked for: alone it would be smaller";
                }
            }
            else if (place[axis] <= lower[axis] || (place[axis] >= upper[axis] && !(circuit.Parameters[space.Free[axis]].IsExponent && upper[axis] >= 1)))
            {
                yield return $"{name} ran to its bound: its error means nothing there";
            }
        }
    }
}
