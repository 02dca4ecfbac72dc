using Electrolith.Routes.Figures;
using Electrolith.Routes.Files;
using Electrolith.Routes.Html;

namespace Electrolith.Cli.Commands.Process;

/// <summary>One self-contained page of a choice: figure and tables.</summary>
internal static class ChoiceReport
{
    /// <summary>Writes a report.</summary>
    /// <param name="path">File to write.</param>
    /// <param name="verb">Verb of the command line.</param>
    /// <param name="name">Recipe or file of trials.</param>
    /// <param name="text">Tables as printed.</param>
    /// <param name="figure">Figure; null for none.</param>
    public static void Write(string path, string verb, string name, string text, Figure? figure)
    {
        var page = new HtmlPage($"{name}: process {verb}")
        {
            Lead = "Same input and seed, same page.",
            Footer = $"Electrolith {typeof(ChoiceReport).Assembly.GetName().Version?.ToString(3)}",
        };
        page.Section("Results", section =>
        {
            if (figure is not null)
            {
                section.Drawing(SvgRenderer.Render(figure), figure.AltText);
            }

            section.Code(text);
        });
        AtomicFile.WriteAllText(path, page.ToHtml());
    }
}
