using Electrolith.Routes.Pipeline;

namespace Electrolith.Routes.Uncertainty;

/// <summary>How a route is evaluated.</summary>
public sealed record AssessmentOptions
{
    /// <summary>Number of samples; 0 for the nominal inputs only. 1000 settle a 5th percentile to about a tenth of the interval.</summary>
    public int Samples { get; init; } = 1000;

    /// <summary>Seed; any number is as good as another, so 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Cell model of the nominal inputs; samples keep the closed form, which costs microseconds. None besides it unless asked for.</summary>
    public RouteModel Model { get; init; } = RouteModel.Closed;

    /// <summary>Worker threads; all cores unless told otherwise. The result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>How far a long run is.</summary>
/// <param name="Done">Samples done.</param>
/// <param name="Total">Samples to do.</param>
public readonly record struct SampleProgress(int Done, int Total);
