using Electrolith.Routes.Figures.Drawing;

namespace Electrolith.Routes.Figures.Stability;

/// <summary>A phase of a ternary system.</summary>
/// <param name="Name">Formula.</param>
/// <param name="First">Atomic fraction of the first element.</param>
/// <param name="Second">Atomic fraction of the second element.</param>
/// <param name="IsStable">On the hull; otherwise drawn small and hollow.</param>
public sealed record TernaryPhase(string Name, double First, double Second, bool IsStable);

/// <summary>A ternary phase diagram at 0 K: stable phases, the lines along which two of them coexist, and phases above the hull.</summary>
public static class TernaryFigure
{
    private const double Side = 520;
    private const double Left = 100;
    private const double Top = 90;
    private static readonly double Height = Side * Math.Sqrt(3) / 2;

    /// <summary>Draws the figure.</summary>
    /// <param name="title">Heading.</param>
    /// <param name="elements">Three names: left corner, right corner, top.</param>
    /// <param name="phases">The phases, the three elements among them.</param>
    /// <param name="tieLines">Pairs of indices into the phases that coexist.</param>
    /// <returns>A stand-alone SVG element.</returns>
    /// <exception cref="ArgumentException">Not three elements.</exception>
    public static string Draw(string title, IReadOnlyList<string> elements, IReadOnlyList<TernaryPhase> phases, IReadOnlyList<(int A, int B)> tieLines)
    {
        ArgumentNullException.ThrowIfNull(phases);
        ArgumentNullException.ThrowIfNull(tieLines);
        if (elements.Count != 3)
        {
            throw new ArgumentException($"three elements are expected, got {elements.Count}", nameof(elements));
        }

        var stable = phases.Where(phase => phase.IsStable).ToList();
        var card = new SvgCard(Left + Side + 100, Top + Height + 80, title, $"Ternary diagram {string.Join('-', elements)}; stable: {string.Join(", ", stable.Select(phase => phase.Name))}.");
        Corners(card, elements);
        foreach (var (a, b) in tieLines)
        {
            var (from, to) = (Place(phases[a]), Place(phases[b]));
            card.Svg.Line(from.X, from.Y, to.X, to.Y, "stroke=\"#888888\" stroke-width=\"1\"");
        }

        foreach (var phase in phases.Where(phase => !phase.IsStable))
        {
            var (x, y) = Place(phase);
            card.Svg.Raw($"<circle cx=\"{SvgWriter.Number(x)}\" cy=\"{SvgWriter.Number(y)}\" r=\"2.6\" fill=\"#FFFFFF\" stroke=\"{FigurePalette.Series(1)}\"><title>{SvgWriter.Escape(phase.Name)}</title></circle>");
        }

        var taken = new List<Box>();
        foreach (var phase in stable)
        {
            var (x, y) = Place(phase);
            card.Svg.Raw($"<circle cx=\"{SvgWriter.Number(x)}\" cy=\"{SvgWriter.Number(y)}\" r=\"4.2\" fill=\"{FigurePalette.Series(0)}\"><title>{SvgWriter.Escape(phase.Name)}</title></circle>");
            taken.Add(new Box(x - 5, y - 5, 10, 10));
        }

        foreach (var phase in stable.Where(phase => !elements.Contains(phase.Name, StringComparer.Ordinal)))
        {
            LabelPhase(card, phase, taken);
        }

        var y0 = Top + Height + 56;
        card.Svg.Raw($"<circle cx=\"28\" cy=\"{SvgWriter.Number(y0 - 4)}\" r=\"4.2\" fill=\"{FigurePalette.Series(0)}\"/><circle cx=\"150\" cy=\"{SvgWriter.Number(y0 - 4)}\" r=\"2.6\" fill=\"#FFFFFF\" stroke=\"{FigurePalette.Series(1)}\"/>");
        card.Svg.Text(38, y0, "on the hull (0 K)", 11, "fill=\"#444444\"");
        card.Svg.Text(160, y0, "known, above the hull", 11, "fill=\"#444444\"");
        return card.Finish();
    }

    private static (double X, double Y) Place(TernaryPhase phase)
    {
        var third = 1 - phase.First - phase.Second;
        return (Left + (Side * (phase.Second + (third / 2))), Top + (Height * (1 - third)));
    }

    private static void Corners(SvgCard card, IReadOnlyList<string> elements)
    {
        card.Svg.Path([(Left, Top + Height), (Left + Side, Top + Height), (Left + (Side / 2), Top)], close: true, "fill=\"none\" stroke=\"#444444\" stroke-width=\"1.2\"");
        card.Label(Left - 10, Top + Height + 22, elements[0], "end", 15);
        card.Label(Left + Side + 10, Top + Height + 22, elements[1], "start", 15);
        card.Label(Left + (Side / 2), Top - 14, elements[2], "middle", 15);
    }

    private static void LabelPhase(SvgCard card, TernaryPhase phase, List<Box> taken)
    {
        var (x, y) = Place(phase);
        var width = TextFit.Width(phase.Name, 11);
        Box best = default;
        var lowest = double.PositiveInfinity;
        foreach (var distance in new[] { 8.0, 16, 26, 40 })
        {
            foreach (var (dx, dy) in new[] { (1.0, 0.0), (-1.0, 0.0), (0.7, -0.8), (-0.7, -0.8), (0.7, 0.9), (-0.7, 0.9), (0.0, -1.1), (0.0, 1.3) })
            {
                var left = x + (dx * distance) - (dx > 0 ? 0 : dx < 0 ? width : width / 2);
                var box = new Box(left, y + (dy * distance) - 7, width, 14);
                var cost = taken.Sum(other => other.Overlap(box)) + distance;
                (best, lowest) = cost < lowest ? (box, cost) : (best, lowest);
            }
        }

        taken.Add(best);
        card.Label(best.X, best.Y + 11, phase.Name, size: 11);
    }
}
