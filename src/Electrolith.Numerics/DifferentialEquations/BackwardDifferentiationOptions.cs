namespace Electrolith.Numerics.DifferentialEquations;

/// <summary>Choices of the integrator.</summary>
public sealed record BackwardDifferentiationOptions
{
    /// <summary>Usual choices.</summary>
    public static BackwardDifferentiationOptions Default { get; } = new();

    /// <summary>Highest order, 1 to 5: 5, the error control takes it only where it pays.</summary>
    public int MaximumOrder { get; init; } = 5;

    /// <summary>First step; 0 lets the first error estimate decide from <see cref="MaximumStep"/> times 1e-6.</summary>
    public double FirstStep { get; init; }

    /// <summary>Shortest step relative to the time, below which the integrator gives up: some hundred rounding errors.</summary>
    public double MinimumRelativeStep { get; init; } = 1e-13;

    /// <summary>Longest step; none by default.</summary>
    public double MaximumStep { get; init; } = double.PositiveInfinity;

    /// <summary>Plain backward differentiation instead of the numerical differentiation formulas of Shampine and Reichelt, which allow about a quarter longer steps.</summary>
    public bool IsPlain { get; init; }
}
