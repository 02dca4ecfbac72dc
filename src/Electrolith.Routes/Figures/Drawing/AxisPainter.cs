namespace Electrolith.Routes.Figures.Drawing;

/// <summary>Draws title, grid lines, tick labels, axis labels, texts beside the data and notes.</summary>
internal static class AxisPainter
{
    private const string Ink = "fill=\"#222222\"";

    public static void DrawGrid(SvgWriter svg, FigureLayout at)
    {
        foreach (double value in at.XTicks?.Values ?? [])
        {
            svg.Line(at.X.Pixel(value), at.Top, at.X.Pixel(value), at.Bottom, "stroke=\"#E3E3E3\" stroke-width=\"1\"");
        }
        foreach (double value in at.YTicks?.Values ?? [])
        {
            svg.Line(at.Left, at.Y.Pixel(value), at.Right, at.Y.Pixel(value), "stroke=\"#E3E3E3\" stroke-width=\"1\"");
        }
    }

    public static void DrawFrame(SvgWriter svg, FigureLayout at)
    {
        const string stroke = "stroke=\"#555555\" stroke-width=\"1\"";
        svg.Line(at.Left, at.Bottom, at.Right, at.Bottom, stroke);
        svg.Line(at.Left, at.Top, at.Left, at.Bottom, stroke);
        DrawZero(svg, at);
        DrawTicks(svg, at, stroke);
        for (int i = 0; i < at.TitleLines.Count; i++)
        {
            svg.Text(FigureLayout.Edge, FigureLayout.Edge + 14 + 20 * i, at.TitleLines[i], FigureLayout.TitleSize, $"font-weight=\"600\" {Ink}");
        }
        for (int i = 0; i < at.NoteLines.Count; i++)
        {
            svg.Text(FigureLayout.Edge, at.NoteTop + 12 + 16 * i, at.NoteLines[i], FigureLayout.NoteSize, "fill=\"#555555\"");
        }
        DrawAxisLabels(svg, at);
        DrawCategories(svg, at);
    }

    private static void DrawTicks(SvgWriter svg, FigureLayout at, string stroke)
    {
        for (int i = 0; i < (at.XTicks?.Values.Count ?? 0); i++)
        {
            double x = at.X.Pixel(at.XTicks!.Values[i]);
            svg.Line(x, at.Bottom, x, at.Bottom + 5, stroke);
            svg.Text(x, at.Bottom + 19, at.XTicks.Labels[i], FigureLayout.TickSize, $"text-anchor=\"middle\" {Ink}");
        }
        for (int i = 0; i < (at.YTicks?.Values.Count ?? 0); i++)
        {
            double y = at.Y.Pixel(at.YTicks!.Values[i]);
            svg.Line(at.Left - 5, y, at.Left, y, stroke);
            svg.Text(at.Left - 9, y + 4, at.YTicks.Labels[i], FigureLayout.TickSize, $"text-anchor=\"end\" {Ink}");
        }
        foreach (double value in at.XTicks?.Minor ?? [])
        {
            svg.Line(at.X.Pixel(value), at.Bottom, at.X.Pixel(value), at.Bottom + 3, stroke);
        }
        foreach (double value in at.YTicks?.Minor ?? [])
        {
            svg.Line(at.Left - 3, at.Y.Pixel(value), at.Left, at.Y.Pixel(value), stroke);
        }
    }

    private static void DrawZero(SvgWriter svg, FigureLayout at)
    {
        if (at.XTicks is not null && !at.X.IsLogarithmic && at.X.Low < 0 && at.X.High > 0)
        {
            svg.Line(at.X.Pixel(0), at.Top, at.X.Pixel(0), at.Bottom, "stroke=\"#555555\" stroke-width=\"1\"");
        }
        if (at.YTicks is not null && !at.Y.IsLogarithmic && at.Y.Low < 0 && at.Y.High > 0)
        {
            svg.Line(at.Left, at.Y.Pixel(0), at.Right, at.Y.Pixel(0), "stroke=\"#555555\" stroke-width=\"1\"");
        }
    }

    private static void DrawAxisLabels(SvgWriter svg, FigureLayout at)
    {
        double y = at.LegendTop - 12 - 18 * at.XLabelLines.Count + 15;
        foreach (string line in at.XLabelLines)
        {
            svg.Text((at.Left + at.Right) / 2, y, line, FigureLayout.LabelSize, $"text-anchor=\"middle\" {Ink}");
            y += 17;
        }
        double middle = (at.Top + at.Bottom) / 2;
        for (int i = 0; i < at.YLabelLines.Count; i++)
        {
            string x = SvgWriter.Number(FigureLayout.Edge + 11 + 17 * i);
            svg.Raw($"<text transform=\"translate({x} {SvgWriter.Number(middle)}) rotate(-90)\" font-size=\"{SvgWriter.Number(FigureLayout.LabelSize)}\" text-anchor=\"middle\" {Ink}>{SvgWriter.Escape(at.YLabelLines[i])}</text>");
        }
    }

    private static void DrawCategories(SvgWriter svg, FigureLayout at)
    {
        for (int i = 0; i < at.YCategoryLines.Count; i++)
        {
            double y = at.CategoryPixel(i, isX: false) + 4 - 7.5 * (at.YCategoryLines[i].Count - 1);
            for (int line = 0; line < at.YCategoryLines[i].Count; line++)
            {
                svg.Text(at.Left - 8, y + 15 * line, at.YCategoryLines[i][line], FigureLayout.TickSize, $"text-anchor=\"end\" {Ink}");
            }
            if (at.EndLabels[i].Length > 0)
            {
                svg.Text(at.Right + 10, at.CategoryPixel(i, isX: false) + 4, at.EndLabels[i], FigureLayout.TickSize, Ink);
            }
        }
        for (int i = 0; i < at.XCategoryLines.Count; i++)
        {
            for (int line = 0; line < at.XCategoryLines[i].Count; line++)
            {
                svg.Text(at.CategoryPixel(i, isX: true), at.Bottom + 18 + 15 * line, at.XCategoryLines[i][line], FigureLayout.TickSize, $"text-anchor=\"middle\" {Ink}");
            }
        }
    }
}
