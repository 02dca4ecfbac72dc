namespace Electrolith.Numerics.Sensitivity;

/// <summary>
/// The runs behind Sobol' indices (A. Saltelli et al., Comput. Phys. Commun. 181, 259 (2010)): two independent points A and B per row, and
/// for every input the point A with that one coordinate of B. A row takes k + 2 runs; rows do not depend on each other.
/// </summary>
public sealed class SaltelliDesign
{
    private readonly SobolSequence sequence;

    /// <summary>Prepares a design.</summary>
    /// <param name="inputs">Number of inputs, 1 to <see cref="MostInputs"/>.</param>
    /// <param name="shift">Random numbers for a digital shift; null for the plain sequence.</param>
    public SaltelliDesign(int inputs, RandomStream? shift = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs, MostInputs);
        (Inputs, sequence) = (inputs, new SobolSequence(2 * inputs, shift));
    }

    /// <summary>Most inputs.</summary>
    public static int MostInputs => SobolSequence.MostDimensions / 2;

    /// <summary>Number of inputs.</summary>
    public int Inputs { get; }

    /// <summary>Runs of one row.</summary>
    public int RunsPerRow => Inputs + 2;

    /// <summary>Writes the points of one row, one after the other: A, B, then A with each input of B in turn.</summary>
    /// <param name="row">Number of the row from 0; use a power of two of rows.</param>
    /// <param name="points">Receives (k + 2) · k numbers of the unit cube.</param>
    public void Fill(uint row, Span<double> points)
    {
        if (points.Length < RunsPerRow * Inputs)
        {
            throw new ArgumentException($"room for {points.Length} numbers, {RunsPerRow * Inputs} needed", nameof(points));
        }

        sequence.Fill(row, points);
        var first = points[..Inputs];
        var second = points.Slice(Inputs, Inputs);
        for (var input = 0; input < Inputs; input++)
        {
            var mixed = points.Slice((input + 2) * Inputs, Inputs);
            first.CopyTo(mixed);
            mixed[input] = second[input];
        }
    }
}
