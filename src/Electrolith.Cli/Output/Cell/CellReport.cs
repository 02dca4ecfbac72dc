using Electrolith.Routes.Files;
using Electrolith.Routes.Html;

namespace Electrolith.Cli.Output.Cell;

/// <summary>One self-contained page of a verb on a cell file: figure, tables, and the file that they belong to.</summary>
internal static class CellReport
{
    /// <summary>Writes a report.</summary>
    /// <param name="path">File to write.</param>
    /// <param name="verb">Verb of the command line.</param>
    /// <param name="name">Name of the cell.</param>
    /// <param name="text">Tables as printed.</param>
    /// <param name="drawing">SVG; null for none.</param>
    /// <param name="source">Text of the cell file.</param>
    public static void Write(string path, string verb, string name, string text, string? drawing, string source)
    {
        var page = new HtmlPage($"{name}: {verb}")
        {
            Lead = "Computed from the cell file below; same file, same page.",
            Footer = $"Electrolith {typeof(CellReport).Assembly.GetName().Version?.ToString(3)}",
        };
        page.Section("Results", section =>
        {
            if (drawing is not null)
            {
                section.Drawing(drawing, $"{name}, cell {verb}.");
            }

            section.Code(text);
            section.Details("Cell file", inner => inner.Code(source));
        });
        AtomicFile.WriteAllText(path, page.ToHtml());
    }
}
