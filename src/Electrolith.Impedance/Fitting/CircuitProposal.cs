using System.Collections.Immutable;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Relaxation;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Fitting;

/// <summary>A circuit that was tried.</summary>
/// <param name="Fit">Its fit.</param>
/// <param name="Bayesian">Bayesian criterion above that of the best; 10 is decisive.</param>
/// <param name="Akaike">Akaike's criterion above that of the best.</param>
/// <param name="Undetermined">Parameters that the spectrum does not determine.</param>
public sealed record ProposedCircuit(FitResult Fit, double Bayesian, double Akaike, ImmutableArray<string> Undetermined);

/// <summary>Circuits for a spectrum, the best first.</summary>
/// <param name="Circuits">Ranked: circuits with parameters that are not determined stand behind those without.</param>
/// <param name="Reasons">What of the spectrum led to them.</param>
public sealed record ProposalResult(ImmutableArray<ProposedCircuit> Circuits, ImmutableArray<string> Reasons);

/// <summary>Proposes circuits: processes from the distribution of relaxation times, inductance and tail from the ends of the spectrum, ranked by the Bayesian criterion.</summary>
/// <remarks>A circuit that fits is not proven by that: different circuits have the same impedance, and only what is varied (temperature, pressure, area) tells them apart.</remarks>
public static class CircuitProposal
{
    private const int MostArcs = 4;
    private const int Leaders = 4;
    private const int Starts = 12; // places are known from the distribution

    /// <summary>Tries circuits on all cores.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="options">Weights and seed; null for the defaults.</param>
    /// <param name="progress">Receives the share that is done; may be null.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">Too few points for any circuit.</exception>
    public static ProposalResult Of(Spectrum spectrum, FitOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        options = (options ?? new FitOptions()) with { Starts = Starts };
        var (reasons, tails) = (ImmutableArray.CreateBuilder<string>(), Tails(spectrum));
        var inductive = spectrum.Frequencies.Zip(spectrum.Impedances).OrderByDescending(point => point.First).Take(5).Count(point => point.Second.Imaginary > 0) >= 2;
        reasons.Add(inductive ? "the imaginary part is positive at the highest frequencies: with an inductance" : "no positive imaginary part at the highest frequencies: no inductance");
        reasons.Add(tails[0].Length > 0 ? "the impedance still rises at the lowest frequency: with a blocking or diffusion tail" : "the impedance comes back to the real axis at the lowest frequency: without a tail, and with diffusion to a reservoir");
        var peaks = Peaks(spectrum, tails[0].Length > 0, inductive);
        reasons.Add($"the distribution of relaxation times shows {peaks.Count} {(peaks.Count == 1 ? "process" : "processes")} of a twentieth of the polarisation or more");
        var most = Math.Min(MostArcs, peaks.Count + 1);
        var texts = Enumerable.Range(0, most + 1).SelectMany(arcs => tails.SelectMany(tail => Heads(inductive).Select(head => Text(head, arcs, tail)))).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)
            .Select(Circuit.Parse).Where(circuit => circuit.ParameterNames.Length <= spectrum.Count).ToList();
        if (texts.Count == 0)
        {
            throw new ArgumentException($"{spectrum.Name}: {spectrum.Count} points are too few for a circuit", nameof(spectrum));
        }

