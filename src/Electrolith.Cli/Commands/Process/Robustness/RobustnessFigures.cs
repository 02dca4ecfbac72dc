using System.Globalization;
using Electrolith.Processing.Recipes;
using Electrolith.Processing.Robustness;
using Electrolith.Quantities;
using Electrolith.Routes.Figures;

namespace Electrolith.Cli.Commands.Process.Robustness;

/// <summary>Figures of a robustness study.</summary>
internal static class RobustnessFigures
{
    private const int MostInputs = 12;
    private const string Grey = "#BDBDBD";

    /// <summary>The figure that was asked for, of the first limit or result.</summary>
    /// <param name="view">The study.</param>
    /// <param name="picture">Which.</param>
    public static Figure Draw(RobustnessView view, RobustnessPicture picture)
    {
        var study = view.Study;
        if (study.Spreads.IsEmpty)
        {
            return new Figure { Title = $"{view.Recipe.Id}: no result varies" };
        }

        var limit = study.Specifications.FirstOrDefault(item => item.Result == study.Spreads[0].Result);
        return picture switch
        {
            RobustnessPicture.Tornado => Tornado(view, 0),
            RobustnessPicture.Sobol when study.Sensitivity is { } sensitivity => Sobol(view.Recipe.Id, sensitivity, sensitivity.Results[0]),
            RobustnessPicture.Sobol => new Figure { Title = $"{view.Recipe.Id}: causes were not computed" },
            _ => Histogram(view.Recipe.Id, study.Spreads[0].Result, [.. study.Samples.ByLot(RecipeResults.All.IndexOf(study.Spreads[0].Result)).SelectMany(lot => lot)], limit),
        };
    }

    /// <summary>Pieces by value with the limits and a normal curve.</summary>
    /// <param name="title">Recipe or file.</param>
    /// <param name="result">Which result.</param>
    /// <param name="values">SI values of the pieces.</param>
    /// <param name="limit">Limits, or null.</param>
    public static Figure Histogram(string title, RecipeResult result, double[] values, Specification? limit)
    {
        var kind = result.Kind;
        var (unit, scale) = Unit(kind, values);
        double[] shown = [.. values.Select(value => scale(value))];
        var (low, high) = shown.Length == 0 ? (0, 1) : (shown.Min(), shown.Max());
        (low, high) = high > low ? (low, high) : (low - 0.5, high + 0.5);
        var bins = Math.Clamp((int)Math.Sqrt(shown.Length), 5, 40);
        var (width, counts) = ((high - low) / bins, new int[bins]);
        foreach (var value in shown)
        {
            counts[Math.Min(bins - 1, (int)((value - low) / width))]++;
        }

        var most = Math.Max(1, counts.Max());
        List<(double, double, double)> steps = [.. Enumerable.Range(0, bins).SelectMany(bin => new[] { (low + (bin * width), 0.0, (double)counts[bin]), (low + ((bin + 1) * width), 0.0, counts[bin]) })];
        List<FigureSeries> series = [new BandSeries { Name = "pieces", Points = steps }];
        var mean = shown.Length > 0 ? shown.Average() : 0;
        var deviation = shown.Length > 1 ? Math.Sqrt(shown.Sum(value => (value - mean) * (value - mean)) / (shown.Length - 1)) : 0;
        if (deviation > 0)
        {
            series.Add(new LineSeries
            {
                Name = "normal curve of the same mean and deviation", Style = SeriesStyle.Assumed, Colour = "#4D4D4D",
                Points = [.. Enumerable.Range(0, 121).Select(at => low - (0.1 * (high - low)) + (1.2 * (high - low) * at / 120)).Select(x => (x, shown.Length * width / deviation / Math.Sqrt(2 * Math.PI) * Math.Exp(-0.5 * Math.Pow((x - mean) / deviation, 2))))],
            });
        }

        foreach (var (edge, name) in new[] { (limit?.Lower, "lower limit"), (limit?.Upper, "upper limit") })
        {
            if (edge is not null)
            {
                series.Add(new LineSeries { Name = $"{name} {QuantityPrinter.FormatUnicode(edge.Value, kind, 4)}", Colour = "#D55E00", Points = [(scale(edge.Value), 0), (scale(edge.Value), most * 1.05)] });
            }
        }

        return new Figure
        {
            Title = $"{title}: {result.Name}",
            AltText = FormattableString.Invariant($"Number of pieces against {result.Name}; mean {mean:G4}, standard deviation {deviation:G3} {unit}"),
            XAxis = new FigureAxis { Label = result.Name.Replace('-', ' '), Unit = QuantityPrinter.UnicodeUnit(unit) },
            YAxis = new FigureAxis { Label = "pieces", Low = 0 },
            Series = series,
        };
    }

