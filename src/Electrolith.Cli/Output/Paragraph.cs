namespace Electrolith.Cli.Output;

/// <summary>Running text on a terminal.</summary>
internal static class Paragraph
{
    /// <summary>Writes a text in lines of at most 80 columns, broken between words.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="text">The text.</param>
    /// <param name="indent">Beginning of every line.</param>
    public static void WriteParagraph(this TextWriter output, string text, string indent = "")
    {
        var line = indent;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > indent.Length && line.Length + word.Length + 1 > 80)
            {
                output.WriteLine(line);
                line = indent;
            }

            line += line.Length > indent.Length ? " " + word : word;
        }

        output.WriteLine(line);
    }
}
