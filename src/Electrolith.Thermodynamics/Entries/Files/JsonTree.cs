using System.Text;
using System.Text.Json;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Thermodynamics.Entries.Files;

/// <summary>Reads a JSON text into values that know where they stand. After a syntax error the part before it is kept.</summary>
internal static class JsonTree
{
    /// <summary>Fields of pymatgen entries that may be large and say nothing about energies.</summary>
    private static readonly string[] Skipped = ["structure", "parameters", "data", "attribute"];

    /// <summary>Reads a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="bag">Receives EL1302 and EL1311.</param>
    /// <returns>The value, complete or as far as it could be read; null when nothing could be read.</returns>
    public static JsonItem? Read(SourceText source, DiagnosticBag bag)
    {
        var bytes = Encoding.UTF8.GetBytes(source.Content);
        var places = new TextPlaces(bytes);
        var builder = new Builder(places, source, bag);
        var reader = new Utf8JsonReader(bytes);
        try
        {
            while (reader.Read())
            {
                builder.Accept(ref reader);
            }
        }
        catch (JsonException problem)
        {
            builder.DropUnfinished();
            var span = places.InLine((int)problem.LineNumber.GetValueOrDefault(), (int)problem.BytePositionInLine.GetValueOrDefault());
            bag.Add(new Diagnostic(EntryCodes.BadJson, Severity.Error, source, span, "", "this is not JSON: " + Shorten(problem.Message), Hint(source, span)));
        }

        return builder.Root;
    }

    /// <summary>The first sentence of the parser's message, without the position, which stands before it anyway.</summary>
    private static string Shorten(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        var line = message.IndexOf(" LineNumber", StringComparison.Ordinal);
        var text = end > 0 ? message[..end] : line > 0 ? message[..line] : message;
        return text.TrimEnd('.');
    }

    private static string? Hint(SourceText source, SourceSpan span)
    {
        var line = source.Line(span.Line);
        var rest = line[Math.Min(span.Column - 1, line.Length)..];
        return rest switch
        {
            ['N' or 'I' or '-', ..] => "NaN and Infinity are not JSON; leave such entries out",
            ['\'', ..] => "JSON wants double quotes",
            ['}' or ']', ..] => "a comma or a bracket before it may be too much or missing",
            "" => "the file may be cut off",
            _ => "a comma or a quote before it may be missing",
        };
    }

    private sealed class Builder(TextPlaces places, SourceText source, DiagnosticBag bag)
    {
        private readonly Stack<JsonItem> open = new();
        private (string Text, SourceSpan Span) name;

        public JsonItem? Root { get; private set; }

        public void Accept(ref Utf8JsonReader reader)
        {
            var span = places.Of((int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex));
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = (reader.GetString()!, span);
                    if (Skipped.Contains(name.Text))
                    {
                        reader.Skip();
                        open.Peek().Fields.Add((name.Text, span, new JsonItem(JsonValueKind.Undefined, "", span)));
                    }
                    else if (open.Peek().Fields.Exists(field => field.Name == name.Text))
                    {
                        bag.Add(new Diagnostic(EntryCodes.Contradiction, Severity.Error, source, span, name.Text, $"the field \"{name.Text}\" is given twice", "remove one of them"));
                    }

                    break;
                case JsonTokenType.StartObject:
                    Push(JsonValueKind.Object, span);
                    break;
                case JsonTokenType.StartArray:
                    Push(JsonValueKind.Array, span);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    break;
                case JsonTokenType.String:
                    Add(new JsonItem(JsonValueKind.String, reader.GetString()!, span));
                    break;
                case JsonTokenType.Number:
                    Add(new JsonItem(JsonValueKind.Number, Encoding.UTF8.GetString(reader.ValueSpan), span));
                    break;
                default:
                    var kind = reader.TokenType switch { JsonTokenType.True => JsonValueKind.True, JsonTokenType.False => JsonValueKind.False, _ => JsonValueKind.Null };
                    Add(new JsonItem(kind, "", span));
                    break;
            }
        }

        /// <summary>Takes out the entry in which the text broke off: what it lacks is not a mistake of its own.</summary>
        public void DropUnfinished()
        {
            while (open.TryPop(out var item))
            {
                if (item.Kind == JsonValueKind.Object && open.TryPeek(out var parent) && parent.Kind == JsonValueKind.Array)
                {
                    parent.Items.RemoveAt(parent.Items.Count - 1);
                }
            }
        }

        private void Push(JsonValueKind kind, SourceSpan span)
        {
            var item = new JsonItem(kind, "", span with { Length = 1 });
            Add(item);
            open.Push(item);
        }

        private void Add(JsonItem item)
        {
            if (!open.TryPeek(out var parent))
            {
                Root = item;
            }
            else if (parent.Kind == JsonValueKind.Array)
            {
                parent.Items.Add(item);
            }
            else
            {
                parent.Fields.Add((name.Text, name.Span, item));
            }
        }
    }
}
