using Electrolith.Processing;
using Electrolith.Routes.Compiling;

namespace Electrolith.Routes.Pipeline;

/// <summary>The finished separator.</summary>
/// <param name="Lot">Finished lot; without a recipe only thickness and density mean something.</param>
/// <param name="Conductivity">Ionic conductivity at the operating temperature, S/m.</param>
/// <param name="GrainBoundaryShare">Share of its resistance at grain boundaries.</param>
internal readonly record struct FinishedSeparator(Lot Lot, double Conductivity, double GrainBoundaryShare);

/// <summary>From material and recipe to the finished separator.</summary>
internal static class SeparatorStage
{
    /// <summary>Runs the recipe, or takes the library's layer as it is.</summary>
    /// <param name="route">Compiled route.</param>
    /// <param name="draw">One sample.</param>
    /// <param name="temperature">Operating temperature, K.</param>
    /// <param name="warnings">Receives what is unusual; null when nobody listens.</param>
    public static FinishedSeparator Run(CompiledRoute route, ReadOnlySpan<double> draw, double temperature, List<RouteWarning>? warnings)
    {
        var plan = route.Separator;
        var conductivity = plan.Electrolyte.ConductivityAt(draw, temperature);
        var start = new Lot
        {
            Family = plan.Electrolyte.Material.Family,
            SolidDensity = draw[plan.Electrolyte.Density],
            Thickness = plan.Thickness >= 0 ? draw[plan.Thickness] : 0,
        };
        if (plan.Recipe.IsEmpty)
        {
            var share = plan.ReferenceGrainBoundaryShare >= 0 ? draw[plan.ReferenceGrainBoundaryShare] : 0;
            return new FinishedSeparator(start with { RelativeDensity = 1 - draw[plan.Porosity] }, conductivity, share);
        }

        var operations = new BoundOperation[plan.Recipe.Length];
        for (var step = 0; step < operations.Length; step++)
        {
            operations[step] = Bind(plan.Recipe[step], draw, temperature);
        }

        var lot = Finish(start, operations, warnings);
        if (plan.Thickness >= 0)
        {
            lot = lot with { Thickness = draw[plan.Thickness] };
        }

        if (plan.Porosity >= 0)
        {
            lot = lot with { RelativeDensity = 1 - draw[plan.Porosity] };
        }

        var reference = new ReferenceState(
            conductivity,
            plan.ReferenceRelativeDensity >= 0 ? draw[plan.ReferenceRelativeDensity] : lot.RelativeDensity,
            plan.ReferenceGrainSize >= 0 ? draw[plan.ReferenceGrainSize] : lot.GrainSize,
            plan.ReferenceGrainBoundaryShare >= 0 ? draw[plan.ReferenceGrainBoundaryShare] : 0);
        var properties = PropertyChain.Evaluate(lot, reference, draw[plan.DensityExponent]);
        return new FinishedSeparator(lot, properties.IonicConductivity, properties.GrainBoundaryShare);
    }

    private static Lot Finish(Lot start, BoundOperation[] operations, List<RouteWarning>? warnings)
    {
        if (warnings is null)
        {
            return Recipe.Run(start, operations);
        }

        var result = Recipe.RunWithHistory(start, operations);
        warnings.AddRange(result.Warnings.Select(warning => new RouteWarning(WarningKind.Validity, $"{warning.Operation}: {warning.Message} ({warning.Code})")));
        return result.Lot;
    }

    private static BoundOperation Bind(StepPlan step, ReadOnlySpan<double> draw, double temperature)
    {
        var numbers = new double[step.Numbers.Length];
        var materials = new Processing.Constituent?[step.Numbers.Length];
        for (var position = 0; position < numbers.Length; position++)
        {
            numbers[position] = step.Numbers[position] >= 0 ? draw[step.Numbers[position]] : step.Choices[position] >= 0 ? step.Choices[position] : double.NaN;
            if (step.Materials[position] is { } material)
            {
                materials[position] = new Processing.Constituent(material.Material.Id, material.Material.Family, material.ConductivityAt(draw, temperature), draw[material.Density]);
            }
        }

        return new BoundOperation(step.Definition, new OperationValues(numbers, materials));
    }
}
