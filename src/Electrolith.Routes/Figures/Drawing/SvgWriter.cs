using System.Globalization;
using System.Text;

namespace Electrolith.Routes.Figures.Drawing;

/// <summary>Writes SVG elements with short numbers and escaped text.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _text = new();

    public static string Number(double value)
    {
        double rounded = Math.Round(value, 1, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.#", CultureInfo.InvariantCulture);
    }

    public static string Escape(string text)
    {
        StringBuilder result = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            switch (c)
            {
                case '&': result.Append("&amp;"); break;
                case '<': result.Append("&lt;"); break;
                case '>': result.Append("&gt;"); break;
                case '"': result.Append("&quot;"); break;
                case '\'': result.Append("&#39;"); break;
                case '\n' or '\r' or '\t': result.Append(' '); break;
                case < ' ' or '\uFFFE' or '\uFFFF': break;
                default:
                    if (isPair)
                    {
                        result.Append(c).Append(text[++i]);
                    }
                    else
                    {
                        result.Append(char.IsSurrogate(c) ? '\uFFFD' : c);
                    }
                    break;
            }
        }
        return result.ToString();
    }

    public void Raw(string text) => _text.Append(text).Append('\n');

    public void Line(double x1, double y1, double x2, double y2, string attributes) =>
        Raw($"<line x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\" {attributes}/>");

    public void Rectangle(double x, double y, double width, double height, string attributes) =>
        Raw($"<rect x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(Math.Max(0, width))}\" height=\"{Number(Math.Max(0, height))}\" {attributes}/>");

    public void Text(double x, double y, string text, double size, string attributes = "") =>
        Raw($"<text x=\"{Number(x)}\" y=\"{Number(y)}\" font-size=\"{Number(size)}\"{(attributes.Length > 0 ? " " + attributes : "")}>{Escape(text)}</text>");

    public void Path(IEnumerable<(double X, double Y)> points, bool close, string attributes)
    {
        StringBuilder path = new();
        foreach ((double x, double y) in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Number(x)).Append(' ').Append(Number(y));
        }
        if (path.Length > 0)
        {
            Raw($"<path d=\"{path}{(close ? "Z" : "")}\" {attributes}/>");
        }
    }

    public override string ToString() => _text.ToString();
}
