namespace Electrolith.Routes.Figures.Drawing;

/// <summary>A white card with a heading, for drawings that have no pair of axes.</summary>
internal sealed class SvgCard
{
    public const double TitleSize = 16;
    public const double TextSize = 12;

    public SvgCard(double width, double height, string title, string description)
    {
        (string w, string h) = (SvgWriter.Number(width), SvgWriter.Number(height));
        Svg.Raw($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"img\" font-family=\"system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif\">");
        Svg.Raw($"<title>{SvgWriter.Escape(title)}</title>");
        Svg.Raw($"<desc>{SvgWriter.Escape(description)}</desc>");
        Svg.Rectangle(0, 0, width, height, "rx=\"6\" fill=\"#FFFFFF\"");
        Svg.Text(24, 32, TextFit.Clip(title, width - 48, TitleSize), TitleSize, "font-weight=\"bold\" fill=\"#222222\"");
    }

    public SvgWriter Svg { get; } = new();

    /// <summary>Text with a white rim, so that lines behind it do not cut through it.</summary>
    public void Label(double x, double y, string text, string anchor = "start", double size = TextSize, string colour = "#222222") =>
        Svg.Text(x, y, text, size, $"text-anchor=\"{anchor}\" fill=\"{colour}\" stroke=\"#FFFFFF\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"");

    public string Finish()
    {
        Svg.Raw("</svg>");
        return Svg.ToString();
    }
}
