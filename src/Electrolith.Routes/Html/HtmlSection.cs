using System.Globalization;
using System.Text;
using Electrolith.Routes.Figures;

namespace Electrolith.Routes.Html;

/// <summary>Collects the content of a section, from top to bottom. Every text is escaped.</summary>
public sealed class HtmlSection
{
    private readonly StringBuilder _html = new();
    private readonly HtmlNames _names;
    private readonly int _level;

    internal HtmlSection(HtmlNames names, int level)
    {
        _names = names;
        _level = Math.Min(level, 6);
    }

    /// <summary>Adds a paragraph.</summary>
    /// <param name="text">Its text.</param>
    /// <returns>This section.</returns>
    public HtmlSection Paragraph(string text) => Add($"<p>{HtmlText.Escape(text)}</p>\n");

    /// <summary>Adds a heading below the section's own.</summary>
    /// <param name="text">Its text.</param>
    /// <returns>This section.</returns>
    public HtmlSection Heading(string text) => Add($"<h{_level} id=\"{_names.Unique(text)}\">{HtmlText.Escape(text)}</h{_level}>\n");

    /// <summary>Adds a list of points.</summary>
    /// <param name="items">The points; none adds nothing.</param>
    /// <returns>This section.</returns>
    public HtmlSection List(IReadOnlyList<string> items) =>
        items.Count == 0 ? this : Add("<ul>\n" + string.Concat(items.Select(i => $"<li>{HtmlText.Escape(i)}</li>\n")) + "</ul>\n");

