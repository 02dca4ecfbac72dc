using Electrolith.Quantities;

namespace Electrolith.Routes.Compiling;

/// <summary>One number that a route's calculation starts from, with its spread and where it comes from.</summary>
/// <param name="Name">Name unique in the route, for example <c>li6ps5cl ionic-conductivity</c> or <c>cathode.loading</c>.</param>
/// <param name="Kind">Kind of quantity.</param>
/// <param name="Estimate">SI value and spread.</param>
/// <param name="Status">How sure it is.</param>
/// <param name="SourceKey">Source key.</param>
/// <param name="Locator">Where in the source, or why this default.</param>
public sealed record RouteInput(string Name, QuantityKind Kind, Estimate Estimate, ValueStatus Status, string SourceKey, string Locator)
{
    /// <summary>Least value that a sample may take, SI: the tail of a bell-shaped spread stops at what is possible.</summary>
    public double Floor { get; init; } = double.NegativeInfinity;

    /// <summary>Largest value that a sample may take, SI.</summary>
    public double Ceiling { get; init; } = double.PositiveInfinity;

    /// <summary>True when samples differ in this input.</summary>
    public bool IsSampled => Estimate.Spread != Spread.None && Estimate.High > Estimate.Low;

    /// <summary>True for a default that nobody vouches for.</summary>
    public bool IsWeak => Status is ValueStatus.Assumed or ValueStatus.Unconfirmed;
}
