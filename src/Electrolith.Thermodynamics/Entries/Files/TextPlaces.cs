using System.Text;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Thermodynamics.Entries.Files;

/// <summary>Turns positions in the bytes of a text into lines and columns.</summary>
internal sealed class TextPlaces
{
    private readonly byte[] bytes;
    private readonly List<int> lineStarts = [0];
    private int lastLine;
    private int lastOffset;
    private int lastColumn;

    /// <summary>Finds the lines.</summary>
    /// <param name="bytes">The text in UTF-8.</param>
    public TextPlaces(byte[] bytes)
    {
        this.bytes = bytes;
        for (var index = 0; index < bytes.Length; index++)
        {
            if (bytes[index] == (byte)'\n')
            {
                lineStarts.Add(index + 1);
            }
        }
    }

    /// <summary>A place by its first byte.</summary>
    /// <param name="offset">Byte, from 0.</param>
    /// <param name="length">Bytes to underline.</param>
    public SourceSpan Of(int offset, int length)
    {
        // Tokens come in order, so counting goes on from the last one; a list on one line would take for ever otherwise.
        if (lastOffset > offset)
        {
            (lastLine, lastOffset, lastColumn) = (0, 0, 0);
        }

        while (lastLine + 1 < lineStarts.Count && lineStarts[lastLine + 1] <= offset)
        {
            lastLine++;
            (lastOffset, lastColumn) = (lineStarts[lastLine], 0);
        }

        lastColumn += Encoding.UTF8.GetCharCount(bytes, lastOffset, offset - lastOffset);
        lastOffset = offset;
        return new SourceSpan(lastLine + 1, lastColumn + 1, Math.Max(1, Encoding.UTF8.GetCharCount(bytes, offset, Math.Min(length, bytes.Length - offset))));
    }

    /// <summary>A place by line and byte in the line, both from 0.</summary>
    /// <param name="line">Line.</param>
    /// <param name="byteInLine">Byte in the line.</param>
    public SourceSpan InLine(int line, int byteInLine) => Of(Math.Clamp(lineStarts[Math.Min(line, lineStarts.Count - 1)] + byteInLine, 0, bytes.Length), 1);
}
