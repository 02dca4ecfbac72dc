using Electrolith.Routes.Figures.Drawing;

namespace Electrolith.Routes.Figures.Stability;

/// <summary>The window of one material, V against Li/Li+.</summary>
/// <param name="Name">Name of the material.</param>
/// <param name="Reduction">Reduction limit, V; null when there is no window.</param>
/// <param name="Oxidation">Oxidation limit, V; null when there is no window; infinity when nothing oxidises it.</param>
public sealed record WindowBar(string Name, double? Reduction, double? Oxidation);

/// <summary>An electrode at its average potential.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Potential">V against Li/Li+.</param>
public sealed record ElectrodeLine(string Name, double Potential);

/// <summary>Electrochemical windows as bars, with the potentials of electrodes drawn through them.</summary>
public static class WindowFigure
{
    private const double Width = 760;
    private const double RowHeight = 26;
    private const double Right = 30;
    private const double Top = 96;

    /// <summary>Draws the figure.</summary>
    /// <param name="title">Heading.</param>
    /// <param name="bars">Materials from top to bottom.</param>
    /// <param name="electrodes">Electrodes in any order.</param>
    /// <param name="highest">Upper end of the axis, V.</param>
    /// <returns>A stand-alone SVG element.</returns>
    public static string Draw(string title, IReadOnlyList<WindowBar> bars, IReadOnlyList<ElectrodeLine> electrodes, double highest = 5.5)
    {
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentNullException.ThrowIfNull(electrodes);
        var left = 40 + bars.Select(bar => TextFit.Width(bar.Name, SvgCard.TextSize)).DefaultIfEmpty(0).Max();
        var bottom = Top + (RowHeight * bars.Count);
        var card = new SvgCard(Width, bottom + 56, title, Describe(bars));
        double X(double volt) => left + (Math.Clamp(volt, 0, highest) / highest * (Width - Right - left));
        for (var volt = 0.0; volt <= highest; volt++)
        {
            card.Svg.Line(X(volt), Top, X(volt), bottom, "stroke=\"#E5E5E5\"");
            card.Svg.Text(X(volt), bottom + 18, NumberText.Format(volt), SvgCard.TextSize, "text-anchor=\"middle\" fill=\"#444444\"");
        }

        card.Svg.Text((left + Width - Right) / 2, bottom + 40, "Potential (V against Li/Li⁺)", SvgCard.TextSize, "text-anchor=\"middle\" fill=\"#222222\"");
        for (var row = 0; row < bars.Count; row++)
        {
            DrawBar(card, bars[row], Top + (row * RowHeight), X);
        }

        DrawElectrodes(card, electrodes.Where(line => line.Potential >= 0 && line.Potential <= highest), X, bottom);
        for (var row = 0; row < bars.Count; row++)
        {
            DrawText(card, bars[row], Top + (row * RowHeight), left, X, highest);
        }

        card.Svg.Line(left, bottom, Width - Right, bottom, "stroke=\"#444444\"");
        return card.Finish();
    }

    private static void DrawBar(SvgCard card, WindowBar bar, double top, Func<double, double> x)
    {
        if (bar is { Reduction: { } low, Oxidation: { } high })
        {
            card.Svg.Rectangle(x(low), top + 4, Math.Max(1.5, x(high) - x(low)), RowHeight - 8, $"rx=\"2\" fill=\"{FigurePalette.Series(0)}\"");
        }
    }

    private static void DrawText(SvgCard card, WindowBar bar, double top, double left, Func<double, double> x, double highest)
    {
        card.Svg.Text(left - 10, top + 17, bar.Name, SvgCard.TextSize, "text-anchor=\"end\" fill=\"#222222\"");
        if (bar.Reduction is not { } low || bar.Oxidation is not { } high)
        {
            card.Label(left + 8, top + 17, "no window", colour: "#777777");
            return;
        }

        var (from, to) = (x(low), x(high));
        var text = $"{NumberText.Fixed(low, 2)} to {(high > highest ? "above " + NumberText.Format(highest) : NumberText.Fixed(high, 2))} V";
        var width = TextFit.Width(text, 11);
        if (to - from > width + 8)
        {
            card.Svg.Text((from + to) / 2, top + 17, text, 11, $"text-anchor=\"middle\" fill=\"#FFFFFF\" stroke=\"{FigurePalette.Series(0)}\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        }
        else if (to + 8 + width < Width - Right)
        {
            card.Label(to + 6, top + 17, text, size: 11);
        }
        else
        {
            card.Label(from - 6, top + 17, text, "end", 11);
        }
    }

    private static void DrawElectrodes(SvgCard card, IEnumerable<ElectrodeLine> electrodes, Func<double, double> x, double bottom)
    {
        var ends = new double[3];
        foreach (var line in electrodes.OrderBy(line => line.Potential))
        {
            var at = x(line.Potential);
            var half = TextFit.Width(line.Name, 11) / 2;
            var level = Array.FindIndex(ends, end => end < at - half - 4);
            level = level < 0 ? Array.IndexOf(ends, ends.Min()) : level;
            ends[level] = at + half;
            var y = Top - 8 - (level * 14);
            card.Svg.Line(at, y + 3, at, bottom, $"stroke=\"{FigurePalette.Series(1)}\" stroke-width=\"1.2\" stroke-dasharray=\"4 3\"");
            card.Label(at, y, line.Name, "middle", 11, FigurePalette.Series(1));
        }
    }

    private static string Describe(IReadOnlyList<WindowBar> bars) => bars.Count == 0 ? "No materials."
        : "Electrochemical windows: " + string.Join("; ", bars.Select(bar => bar is { Reduction: { } low, Oxidation: { } high } ? $"{bar.Name} {NumberText.Fixed(low, 2)} to {NumberText.Fixed(high, 2)} V" : $"{bar.Name} none")) + ".";
}
