using System.Text;

namespace Electrolith.Routes.Html;

/// <summary>Hands out names that occur once on a page.</summary>
internal sealed class HtmlNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private int _figures;

    public string NextFigure() => "g" + ++_figures;

    public int FigureCount => _figures;

    public string Unique(string heading)
    {
        StringBuilder slug = new();
        foreach (char c in heading.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }
        string stem = slug.ToString().Trim('-');
        stem = stem.Length == 0 ? "section" : stem;
        string name = "s-" + stem;
        for (int i = 2; !_taken.Add(name); i++)
        {
            name = $"s-{stem}-{i}";
        }
        return name;
    }
}
