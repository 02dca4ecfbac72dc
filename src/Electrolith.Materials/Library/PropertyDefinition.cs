using System.Collections.Immutable;
using Electrolith.Quantities;

namespace Electrolith.Materials.Library;

/// <summary>What a property of a material is: its quantity, its plausible range and the kinds of report that exist.</summary>
public sealed record PropertyDefinition
{
    /// <summary>Stable id, for example <c>ionic-conductivity</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name in a sentence.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of quantity; dimensionless for a text.</summary>
    public QuantityKind Kind { get; init; } = QuantityKinds.Dimensionless;

    /// <summary>Lowest plausible value, SI; below it a slip of the unit is likelier than physics.</summary>
    public double Low { get; init; } = double.NegativeInfinity;

    /// <summary>Highest plausible value, SI.</summary>
    public double High { get; init; } = double.PositiveInfinity;

    /// <summary>True for a text such as a synthesis route.</summary>
    public bool IsText { get; init; }

    /// <summary>Kinds that a row may have, the one that counts first in front; empty when any kind goes.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>True when the kind is the id of a partner material, or a free word such as a process step.</summary>
    public bool HasFreeKind { get; init; }

    /// <summary>True when each kind has its own recommended row; false when there is one for the whole property.</summary>
    public bool IsRecommendedPerKind { get; init; }

    /// <summary>True when values differ by decades by nature, so that a range is spread on a logarithmic axis.</summary>
    public bool SpansDecades { get; init; }

    /// <summary>True for a property whose condition belongs to its identity (an exposure, a rate), so that rows differ by it.</summary>
    public bool IsRecommendedPerCondition { get; init; }
}
