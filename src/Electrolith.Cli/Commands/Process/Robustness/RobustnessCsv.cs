using System.Globalization;
using System.Text;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities;

namespace Electrolith.Cli.Commands.Process.Robustness;

/// <summary>Every piece as a table that <c>--data</c> reads again.</summary>
internal static class RobustnessCsv
{
    /// <summary>Writes the table.</summary>
    /// <param name="view">The study.</param>
    public static string Write(RobustnessView view)
    {
        var (inputs, samples) = (view.Study.Inputs, view.Study.Samples);
        var text = new StringBuilder();
        text.Append("lot,piece");
        foreach (var input in inputs)
        {
            text.Append(',').Append(Heading(input.Path, input.Kind));
        }

        foreach (var result in RecipeResults.All)
        {
            text.Append(',').Append(Heading(result.Name, result.Kind));
        }

        text.Append(",failure\n");
        foreach (var piece in samples.FinishedPieces)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(piece / samples.PiecesPerLot) + 1},{(piece % samples.PiecesPerLot) + 1}");
            for (var input = 0; input < inputs.Length; input++)
            {
                text.Append(',').Append(Number(samples.InputsOf(piece)[input], inputs[input].Kind));
            }

            for (var result = 0; result < RecipeResults.All.Length; result++)
            {
                text.Append(',').Append(Number(samples.Result(piece, result), RecipeResults.All[result].Kind));
            }

            text.Append(',').Append(samples.Failure(piece) is { } failure ? $"\"{failure.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : "").Append('\n');
        }

        return text.ToString();
    }

    private static string Heading(string name, QuantityKind kind) => kind.DisplayUnit.Length is 0 ? name : $"{name} ({kind.DisplayUnit})";

    private static string Number(double value, QuantityKind kind) => double.IsFinite(value) ? QuantityPrinter.Number(QuantityPrinter.ToDisplay(value, kind), 9) : "";
}
