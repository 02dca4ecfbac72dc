using System.Text;

namespace Electrolith.Quantities.Diagnostics;

/// <summary>Prints diagnostics with the lines around them, a caret, and the hint.</summary>
public static class DiagnosticPrinter
{
    private const int Width = 80;
    private const int LinesBefore = 2;
    private const int LinesAfter = 1;

    /// <summary>All diagnostics, one block each, with a closing count.</summary>
    /// <param name="diagnostics">In the order to print.</param>
    public static string Print(IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            Append(text, diagnostic);
            text.Append('\n');
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Diagnostic diagnostic)
    {
        var place = diagnostic.Source is not { } source ? ""
            : diagnostic.Span.Line == 0 ? $"{source.Path}: "
            : $"{source.Path}:{diagnostic.Span.Line}:{diagnostic.Span.Column}: ";
        var severity = diagnostic.Severity == Severity.Error ? "error" : "warning";
        var at = diagnostic.FieldPath.Length == 0 ? "" : $" at {diagnostic.FieldPath}";
        AppendHead(text, $"{place}{severity} {diagnostic.Code}{at}:", diagnostic.Message);
        if (diagnostic.Source is { } shown && diagnostic.Span.Line > 0)
        {
            AppendContext(text, shown, diagnostic.Span);
        }

        if (diagnostic.Hint is { Length: > 0 } hint)
        {
            AppendWrapped(text, "   hint:", hint);
        }
    }

    /// <summary>Place and message on one line, or the message below the place when both together are too wide.</summary>
    private static void AppendHead(StringBuilder text, string head, string message)
    {
        text.Append(head);
        if (head.Length + 1 + message.Length <= Width)
        {
            text.Append(' ').Append(message).Append('\n');
        }
        else
        {
            text.Append('\n');
            AppendWrapped(text, "  ", message);
        }
    }

    /// <summary>A text after a label, broken between words so that it fits the width of a terminal.</summary>
    private static void AppendWrapped(StringBuilder text, string label, string content)
    {
        var column = label.Length;
        text.Append(label);
        foreach (var word in content.Split(' '))
        {
            if (column > label.Length && column + 1 + word.Length > Width)
            {
                text.Append('\n').Append(' ', label.Length);
                column = label.Length;
            }

            text.Append(' ').Append(word);
            column += 1 + word.Length;
        }

        text.Append('\n');
    }

    private static void AppendContext(StringBuilder text, SourceText source, SourceSpan span)
    {
        var first = Math.Max(1, span.Line - LinesBefore);
        var last = Math.Min(source.LineCount, span.Line + LinesAfter);
        var digits = last.ToString().Length;
        var room = Width - digits - 5;
        var start = Math.Max(0, span.Column + Math.Min(span.Length, 20) - room);
        for (var number = first; number <= last; number++)
        {
            if (number == source.LineCount && source.Line(number).Length == 0)
            {
                continue;
            }

            text.Append(number == span.Line ? "> " : "  ").Append(number.ToString().PadLeft(digits)).Append(" | ").Append(Clip(source.Line(number), start, room)).Append('\n');
            if (number == span.Line)
            {
                var column = Math.Max(span.Column - 1 - start, 0);
                var length = Math.Clamp(span.Length, 1, Math.Max(1, room - column));
                text.Append(' ', digits + 2).Append(" | ").Append(' ', column).Append('^', length).Append('\n');
            }
        }
    }

    private static string Clip(string line, int start, int room)
    {
        var plain = line.Replace('\t', ' ');
        plain = start >= plain.Length ? "" : plain[start..];
        return (plain.Length > room ? plain[..room] : plain).TrimEnd();
    }
}
