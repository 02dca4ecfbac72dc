using System.Text.RegularExpressions;
using Electrolith.Quantities.Diagnostics;
using YamlDotNet.Core;

namespace Electrolith.Materials.Documents;

/// <summary>A syntax error whose likely cause was recognised, with the text after the fix (same number of lines).</summary>
/// <param name="Text">The repaired text.</param>
/// <param name="Span">Where the slip is.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Hint">The fix.</param>
internal sealed partial record YamlRepair(string Text, SourceSpan Span, string Message, string Hint)
{
    /// <summary>The diagnostic of the slip.</summary>
    /// <param name="source">The text as the user wrote it.</param>
    public Diagnostic Problem(SourceText source) => new("EL1104", Severity.Error, source, Span, "", Message, Hint);

    /// <summary>The diagnostic of an error without a recognised cause.</summary>
    /// <param name="source">The text as the user wrote it.</param>
    /// <param name="failure">What the YAML parser said.</param>
    public static Diagnostic Unrepaired(SourceText source, YamlException failure)
    {
        var line = Math.Clamp((int)failure.Start.Line, 1, source.LineCount);
        var column = Math.Max(1, (int)failure.Start.Column);
        var text = source.Line(line);
        return new Diagnostic("EL1104", Severity.Error, source, new SourceSpan(line, column, 1), "", PlainWords(failure.Message, text), HintFor(text));
    }

    /// <summary>Looks for a slip with an obvious fix at the place of a syntax error.</summary>
    /// <param name="text">The text that was parsed.</param>
    /// <param name="failure">What the YAML parser said.</param>
    /// <returns>The repair, or null when the cause is not obvious.</returns>
    public static YamlRepair? For(string text, YamlException failure)
    {
        var lines = text.Split('\n');
        var last = Math.Clamp((int)Math.Max(failure.Start.Line, failure.End.Line) - 1, 0, lines.Length - 1);
        var first = Math.Clamp((int)failure.Start.Line - 2, 0, last);
        return Tabs(lines, Math.Min(last + 1, lines.Length - 1)) ?? UnclosedQuote(lines, failure, first, last) ?? ColonInValue(lines, first, last) ?? MissingSpace(lines, first, last) ?? OpenBracket(lines, first, last) ?? TooDeep(lines, (int)failure.Start.Line - 1);
    }

    private static YamlRepair? Tabs(string[] lines, int last)
    {
        var found = Array.FindIndex(lines, 0, last + 1, line => LeadingTab().IsMatch(line));
        if (found < 0)
        {
            return null;
        }

        var column = lines[found].IndexOf('\t') + 1;
        var repaired = lines.Select(line => LeadingTab().Replace(line, match => match.Value.Replace("\t", "  ")));
        return new YamlRepair(string.Join('\n', repaired), new SourceSpan(found + 1, column, 1), "a tab is used for indentation; YAML allows spaces only", "replace each tab by two spaces");
    }

    private static YamlRepair? UnclosedQuote(string[] lines, YamlException failure, int first, int last)
    {
        // The parser may fail far below the quote that was left open; its error then starts at the quote or after the next one.
        for (var number = Math.Min(first, (int)Math.Max(failure.Start.Line - 1, 0)); number <= last; number++)
        {
            var match = OpenQuote().Match(lines[number]);
            if (!match.Success)
            {
                continue;
            }

            var quote = match.Groups["quote"];
            var repaired = (string[])lines.Clone();
            repaired[number] = lines[number].TrimEnd('\r', ' ') + quote.Value;
            return new YamlRepair(string.Join('\n', repaired), new SourceSpan(number + 1, quote.Index + 1, 1), "a quote is opened and not closed on this line", $"close it with {quote.Value}, or leave the quotes out");
        }

        return null;
    }

    private static YamlRepair? ColonInValue(string[] lines, int first, int last)
    {
        for (var number = first; number <= last; number++)
        {
            var match = SecondColon().Match(lines[number]);
            if (!match.Success)
            {
                continue;
            }

            var value = match.Groups["value"];
            var quoted = $"'{value.Value.Replace("'", "''", StringComparison.Ordinal)}'";
            var repaired = (string[])lines.Clone();
            repaired[number] = lines[number][..value.Index] + quoted + lines[number][(value.Index + value.Length)..];
            return new YamlRepair(string.Join('\n', repaired), new SourceSpan(number + 1, value.Index + 1, value.Length), "the value contains a colon followed by a blank", $"put it in quotes: {quoted}");
        }

        return null;
    }

