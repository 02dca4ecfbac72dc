namespace Electrolith.Industry.Decisions;

/// <summary>Whether more or less is better.</summary>
public enum CriterionKind
{
    /// <summary>More is better.</summary>
    Benefit,

    /// <summary>Less is better.</summary>
    Cost,
}

/// <summary>One column of a decision matrix.</summary>
public sealed record Criterion
{
    /// <summary>Stable id, for example <c>specific-energy</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Whether more or less is better.</summary>
    public required CriterionKind Kind { get; init; }

    /// <summary>Weight, 0 or more; weights are scaled to a sum of 1.</summary>
    public required double Weight { get; init; }

    /// <summary>True to compare the decimal logarithm: for quantities that span decades, such as conductivity and resistance.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Worst or best value of the absolute scale, whichever is lower; needed for <see cref="TopsisScaling.Absolute"/> only.</summary>
    public double? ReferenceLow { get; init; }

    /// <summary>The other end of the absolute scale.</summary>
    public double? ReferenceHigh { get; init; }

    /// <summary>The value on the scale that is compared.</summary>
    /// <param name="value">Value, above 0 for a logarithmic criterion.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not finite, or not above zero on a logarithmic scale.</exception>
    public double Scale(double value)
    {
        if (!double.IsFinite(value) || (IsLogarithmic && value <= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, IsLogarithmic ? $"{Id} is compared by its logarithm and must be above zero" : $"{Id} must be finite");
        }

        return IsLogarithmic ? Math.Log10(value) : value;
    }
}

/// <summary>Weights of criteria.</summary>
public static class CriterionWeights
{
    /// <summary>Scales weights to a sum of 1.</summary>
    /// <param name="weights">Weights, 0 or more, at least one above 0.</param>
    /// <param name="normalised">Receives the result; as long as <paramref name="weights"/>.</param>
    public static void Normalise(ReadOnlySpan<double> weights, Span<double> normalised)
    {
        var sum = 0.0;
        foreach (var weight in weights)
        {
            if (!(weight >= 0 && double.IsFinite(weight)))
            {
                throw new ArgumentOutOfRangeException(nameof(weights), weight, "a weight must be zero or more and finite");
            }

            sum += weight;
        }

        if (sum <= 0)
        {
            throw new ArgumentException("at least one weight must be above zero", nameof(weights));
        }

        for (var index = 0; index < weights.Length; index++)
        {
            normalised[index] = weights[index] / sum;
        }
    }

    /// <summary>Weights of criteria, scaled to a sum of 1.</summary>
    /// <param name="criteria">The criteria.</param>
    /// <param name="normalised">Receives the result.</param>
    public static void Normalise(ReadOnlySpan<Criterion> criteria, Span<double> normalised)
    {
        for (var index = 0; index < criteria.Length; index++)
        {
            normalised[index] = criteria[index].Weight;
        }

        Normalise(normalised[..criteria.Length], normalised);
    }
}
