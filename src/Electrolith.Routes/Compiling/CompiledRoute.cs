using System.Collections.Immutable;
using Electrolith.Materials.Library;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Reading;
using Electrolith.Routes.Stability;

namespace Electrolith.Routes.Compiling;

/// <summary>A route ready to be evaluated: every input found, every place in the calculation knows its input.</summary>
/// <param name="Document">The route as read.</param>
/// <param name="Inputs">All inputs; a draw has one number for each.</param>
/// <param name="Separator">Separator.</param>
/// <param name="Cathode">Cathode.</param>
/// <param name="Anode">Anode.</param>
/// <param name="CathodeFoil">Collector of the cathode.</param>
/// <param name="AnodeFoil">Collector of the anode.</param>
/// <param name="Operation">Use of the cell.</param>
/// <param name="Cell">Format and size.</param>
/// <param name="Factory">The factory.</param>
/// <param name="Notes">Warnings of the reading, such as a field without effect.</param>
public sealed record CompiledRoute(
    RouteDocument Document,
    ImmutableArray<RouteInput> Inputs,
    SeparatorPlan Separator,
    CathodePlan Cathode,
    AnodePlan Anode,
    FoilPlan CathodeFoil,
    FoilPlan AnodeFoil,
    OperationPlan Operation,
    CellPlan Cell,
    FactoryPlan Factory,
    ImmutableArray<Diagnostic> Notes)
{
    /// <summary>The sources that <see cref="SourceKeys"/> refers to, those of the user's library included.</summary>
    public SourceList Sources { get; init; } = SourceList.Default;

    /// <summary>A draw with the nominal value of every input.</summary>
    public double[] NominalDraw() => [.. Inputs.Select(input => input.Estimate.Value)];

    /// <summary>Keys of the sources behind the inputs, the computed contacts and the route itself, sorted.</summary>
    public ImmutableArray<string> SourceKeys() =>
    [
        .. Inputs.Select(input => input.SourceKey).Concat(Document.Cites).Concat(ContactEnergies.Sources(this))
            .Where(key => key.Length > 0 && key != "user").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
