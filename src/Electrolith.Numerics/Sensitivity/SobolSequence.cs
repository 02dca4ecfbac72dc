using System.Numerics;

namespace Electrolith.Numerics.Sensitivity;

/// <summary>
/// Sobol' low-discrepancy points in the unit cube (I. M. Sobol', 1967; order of Antonov and Saleev, 1979): any power of two of them fills
/// every coordinate evenly. A point is found by its number, so that threads can share one sequence.
/// </summary>
/// <remarks>Take a power of two of points, from number 0 on: leaving out the first point spoils the balance.</remarks>
public sealed class SobolSequence
{
    /// <summary>Most coordinates for which numbers are stored.</summary>
    public const int MostDimensions = 81;

    private const int Bits = 32;
    private readonly uint[][] directions;
    private readonly uint[] shift;
    private readonly double offset;

    /// <summary>Prepares a sequence.</summary>
    /// <param name="dimensions">Number of coordinates, 1 to <see cref="MostDimensions"/>.</param>
    /// <param name="shift">
    /// Random numbers for a digital shift: every coordinate's bits are flipped by one random word. The points stay as even, no coordinate
    /// is exactly 0, and different streams give independent estimates. Null for the plain sequence, which starts at the origin.
    /// </param>
    public SobolSequence(int dimensions, RandomStream? shift = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MostDimensions);
        Dimensions = dimensions;
        directions = [.. Enumerable.Range(0, dimensions).Select(Directions)];
        this.shift = [.. Enumerable.Range(0, dimensions).Select(_ => shift is null ? 0u : (uint)(shift.NextUInt64() >> 32))];
        offset = shift is null ? 0 : 0.5;
    }

    /// <summary>Number of coordinates.</summary>
    public int Dimensions { get; }

    /// <summary>Writes a point.</summary>
    /// <param name="index">Number of the point from 0.</param>
    /// <param name="point">Receives a number in [0, 1) for every coordinate.</param>
    public void Fill(uint index, Span<double> point)
    {
        if (point.Length < Dimensions)
        {
            throw new ArgumentException($"room for {point.Length} coordinates, {Dimensions} needed", nameof(point));
        }

        var gray = index ^ (index >> 1);
        for (var dimension = 0; dimension < Dimensions; dimension++)
        {
            var word = shift[dimension];
            for (var left = gray; left != 0; left &= left - 1)
            {
                word ^= directions[dimension][BitOperations.TrailingZeroCount(left)];
            }

            point[dimension] = (word + offset) / (1L << Bits);
        }
    }

    private static uint[] Directions(int dimension)
    {
        var words = new uint[Bits];
        // The first coordinate is van der Corput's: every starting number is 1.
        ReadOnlySpan<int> row = dimension == 0 ? [] : SobolDirections.Rows[dimension - 1];
        var degree = dimension == 0 ? Bits : row.Length - 1;
        for (var bit = 0; bit < Bits; bit++)
        {
            if (bit < degree)
            {
                words[bit] = (dimension == 0 ? 1u : (uint)row[bit + 1]) << (Bits - 1 - bit);
                continue;
            }

            words[bit] = words[bit - degree] ^ (words[bit - degree] >> degree);
            for (var inner = 1; inner < degree; inner++)
            {
                if (((row[0] >> (degree - 1 - inner)) & 1) != 0)
                {
                    words[bit] ^= words[bit - inner];
                }
            }
        }

        return words;
    }
}
