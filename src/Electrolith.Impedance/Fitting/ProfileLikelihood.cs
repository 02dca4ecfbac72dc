using System.Collections.Immutable;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Fitting;

/// <summary>Interval of a parameter within which the fit, with all others free, is not significantly worse.</summary>
/// <param name="Name">Parameter.</param>
/// <param name="Low">Lower end; null when the spectrum sets none within four decades.</param>
/// <param name="High">Upper end; null likewise.</param>
/// <param name="Share">Confidence, such as 0.95.</param>
public sealed record ProfileInterval(string Name, double? Low, double? High, double Share);

/// <summary>Profile likelihood: the honest interval where the sum of squares is not a parabola.</summary>
public static class ProfileLikelihood
{
    private const double Decades = 4;
    private const int Halvings = 24;

    /// <summary>Intervals of parameters of a fit.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="spectrum">Its spectrum.</param>
    /// <param name="options">Its options.</param>
    /// <param name="names">Parameters; null for all free ones but those that are tied, or stay above one that is itself tied or above another, which have no axis of their own.</param>
    /// <param name="share">Confidence.</param>
    /// <param name="cancellation">Stops the run.</param>
    public static ImmutableArray<ProfileInterval> Of(FitResult fit, Spectrum spectrum, FitOptions options, IReadOnlyList<string>? names = null, double share = 0.95, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        var dependent = options.Ties.Keys.Concat(options.Order.Select(pair => pair.Larger)).ToHashSet(StringComparer.Ordinal);
        var bound = options.Ties.Keys.Concat(options.Order.Where(pair => dependent.Contains(pair.Smaller) || options.Fixed.ContainsKey(pair.Smaller)).Select(pair => pair.Larger)).ToHashSet(StringComparer.Ordinal);
        var chosen = names ?? [.. fit.Parameters.Where(parameter => parameter.StandardError is not null && !bound.Contains(parameter.Name)).Select(parameter => parameter.Name)];
        var freedom = Math.Max(1, fit.Residuals - fit.Free);
        // F of one and ν degrees of freedom is t².
        var t = Numerics.StudentT.Quantile((1 + share) / 2, freedom);
        var limit = fit.SumOfSquares * (1 + (t * t / freedom));
        return [.. chosen.Select(name => new ProfileInterval(name, End(fit, spectrum, options, name, limit, -1, cancellation), End(fit, spectrum, options, name, limit, 1, cancellation), share))];
    }

    private static double? End(FitResult fit, Spectrum spectrum, FitOptions options, string name, double limit, int direction, CancellationToken cancellation)
    {
        var parameter = fit[name];
        var isExponent = fit.Circuit.Parameters[fit.Circuit.ParameterNames.IndexOf(name)].IsExponent;
        double At(double move) => isExponent ? parameter.Value + (direction * move) : parameter.Value * Math.Exp(direction * move);
        var last = isExponent ? (direction < 0 ? parameter.Value - 0.1 : 1 - parameter.Value) : Decades * Math.Log(10);
        if (last <= 0)
        {
            return null;
        }

        var current = fit;
        bool IsWithin(double move)
        {
            cancellation.ThrowIfCancellationRequested();
            // From the fit of the last step: a profile is followed, not searched anew.
            var start = Held(options, name, At(move)) with
            {
                Starts = 1,
                Initial = [.. current.Parameters.Where(other => other.Name != name && !options.Fixed.ContainsKey(other.Name)).Select(other => KeyValuePair.Create(other.Name, Math.Max(other.Value, 1e-300)))],
            };
            var next = CircuitFit.Fit(fit.Circuit, spectrum, start, cancellation);
            current = next.SumOfSquares <= limit ? next : current;
            return next.SumOfSquares <= limit;
        }

        var relative = isExponent ? parameter.StandardError ?? 0.01 : parameter.RelativeError;
        var (inside, outside) = (0.0, Math.Min(last, double.IsFinite(relative) && relative > 0 ? relative : 0.05));
        while (IsWithin(outside))
        {
            if (outside >= last)
            {
                return null;
            }

            (inside, outside) = (outside, Math.Min(last, outside * 1.6));
        }

        for (var step = 0; step < Halvings && outside - inside > 1e-4 * outside; step++)
        {
            var middle = (inside + outside) / 2;
            (inside, outside) = IsWithin(middle) ? (middle, outside) : (inside, middle);
        }

        return At(inside);
    }

    /// <summary>The options with a parameter held at a value; one that has to stay above another becomes the bound of that.</summary>
    private static FitOptions Held(FitOptions options, string name, double value)
    {
        var bounds = options.Bounds.Remove(name);
        foreach (var pair in options.Order.Where(pair => pair.Larger == name))
        {
            var (low, high) = bounds.TryGetValue(pair.Smaller, out var given) ? given : (value * 1e-12, value);
            bounds = bounds.SetItem(pair.Smaller, (Math.Min(low, value * (1 - 1e-9)), Math.Min(high, value)));
        }

        return options with { Fixed = options.Fixed.SetItem(name, value), Bounds = bounds, Order = options.Order.RemoveAll(pair => pair.Larger == name) };
    }
}
