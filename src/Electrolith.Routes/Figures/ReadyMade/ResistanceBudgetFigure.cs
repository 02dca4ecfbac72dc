namespace Electrolith.Routes.Figures.ReadyMade;

/// <summary>Where the resistance of one cell comes from: one bar per contribution, the largest first.</summary>
public static class ResistanceBudgetFigure
{
    /// <summary>Builds the figure.</summary>
    /// <param name="title">Heading.</param>
    /// <param name="parts">Contributions in Ω cm² with the ends of their intervals (p05 and p95); a part that is not finite is listed without a bar.</param>
    /// <returns>Sorted horizontal bars with whiskers; beside each its value and its share of the sum.</returns>
    public static Figure Build(string title, IReadOnlyList<(string Name, double OhmSquareCentimetre, double Low, double High)> parts)
    {
        (string Name, double OhmSquareCentimetre, double Low, double High)[] sorted =
            [.. parts.OrderByDescending(p => double.IsFinite(p.OhmSquareCentimetre) ? p.OhmSquareCentimetre : double.NegativeInfinity)];
        double sum = sorted.Where(p => double.IsFinite(p.OhmSquareCentimetre)).Sum(p => p.OhmSquareCentimetre);
        string total = $"Sum: {NumberText.Format(sum)} Ω cm². Whiskers: p05 to p95.";
        return new Figure
        {
            Title = title,
            AltText = sorted.Length == 0 ? "No contributions." :
                $"Bars of area-specific resistance; the largest is {sorted[0].Name} with {EndLabel(sorted[0].OhmSquareCentimetre, sum)}. {total}",
            XAxis = new FigureAxis { Label = "Area-specific resistance", Unit = "Ω cm²", IncludesZero = true },
            YAxis = new FigureAxis { Categories = [.. sorted.Select(p => p.Name)] },
            Series =
            [
                new BarSeries
                {
                    Values = [.. sorted.Select(p => p.OhmSquareCentimetre)],
                    Whiskers = [.. sorted.Select(p => (p.Low, p.High))],
                    EndLabels = [.. sorted.Select(p => EndLabel(p.OhmSquareCentimetre, sum))],
                },
            ],
            Notes = sorted.Length == 0 ? [] : [total],
        };
    }

    private static string EndLabel(double value, double sum) =>
        !double.IsFinite(value) ? "no value"
        : sum > 0 ? $"{NumberText.Format(value)} Ω cm² · {ShareText.Percent(value / sum)}"
        : $"{NumberText.Format(value)} Ω cm²";
}
