namespace Electrolith.Numerics;

/// <summary>
/// Variance within and between groups (one-way analysis of variance with random groups, also of unequal size; S. R. Searle, G. Casella and
/// C. E. McCulloch, Variance Components, 1992).
/// </summary>
/// <param name="Mean">Mean of all values.</param>
/// <param name="Within">Variance within groups; NaN when every group has one value.</param>
/// <param name="Between">Variance between groups, not below 0; NaN when there is one group or no variance within is known.</param>
/// <param name="Overall">Variance of all values about their mean.</param>
/// <param name="Groups">Groups that have values.</param>
/// <param name="Count">Number of values.</param>
/// <param name="MeanSquareBetween">Mean square between groups.</param>
public sealed record VarianceComponents(double Mean, double Within, double Between, double Overall, int Groups, int Count, double MeanSquareBetween)
{
    /// <summary>Share of the variance that lies between groups.</summary>
    public double BetweenShare => Within + Between > 0 ? Between / (Within + Between) : 0;

    /// <summary>Degrees of freedom of the variance within groups.</summary>
    public int WithinFreedom => Count - Groups;

    /// <summary>
    /// Degrees of freedom that a variance of independent values would need to be as well known as the overall one (Satterthwaite, 1946):
    /// values of one group resemble each other, so that many pieces of few groups say little.
    /// </summary>
    public double OverallFreedom
    {
        get
        {
            if (double.IsNaN(Between) || Groups < 2)
            {
                return Math.Max(Count - 1, 0);
            }

            var size = (double)Count / Groups;
            var (first, second) = (MeanSquareBetween / size, Within * (1 - (1 / size)));
            var below = (first * first / (Groups - 1)) + (WithinFreedom > 0 ? second * second / WithinFreedom : 0);
            return below > 0 ? Math.Min(Count - 1, (first + second) * (first + second) / below) : Count - 1;
        }
    }

    /// <summary>Variance of the mean of all values.</summary>
    public double VarianceOfMean => double.IsNaN(Between) ? Overall / Math.Max(Count, 1) : Math.Max(MeanSquareBetween, Within) / Count;

    /// <summary>Number of independent values that would know the mean as well; at most the number of values.</summary>
    public double EffectiveCount => VarianceOfMean > 0 ? Math.Clamp((double.IsNaN(Between) ? Overall : Within + Between) / VarianceOfMean, Math.Min(Groups, Count), Count) : Count;

    /// <summary>Splits the variance.</summary>
    /// <param name="groups">Values by group; empty groups do not count.</param>
    public static VarianceComponents Of(IReadOnlyList<IReadOnlyList<double>> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var filled = groups.Where(group => group.Count > 0).ToArray();
        var count = filled.Sum(group => group.Count);
        if (count == 0)
        {
            return new VarianceComponents(double.NaN, double.NaN, double.NaN, double.NaN, 0, 0, double.NaN);
        }

        var mean = filled.Sum(group => group.Sum()) / count;
        double within = 0, between = 0;
        foreach (var group in filled)
        {
            var middle = group.Average();
            within += group.Sum(value => (value - middle) * (value - middle));
            between += group.Count * (middle - mean) * (middle - mean);
        }

        var overall = count > 1 ? (within + between) / (count - 1) : double.NaN;
        var meanWithin = count > filled.Length ? within / (count - filled.Length) : double.NaN;
        var meanBetween = filled.Length > 1 ? between / (filled.Length - 1) : double.NaN;
        // Size of a group, freed of what unequal groups spoil.
        var size = (count - (filled.Sum(group => (double)group.Count * group.Count) / count)) / (filled.Length - 1);
        return new VarianceComponents(mean, meanWithin, Math.Max(0, (meanBetween - meanWithin) / size), overall, filled.Length, count, meanBetween);
    }
}
