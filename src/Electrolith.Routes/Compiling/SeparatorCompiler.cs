using System.Collections.Immutable;
using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Routes.Reading;

namespace Electrolith.Routes.Compiling;

/// <summary>Finds the inputs of the separator and of its recipe.</summary>
/// <param name="find">Finds inputs.</param>
/// <param name="electrolytes">Finds the inputs of electrolytes.</param>
internal sealed class SeparatorCompiler(InputResolver find, ElectrolyteCompiler electrolytes)
{
    /// <summary>The plan of the separator.</summary>
    /// <param name="document">The route.</param>
    /// <param name="electrolyte">Its electrolyte.</param>
    public SeparatorPlan Compile(RouteDocument document, ElectrolytePlan electrolyte)
    {
        var material = electrolyte.Material;
        return new SeparatorPlan(
            electrolyte,
            document.Recipe.Any(step => step.Definition.SetsThickness) ? -1 : find.Field("separator.thickness"),
            document.Recipe.Any(step => step.Definition.SetsDensity) ? -1 : find.Field("separator.porosity"))
        {
            ReferenceRelativeDensity = find.Optional(material, "relative-density"),
            ReferenceGrainSize = find.Optional(material, "grain-size"),
            ReferenceGrainBoundaryShare = find.Optional(material, "grain-boundary-share"),
            CriticalCurrentDensity = CriticalCurrentDensity(document, material),
            DensityExponent = document.Recipe.IsEmpty ? -1 : find.Default("separator.density-exponent", QuantityKinds.Dimensionless, "1.5 (1.5..3)",
                ValueStatus.Assumed, "electrolith-assumed", "1.5 for round pores; contacts between grains make it larger"),
            Recipe = [.. document.Recipe.Select((step, index) => Step(step, index, document))],
        };
    }

    /// <summary>Of the electrolyte that touches the anode: the interlayer's when it is one, else the separator's.</summary>
    private int CriticalCurrentDensity(RouteDocument document, Material separator) =>
        document.Root.Material("anode.interlayer.material") is { } interlayer && find.Optional(interlayer, "critical-current-density") is var handle and >= 0
            ? handle
            : find.Optional(separator, "critical-current-density");

    private StepPlan Step(RecipeStep step, int index, RouteDocument document)
    {
        var prefix = $"recipe[{index}].{step.Definition.Name}";
        var parameters = step.Definition.Parameters;
        var numbers = ImmutableArray.CreateBuilder<int>(parameters.Length);
        var choices = ImmutableArray.CreateBuilder<int>(parameters.Length);
        var materials = ImmutableArray.CreateBuilder<ElectrolytePlan?>(parameters.Length);
        for (var position = 0; position < parameters.Length; position++)
        {
            var parameter = parameters[position];
            var value = step.Values[position];
            numbers.Add(parameter.Kind is null ? -1 : find.Parameter($"{prefix}.{parameter.Name}", parameter, value as QuantityValue, document.Root.Material("separator.material")!.Family));
            choices.Add(value is TextValue text ? parameter.Choices.IndexOf(text.Text) : -1);
            materials.Add(value is MaterialValue material ? electrolytes.Compile(material.Material, "separator") : null);
        }

        return new StepPlan(step.Definition, numbers.MoveToImmutable(), choices.MoveToImmutable(), materials.MoveToImmutable());
    }
}
