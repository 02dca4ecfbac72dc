using System.Collections.Immutable;
using Electrolith.Quantities;

namespace Electrolith.Processing.Kinetics;

/// <summary>A corner of a temperature profile.</summary>
/// <param name="Time">s from the start.</param>
/// <param name="Temperature">K.</param>
public readonly record struct ProfilePoint(double Time, double Temperature);

/// <summary>Temperature against time, straight between corners: ramps and holds of a furnace, or a logged run.</summary>
public sealed class TemperatureProfile
{
    /// <summary>A profile through points.</summary>
    /// <param name="points">At least two, times ascending from 0 or later, temperatures above 0 K.</param>
    public TemperatureProfile(ImmutableArray<ProfilePoint> points)
    {
        if (points.IsDefault || points.Length < 2)
        {
            throw new ArgumentException("a profile has at least two points", nameof(points));
        }

        for (var i = 0; i < points.Length; i++)
        {
            if (!(points[i].Temperature > 0) || !double.IsFinite(points[i].Temperature))
            {
                throw new ArgumentOutOfRangeException(nameof(points), points[i].Temperature, "temperatures are above 0 K");
            }

            if (!double.IsFinite(points[i].Time) || (i > 0 && points[i].Time < points[i - 1].Time))
            {
                throw new ArgumentOutOfRangeException(nameof(points), points[i].Time, "times ascend");
            }
        }

        Points = points;
    }

    /// <summary>The corners.</summary>
    public ImmutableArray<ProfilePoint> Points { get; }

    /// <summary>Time of the last corner less that of the first, s.</summary>
    public double Duration => Points[^1].Time - Points[0].Time;

    /// <summary>Hottest temperature, K.</summary>
    public double Peak => Points.Max(point => point.Temperature);

    /// <summary>From room temperature up a ramp, along a hold and down a ramp.</summary>
    /// <param name="temperature">Hold, K.</param>
    /// <param name="holdTime">s.</param>
    /// <param name="heatingRate">K/s.</param>
    /// <param name="coolingRate">K/s.</param>
    /// <param name="start">Where it starts and ends, K.</param>
    public static TemperatureProfile Hold(double temperature, double holdTime, double heatingRate, double coolingRate, double start = PhysicalConstants.RoomTemperature)
    {
        if (!(holdTime >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(holdTime), holdTime, "a hold takes no negative time");
        }

        if (!(heatingRate > 0) || !(coolingRate > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(heatingRate), Math.Min(heatingRate, coolingRate), "ramps have rates above 0 K/s");
        }

        var up = Math.Abs(temperature - start) / heatingRate;
        var down = Math.Abs(temperature - start) / coolingRate;
        return new TemperatureProfile([new(0, start), new(up, temperature), new(up + holdTime, temperature), new(up + holdTime + down, start)]);
    }

    /// <summary>Temperature at a time, K; constant before the first and after the last corner.</summary>
    /// <param name="time">s.</param>
    public double At(double time)
    {
        if (time <= Points[0].Time)
        {
            return Points[0].Temperature;
        }

        for (var i = 1; i < Points.Length; i++)
        {
            if (time <= Points[i].Time)
            {
                var (a, b) = (Points[i - 1], Points[i]);
                return b.Time > a.Time ? a.Temperature + ((b.Temperature - a.Temperature) * (time - a.Time) / (b.Time - a.Time)) : b.Temperature;
            }
        }

        return Points[^1].Temperature;
    }
}
