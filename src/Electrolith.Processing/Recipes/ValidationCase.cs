using System.Collections.Immutable;
using Electrolith.Quantities;

namespace Electrolith.Processing.Recipes;

/// <summary>How a published number and the defaults agree.</summary>
public enum Agreement
{
    /// <summary>Within the tolerance, and no constant was placed on it.</summary>
    Reproduced,

    /// <summary>Within the tolerance because a constant was placed on it: no test of the model.</summary>
    Placed,

    /// <summary>Outside the tolerance with the defaults, within it for an allowed value of the parameter that the source leaves open.</summary>
    AfterCalibration,

    /// <summary>Outside the tolerance: your powder has to be calibrated, or a mechanism is missing.</summary>
    NotReproduced,

    /// <summary>Not computed: what it depends on is not stated by the source, or is no state of the model.</summary>
    LeftOut,
}

/// <summary>A kind of bound that a source gives in place of a number.</summary>
public enum PublishedBound
{
    /// <summary>A number.</summary>
    None,

    /// <summary>The true value is below the number.</summary>
    Below,

    /// <summary>The true value is above the number.</summary>
    Above,
}

/// <summary>A published number and how it is computed.</summary>
internal sealed record ValidationCase
{
    /// <summary>Table of published numbers: V1 pressing, V2 garnets, V3 LATP, V4 anneals, V5 composites, V6 films, V7 exposure.</summary>
    public required string Table { get; init; }

    /// <summary>What was measured, in words.</summary>
    public required string What { get; init; }

    /// <summary>Source key.</summary>
    public required string Source { get; init; }

    /// <summary>The recipe; null when nothing is computed.</summary>
    public RecipeRun? Recipe { get; init; }

    /// <summary>SI values that replace those of the recipe.</summary>
    public ImmutableDictionary<string, double> Set { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>SI values of the run that is compared with; null for none.</summary>
    public ImmutableDictionary<string, double>? Against { get; init; }

    /// <summary>Name of the quantity, one of <see cref="ValidationQuantity.All"/>; empty when nothing is computed.</summary>
    public string Quantity { get; init; } = "";

    /// <summary>SI value.</summary>
    public double Published { get; init; } = double.NaN;

    /// <summary>Number or bound.</summary>
    public PublishedBound Bound { get; init; }

    /// <summary>Relative tolerance; NaN for the usual one of the quantity.</summary>
    public double Tolerance { get; init; } = double.NaN;

    /// <summary>A default constant was chosen to meet it.</summary>
    public bool IsPlaced { get; init; }

    /// <summary>Path of the parameter that may be fitted; empty for none.</summary>
    public string Calibrate { get; init; } = "";

    /// <summary>Why nothing is computed; empty when it is.</summary>
    public string LeftOut { get; init; } = "";
}

/// <summary>A published number against the recipe with the default constants.</summary>
/// <param name="Table">Table of published numbers.</param>
/// <param name="What">What was measured.</param>
/// <param name="Source">Source key.</param>
/// <param name="Recipe">Key of the recipe; empty when nothing is computed.</param>
/// <param name="Quantity">Which number.</param>
/// <param name="Published">SI value of the source; NaN when nothing is computed.</param>
/// <param name="Computed">SI value of the recipe with the defaults.</param>
/// <param name="Tolerance">Allowed deviation in words.</param>
/// <param name="Agreement">Verdict.</param>
/// <param name="Remark">The fitted parameter, or why nothing is computed; empty for neither.</param>
public sealed record ValidationRow(string Table, string What, string Source, string Recipe, string Quantity, double Published, double Computed, string Tolerance, Agreement Agreement, string Remark)
{
    /// <summary>Kind of both numbers.</summary>
    public QuantityKind Kind => ValidationQuantity.All.FirstOrDefault(item => item.Name == Quantity)?.Kind ?? QuantityKinds.Dimensionless;

    /// <summary>Whether the source gives a bound.</summary>
    public PublishedBound Bound { get; init; }
}
