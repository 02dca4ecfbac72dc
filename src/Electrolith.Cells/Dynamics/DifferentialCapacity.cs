using System.Collections.Immutable;

namespace Electrolith.Cells.Dynamics;

/// <summary>A point of a differential capacity.</summary>
/// <param name="Step">Step of the protocol.</param>
/// <param name="Voltage">V, in the middle of the interval.</param>
/// <param name="Value">|dQ/dV|, C/(m² V).</param>
public readonly record struct DifferentialCapacityPoint(int Step, double Voltage, double Value);

/// <summary>Charge for each interval of voltage, as cyclers plot it: plateaus are peaks.</summary>
public static class DifferentialCapacity
{
    /// <summary>Computes it for every step that moves the voltage.</summary>
    /// <param name="run">The run; the finer its samples, the finer the curve.</param>
    /// <param name="interval">Width of the intervals, V; 5 mV is above what a voltage tolerance of 0.1 mV leaves uncertain.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is not above zero.</exception>
    public static ImmutableArray<DifferentialCapacityPoint> Of(CellRun run, double interval = 0.005)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(interval);
        var points = ImmutableArray.CreateBuilder<DifferentialCapacityPoint>();
        foreach (var step in run.Samples.GroupBy(sample => sample.Step))
        {
            var samples = step.Where(sample => sample.Current != 0).ToList();
            if (samples.Count > 2)
            {
                Add(points, samples, interval);
            }
        }

        return points.ToImmutable();
    }

    // The charge at each multiple of the interval, where the voltage first passes it.
    private static void Add(ImmutableArray<DifferentialCapacityPoint>.Builder points, List<CellSample> samples, double interval)
    {
        var direction = Math.Sign(samples[^1].Voltage - samples[0].Voltage);
        if (direction == 0)
        {
            return;
        }

        double At(int number) => number * interval;
        var next = direction > 0 ? (int)Math.Ceiling(samples[0].Voltage / interval) : (int)Math.Floor(samples[0].Voltage / interval);
        double? last = null;
        for (var index = 1; index < samples.Count; index++)
        {
            var (left, right) = (samples[index - 1], samples[index]);
            while (left.Voltage != right.Voltage && (At(next) - left.Voltage) * direction >= 0 && (right.Voltage - At(next)) * direction >= 0)
            {
                var charge = left.Charge + ((right.Charge - left.Charge) * (At(next) - left.Voltage) / (right.Voltage - left.Voltage));
                if (last is { } before)
                {
                    points.Add(new DifferentialCapacityPoint(samples[0].Step, At(next) - (direction * interval / 2), Math.Abs(charge - before) / interval));
                }

                last = charge;
                next += direction;
            }
        }
    }
}
