using Electrolith.Routes.Figures.Drawing;

namespace Electrolith.Routes.Figures.Stability;

/// <summary>Driving forces of many pairs of materials as a table of coloured cells.</summary>
public static class ReactionMapFigure
{
    private const double CellHeight = 28;

    /// <summary>Draws the figure.</summary>
    /// <param name="title">Heading.</param>
    /// <param name="rows">Names of the rows.</param>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="energies">meV/atom, zero or negative, first index over the rows; NaN where there is no value.</param>
    /// <returns>A stand-alone SVG element.</returns>
    /// <exception cref="ArgumentException">The sizes do not match.</exception>
    public static string Draw(string title, IReadOnlyList<string> rows, IReadOnlyList<string> columns, double[,] energies)
    {
        ArgumentNullException.ThrowIfNull(energies);
        if (energies.GetLength(0) != rows.Count || energies.GetLength(1) != columns.Count)
        {
            throw new ArgumentException($"{rows.Count} × {columns.Count} values are expected, got {energies.GetLength(0)} × {energies.GetLength(1)}", nameof(energies));
        }

        var left = 40 + rows.Select(name => TextFit.Width(name, SvgCard.TextSize)).DefaultIfEmpty(0).Max();
        var cell = Math.Clamp((900 - left) / Math.Max(1, columns.Count), 44, 90);
        var lean = columns.Select(name => TextFit.Width(name, SvgCard.TextSize)).DefaultIfEmpty(0).Max();
        var top = 56 + (lean * 0.75);
        var width = Math.Max(480, left + (cell * columns.Count) + 30 + (lean * 0.7));
        var card = new SvgCard(width, top + (CellHeight * rows.Count) + 64, title, "Reaction energies in meV/atom; the numbers stand in the cells.");
        for (var column = 0; column < columns.Count; column++)
        {
            var x = left + ((column + 0.5) * cell);
            card.Svg.Text(x, top - 8, columns[column], SvgCard.TextSize, $"fill=\"#222222\" transform=\"rotate(-45 {SvgWriter.Number(x)} {SvgWriter.Number(top - 8)})\"");
        }

        var strongest = energies.Cast<double>().Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        for (var row = 0; row < rows.Count; row++)
        {
            var y = top + (row * CellHeight);
            card.Svg.Text(left - 10, y + 18, rows[row], SvgCard.TextSize, "text-anchor=\"end\" fill=\"#222222\"");
            for (var column = 0; column < columns.Count; column++)
            {
                DrawCell(card, energies[row, column], left + (column * cell), y, cell, strongest);
            }
        }

        DrawScale(card, left, top + (CellHeight * rows.Count) + 18, strongest);
        return card.Finish();
    }

    /// <summary>Yellow for none, dark blue for the strongest; a root scale keeps weak reactions apart.</summary>
    private static string Colour(double energy, double strongest) => FigurePalette.Sequential(strongest > 0 ? 1 - Math.Sqrt(Math.Min(1, Math.Abs(energy) / strongest)) : 1);

    private static void DrawCell(SvgCard card, double energy, double x, double y, double cell, double strongest)
    {
        if (!double.IsFinite(energy))
        {
            card.Svg.Text(x + (cell / 2), y + 18, "–", 11, "text-anchor=\"middle\" fill=\"#777777\"");
            return;
        }

        var colour = Colour(energy, strongest);
        card.Svg.Rectangle(x + 1, y + 1, cell - 2, CellHeight - 2, $"fill=\"{colour}\"");
        var rounded = Math.Round(energy) + 0.0;
        card.Svg.Text(x + (cell / 2), y + 18, NumberText.Format(rounded == 0 ? 0 : rounded, 4), 11, $"text-anchor=\"middle\" fill=\"{FigurePalette.InkOn(colour)}\"");
    }

    private static void DrawScale(SvgCard card, double left, double y, double strongest)
    {
        const int Steps = 40;
        for (var step = 0; step < Steps; step++)
        {
            card.Svg.Rectangle(left + (step * 5), y, 5.5, 12, $"fill=\"{Colour(-strongest * step / (Steps - 1.0), Math.Max(strongest, 1e-9))}\"");
        }

        card.Svg.Text(left, y + 28, "0", 11, "fill=\"#444444\"");
        card.Svg.Text(left + (Steps * 5), y + 28, NumberText.Format(-strongest, 3), 11, "text-anchor=\"middle\" fill=\"#444444\"");
        card.Svg.Text(left + (Steps * 5) + 24, y + 10, "meV per atom", 11, "fill=\"#444444\"");
    }
}
