using System.Collections.Immutable;

namespace Electrolith.Cells.Dynamics;

/// <summary>Fineness in space.</summary>
public sealed record MeshOptions
{
    /// <summary>Cells over the depth of a composite electrode: 20 puts the voltage within 0.1 mV of the limit for usual electrodes.</summary>
    public int Cells { get; init; } = 20;

    /// <summary>Shells in a particle: 20, for the same reason.</summary>
    public int Shells { get; init; } = 20;

    /// <summary>True for the single-particle model: one particle per electrode at uniform current, depth as a third of its resistance.</summary>
    public bool IsSingleParticle { get; init; }

    /// <summary>With the single-particle model: whether salt is resolved through the depth, under the uniform reaction. Without it the electrolyte is a resistance.</summary>
    public bool ResolvesSalt { get; init; }
}

/// <summary>Choices of a simulation.</summary>
public sealed record SimulationOptions
{
    /// <summary>Usual choices.</summary>
    public static SimulationOptions Default { get; } = new();

    /// <summary>Fineness in space.</summary>
    public MeshOptions Mesh { get; init; } = new();

    /// <summary>Error of the voltage that one time step may add, V: 0.1 mV is below what is measured.</summary>
    public double VoltageTolerance { get; init; } = 1e-4;

    /// <summary>Additional samples every so many seconds; infinite for the solver's own steps only.</summary>
    public double Every { get; init; } = double.PositiveInfinity;

    /// <summary>Additional samples at these times from the start, s, ascending.</summary>
    public ImmutableArray<double> Times { get; init; } = [];

    /// <summary>Profiles through the cell at these times from the start, s, ascending.</summary>
    public ImmutableArray<double> ProfileTimes { get; init; } = [];

    /// <summary>Whether losses and heat are computed for every sample; they cost about a tenth of the time.</summary>
    public bool WithParts { get; init; } = true;

    /// <summary>Steps of the solver after which a run is given up: far more than thousand cycles need.</summary>
    public int MostSteps { get; init; } = 5_000_000;
}
