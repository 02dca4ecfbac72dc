namespace Electrolith.Cli.Output;

/// <summary>Running text on a terminal.</summary>
internal static class Paragraph
{
    /// <summary>Writes a text in lines of at most 80 columns, broken between words.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="text">The text.</param>
    /// <param name="indent">Beginning of every line.</param>
    /// <param name="first">Beginning of the first line, when it differs.</param>
    public static void WriteParagraph(this TextWriter output, string text, string indent = "", string? first = null)
    {
        var line = first ?? indent;
        var start = line.Length;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > start && line.Length + word.Length + 1 > 80)
            {
                output.WriteLine(line);
                line = indent;
                start = indent.Length;
            }

            line += line.Length > start ? " " + word : word;
        }

        output.WriteLine(line);
    }

    /// <summary>Writes a text as an item of a list, with a hanging indent.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="text">The text.</param>
    public static void WriteItem(this TextWriter output, string text) => output.WriteParagraph(text, "    ", "  - ");
}
