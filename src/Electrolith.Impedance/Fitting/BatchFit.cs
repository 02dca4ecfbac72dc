using System.Collections.Immutable;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Fitting;

/// <summary>Fits one circuit to many spectra on all cores.</summary>
public static class BatchFit
{
    // A fit from the first spectrum's parameters that is this much worse for each residual has probably missed its valley.
    private const double Suspicious = 4;

    /// <summary>
    /// Fits each spectrum from the parameters of the first one; where that ends much worse than the first did, the full search is made.
    /// </summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="spectra">At least one.</param>
    /// <param name="options">Weights, start, fixed parameters; null for the defaults.</param>
    /// <param name="progress">Receives the share that is done; may be null.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>One result for each spectrum, the same whatever the number of cores.</returns>
    /// <exception cref="ArgumentException">No spectrum, or one that cannot be fitted.</exception>
    public static ImmutableArray<FitResult> Fit(Circuit circuit, IReadOnlyList<Spectrum> spectra, FitOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(spectra);
        if (spectra.Count == 0)
        {
            throw new ArgumentException("at least one spectrum is expected", nameof(spectra));
        }

        options ??= new FitOptions();
        var results = new FitResult[spectra.Count];
        results[0] = CircuitFit.Fit(circuit, spectra[0], options, cancellation);
        var warm = options with { Starts = 1, Initial = [.. results[0].Parameters.Where(parameter => parameter.StandardError is not null).Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value))] };
        var done = 1;
        Parallel.For(1, spectra.Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, index =>
        {
            var fit = CircuitFit.Fit(circuit, spectra[index], warm, cancellation);
            if (fit.ReducedSumOfSquares > Suspicious * results[0].ReducedSumOfSquares)
            {
                var full = CircuitFit.Fit(circuit, spectra[index], options, cancellation);
                fit = full.SumOfSquares < fit.SumOfSquares ? full : fit;
            }

            results[index] = fit;
            progress?.Report((double)Interlocked.Increment(ref done) / spectra.Count);
        });
        return [.. results];
    }
}
