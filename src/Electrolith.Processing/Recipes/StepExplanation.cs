using System.Collections.Immutable;
using Electrolith.Quantities;

namespace Electrolith.Processing.Recipes;

/// <summary>What a parameter does to the finished conductivity.</summary>
/// <param name="Path">Which parameter.</param>
/// <param name="Change">How far it was moved, in words.</param>
/// <param name="Effect">Relative change of the finished conductivity.</param>
public sealed record ParameterEffect(string Path, string Change, double Effect);

/// <summary>Why a step gave what it gave.</summary>
/// <param name="Operation">Name of the operation.</param>
/// <param name="Limit">What limits conduction most after the step.</param>
/// <param name="Factor">By what factor, 1 for not at all.</param>
/// <param name="Lever">The parameter of the step that moves the finished conductivity most; null when none does.</param>
/// <param name="Effects">All its parameters, strongest first.</param>
public sealed record StepExplanation(string Operation, string Limit, double Factor, ParameterEffect? Lever, ImmutableArray<ParameterEffect> Effects);

/// <summary>Says which mechanism limited each step, by the factors of the property chain and by moving one parameter at a time.</summary>
public static class StepExplainer
{
    private const double Least = 1e-4;

    /// <summary>Explains every step.</summary>
    /// <param name="recipe">Recipe.</param>
    /// <param name="result">Its result as written.</param>
    public static ImmutableArray<StepExplanation> Explain(RecipeRun recipe, ProcessResult result)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(result);
        var usual = recipe.Properties(result.Lot).IonicConductivity;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var builder = ImmutableArray.CreateBuilder<StepExplanation>();
        foreach (var step in result.Steps)
        {
            var count = counts[step.Operation] = counts.GetValueOrDefault(step.Operation) + 1;
            var prefix = (count == 1 ? step.Operation : $"{step.Operation}{count}") + ".";
            var effects = Effects(recipe, prefix, usual);
            var (limit, factor) = Limit(recipe, step.After);
            builder.Add(new StepExplanation(step.Operation, limit, factor, effects.FirstOrDefault(effect => Math.Abs(effect.Effect) > Least), effects));
        }

        return builder.ToImmutable();
    }

    private static (string Name, double Factor) Limit(RecipeRun recipe, Lot lot)
    {
        var properties = recipe.Properties(lot);
        (string Name, double Factor)[] factors =
        [
            ("pores", Math.Pow(lot.RelativeDensity, 1.5)),
            (lot.GlassFraction > lot.SecondaryPhaseFraction ? "glass that has not crystallised" : lot.Conversion < 1 ? "precursors that have not reacted"
                : lot.Family == "garnet" && lot.LithiumInSolid < 1 ? "La2Zr2O7 after loss of lithium" : "poorly conducting phases", properties.PhaseFactor),
            (lot.GlassyBoundary > 0.1 ? "glass at grain boundaries" : "grain boundaries", 1 - properties.GrainBoundaryShare),
            ("damage by exposure or shear", lot.ConductivityFactor),
        ];
        var least = factors.MinBy(item => item.Factor);
        return least.Factor > 0.995 ? ("nothing", 1) : least;
    }

    private static ImmutableArray<ParameterEffect> Effects(RecipeRun recipe, string prefix, double usual)
    {
        var effects = ImmutableArray.CreateBuilder<ParameterEffect>();
        for (var i = 0; i < recipe.Parameters.Length; i++)
        {
            var parameter = recipe.Parameters[i];
            if (!parameter.Path.StartsWith(prefix, StringComparison.Ordinal))
            {
                continue;
            }

            var isTemperature = parameter.Definition.Kind == QuantityKinds.Temperature;
            var moved = isTemperature ? parameter.Value + 10 : parameter.Value * 1.1;
            var high = Math.Min(parameter.Definition.High, parameter.Definition.Limit(recipe.Material.Family)?.Value ?? double.PositiveInfinity);
            if (moved > high || moved == parameter.Value)
            {
                continue;
            }

            var values = recipe.Nominal();
            values[i] = moved;
            var effect = (recipe.Properties(recipe.Sample(values)).IonicConductivity / usual) - 1;
            effects.Add(new ParameterEffect(parameter.Path, isTemperature ? "10 K hotter" : "10 % more", effect));
        }

        return [.. effects.OrderByDescending(effect => Math.Abs(effect.Effect)).ThenBy(effect => effect.Path, StringComparer.Ordinal)];
    }
}
