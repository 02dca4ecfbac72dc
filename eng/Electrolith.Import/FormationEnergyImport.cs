using System.Buffers.Binary;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Thermodynamics.Entries;

namespace Electrolith.Import;

/// <summary>Writes the table of formation energies; the same input always gives the same bytes.</summary>
internal static class FormationEnergyImport
{
    /// <summary>Reads the data set and the verdicts on its entries, and writes both tables.</summary>
    /// <param name="input">The packed table of the data set.</param>
    /// <param name="folder">Folder with <c>screened.csv</c>; receives the tables.</param>
    /// <returns>What was written, in one line.</returns>
    public static string Run(string input, string folder)
    {
        var screenedPath = Path.Combine(folder, "screened.csv");
        var screening = Screening.Read(new SourceText(screenedPath, File.ReadAllText(screenedPath)));
        var rows = SourceRow.ReadAll(input).OrderBy(row => row.System).ThenBy(row => row.Formula, StringComparer.Ordinal).ToList();
        CheckNames(screening, rows);
        var groups = rows.GroupBy(row => row.System).ToList();
        var screenedOut = rows.Count(row => screening.IsExcluded(row.Formula, row.InMatbench));
        using var table = File.Create(Path.Combine(folder, "entries.bin"));
        WriteHead(table, groups.Count, rows.Count, screenedOut);
        using var entries = new MemoryStream();
        foreach (var group in groups)
        {
            var start = entries.Length;
            foreach (var row in group)
            {
                WriteEntry(entries, row, screening.IsExcluded(row.Formula, row.InMatbench));
            }

            WriteGroup(table, group.Key, group.Count(), (int)(entries.Length - start));
        }

        entries.WriteTo(table);
        WriteDecomposition(Path.Combine(folder, "decomposition.bin"), rows);
        return $"{rows.Count} entries in {groups.Count} systems, {screenedOut} screened out, {table.Length} bytes";
    }

    private static void CheckNames(Screening screening, List<SourceRow> rows)
    {
        var known = rows.Select(row => row.Formula).ToHashSet(StringComparer.Ordinal);
        var unknown = screening.Named.Select(entry => entry.Formula).Where(formula => !known.Contains(formula)).ToList();
        if (unknown.Count > 0)
        {
            throw new InvalidDataException($"screened.csv names formulas that the set does not hold: {string.Join(", ", unknown)}");
        }
    }

    private static void WriteHead(Stream table, int groups, int entries, int screenedOut)
    {
        Span<byte> head = stackalloc byte[EntryTableFormat.HeadLength];
        EntryTableFormat.Magic.CopyTo(head);
        head[4] = EntryTableFormat.Version;
        BinaryPrimitives.WriteInt32LittleEndian(head[5..], groups);
        BinaryPrimitives.WriteInt32LittleEndian(head[9..], entries);
        BinaryPrimitives.WriteInt32LittleEndian(head[13..], screenedOut);
        table.Write(head);
    }

    private static void WriteGroup(Stream table, UInt128 system, int entries, int length)
    {
        table.WriteByte((byte)UInt128.PopCount(system));
        for (var rest = system; rest != UInt128.Zero; rest &= rest - UInt128.One)
        {
            table.WriteByte((byte)UInt128.TrailingZeroCount(rest));
        }

        WriteVarint(table, entries);
        WriteVarint(table, length);
    }

    private static void WriteEntry(Stream entries, SourceRow row, bool screenedOut)
    {
        foreach (var amount in row.Amounts)
        {
            WriteVarint(entries, amount);
        }

        WriteThreeBytes(entries, row.Energy);
        entries.WriteByte((byte)((row.InMatbench ? EntryTableFormat.InMatbench : 0) | (screenedOut ? EntryTableFormat.ScreenedOut : 0)));
    }

    /// <summary>Decomposition energies in the order of the entries, three bytes each; only tests read them.</summary>
    private static void WriteDecomposition(string path, List<SourceRow> rows)
    {
        using var file = File.Create(path);
        foreach (var row in rows)
        {
            WriteThreeBytes(file, row.Decomposition);
        }
    }

    private static void WriteThreeBytes(Stream stream, int value)
    {
        stream.WriteByte((byte)value);
        stream.WriteByte((byte)(value >> 8));
        stream.WriteByte((byte)(value >> 16));
    }

    private static void WriteVarint(Stream stream, int value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            stream.WriteByte((byte)(value | 0x80));
        }

        stream.WriteByte((byte)value);
    }
}
