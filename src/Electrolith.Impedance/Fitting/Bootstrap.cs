using System.Collections.Immutable;
using System.Numerics;
using Electrolith.Impedance.Spectra;
using Electrolith.Numerics;

namespace Electrolith.Impedance.Fitting;

/// <summary>Where the scatter of a bootstrap is from.</summary>
public enum BootstrapKind
{
    /// <summary>The fit's own relative residuals, drawn with replacement: nothing is assumed about their distribution.</summary>
    Residual,

    /// <summary>Normal scatter of the size that the fit found.</summary>
    Parametric,
}

/// <summary>Spread of a parameter over refits.</summary>
/// <param name="Name">Parameter.</param>
/// <param name="Mean">Mean.</param>
/// <param name="Deviation">Standard deviation.</param>
/// <param name="Low">Percentile (1 − share)/2.</param>
/// <param name="High">Percentile (1 + share)/2.</param>
public sealed record BootstrapInterval(string Name, double Mean, double Deviation, double Low, double High);

/// <summary>Bootstrap: the fit is made again on spectra that could have been measured as well.</summary>
public static class Bootstrap
{
    /// <summary>Runs it on all cores; the same result whatever their number.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="spectrum">Its spectrum.</param>
    /// <param name="options">Its options; the seed is that of the refits too.</param>
    /// <param name="samples">Refits; 200 give a standard deviation to 5 %.</param>
    /// <param name="kind">Where the scatter is from.</param>
    /// <param name="share">Confidence.</param>
    /// <param name="progress">Receives the share that is done; may be null.</param>
    /// <param name="cancellation">Stops the run.</param>
    public static ImmutableArray<BootstrapInterval> Of(
        FitResult fit, Spectrum spectrum, FitOptions options, int samples = 200, BootstrapKind kind = BootstrapKind.Residual, double share = 0.95, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(spectrum);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 10);
        var free = fit.Parameters.Where(parameter => parameter.StandardError is not null).ToList();
        var warm = options with { Starts = 1, Initial = [.. free.Select(parameter => KeyValuePair.Create(parameter.Name, Math.Max(parameter.Value, 1e-300)))] };
        // Residuals of a fit are smaller than the scatter by the freedom that the parameters took; each part in units of its standard deviation.
        var inflate = Math.Sqrt(fit.Residuals / (double)Math.Max(1, fit.Residuals - fit.Free));
        var scales = fit.Model.Select((z, point) => Scale(z, options, point)).ToArray();
        var relative = spectrum.Impedances.Select((z, point) => Divide(z - fit.Model[point], scales[point]) * inflate).ToArray();
        var size = Math.Sqrt(relative.Average(item => item.Magnitude * item.Magnitude) / 2);
        var streams = Enumerable.Range(0, samples).Select(sample => new RandomStream(options.Seed).Fork($"bootstrap-{sample}")).ToArray();
        var found = new double[samples][];
        var done = 0;
        Parallel.For(0, samples, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, sample =>
        {
            var random = streams[sample];
            Complex Draw() => kind == BootstrapKind.Residual ? relative[random.NextInt32(relative.Length)] : size * new Complex(Normal.Quantile(random.NextDouble()), Normal.Quantile(random.NextDouble()));
            var again = new Spectrum(spectrum.Frequencies, fit.Model.Select((z, point) => Draw() is var drawn ? z + new Complex(scales[point].Real * drawn.Real, scales[point].Imaginary * drawn.Imaginary) : z));
            var refit = CircuitFit.Fit(fit.Circuit, again, warm, cancellation);
            found[sample] = [.. free.Select(parameter => refit[parameter.Name].Value)];
            progress?.Report((double)Interlocked.Increment(ref done) / samples);
        });
        return [.. free.Select((parameter, index) =>
        {
            var values = found.Select(row => row[index]).Order().ToArray();
            var mean = values.Average();
            return new BootstrapInterval(
                parameter.Name, mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (samples - 1)), Quantiles.Of(values, (1 - share) / 2), Quantiles.Of(values, (1 + share) / 2));
        })];
    }

    private static Complex Divide(Complex value, (double Real, double Imaginary) scale) => new(value.Real / scale.Real, value.Imaginary / scale.Imaginary);

    // What the weights say about the size of the scatter, up to a factor.
    private static (double Real, double Imaginary) Scale(Complex z, FitOptions options, int point) => options.Weight switch
    {
        FitWeight.Measured => options.StandardDeviations[point],
        FitWeight.Unit when options.Quantity != FitQuantity.Admittance => (1, 1),
        FitWeight.Unit => (z.Magnitude * z.Magnitude, z.Magnitude * z.Magnitude),
        FitWeight.Proportional when options.Quantity == FitQuantity.Impedance => (Math.Max(Math.Abs(z.Real), 1e-6 * z.Magnitude), Math.Max(Math.Abs(z.Imaginary), 1e-6 * z.Magnitude)),
        _ => (z.Magnitude, z.Magnitude),
    };
}
