using Electrolith.Quantities;
using Electrolith.Routes.Figures;
using Electrolith.Routes.Figures.ReadyMade;
using Electrolith.Routes.Pipeline;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Routes.Reporting;

/// <summary>Specific energy over loading and separator thickness around a route.</summary>
internal static class EnergyMap
{
    private const int Steps = 25;

    /// <summary>The figure; the nominal inputs except for the two axes.</summary>
    /// <param name="route">Evaluated route.</param>
    public static Figure Build(RouteAssessment route)
    {
        var compiled = route.Route;
        var loading = compiled.Inputs[compiled.Cathode.Loading].Estimate.Value;
        var thickness = route.Nominal.SeparatorThickness;
        var loadings = Axis(loading / 4, loading * 2);
        var thicknesses = Axis(thickness / 5, thickness * 3);
        var values = new double[Steps, Steps];
        var draw = compiled.NominalDraw();
        for (var row = 0; row < Steps; row++)
        {
            draw[compiled.Cathode.Loading] = loadings[row];
            for (var column = 0; column < Steps; column++)
            {
                values[row, column] = QuantityPrinter.ToDisplay(RoutePipeline.SpecificEnergy(compiled, draw, thicknesses[column]), QuantityKinds.SpecificEnergy);
            }
        }

        return EnergyMapFigure.Build(
            Display(loadings, QuantityKinds.ArealCapacity), Display(thicknesses, QuantityKinds.Length), values,
            QuantityPrinter.ToDisplay(loading, QuantityKinds.ArealCapacity), QuantityPrinter.ToDisplay(thickness, QuantityKinds.Length), "this route");
    }

    private static double[] Axis(double low, double high) => [.. Enumerable.Range(0, Steps).Select(step => low + ((high - low) * step / (Steps - 1)))];

    private static double[] Display(double[] values, QuantityKind kind) => [.. values.Select(value => QuantityPrinter.ToDisplay(value, kind))];
}