    /// <summary>What single inputs do to a result.</summary>
    /// <param name="view">The study.</param>
    /// <param name="place">Which of its results.</param>
    public static Figure Tornado(RobustnessView view, int place)
    {
        var spread = view.Study.Spreads[place];
        var (kind, swings) = (spread.Result.Kind, view.Study.Swings[place].Take(MostInputs).ToArray());
        var (unit, scale) = Unit(kind, [.. swings.SelectMany(swing => new[] { swing.Low, swing.High }), spread.Nominal]);
        var hidden = view.Study.Swings[place].Length - swings.Length;
        return new Figure
        {
            Title = $"{view.Recipe.Id}: one input at a time",
            AltText = $"{spread.Result.Name} with each input at its 5th and its 95th percentile, the others as written, strongest first",
            XAxis = new FigureAxis { Label = spread.Result.Name.Replace('-', ' '), Unit = QuantityPrinter.UnicodeUnit(unit) },
            YAxis = new FigureAxis { Categories = [.. swings.Select(swing => swing.Input.Path)] },
            Series =
            [
                new IntervalSeries
                {
                    Name = "from the 5th to the 95th percentile of the input; the marker is the recipe as written",
                    Items = [.. swings.Select((swing, row) => (row, scale(Math.Min(swing.Low, swing.High)), scale(spread.Nominal), scale(Math.Max(swing.Low, swing.High))))],
                    EndLabels = [.. swings.Select(swing => QuantityPrinter.UnicodeUnit(RobustnessText.Scatter(swing.Input)))],
                },
            ],
            Notes = hidden > 0 ? [$"{hidden} weaker inputs are not shown."] : [],
        };
    }

    /// <summary>Shares of the variance with error bars; what cannot be told from zero is grey.</summary>
    /// <param name="title">Recipe.</param>
    /// <param name="sensitivity">Causes.</param>
    /// <param name="result">Of which result.</param>
    public static Figure Sobol(string title, RecipeSensitivity sensitivity, ResultSensitivity result)
    {
        if (!result.Indices.Varies)
        {
            return new Figure { Title = $"{title}: {result.Result.Name} does not vary" };
        }

        var rows = RobustnessText.Ordered(sensitivity, result).Take(MostInputs).SelectMany(item => new[] { (Name: item.Input.Path, Index: item.Total, IsTotal: true), (Name: "alone", Index: item.Alone, IsTotal: false) }).ToArray();
        double[] Pick(Func<bool, bool> isTotal, bool isDistinguishable) => [.. rows.Select(row => isTotal(row.IsTotal) && row.Index.IsDistinguishable == isDistinguishable ? Math.Max(row.Index.Value, 0) : double.NaN)];
        string[] labels = [.. rows.Select(row => row.Index.IsDistinguishable ? row.Index.Value.ToString("F2", CultureInfo.InvariantCulture) : "~ 0")];
        (double, double)[] whiskers = [.. rows.Select(row => (Math.Max(row.Index.Low, 0), Math.Max(row.Index.High, 0)))];
        BarSeries Bars(string name, double[] values, string colour) => new() { Name = name, Values = values, Colour = colour, EndLabels = labels, Whiskers = whiskers };
        List<FigureSeries> series =
        [
            Bars("with interactions (total)", Pick(total => total, true), FigurePalette.Series(0)), Bars("alone (first order)", Pick(total => !total, true), FigurePalette.Series(5)),
            Bars("indistinguishable from zero", Pick(_ => true, false), Grey),
        ];
        series.RemoveAll(item => ((BarSeries)item).Values.All(double.IsNaN));
        return new Figure
        {
            Title = $"{title}: causes of the variance of {result.Result.Name}",
            AltText = string.Join("; ", rows.Where(row => row.IsTotal).Select(row => $"{row.Name} {RobustnessText.Share(row.Index)}")),
            XAxis = new FigureAxis { Label = "share of the variance", Low = 0, High = Math.Max(1, whiskers.Max(item => item.Item2)) },
            YAxis = new FigureAxis { Categories = [.. rows.Select(row => row.Name)] },
            Series = series,
            Notes = [$"{result.Indices.Rows} rows of Saltelli's design; whiskers are 95 % intervals."],
        };
    }

    /// <summary>A unit that suits the size of values, with the way to it.</summary>
    public static (string Unit, Func<double, double> Scale) Unit(QuantityKind kind, IReadOnlyList<double> values)
    {
        if (kind == QuantityKinds.Temperature)
        {
            return ("degC", value => value - PhysicalConstants.ZeroCelsius);
        }

        var finite = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        var (symbol, factor) = kind.DisplayUnits[0];
        if (kind.Scales)
        {
            foreach (var unit in kind.DisplayUnits.OrderBy(unit => unit.Factor))
            {
                if (finite >= unit.Factor || unit == kind.DisplayUnits.MinBy(item => item.Factor))
                {
                    (symbol, factor) = unit;
                }
            }
        }

        return (symbol, value => value / factor);
    }
}
