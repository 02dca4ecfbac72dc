using System.Text;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Documents;

/// <summary>Reads a file as UTF-8 text and reports what prevents it.</summary>
public static class DocumentFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a text file.</summary>
    /// <param name="path">Path as the user typed it; it is shown in messages.</param>
    /// <param name="bag">Receives EL1101 (cannot be read), EL1102 (not UTF-8), EL1103 (too large).</param>
    /// <param name="limits">Size limit; the default when null.</param>
    /// <returns>The text, or null when the file cannot be used.</returns>
    public static SourceText? Load(string path, DiagnosticBag bag, DocumentLimits? limits = null)
    {
        try
        {
            var length = new FileInfo(path).Length;
            var allowed = (limits ?? DocumentLimits.Default).Characters * 4L;
            if (length > allowed)
            {
                bag.Add(Problem("EL1103", path, $"the file has {length} bytes; at most {allowed} are read", "split the file"));
                return null;
            }

            return Decode(path, File.ReadAllBytes(path), bag);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var missing = exception is FileNotFoundException or DirectoryNotFoundException;
            bag.Add(Problem("EL1101", path, missing ? "no such file" : $"the file cannot be read: {exception.Message}", hint: null));
            return null;
        }
    }

    /// <summary>Decodes bytes as UTF-8, with or without byte order mark.</summary>
    /// <param name="path">Name shown in messages.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="bag">Receives EL1102 with the line of the first byte that is not UTF-8.</param>
    /// <returns>The text, or null when it is not UTF-8.</returns>
    public static SourceText? Decode(string path, ReadOnlySpan<byte> bytes, DiagnosticBag bag)
    {
        const string Hint = "save the file as UTF-8 in your editor";
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            bag.Add(Problem("EL1102", path, "the file is UTF-16, not UTF-8", Hint));
            return null;
        }

        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            bytes = bytes[3..];
        }

        try
        {
            return new SourceText(path, Strict.GetString(bytes));
        }
        catch (DecoderFallbackException exception)
        {
            var before = bytes[..Math.Clamp(exception.Index, 0, bytes.Length)];
            var line = 1 + before.Count((byte)'\n');
            var column = before.Length - before.LastIndexOf((byte)'\n');
            var shown = exception.BytesUnknown is { Length: > 0 } unknown ? $" (byte 0x{unknown[0]:X2})" : "";
            bag.Add(Problem("EL1102", path, $"line {line} is not UTF-8 text{shown}", Hint) with { Span = new SourceSpan(line, column, 1) });
            return null;
        }
    }

    private static Diagnostic Problem(string code, string path, string message, string? hint) =>
        new(code, Severity.Error, new SourceText(path, ""), new SourceSpan(0, 1, 1), "", message, hint);
}
