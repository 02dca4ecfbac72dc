using System.Collections.Immutable;

namespace Electrolith.Numerics.Sensitivity;

/// <summary>What moving one input by itself does to a result, over the whole range of the others; in the unit of the result per full range.</summary>
/// <param name="Mean">Mean effect, mu: near zero also when effects of both signs cancel.</param>
/// <param name="MeanAbsolute">Mean size of the effect, mu*.</param>
/// <param name="Deviation">Standard deviation, sigma: large when the effect bends or depends on other inputs.</param>
/// <param name="Effects">Number of effects behind it.</param>
public readonly record struct ElementaryEffect(double Mean, double MeanAbsolute, double Deviation, int Effects);

/// <summary>
/// Screening by elementary effects (M. D. Morris, Technometrics 33, 161 (1991); mu* of Campolongo, Cariboni and Saltelli, 2007): trajectories on a
/// grid that move every input once, k + 1 runs each. It tells cheaply which of many inputs can be left out.
/// </summary>
public static class MorrisScreening
{
    /// <summary>Makes the points of one trajectory.</summary>
    /// <param name="inputs">Number of inputs.</param>
    /// <param name="levels">Levels of the grid, even and at least 2; 4 is usual.</param>
    /// <param name="stream">Random numbers.</param>
    /// <returns>k + 1 points of the unit cube; each differs from the one before in one coordinate, by half the levels.</returns>
    public static double[][] Trajectory(int inputs, int levels, RandomStream stream)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 2);
        ArgumentNullException.ThrowIfNull(stream);
        if (levels % 2 != 0)
        {
            throw new ArgumentException($"{levels} levels; an even number is expected, or not all points are equally likely", nameof(levels));
        }

        var (step, spacing) = (levels / 2, 1.0 / (levels - 1));
        // The start lies anywhere; from the lower half an input can only go up, from the upper half only down.
        var place = Enumerable.Range(0, inputs).Select(_ => stream.NextInt32(levels)).ToArray();
        var order = Enumerable.Range(0, inputs).ToArray();
        for (var last = inputs - 1; last > 0; last--)
        {
            var other = stream.NextInt32(last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }

        var points = new double[inputs + 1][];
        points[0] = [.. place.Select(level => level * spacing)];
        for (var move = 0; move < inputs; move++)
        {
            place[order[move]] += place[order[move]] < step ? step : -step;
            points[move + 1] = [.. place.Select(level => level * spacing)];
        }

        return points;
    }

    /// <summary>Elementary effects of every input.</summary>
    /// <param name="inputs">Number of inputs.</param>
    /// <param name="trajectories">Trajectories in the unit cube.</param>
    /// <param name="results">Results at their points; a move to or from a failed run (not finite) is left out.</param>
    public static ImmutableArray<ElementaryEffect> Effects(int inputs, IReadOnlyList<double[][]> trajectories, IReadOnlyList<double[]> results)
    {
        ArgumentNullException.ThrowIfNull(trajectories);
        ArgumentNullException.ThrowIfNull(results);
        var effects = Enumerable.Range(0, inputs).Select(_ => new List<double>()).ToArray();
        for (var index = 0; index < Math.Min(trajectories.Count, results.Count); index++)
        {
            var (points, values) = (trajectories[index], results[index]);
            for (var move = 1; move < points.Length; move++)
            {
                var input = Moved(points[move - 1], points[move]);
                var effect = (values[move] - values[move - 1]) / (points[move][input] - points[move - 1][input]);
                if (double.IsFinite(effect))
                {
                    effects[input].Add(effect);
                }
            }
        }

        return [.. effects.Select(Summary)];
    }

    private static int Moved(double[] before, double[] after)
    {
        var moved = -1;
        for (var input = 0; input < before.Length; input++)
        {
            if (before[input] != after[input])
            {
                moved = moved < 0 ? input : throw new ArgumentException("a trajectory moves one input at a time", nameof(after));
            }
        }

        return moved >= 0 ? moved : throw new ArgumentException("two points of a trajectory are equal", nameof(after));
    }

    private static ElementaryEffect Summary(List<double> effects)
    {
        if (effects.Count == 0)
        {
            return default;
        }

        var mean = effects.Average();
        var squares = effects.Sum(effect => (effect - mean) * (effect - mean));
        return new ElementaryEffect(mean, effects.Average(Math.Abs), effects.Count > 1 ? Math.Sqrt(squares / (effects.Count - 1)) : 0, effects.Count);
    }
}
