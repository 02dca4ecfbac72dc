namespace Electrolith.Routes.Figures.ReadyMade;

/// <summary>How strongly one uncertain input moves the result.</summary>
/// <param name="Name">Name of the input.</param>
/// <param name="Correlation">Signed rank correlation with the result, −1 to 1.</param>
/// <param name="IsAssumed">Whether the input is an assumption rather than a sourced value.</param>
public sealed record TornadoInput(string Name, double Correlation, bool IsAssumed);

/// <summary>Inputs by their influence on the result, the strongest on top; assumed inputs are hollow.</summary>
public static class TornadoFigure
{
    /// <summary>Builds the figure.</summary>
    /// <param name="title">Heading, naming the result.</param>
    /// <param name="inputs">Inputs in any order; those without a finite correlation are left out.</param>
    /// <param name="most">How many are shown.</param>
    /// <returns>Signed horizontal bars.</returns>
    public static Figure Build(string title, IReadOnlyList<TornadoInput> inputs, int most = 12)
    {
        TornadoInput[] sorted = [.. inputs.Where(i => double.IsFinite(i.Correlation)).OrderByDescending(i => Math.Abs(i.Correlation)).ThenBy(i => i.Name, StringComparer.Ordinal)];
        TornadoInput[] shown = [.. sorted.Take(Math.Max(1, most))];
        string[] labels = [.. shown.Select(i => (i.Correlation > 0 ? "+" : "") + NumberText.Fixed(i.Correlation, 2))];
        List<FigureSeries> series = [];
        if (shown.Any(i => !i.IsAssumed))
        {
            series.Add(new BarSeries { Name = "input with a source", EndLabels = labels, Values = [.. shown.Select(i => i.IsAssumed ? double.NaN : i.Correlation)] });
        }
        if (shown.Any(i => i.IsAssumed))
        {
            series.Add(new BarSeries { Name = "assumed input", Style = SeriesStyle.Assumed, Colour = "#D55E00", EndLabels = labels, Values = [.. shown.Select(i => i.IsAssumed ? i.Correlation : double.NaN)] });
        }
        double largest = shown.Select(i => Math.Abs(i.Correlation)).DefaultIfEmpty(1).Max();
        double end = largest > 0.5 ? 1 : largest > 0.2 ? 0.5 : 0.2;
        int hidden = sorted.Length - shown.Length;
        return new Figure
        {
            Title = title,
            AltText = shown.Length == 0 ? "No inputs." : $"Rank correlation of inputs with the result: {string.Join("; ", shown.Select((i, k) => $"{i.Name} {labels[k]}{(i.IsAssumed ? " (assumed)" : "")}"))}.",
            XAxis = new FigureAxis { Label = "Rank correlation with the result", Low = -end, High = end },
            YAxis = new FigureAxis { Categories = [.. shown.Select(i => i.Name)] },
            Series = series,
            Notes = hidden > 0 ? [hidden == 1 ? "1 weaker input is not shown." : $"{hidden} weaker inputs are not shown."] : [],
        };
    }
}
