using System.Collections.Immutable;
using Electrolith.Materials.Library;
using Electrolith.Numerics;
using Electrolith.Routes.Compiling;

namespace Electrolith.Routes.Uncertainty;


/// <summary>
/// The sampled values of a route's inputs. Each input draws from a stream named after it, so that two routes that share a
/// material value share its draw, sample by sample: differences between routes are then not blurred by what they have in common.
/// </summary>
public sealed class InputSampler
{
    private readonly double[][] columns;
    private readonly double[] nominal;
    private readonly int[] sampled;

    /// <summary>Prepares the draws.</summary>
    /// <param name="inputs">Inputs in the order of their handles.</param>
    /// <param name="samples">Number of samples.</param>
    /// <param name="seed">Seed; the same seed gives the same bytes.</param>
    public InputSampler(ImmutableArray<RouteInput> inputs, int samples, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        nominal = [.. inputs.Select(input => input.Estimate.Value)];
        sampled = [.. Enumerable.Range(0, inputs.Length).Where(index => inputs[index].IsSampled)];
        var root = new RandomStream(seed);
        columns = [.. sampled.Select(index => Column(inputs[index], samples, root.Fork(inputs[index].Name)))];
        Count = samples;
    }

    /// <summary>Number of samples.</summary>
    public int Count { get; }

    /// <summary>Handles of the inputs that differ between samples.</summary>
    public ReadOnlySpan<int> Sampled => sampled;

    /// <summary>All sampled values of one input, in the order of <see cref="Sampled"/>.</summary>
    /// <param name="position">Position in <see cref="Sampled"/>.</param>
    public ReadOnlySpan<double> Values(int position) => columns[position];

    /// <summary>Writes one sample into a draw.</summary>
    /// <param name="sample">Which sample.</param>
    /// <param name="draw">Receives a value for every input.</param>
    public void Fill(int sample, Span<double> draw)
    {
        nominal.CopyTo(draw);
        for (var position = 0; position < sampled.Length; position++)
        {
            draw[sampled[position]] = columns[position][sample];
        }
    }

    private static double[] Column(RouteInput input, int samples, RandomStream stream)
    {
        // One-dimensional Latin hypercube: one point in each of the equally likely slices, in random order.
        var column = new double[samples];
        LatinHypercube.Fill(stream, samples, 1, column);
        for (var sample = 0; sample < samples; sample++)
        {
            var drawn = EstimateQuantile.At(input.Estimate, Math.Clamp(column[sample], 1e-12, 1 - 1e-12));
            column[sample] = Math.Max(input.Floor, Math.Min(input.Ceiling, drawn));
        }

        return column;
    }
}
