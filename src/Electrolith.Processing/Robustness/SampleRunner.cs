using System.Collections.Immutable;
using Electrolith.Processing.Recipes;

namespace Electrolith.Processing.Robustness;

/// <summary>Runs a recipe for one set of inputs and reads every result of the finished lot.</summary>
/// <param name="recipe">Recipe.</param>
/// <param name="values">SI values of everything that does not vary.</param>
/// <param name="inputs">What varies.</param>
internal sealed class SampleRunner(RecipeRun recipe, double[] values, ImmutableArray<UncertainInput> inputs)
{
    /// <summary>Number of results.</summary>
    public static int Results => RecipeResults.All.Length;

    /// <summary>A workspace for one thread.</summary>
    public double[] Workspace() => (double[])values.Clone();

    /// <summary>Runs one sample.</summary>
    /// <param name="amounts">SI value of every input.</param>
    /// <param name="workspace">Of this thread.</param>
    /// <param name="results">Receives every result; NaN where a step is not possible or the recipe does not determine it.</param>
    /// <returns>Why a step is not possible, or null.</returns>
    public string? Run(ReadOnlySpan<double> amounts, double[] workspace, Span<double> results)
    {
        for (var input = 0; input < inputs.Length; input++)
        {
            workspace[inputs[input].Index] = amounts[input];
        }

        try
        {
            var lot = recipe.Sample(workspace);
            for (var result = 0; result < results.Length; result++)
            {
                results[result] = RecipeResults.All[result].Value(recipe, lot);
            }

            return null;
        }
        catch (ProcessException problem)
        {
            results.Fill(double.NaN);
            return problem.Message;
        }
    }
}
