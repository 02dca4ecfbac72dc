namespace Electrolith.Numerics;

/// <summary>A share of counted things with its interval.</summary>
/// <param name="Value">Share.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Proportion(double Value, double Low, double High)
{
    private const double Deviations = 1.9599639845400545;

    /// <summary>Share with the interval of E. B. Wilson (J. Am. Stat. Assoc. 22, 209 (1927)), which stays within 0 to 1 and is honest at both ends.</summary>
    /// <param name="share">Share that was counted, 0 to 1.</param>
    /// <param name="count">Number of independent trials, above 0; not a whole number when trials resemble each other.</param>
    public static Proportion Wilson(double share, double count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var square = Deviations * Deviations;
        var middle = (share + (square / (2 * count))) / (1 + (square / count));
        var half = Deviations / (1 + (square / count)) * Math.Sqrt((share * (1 - share) / count) + (square / (4 * count * count)));
        return new Proportion(share, share == 0 ? 0 : Math.Max(0, middle - half), share == 1 ? 1 : Math.Min(1, middle + half));
    }
}
