using Electrolith.Routes.Figures.Drawing;

namespace Electrolith.Routes.Html;

/// <summary>Text made safe for a page.</summary>
public static class HtmlText
{
    /// <summary>Escapes text for element content and quoted attributes.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Text without markup; control characters are dropped, line breaks become spaces.</returns>
    public static string Escape(string text) => SvgWriter.Escape(text);

    /// <summary>Whether an address may become a link.</summary>
    /// <param name="url">Any text.</param>
    /// <returns>True for absolute http and https addresses and for places on the page (`#…`).</returns>
    public static bool IsSafeLink(string? url) =>
        url is { Length: > 1 } && (url[0] == '#' || (Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https"));
}
