using Electrolith.Quantities.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Electrolith.Materials.Documents;

/// <summary>Reads one YAML document into a tree that knows where each node stands. Never throws on bad input.</summary>
/// <remarks>
/// A few slips with an obvious fix (tab indentation, no space after a colon, an unclosed quote) are reported and then
/// repaired in memory, so that the rest of the file is checked in the same run. After any other syntax error the part
/// before it is returned.
/// </remarks>
public static class YamlReader
{
    private const int MostRepairs = 20;

    /// <summary>Reads a document.</summary>
    /// <param name="source">The text.</param>
    /// <param name="bag">Receives every problem, EL1103 to EL1112.</param>
    /// <returns>The root, complete or as far as it could be read; null when nothing could be read.</returns>
    public static DocumentNode? Read(SourceText source, DiagnosticBag bag) => Read(source, bag, DocumentLimits.Default);

    /// <summary>Reads a document within limits.</summary>
    /// <param name="source">The text.</param>
    /// <param name="bag">Receives every problem, EL1103 to EL1112.</param>
    /// <param name="limits">Size, depth and node limits.</param>
    /// <returns>The root, complete or as far as it could be read; null when nothing could be read.</returns>
    public static DocumentNode? Read(SourceText source, DiagnosticBag bag, DocumentLimits limits)
    {
        if (source.Content.Length > limits.Characters)
        {
            bag.Add(new Diagnostic("EL1103", Severity.Error, source, new SourceSpan(0, 1, 1), "", $"the text has {source.Content.Length} characters; at most {limits.Characters} are read", "split the file"));
            return null;
        }

        var text = source.Content;
        for (var repairs = 0; ; repairs++)
        {
            // A pass that ends in a syntax error is read again after the repair: its other problems would be repeated.
            var attempt = new DiagnosticBag();
            var builder = new YamlTreeBuilder(source, attempt, limits);
            var failure = ReadEvents(text, builder);
            var repair = failure is null ? null : YamlRepair.For(text, failure);
            if (repair is not null)
            {
                bag.Add(repair.Problem(source));
                text = repair.Text;
            }

            if (repair is null || repairs == MostRepairs)
            {
                foreach (var diagnostic in attempt.ToSorted())
                {
                    bag.Add(diagnostic);
                }

                if (failure is not null && repair is null)
                {
                    bag.Add(YamlRepair.Unrepaired(source, failure));
                }

                return Finish(source, bag, builder, failure is not null || repairs > 0);
            }
        }
    }

    private static YamlException? ReadEvents(string text, YamlTreeBuilder builder)
    {
        using var reader = new StringReader(text);
        var parser = new Parser(reader);
        try
        {
            while (parser.MoveNext() && parser.Current is ParsingEvent current && builder.Accept(current))
            {
            }
        }
        catch (YamlException exception)
        {
            return exception;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The parser refuses some tags, anchors and states with exceptions of its own value types.
            var place = parser.Current?.End ?? Mark.Empty;
            return new YamlException(place, place, exception.Message, exception);
        }

        return null;
    }

    private static DocumentNode? Finish(SourceText source, DiagnosticBag bag, YamlTreeBuilder builder, bool failed)
    {
        var root = builder.Close();
        if (root is null or DocumentScalar { IsEmpty: true } && !failed && !builder.WasStopped)
        {
            bag.Add(new Diagnostic("EL1109", Severity.Error, source, new SourceSpan(0, 1, 1), "", "the document is empty", Hint: null));
            return null;
        }

        return root;
    }
}
