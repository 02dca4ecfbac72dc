using System.Collections.Immutable;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Recipes;

/// <summary>A number of a finished lot that limits and goals may name.</summary>
/// <param name="Name">Such as <c>relative-density</c>.</param>
/// <param name="Kind">Kind of quantity.</param>
/// <param name="Documentation">One sentence.</param>
/// <param name="Value">SI value of a lot of a recipe; NaN where the recipe does not determine it.</param>
public sealed record RecipeResult(string Name, QuantityKind Kind, string Documentation, Func<RecipeRun, Lot, double> Value);

/// <summary>The numbers of a finished lot under the names that every verb of <c>process</c> uses.</summary>
public static class RecipeResults
{
    /// <summary>All results in the order in which they are shown.</summary>
    public static ImmutableArray<RecipeResult> All { get; } =
    [
        new("relative-density", QuantityKinds.Fraction, "Density over that of the solid", (_, lot) => lot.RelativeDensity),
        new("grain-size", QuantityKinds.Length, "Mean grain size", (_, lot) => lot.GrainSize),
        new("conductivity", QuantityKinds.Conductivity, "Total ionic conductivity at 25 degC", (recipe, lot) => lot.Form == LotForm.Liquid ? double.NaN : recipe.Properties(lot).IonicConductivity),
        new("grain-boundary-share", QuantityKinds.Fraction, "Share of the resistance at grain boundaries", (recipe, lot) => recipe.Properties(lot).GrainBoundaryShare),
        new("lithium-loss", QuantityKinds.Fraction, "Share of the lithium that left as vapour", (_, lot) => LithiumLoss(lot)),
        new("secondary-phases", QuantityKinds.Fraction, "Mass share of phases that hardly conduct", (_, lot) => lot.SecondaryPhaseFraction),
        new("glass", QuantityKinds.Fraction, "Mass share that is still glassy", (_, lot) => lot.GlassFraction),
        new("conversion", QuantityKinds.Fraction, "Share of the solid-state reaction that is done", (_, lot) => lot.Conversion),
        new("cure", QuantityKinds.Fraction, "Conversion of a monomer", (_, lot) => lot.Cure),
        new("thickness", QuantityKinds.Length, "Thickness of the layer", (_, lot) => lot.Thickness > 0 ? lot.Thickness : double.NaN),
        new("thickness-scatter", QuantityKinds.Fraction, "Standard deviation of the thickness over its mean", (_, lot) => lot.ThicknessScatter),
        new("residual-solvent", QuantityKinds.Fraction, "Mass share of solvent that is left", (_, lot) => lot.ResidualSolvent),
        new("contamination", QuantityKinds.Fraction, "Mass share worn off the milling media", (_, lot) => lot.Contamination),
        new("hydrogen-sulfide", QuantityKinds.GasRelease, "Hydrogen sulfide set free", (_, lot) => lot.HydrogenSulfide),
        new("strength", QuantityKinds.Pressure, "Fracture strength, where it is known for the family", (_, lot) => PropertyChain.Strength(lot) ?? double.NaN),
        new("energy", QuantityKinds.ProcessEnergy, "Energy of all steps", (_, lot) => lot.Energy),
        new("time", QuantityKinds.Time, "Time of all steps", (_, lot) => lot.Time),
        new("yield", QuantityKinds.Fraction, "Share of what entered that is still good", (_, lot) => lot.Yield),
    ];

    /// <summary>Share of the lithium that entered and left as vapour.</summary>
    /// <param name="lot">A lot.</param>
    public static double LithiumLoss(Lot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return lot.LithiumInVapour / Math.Max(lot.LithiumInSolid + lot.LithiumInVapour, 1e-12);
    }

    /// <summary>Finds a result by name.</summary>
    /// <param name="name">Name.</param>
    /// <param name="result">The result.</param>
    public static bool TryGet(string name, out RecipeResult result)
    {
        result = All.FirstOrDefault(item => item.Name == name)!;
        return result is not null;
    }

    /// <summary>Reads the name of a result as an option gives it; what is unknown gets the nearest names.</summary>
    /// <param name="option">Name of the option, for the message.</param>
    /// <param name="text">The name.</param>
    /// <param name="bag">Receives the problem.</param>
    /// <param name="own">Further results that may be named, such as columns of a table.</param>
    /// <returns>Null when there is no such result.</returns>
    public static RecipeResult? Read(string option, string text, DiagnosticBag bag, params IReadOnlyList<RecipeResult> own)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(bag);
        var name = text.Trim();
        if (TryGet(name, out var result) || (result = own.FirstOrDefault(item => item.Name == name)!) is not null)
        {
            return result;
        }

        var nearest = NearestNames.Find(name, All.Concat(own).Select(item => item.Name));
        bag.Add(new Diagnostic("EL2511", Severity.Error, new SourceText(option, text), new SourceSpan(1, 1, Math.Max(1, text.Length)), "", $"a recipe has no result '{name}'",
            nearest.Count > 0 ? $"did you mean {string.Join(", ", nearest)}?" : $"known: {string.Join(", ", All.Concat(own).Select(item => item.Name))}"));
        return null;
    }
}
