using Electrolith.Cli.Output;
using Electrolith.Processing;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cli.Commands.Process;

/// <summary>Conductivity over two parameters of a recipe.</summary>
/// <param name="Recipe">Recipe.</param>
/// <param name="X">Parameter across.</param>
/// <param name="Y">Parameter upwards.</param>
/// <param name="Xs">SI values across.</param>
/// <param name="Ys">SI values upwards.</param>
/// <param name="Values">Conductivity at 25 °C, S/m.</param>
internal sealed record RecipeMap(RecipeRun Recipe, RecipeParameter X, RecipeParameter Y, double[] Xs, double[] Ys, double[,] Values)
{
    private const int Grid = 40;

    /// <summary>Largest conductivity, with its place.</summary>
    public (int X, int Y, double Value) Best
    {
        get
        {
            var best = (X: 0, Y: 0, Value: 0.0);
            for (var i = 0; i < Grid; i++)
            {
                for (var j = 0; j < Grid; j++)
                {
                    best = Values[i, j] > best.Value ? (i, j, Values[i, j]) : best;
                }
            }

            return best;
        }
    }

    /// <summary>Share of the map within a tenth of the best.</summary>
    public double IslandShare => Values.Cast<double>().Count(value => value >= 0.9 * Best.Value) / (double)(Grid * Grid);

    /// <summary>Computes the map, or says what is wrong.</summary>
    /// <param name="recipe">Recipe.</param>
    /// <param name="x">Path of the parameter across.</param>
    /// <param name="y">Path of the parameter upwards.</param>
    /// <param name="error">Where problems go.</param>
    public static RecipeMap? Compute(RecipeRun recipe, string x, string y, TextWriter error)
    {
        var (across, upwards) = (Find(recipe, x, error), Find(recipe, y, error));
        if (across < 0 || upwards < 0)
        {
            return null;
        }

        var (xs, ys) = (Axis(recipe, across), Axis(recipe, upwards));
        var map = new double[Grid, Grid];
        Parallel.For(0, Grid, i =>
        {
            var values = recipe.Nominal();
            for (var j = 0; j < Grid; j++)
            {
                (values[across], values[upwards]) = (xs[i], ys[j]);
                map[i, j] = recipe.Properties(recipe.Sample(values)).IonicConductivity;
            }
        });
        return new RecipeMap(recipe, recipe.Parameters[across], recipe.Parameters[upwards], xs, ys, map);
    }

    private static int Find(RecipeRun recipe, string path, TextWriter error)
    {
        var index = recipe.IndexOf(path);
        if (index < 0)
        {
            var nearest = NearestNames.Find(path, recipe.Parameters.Select(parameter => parameter.Path));
            error.WriteParagraph($"the recipe has no parameter '{path}'{(nearest.Count > 0 ? $"; did you mean {string.Join(", ", nearest)}?" : "")}");
        }

        return index;
    }

    /// <summary>Temperatures 150 K around the value in even steps, dew points from -80 to 20 °C, the rest a factor of 30 around it.</summary>
    private static double[] Axis(RecipeRun recipe, int index)
    {
        var (parameter, definition) = (recipe.Parameters[index], recipe.Parameters[index].Definition);
        var most = Math.Min(definition.High, definition.Limit(recipe.Material.Family)?.Value ?? double.PositiveInfinity);
        if (definition.Kind == QuantityKinds.Temperature)
        {
            var (low, high) = definition.Name == "dew-point" ? (193.15, 293.15) : (parameter.Value - 150, parameter.Value + 200);
            (low, high) = (Math.Max(low, definition.Low), Math.Min(high, most));
            return [.. Enumerable.Range(0, Grid).Select(i => low + ((high - low) * i / (Grid - 1)))];
        }

        var middle = parameter.Value > 0 ? parameter.Value : 1;
        var (start, end) = (Math.Max(middle / 30, Math.Max(definition.Low, 1e-12)), Math.Min(middle * 30, most));
        return [.. Enumerable.Range(0, Grid).Select(i => start * Math.Pow(end / start, i / (Grid - 1.0)))];
    }
}