    private static YamlRepair? MissingSpace(string[] lines, int first, int last)
    {
        for (var number = first; number <= last; number++)
        {
            var match = NoSpace().Match(lines[number]);
            if (!match.Success)
            {
                continue;
            }

            var key = match.Groups["key"];
            var colon = key.Index + key.Length;
            var repaired = (string[])lines.Clone();
            repaired[number] = lines[number].Insert(colon + 1, " ");
            return new YamlRepair(string.Join('\n', repaired), new SourceSpan(number + 1, colon + 1, 1), $"no space after the colon of \"{key.Value}\"", $"write \"{key.Value}: {lines[number][(colon + 1)..].Trim()}\"");
        }

        return null;
    }

    private static YamlRepair? OpenBracket(string[] lines, int first, int last)
    {
        for (var number = first; number <= last; number++)
        {
            var open = new Stack<int>();
            var line = lines[number].TrimEnd('\r', ' ');
            for (var column = 0; column < line.Length; column++)
            {
                if (line[column] is '[' or '{')
                {
                    open.Push(column);
                }
                else if (line[column] is ']' or '}' && !open.TryPop(out _))
                {
                    return null;
                }
            }

            // A list over several lines is right; it is closed by one of them.
            if (open.Count > 0 && !lines.Skip(number + 1).Any(later => later.AsSpan().TrimStart() is [']' or '}', ..] || Balance(later) < 0))
            {
                var column = open.Peek();
                var closing = string.Concat(open.Select(at => line[at] == '[' ? ']' : '}'));
                var repaired = (string[])lines.Clone();
                repaired[number] = line + closing;
                return new YamlRepair(string.Join('\n', repaired), new SourceSpan(number + 1, column + 1, 1), $"the bracket {line[column]} is opened and not closed", $"close it with {closing}");
            }
        }

        return null;
    }

    private static int Balance(string line) => line.Count(character => character is '[' or '{') - line.Count(character => character is ']' or '}');

    private static YamlRepair? TooDeep(string[] lines, int number)
    {
        if (number < 1 || number >= lines.Length || !KeyLine().IsMatch(lines[number]) || FieldLine().Match(lines[number - 1]) is not { Success: true } above)
        {
            return null;
        }

        var indent = lines[number].Length - lines[number].TrimStart().Length;
        var expected = above.Groups["indent"].Length;
        if (indent <= expected)
        {
            return null;
        }

        var repaired = (string[])lines.Clone();
        repaired[number] = new string(' ', expected) + lines[number].TrimStart();
        return new YamlRepair(string.Join('\n', repaired), new SourceSpan(number + 1, indent + 1, 1), "the line is indented further than the field above it, which already has a value", $"start it in column {expected + 1}");
    }

    private static string PlainWords(string message, string line) => message switch
    {
        _ when line.TrimStart().StartsWith('%') => "a line must not start with %",
        _ when message.Contains("did not find expected key", StringComparison.Ordinal) || message.Contains("invalid mapping", StringComparison.Ordinal) || message.Contains("mapping values are not allowed", StringComparison.OrdinalIgnoreCase) => "this line does not fit its surroundings: a key is expected here, at the indentation of its neighbours",
        _ when message.Contains("did not find expected '-'", StringComparison.Ordinal) => "a list item that starts with \"- \" is expected here",
        _ when message.Contains("did not find expected ',' or", StringComparison.Ordinal) => "a bracket is opened and not closed, or a comma is missing",
        _ when message.Contains("could not find expected ':'", StringComparison.Ordinal) => "a colon is expected after the key",
        _ when message.Contains("cannot start any token", StringComparison.Ordinal) => "a value cannot start with this character",
        _ => $"this is not valid YAML: {message.TrimEnd('.')}",
    };

    private static string HintFor(string line) => line.Count(character => character == ':') > 1 && !line.Contains('{')
        ? "put the value in quotes when it contains \": \""
        : "check the indentation of this line and the one above; put values with special characters in quotes";

    [GeneratedRegex(@"^ *\t[ \t]*", RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingTab();

    [GeneratedRegex(@"^(\s*(- +)*([\w.-]+: +)?|[^""'#]*[\[,{] *)(?<quote>[""'])((?!\k<quote>).)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex OpenQuote();

    [GeneratedRegex(@"^\s*(- +)*[\w.-]+: +(?<value>[^\s""'{}\[\]|>&*!%@`#][^#]*?: [^#]*?)\s*( #.*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex SecondColon();

    [GeneratedRegex(@"^ *(- +)*[\w.-]+:( |\r?$)", RegexOptions.ExplicitCapture)]
    private static partial Regex KeyLine();

    [GeneratedRegex(@"^(?<indent> *(- +)*)[\w.-]+: +[^\s|>&#]", RegexOptions.ExplicitCapture)]
    private static partial Regex FieldLine();

    [GeneratedRegex(@"^\s*(- +)*(?<key>[A-Za-z][\w-]*):(?!//)[^\s:][^:]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex NoSpace();
}
