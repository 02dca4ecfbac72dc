namespace Electrolith.Quantities.Diagnostics;

/// <summary>A text that was read, kept whole so that a diagnostic can show its lines.</summary>
public sealed class SourceText
{
    private readonly string[] lines;

    /// <summary>Keeps a text under the name that messages should show.</summary>
    /// <param name="path">File path as the user typed it, or a name such as <c>(command line)</c>.</param>
    /// <param name="content">The whole text.</param>
    public SourceText(string path, string content)
    {
        Path = path;
        Content = content;
        lines = content.Split('\n');
    }

    /// <summary>File path as the user typed it.</summary>
    public string Path { get; }

    /// <summary>The whole text.</summary>
    public string Content { get; }

    /// <summary>Number of lines.</summary>
    public int LineCount => lines.Length;

    /// <summary>One line without its line break; empty outside the text.</summary>
    /// <param name="number">Line number, from 1.</param>
    public string Line(int number) => number >= 1 && number <= lines.Length ? lines[number - 1].TrimEnd('\r') : "";
}
