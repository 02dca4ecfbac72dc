using System.Text;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Impedance.Files;

/// <summary>A file in memory, as bytes and as lines of text, and the place to report its problems.</summary>
internal sealed class FileContent
{
    private static readonly char[] LineBreaks = ['\r', '\n'];
    private readonly DiagnosticBag bag;
    private readonly SourceText source;

    public FileContent(string name, byte[] bytes, DiagnosticBag bag)
    {
        (Name, Bytes, this.bag) = (name, bytes, bag);
        var text = Decode(bytes);
        IsBinary = text.AsSpan(0, Math.Min(text.Length, 4096)).Contains('\0');
        source = new SourceText(name, IsBinary ? "" : text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
        Lines = IsBinary ? [] : source.Content.Split('\n');
    }

    public string Name { get; }

    public string Extension => Path.GetExtension(Name).ToLowerInvariant();

    public byte[] Bytes { get; }

    /// <summary>True when the bytes are no text in any encoding that is known here.</summary>
    public bool IsBinary { get; }

    public string Text => source.Content;

    public string[] Lines { get; }

    /// <summary>The first line that is not blank.</summary>
    public string FirstLine => Array.Find(Lines, line => !string.IsNullOrWhiteSpace(line))?.Trim('"', ' ', '\t') ?? "";

    public void Warn(string code, int line, string message, string? hint) => Add(Severity.Warning, code, line, message, hint);

    public void Fail(string code, int line, string message, string? hint) => Add(Severity.Error, code, line, message, hint);

    /// <summary>UTF-8 or UTF-16 by mark or by content, otherwise Latin-1, in which every byte is a letter.</summary>
    private static string Decode(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        }

        var (even, odd, sample) = (0, 0, Math.Min(bytes.Length, 1024));
        for (var at = 0; at < sample; at++)
        {
            _ = bytes[at] != 0 ? 0 : at % 2 == 0 ? even++ : odd++;
        }

        if (sample >= 8 && even == 0 && odd > sample * 0.4)
        {
            return Encoding.Unicode.GetString(bytes);
        }

        if (sample >= 8 && odd == 0 && even > sample * 0.4)
        {
            return Encoding.BigEndianUnicode.GetString(bytes);
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private void Add(Severity severity, string code, int line, string message, string? hint)
    {
        var length = line > 0 ? Math.Clamp(source.Line(line).TrimEnd().Length, 1, 60) : 1;
        bag.Add(new Diagnostic(code, severity, source, new SourceSpan(line, 1, length), "", message, hint));
    }

    /// <summary>The text up to a line break, for messages: short and without control characters.</summary>
    public static string Shown(string text)
    {
        var end = text.IndexOfAny(LineBreaks);
        var line = new string([.. (end < 0 ? text : text[..end]).Take(48).Select(letter => char.IsControl(letter) ? ' ' : letter)]).Trim();
        return line;
    }
}
