using System.Collections.Immutable;
using Electrolith.Quantities;

namespace Electrolith.Processing.Recipes;

/// <summary>A number of a finished lot that sources report.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Kind, for reading and printing.</param>
internal sealed record ValidationQuantity(string Name, QuantityKind Kind)
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<ValidationQuantity> All { get; } =
    [
        new("relative-density", QuantityKinds.Fraction), new("grain-size", QuantityKinds.Length), new("conductivity", QuantityKinds.Conductivity),
        new("hydrogen-sulfide", QuantityKinds.GasRelease), new("conductivity-kept", QuantityKinds.Fraction), new("conductivity-ratio", QuantityKinds.Dimensionless),
        new("area-specific-resistance", QuantityKinds.AreaSpecificResistance), new("strength", QuantityKinds.Pressure),
    ];

    /// <summary>Its value in a finished recipe, SI.</summary>
    /// <param name="quantity">Name.</param>
    /// <param name="recipe">The recipe.</param>
    /// <param name="result">Its run.</param>
    public static double Of(string quantity, RecipeRun recipe, ProcessResult result) => quantity switch
    {
        "relative-density" => result.Lot.RelativeDensity,
        "grain-size" => result.Lot.GrainSize,
        "hydrogen-sulfide" => result.Lot.HydrogenSulfide,
        "conductivity-kept" => recipe.Properties(result.Lot).IonicConductivity / recipe.Properties(result.Steps[^1].Before).IonicConductivity,
        "area-specific-resistance" => recipe.Properties(result.Lot).AreaSpecificResistance,
        "strength" => PropertyChain.Strength(result.Lot) ?? double.NaN,
        _ => recipe.Properties(result.Lot).IonicConductivity,
    };
}
