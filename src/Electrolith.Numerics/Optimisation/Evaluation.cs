using System.Collections.Immutable;

namespace Electrolith.Numerics.Optimisation;

/// <summary>Computes a point of the unit cube. Called from several threads at once; the same point must give the same numbers.</summary>
/// <param name="position">Coordinates from 0 to 1; not to be changed.</param>
public delegate Evaluation PointEvaluator(double[] position);

/// <summary>What a point gives.</summary>
/// <param name="Objectives">Numbers to be made small.</param>
/// <param name="Excesses">How far each constraint is on the wrong side, each over a size of its own; zero or negative when met.</param>
public sealed record Evaluation(ImmutableArray<double> Objectives, ImmutableArray<double> Excesses)
{
    /// <summary>Sum of what is on the wrong side; 0 for a feasible point, infinite for one that cannot be computed.</summary>
    public double Violation { get; } = Objectives.Any(double.IsNaN) ? double.PositiveInfinity : Excesses.Sum(excess => double.IsNaN(excess) ? double.PositiveInfinity : Math.Max(0, excess));

    /// <summary>True when every constraint is met.</summary>
    public bool IsFeasible => Violation <= 0;

    /// <summary>A point that cannot be computed: worse than every other.</summary>
    /// <param name="objectives">Number of objectives.</param>
    /// <param name="constraints">Number of constraints.</param>
    public static Evaluation Impossible(int objectives, int constraints) =>
        new([.. Enumerable.Repeat(double.NaN, objectives)], [.. Enumerable.Repeat(double.PositiveInfinity, constraints)]);

    /// <summary>
    /// Orders two points by the rules of Deb (2000): the feasible before the infeasible, among feasible ones the smaller first
    /// objective, among infeasible ones the smaller violation.
    /// </summary>
    /// <param name="first">One point.</param>
    /// <param name="second">Another.</param>
    /// <returns>Negative when the first is better, 0 when neither is.</returns>
    public static int CompareSingle(Evaluation first, Evaluation second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return first.IsFeasible && second.IsFeasible ? first.Objectives[0].CompareTo(second.Objectives[0]) : first.Violation.CompareTo(second.Violation);
    }

    /// <summary>True when this point is at least as good in everything and better in something; a feasible point beats an infeasible one.</summary>
    /// <param name="other">Another point.</param>
    public bool Dominates(Evaluation other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!IsFeasible || !other.IsFeasible)
        {
            return Violation < other.Violation;
        }

        var isBetter = false;
        for (var i = 0; i < Objectives.Length; i++)
        {
            if (Objectives[i] > other.Objectives[i])
            {
                return false;
            }

            isBetter |= Objectives[i] < other.Objectives[i];
        }

        return isBetter;
    }
}

/// <summary>A point with what it gives.</summary>
/// <param name="Position">Coordinates from 0 to 1.</param>
/// <param name="Evaluation">What it gives.</param>
public sealed record Candidate(double[] Position, Evaluation Evaluation);