    /// <summary>Adds text with its line breaks, for example a route file.</summary>
    /// <param name="text">The text.</param>
    /// <returns>This section.</returns>
    public HtmlSection Code(string text) =>
        Add("<pre><code>" + string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => HtmlText.Escape(l.Replace("\t", "    ", StringComparison.Ordinal)))) + "</code></pre>\n");

    /// <summary>Adds cards with large numbers.</summary>
    /// <param name="figures">The cards; none adds nothing.</param>
    /// <returns>This section.</returns>
    public HtmlSection KeyFigures(IReadOnlyList<HtmlKeyFigure> figures)
    {
        if (figures.Count == 0)
        {
            return this;
        }
        Add("<dl class=\"cards\">\n");
        foreach (HtmlKeyFigure figure in figures)
        {
            string note = figure.Note.Length > 0 ? $"<dd class=\"note\">{HtmlText.Escape(figure.Note)}</dd>" : "";
            Add($"<div><dt>{HtmlText.Escape(figure.Label)}</dt><dd class=\"value\">{Value(figure.Value)}{Badge(figure.Badge)}</dd>{note}</div>\n");
        }
        return Add("</dl>\n");
    }

    /// <summary>Adds a box that a reader must not miss.</summary>
    /// <param name="heading">Its first line.</param>
    /// <param name="lines">The reasons.</param>
    /// <returns>This section.</returns>
    public HtmlSection Warning(string heading, params IReadOnlyList<string> lines)
    {
        string items = lines.Count == 0 ? "" : "<ul>" + string.Concat(lines.Select(l => $"<li>{HtmlText.Escape(l)}</li>")) + "</ul>";
        return Add($"<div class=\"warning\" role=\"note\"><strong>{HtmlText.Escape(heading)}</strong>{items}</div>\n");
    }

    /// <summary>Adds a figure with a numbered caption.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="caption">What to see in it.</param>
    /// <returns>This section.</returns>
    public HtmlSection Figure(Figure figure, string caption) => AddDrawing(SvgRenderer.Render(figure, _names.NextFigure()), caption);

    /// <summary>Adds a drawing that has no pair of axes, with a numbered caption.</summary>
    /// <param name="svg">An SVG element of this program.</param>
    /// <param name="caption">What to see in it.</param>
    /// <returns>This section.</returns>
    public HtmlSection Drawing(string svg, string caption)
    {
        _names.NextFigure();
        return AddDrawing(svg, caption);
    }

    private HtmlSection AddDrawing(string svg, string caption) =>
        Add($"<figure>\n<div class=\"drawing\" tabindex=\"0\" role=\"group\" aria-label=\"Figure {_names.FigureCount}\">\n{svg}</div>\n<figcaption><b>Figure {_names.FigureCount}.</b> {HtmlText.Escape(caption)}</figcaption>\n</figure>\n");

    /// <summary>Adds a table.</summary>
    /// <param name="table">The table.</param>
    /// <returns>This section.</returns>
    public HtmlSection Table(HtmlTable table)
    {
        Add($"<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"{(table.Caption.Length > 0 ? HtmlText.Escape(table.Caption) : "Table")}\"><table>\n");
        Add(table.Caption.Length > 0 ? $"<caption>{HtmlText.Escape(table.Caption)}</caption>\n" : "");
        Add("<thead><tr>" + string.Concat(table.Columns.Select(c => $"<th scope=\"col\"{NumberClass(c)}>{HtmlText.Escape(c.Heading)}</th>")) + "</tr></thead>\n<tbody>\n");
        foreach (IReadOnlyList<HtmlCell> row in table.Rows)
        {
            if (row.Count > table.Columns.Count)
            {
                throw new ArgumentException($"A row has {row.Count} cells for {table.Columns.Count} columns.", nameof(table));
            }
            Add("<tr>");
            for (int i = 0; i < table.Columns.Count; i++)
            {
                Add($"<td{NumberClass(table.Columns[i])}>{(i < row.Count ? Cell(row[i]) : "")}</td>");
            }
            Add("</tr>\n");
        }
        return Add("</tbody>\n</table></div>\n");
    }

    /// <summary>Adds content that opens on demand.</summary>
    /// <param name="summary">The line that is always seen.</param>
    /// <param name="fill">Adds the content.</param>
    /// <returns>This section.</returns>
    public HtmlSection Details(string summary, Action<HtmlSection> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        HtmlSection inner = new(_names, _level + 1);
        fill(inner);
        return Add($"<details><summary>{HtmlText.Escape(summary)}</summary>\n{inner}</details>\n");
    }

    /// <summary>Adds a list of sources.</summary>
    /// <param name="sources">The sources in the order shown.</param>
    /// <returns>This section.</returns>
    public HtmlSection Sources(IReadOnlyList<HtmlSource> sources)
    {
        Add("<ul class=\"sources\">\n");
        foreach (HtmlSource source in sources)
        {
            string link = HtmlText.IsSafeLink(source.Url) ? $" <a href=\"{HtmlText.Escape(source.Url!)}\" rel=\"noreferrer\">{HtmlText.Escape(source.Url!)}</a>" : "";
            Add($"<li id=\"source-{HtmlText.Escape(source.Key)}\"><code>{HtmlText.Escape(source.Key)}</code> {HtmlText.Escape(source.Text)}{link}</li>\n");
        }
        return Add("</ul>\n");
    }

    /// <summary>The content so far.</summary>
    /// <returns>HTML.</returns>
    public override string ToString() => _html.ToString();

    // The unit is smaller, so that a long one fits a narrow card.
    private static string Value(string value)
    {
        int space = value.IndexOf(' ', StringComparison.Ordinal);
        bool isNumber = space > 0 && value.AsSpan(0, space).IndexOfAnyInRange('0', '9') >= 0;
        return isNumber ? $"{HtmlText.Escape(value[..space])} <span class=\"unit\">{HtmlText.Escape(value[(space + 1)..])}</span>" : HtmlText.Escape(value);
    }

    private static string Cell(HtmlCell cell)
    {
        string text = HtmlText.Escape(cell.Text);
        string linked = HtmlText.IsSafeLink(cell.Link) ? $"<a href=\"{HtmlText.Escape(cell.Link!)}\">{text}</a>" : text;
        string note = cell.Note.Length > 0 ? $"<small>{HtmlText.Escape(cell.Note)}</small>" : "";
        return linked + Badge(cell.Badge) + note;
    }

    private static string Badge(HtmlBadge badge)
    {
        string word = badge.ToString().ToLowerInvariant();
        return badge == HtmlBadge.None ? "" : $" <span class=\"badge {word}\">{word}</span>";
    }

    private static string NumberClass(HtmlColumn column) => column.IsNumber ? " class=\"number\"" : "";

    private HtmlSection Add(string html)
    {
        _html.Append(CultureInfo.InvariantCulture, $"{html}");
        return this;
    }
}
