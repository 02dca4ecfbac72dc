using Electrolith.Materials.Library;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities;

namespace Electrolith.Processing.Robustness;

/// <summary>Why a parameter varies.</summary>
public enum InputOrigin
{
    /// <summary>The recipe, or a default with a source, states a range.</summary>
    Recipe,

    /// <summary>Usual scatter of the operation, assumed: nobody has measured it on the line at hand.</summary>
    Assumed,

    /// <summary>Given by the user for this run.</summary>
    User,
}

/// <summary>A parameter that varies from lot to lot and from piece to piece.</summary>
/// <param name="Parameter">Which parameter.</param>
/// <param name="Index">Its place in <see cref="RecipeRun.Parameters"/>.</param>
/// <param name="Estimate">SI value with its spread.</param>
/// <param name="BetweenShare">Share of its variance between lots, 0 to 1; the rest lies within a lot.</param>
/// <param name="Origin">Why it varies.</param>
/// <param name="Reason">The same in words.</param>
public sealed record UncertainInput(RecipeParameter Parameter, int Index, Estimate Estimate, double BetweenShare, InputOrigin Origin, string Reason)
{
    /// <summary>Path of the parameter.</summary>
    public string Path => Parameter.Path;

    /// <summary>Kind of quantity.</summary>
    public QuantityKind Kind => Parameter.Definition.Kind ?? QuantityKinds.Dimensionless;

    /// <summary>
    /// Value below which a share of all pieces lies, SI; never outside what the operation allows, except that a temperature may come out too high:
    /// such a piece melts, and has to be counted.
    /// </summary>
    /// <param name="probability">From 0 to 1.</param>
    public double At(double probability) => Math.Clamp(
        EstimateQuantile.At(Estimate, Math.Clamp(probability, 1e-12, 1 - 1e-12)), Parameter.Definition.Low, Kind == QuantityKinds.Temperature ? double.MaxValue : Parameter.Definition.High);
}