        var fits = new FitResult[texts.Count];
        var done = 0;
        Parallel.For(0, texts.Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, index =>
        {
            fits[index] = CircuitFit.Fit(texts[index], spectrum, options with { Initial = Initial(texts[index], peaks) }, cancellation);
            progress?.Report((double)Interlocked.Increment(ref done) / texts.Count);
        });
        FollowEachOther(fits, spectrum, options, cancellation);
        return new ProposalResult(Rank(fits), reasons.ToImmutable());
    }

    /// <summary>Each circuit is searched once more from the places of the best others: what one has found of a shared arc, all have.</summary>
    private static void FollowEachOther(FitResult[] fits, Spectrum spectrum, FitOptions options, CancellationToken cancellation)
    {
        FitResult[] leaders = [.. fits.OrderBy(fit => fit.SumOfSquares).ThenBy(fit => fit.Free).Take(Leaders)];
        Parallel.For(0, fits.Length, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, index =>
        {
            foreach (var leader in leaders.Where(leader => leader.SumOfSquares < fits[index].SumOfSquares))
            {
                var shared = leader.Parameters.Where(parameter => fits[index].Circuit.ParameterNames.Contains(parameter.Name) && parameter.Value is > 1e-30 and < 1e30)
                    .ToImmutableDictionary(parameter => parameter.Name, parameter => parameter.Value);
                if (shared.Count >= 3)
                {
                    var next = CircuitFit.Fit(fits[index].Circuit, spectrum, options with { Initial = shared, Starts = 1 }, cancellation);
                    fits[index] = next.SumOfSquares < fits[index].SumOfSquares ? next with { Starts = fits[index].Starts + 1 } : fits[index] with { Starts = fits[index].Starts + 1 };
                }
            }

            fits[index] = Sorted(fits[index], spectrum, options, cancellation);
        });
    }

    // Arcs named from fast to slow: the places came from the distribution, not from somebody who knows them by name.
    private static FitResult Sorted(FitResult fit, Spectrum spectrum, FitOptions options, CancellationToken cancellation)
    {
        double[] values = [.. fit.Parameters.Select(parameter => parameter.Value)];
        var sorted = ArcOrder.Sort(fit.Circuit, values, options);
        return sorted.SequenceEqual(values) ? fit : CircuitFit.Fit(fit.Circuit, spectrum, options with
        {
            Starts = 1, Initial = fit.Circuit.ParameterNames.Select((name, at) => KeyValuePair.Create(name, sorted[at])).Where(pair => pair.Value > 0).ToImmutableDictionary(),
        }, cancellation) with { Starts = fit.Starts };
    }

    private static ImmutableArray<ProposedCircuit> Rank(FitResult[] fits)
    {
        // An exact fit has no logarithm: rounding is taken as its scatter.
        static double Scatter(FitResult fit) => fit.Residuals * Math.Log(Math.Max(fit.SumOfSquares / fit.Residuals, 1e-24));
        double Bayes(FitResult fit) => Scatter(fit) + (fit.Free * Math.Log(fit.Residuals));
        double Akaike(FitResult fit) => Scatter(fit) + (2 * fit.Free);
        var (bayes, akaike) = (fits.Min(Bayes), fits.Min(Akaike));
        return
        [
            .. fits.Select(fit => new ProposedCircuit(fit, Bayes(fit) - bayes, Akaike(fit) - akaike, [.. fit.Parameters.Where(parameter => !(parameter.RelativeError < 0.5)).Select(parameter => parameter.Name)]))
                .OrderBy(item => item.Undetermined.Length > 0 && item.Bayesian < 1e3 ? item.Bayesian + 10 : item.Bayesian).ThenBy(item => item.Fit.Free).ThenBy(item => item.Fit.Circuit.Text, StringComparer.Ordinal),
        ];
    }

    private static string[] Heads(bool inductive) => inductive ? ["L0-R0", "R0"] : ["R0", ""];

    // Elements after the arcs; the empty tail is tried always, as a wide last arc can look like one.
    private static string[] Tails(Spectrum spectrum)
    {
        var slow = Enumerable.Range(0, spectrum.Count).OrderBy(point => spectrum.Frequencies[point]).Take(Math.Max(3, spectrum.Count / 10)).ToList();
        var phase = slow.Average(point => -spectrum.Impedances[point].Imaginary / spectrum.Impedances[point].Magnitude);
        return phase > 0.15 ? ["CPE9", "Wo9", "W9", ""] : ["", "Ws9", "G9"];
    }

    private static string Text(string head, int arcs, string tail) =>
        string.Join("-", new[] { head }.Concat(Enumerable.Range(1, arcs).Select(arc => $"p(R{arc},CPE{arc})")).Append(tail).Where(part => part.Length > 0));

    private static List<RelaxationPeak> Peaks(Spectrum spectrum, bool hasTail, bool isInductive)
    {
        var result = RelaxationTimes.Compute(spectrum, new RelaxationOptions { WithInductor = isInductive, Tail = hasTail ? RelaxationTail.Automatic : RelaxationTail.None });
        var sum = result.Peaks.Sum(peak => peak.Resistance);
        return [.. result.Peaks.Where(peak => peak.Resistance > 0.05 * sum).OrderByDescending(peak => peak.Resistance).Take(MostArcs)];
    }

    // The largest processes, from fast to slow.
    private static ImmutableDictionary<string, double> Initial(Circuit circuit, List<RelaxationPeak> peaks)
    {
        var initial = ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        var arcs = Enumerable.Range(1, MostArcs).Count(arc => circuit.ParameterNames.Contains($"CPE{arc}_Q"));
        foreach (var (peak, arc) in peaks.Take(arcs).OrderBy(peak => peak.Time).Select((peak, at) => (peak, at + 1)))
        {
            initial[$"R{arc}"] = peak.Resistance;
            initial[$"CPE{arc}_alpha"] = 0.9;
            initial[$"CPE{arc}_Q"] = Math.Pow(peak.Time, 0.9) / peak.Resistance;
        }

        return initial.ToImmutable();
    }
}
