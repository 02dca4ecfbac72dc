namespace Electrolith.Routes.Figures.Drawing;

/// <summary>Colour, line, marker and hatching of every series: two series never differ by colour alone.</summary>
internal sealed class SeriesLook
{
    private readonly Figure _figure;
    private readonly string[] _colours;
    private readonly int[] _ranks;
    private readonly int[] _shapes;
    private readonly string _prefix;

    public SeriesLook(Figure figure, string prefix)
    {
        _figure = figure;
        _colours = new string[figure.Series.Count];
        _ranks = new int[figure.Series.Count];
        _shapes = new int[figure.Series.Count];
        int next = 0;
        int shape = 0;
        for (int i = 0; i < _colours.Length; i++)
        {
            _ranks[i] = next;
            _shapes[i] = figure.Series[i] is PointSeries or IntervalSeries ? shape++ : 0;
            bool takesColour = figure.Series[i] is not GridSeries;
            _colours[i] = IsColour(figure.Series[i].Colour) ? figure.Series[i].Colour! : FigurePalette.Series(next);
            next += takesColour ? 1 : 0;
        }
        _prefix = prefix + "f" + Hash(figure.Title + "\n" + figure.AltText).ToString("x8");
    }

    /// <summary>A name that is the same for the same figure and differs between figures of one page.</summary>
    public string Id(string name) => _prefix + name;

    public string Colour(int series) => _colours[series];

    public string Stroke(int series, double width)
    {
        string dash = _figure.Series[series].Style switch
        {
            SeriesStyle.Extrapolated => " stroke-dasharray=\"7 4\"",
            SeriesStyle.Assumed => " stroke-dasharray=\"2 3\"",
            _ => "",
        };
        return $"fill=\"none\" stroke=\"{_colours[series]}\" stroke-width=\"{SvgWriter.Number(width)}\" stroke-linejoin=\"round\"{dash}";
    }

    public string Fill(int series) => _figure.Series[series].Style switch
    {
        SeriesStyle.Assumed => $"fill=\"#FFFFFF\" stroke=\"{_colours[series]}\" stroke-width=\"1.6\"",
        SeriesStyle.Extrapolated => $"fill=\"{_colours[series]}\" fill-opacity=\"0.35\" stroke=\"{_colours[series]}\" stroke-width=\"1.2\" stroke-dasharray=\"5 3\"",
        _ => $"fill=\"{_colours[series]}\"",
    };

    /// <summary>White strokes over a bar; the first series and bars with their own text have none.</summary>
    public void Hatch(SvgWriter svg, int series, double x, double y, double width, double height)
    {
        if (HatchOf(series) > 0 && width > 0.5 && height > 0.5)
        {
            svg.Rectangle(x, y, width, height, $"fill=\"url(#{Id("h" + HatchOf(series))})\"");
        }
    }

    public void DefineHatches(SvgWriter svg)
    {
        string[] strokes =
        [
            "", "M-1 1L1 -1M0 8L8 0M7 9L9 7", "M4 2.8A1.2 1.2 0 1 0 4.1 2.8Z", "M-1 7L1 9M0 0L8 8M7 -1L9 1", "M0 4H8", "M4 0V8", "M0 4H8M4 0V8", "M0 8L8 0M0 0L8 8",
        ];
        foreach (int hatch in Enumerable.Range(0, _colours.Length).Select(HatchOf).Where(h => h > 0).Distinct().Order())
        {
            svg.Raw($"<pattern id=\"{Id("h" + hatch)}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><path d=\"{strokes[hatch]}\" fill=\"none\" stroke=\"#FFFFFF\" stroke-opacity=\"0.75\" stroke-width=\"1.2\"/></pattern>");
        }
    }

    public void Marker(SvgWriter svg, int series, double x, double y, double r)
    {
        string paint = _figure.Series[series].Style switch
        {
            SeriesStyle.Assumed => $"fill=\"#FFFFFF\" stroke=\"{_colours[series]}\" stroke-width=\"2\"",
            SeriesStyle.Extrapolated => $"fill=\"#FFFFFF\" stroke=\"{_colours[series]}\" stroke-width=\"1.6\" stroke-dasharray=\"2 1.5\"",
            _ => $"fill=\"{_colours[series]}\" stroke=\"#FFFFFF\" stroke-width=\"1\"",
        };
        switch (_shapes[series] % 5)
        {
            case 0:
                svg.Raw($"<circle cx=\"{SvgWriter.Number(x)}\" cy=\"{SvgWriter.Number(y)}\" r=\"{SvgWriter.Number(r)}\" {paint}/>");
                break;
            case 1:
                svg.Rectangle(x - r, y - r, 2 * r, 2 * r, paint);
                break;
            case 2:
                svg.Path([(x, y - r * 1.3), (x + r * 1.2, y + r * 0.9), (x - r * 1.2, y + r * 0.9)], close: true, paint);
                break;
            case 3:
                svg.Path([(x, y - r * 1.35), (x + r * 1.35, y), (x, y + r * 1.35), (x - r * 1.35, y)], close: true, paint);
                break;
            default:
                svg.Path([(x, y + r * 1.3), (x + r * 1.2, y - r * 0.9), (x - r * 1.2, y - r * 0.9)], close: true, paint);
                break;
        }
    }

    private int HatchOf(int series) =>
        _figure.Series[series] is BarSeries { SegmentLabel: "", Style: SeriesStyle.Model or SeriesStyle.Measured } ? _ranks[series] % 8 : 0;

    private static bool IsColour(string? text) =>
        text is { Length: 7 } && text[0] == '#' && text.AsSpan(1).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0;

    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }
        return hash;
    }
}
