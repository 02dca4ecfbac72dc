using System.Globalization;
using System.Text;

namespace Electrolith.Routes.Html;

/// <summary>Builds a page that stands alone in one file: its style and figures are inside, it asks for nothing from anywhere.</summary>
/// <param name="title">Heading of the page.</param>
public sealed class HtmlPage(string title)
{
    private readonly List<(string Id, string Heading, string Body)> _sections = [];
    private readonly HtmlNames _names = new();

    /// <summary>A paragraph under the heading that says what the page found; empty for none.</summary>
    public string Lead { get; set; } = "";

    /// <summary>A line at the very end, for example the versions that made the page; empty for none.</summary>
    public string Footer { get; set; } = "";

    /// <summary>Adds a section; it appears in the table of contents.</summary>
    /// <param name="heading">Heading of the section.</param>
    /// <param name="fill">Adds the content.</param>
    /// <returns>This page.</returns>
    public HtmlPage Section(string heading, Action<HtmlSection> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        string id = _names.Unique(heading);
        HtmlSection section = new(_names, level: 3);
        fill(section);
        _sections.Add((id, heading, section.ToString()));
        return this;
    }

    /// <summary>The whole page.</summary>
    /// <returns>The same text for the same content.</returns>
    public string ToHtml()
    {
        StringBuilder html = new();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append("<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{HtmlText.Escape(title)}</title>\n<style>\n{HtmlStyle.Css}</style>\n</head>\n<body>\n<main>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{HtmlText.Escape(title)}</h1>\n");
        if (Lead.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"lead\">{HtmlText.Escape(Lead)}</p>\n");
        }
        AppendContents(html);
        foreach ((string id, string heading, string body) in _sections)
        {
            html.Append(CultureInfo.InvariantCulture, $"<section id=\"{id}\">\n<h2>{HtmlText.Escape(heading)}</h2>\n{body}</section>\n");
        }
        if (Footer.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<footer>{HtmlText.Escape(Footer)}</footer>\n");
        }
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private void AppendContents(StringBuilder html)
    {
        if (_sections.Count < 2)
        {
            return;
        }
        html.Append("<nav aria-label=\"Contents\">\n<ol>\n");
        foreach ((string id, string heading, _) in _sections)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{id}\">{HtmlText.Escape(heading)}</a></li>\n");
        }
        html.Append("</ol>\n</nav>\n");
    }
}
