using Electrolith.Routes.Figures.Drawing;

namespace Electrolith.Routes.Figures.Stability;

/// <summary>A phase and the voltages between which it is stable next to lithium of that potential.</summary>
/// <param name="Name">Formula.</param>
/// <param name="Fraction">Place on the axis of composition without lithium, 0 to 1.</param>
/// <param name="From">Lower voltage, V against Li/Li+.</param>
/// <param name="To">Upper voltage, V.</param>
public sealed record PredominancePhase(string Name, double Fraction, double From, double To);

/// <summary>Which phases a system open to lithium holds at a voltage: a horizontal line for each phase, two coexist between two lines.</summary>
public static class PredominanceFigure
{
    private const double Width = 760;
    private const double Height = 420;
    private const double Left = 80;
    private const double Top = 64;

    /// <summary>Draws the figure.</summary>
    /// <param name="title">Heading.</param>
    /// <param name="axis">Name of the composition axis, such as <c>S / (P + S)</c>.</param>
    /// <param name="phases">The phases.</param>
    /// <param name="highest">Upper end of the voltage axis, V.</param>
    /// <returns>A stand-alone SVG element.</returns>
    public static string Draw(string title, string axis, IReadOnlyList<PredominancePhase> phases, double highest = 5)
    {
        ArgumentNullException.ThrowIfNull(phases);
        var card = new SvgCard(Width, Top + Height + 60, title, "Phases stable at a voltage: " + string.Join("; ", phases.Select(phase => $"{phase.Name} {NumberText.Fixed(phase.From, 2)} to {NumberText.Fixed(phase.To, 2)} V")) + ".");
        double X(double volt) => Left + (Math.Clamp(volt, 0, highest) / highest * (Width - Left - 40));
        double Y(double fraction) => Top + (Height * (1 - fraction));
        for (var volt = 0.0; volt <= highest; volt++)
        {
            card.Svg.Line(X(volt), Top, X(volt), Top + Height, "stroke=\"#E5E5E5\"");
            card.Svg.Text(X(volt), Top + Height + 18, NumberText.Format(volt), SvgCard.TextSize, "text-anchor=\"middle\" fill=\"#444444\"");
        }

        for (var step = 0; step <= 4; step++)
        {
            card.Svg.Text(Left - 8, Y(step / 4.0) + 4, NumberText.Format(step / 4.0), SvgCard.TextSize, "text-anchor=\"end\" fill=\"#444444\"");
        }

        card.Svg.Text((Left + Width - 40) / 2, Top + Height + 40, "Potential (V against Li/Li⁺)", SvgCard.TextSize, "text-anchor=\"middle\" fill=\"#222222\"");
        card.Svg.Text(24, Top + (Height / 2), axis, SvgCard.TextSize, $"text-anchor=\"middle\" fill=\"#222222\" transform=\"rotate(-90 24 {SvgWriter.Number(Top + (Height / 2))})\"");
        card.Svg.Path([(Left, Top), (Left, Top + Height), (Width - 40, Top + Height), (Width - 40, Top)], close: true, "fill=\"none\" stroke=\"#444444\"");
        Lines(card, phases, X, Y);
        return card.Finish();
    }

    private static void Lines(SvgCard card, IReadOnlyList<PredominancePhase> phases, Func<double, double> x, Func<double, double> y)
    {
        // Where a phase ends, its neighbours meet: a thin vertical line joins the two ends at the same voltage.
        foreach (var group in phases.SelectMany(phase => new[] { (Volt: phase.From, phase.Fraction), (Volt: phase.To, phase.Fraction) }).GroupBy(end => Math.Round(end.Volt, 6)))
        {
            var (low, high) = (group.Min(end => end.Fraction), group.Max(end => end.Fraction));
            card.Svg.Line(x(group.Key), y(low), x(group.Key), y(high), "stroke=\"#BBBBBB\" stroke-dasharray=\"2 3\"");
        }

        var taken = new List<Box>();
        foreach (var phase in phases)
        {
            card.Svg.Line(x(phase.From), y(phase.Fraction), x(phase.To), y(phase.Fraction), $"stroke=\"{FigurePalette.Series(0)}\" stroke-width=\"3\"");
        }

        foreach (var phase in phases.OrderByDescending(phase => phase.To - phase.From))
        {
            var width = TextFit.Width(phase.Name, 11);
            var middle = Math.Clamp((x(phase.From) + x(phase.To)) / 2, Left + (width / 2) + 2, Width - 42 - (width / 2));
            var at = new[] { -6.0, 15, -20, 29, -34, 43 }.Select(offset => new Box(middle - (width / 2), y(phase.Fraction) + offset - 10, width, 12))
                .OrderBy(box => taken.Sum(other => other.Overlap(box))).First();
            taken.Add(at);
            card.Label(middle, at.Y + 10, phase.Name, "middle", 11);
        }
    }
}
