using System.Text.Json;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Thermodynamics.Entries.Files;

/// <summary>One value of a JSON text, with its place.</summary>
/// <param name="Kind">What it is; <see cref="JsonValueKind.Undefined"/> for a part that is not looked at.</param>
/// <param name="Text">Text of a string, or the number as written.</param>
/// <param name="Span">Where it starts.</param>
internal sealed record JsonItem(JsonValueKind Kind, string Text, SourceSpan Span)
{
    /// <summary>Fields of an object in their order.</summary>
    public List<(string Name, SourceSpan NameSpan, JsonItem Value)> Fields { get; } = [];

    /// <summary>Values of a list in their order.</summary>
    public List<JsonItem> Items { get; } = [];

    /// <summary>What it is, for a message.</summary>
    public string Describe => Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => $"the text \"{(Text.Length > 30 ? Text[..30] + "..." : Text)}\"",
        JsonValueKind.Number => $"the number {Text}",
        JsonValueKind.True or JsonValueKind.False => Kind == JsonValueKind.True ? "true" : "false",
        JsonValueKind.Null => "null",
        _ => "something else",
    };

    /// <summary>The value of a field; null when the object does not have it or it is null.</summary>
    /// <param name="name">Name of the field.</param>
    public JsonItem? this[string name]
    {
        get
        {
            foreach (var field in Fields)
            {
                if (field.Name == name)
                {
                    return field.Value.Kind == JsonValueKind.Null ? null : field.Value;
                }
            }

            return null;
        }
    }
}
