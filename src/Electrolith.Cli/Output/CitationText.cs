using System.Text.Json;
using Electrolith.Materials.Library;

namespace Electrolith.Cli.Output;

/// <summary>Prints sources.</summary>
internal static class CitationText
{
    /// <summary>Several sources with what they were used for.</summary>
    /// <param name="keys">Source keys.</param>
    /// <param name="sources">What the keys stand for, sources of one's own library included.</param>
    /// <param name="used">Names of the inputs by source key.</param>
    /// <param name="json">JSON instead of text.</param>
    /// <param name="output">Where to.</param>
    public static void WriteMany(IReadOnlyList<string> keys, SourceList sources, ILookup<string, string> used, bool json, TextWriter output)
    {
        if (json)
        {
            JsonOutput.Write(output, writer =>
            {
                writer.WriteStartArray("sources");
                foreach (var key in keys)
                {
                    WriteOne(writer, key, sources, used[key]);
                }

                writer.WriteEndArray();
            });
            return;
        }

        foreach (var key in keys)
        {
            WriteOne(key, sources, output);
            var names = used[key].Distinct(StringComparer.Ordinal).ToList();
            if (names.Count > 0)
            {
                output.WriteParagraph("used for: " + string.Join(", ", names), "    ");
            }
        }
    }

    private static void WriteOne(string key, SourceList sources, TextWriter output)
    {
        output.WriteLine(key);
        if (sources.TryGet(key, out var entry))
        {
            output.WriteParagraph(entry.Citation, "    ");
        }
    }

    private static void WriteOne(Utf8JsonWriter writer, string key, SourceList sources, IEnumerable<string> used)
    {
        writer.WriteStartObject();
        writer.WriteString("key", key);
        if (sources.TryGet(key, out var entry))
        {
            writer.WriteString("citation", entry.Citation);
            writer.WriteText("doi", entry.Doi);
            writer.WriteText("url", entry.Url);
            writer.WriteText("licence", entry.Licence);
        }

        var names = used.Distinct(StringComparer.Ordinal).ToList();
        if (names.Count > 0)
        {
            writer.WriteStartArray("usedFor");
            names.ForEach(writer.WriteStringValue);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
