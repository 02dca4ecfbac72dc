using System.Numerics;
using System.Text;

namespace Electrolith.Numerics;

/// <summary>
/// A named stream of random numbers: xoshiro256++ (Blackman and Vigna, 2019) seeded through SplitMix64. Same seed, same
/// numbers on every machine. A stream is not thread-safe; give each thread a fork.
/// </summary>
public sealed class RandomStream
{
    private const double DoubleUnit = 1.0 / (1UL << 53);
    private readonly ulong seed;
    private ulong state0;
    private ulong state1;
    private ulong state2;
    private ulong state3;

    /// <summary>Starts a stream.</summary>
    /// <param name="seed">Any number.</param>
    public RandomStream(ulong seed)
    {
        this.seed = seed;
        state0 = SplitMix(ref seed);
        state1 = SplitMix(ref seed);
        state2 = SplitMix(ref seed);
        state3 = SplitMix(ref seed);
    }

    private RandomStream(ulong seed, ulong state0, ulong state1, ulong state2, ulong state3) =>
        (this.seed, this.state0, this.state1, this.state2, this.state3) = (seed, state0, state1, state2, state3);

    /// <summary>A stream with a given internal state, for checks against reference vectors.</summary>
    /// <param name="state0">First word; not all four words may be zero.</param>
    /// <param name="state1">Second word.</param>
    /// <param name="state2">Third word.</param>
    /// <param name="state3">Fourth word.</param>
    public static RandomStream FromState(ulong state0, ulong state1, ulong state2, ulong state3) =>
        (state0 | state1 | state2 | state3) == 0
            ? throw new ArgumentException("the four words of the state are all zero", nameof(state0))
            : new RandomStream(0, state0, state1, state2, state3);

    /// <summary>
    /// An independent stream that depends only on the seed of this one and on the name, not on how many numbers were drawn.
    /// </summary>
    /// <param name="name">For example the name of an input.</param>
    public RandomStream Fork(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        // FNV-1a over UTF-8: stable across machines and versions, unlike string.GetHashCode.
        var hash = 14695981039346656037UL;
        foreach (var value in Encoding.UTF8.GetBytes(name))
        {
            hash = (hash ^ value) * 1099511628211UL;
        }

        var mixed = seed;
        return new RandomStream(SplitMix(ref mixed) ^ hash);
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextUInt64()
    {
        var result = BitOperations.RotateLeft(state0 + state3, 23) + state0;
        var shifted = state1 << 17;
        state2 ^= state0;
        state3 ^= state1;
        state1 ^= state2;
        state0 ^= state3;
        state2 ^= shifted;
        state3 = BitOperations.RotateLeft(state3, 45);
        return result;
    }

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * DoubleUnit;

    /// <summary>A whole number in [0, bound), without bias.</summary>
    /// <param name="bound">At least 1.</param>
    public int NextInt32(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        // Lemire's method: reject the few products that would favour small numbers.
        var product = (UInt128)NextUInt64() * (ulong)bound;
        while ((ulong)product < (ulong)bound && (ulong)product < unchecked(0UL - (ulong)bound) % (ulong)bound)
        {
            product = (UInt128)NextUInt64() * (ulong)bound;
        }

        return (int)(product >> 64);
    }

    private static ulong SplitMix(ref ulong state)
    {
        var mixed = state += 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
