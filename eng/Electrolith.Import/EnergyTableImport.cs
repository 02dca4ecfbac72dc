using System.Globalization;
using System.IO.Compression;
using System.Text;
using Electrolith.Materials.Formulas;
using Electrolith.Thermodynamics.Entries;

namespace Electrolith.Import;

/// <summary>Packs a table of formation energies by chemical system (see <see cref="EnergyTable"/> for the form).</summary>
internal static class EnergyTableImport
{
    private const int MicroElectronVolt = 1_000_000;

    /// <summary>Reads the comma-separated table and writes the two packed ones.</summary>
    /// <param name="csv">Compressed table with formula, chemsys, formation and decomposition energy and in_matbench.</param>
    /// <param name="entries">Receives formulas and formation energies.</param>
    /// <param name="decomposition">Receives the decomposition energies in the order of the entries, for tests.</param>
    public static void Run(string csv, string entries, string decomposition)
    {
        var rows = Read(csv);
        var groups = rows.GroupBy(row => row.Elements.Bits).OrderBy(group => group.First().Elements.Count).ThenBy(group => group.First().Elements.ToString(), StringComparer.Ordinal).ToList();
        using var table = new BinaryWriter(File.Create(entries), Encoding.ASCII);
        using var energies = new BinaryWriter(File.Create(decomposition), Encoding.ASCII);
        table.Write(EnergyTable.Signature);
        table.Write(groups.Count);
        table.Write(rows.Count);
        energies.Write(rows.Count);
        foreach (var group in groups)
        {
            WriteGroup(table, energies, [.. group.OrderBy(row => row.Formula, StringComparer.Ordinal)]);
        }

        Console.WriteLine($"{rows.Count} entries in {groups.Count} chemical systems, {table.BaseStream.Length} bytes");
    }

    private static void WriteGroup(BinaryWriter table, BinaryWriter energies, Row[] group)
    {
        using var body = new MemoryStream();
        using var writer = new BinaryWriter(body, Encoding.ASCII);
        foreach (var row in group)
        {
            writer.Write((byte)row.Formula.Length);
            writer.Write(Encoding.ASCII.GetBytes(row.Formula));
            writer.Write(row.FormationEnergy);
            writer.Write((byte)(row.IsInMatbench ? EnergyTable.InMatbench : 0));
            energies.Write(row.DecompositionEnergy);
        }

        var elements = group[0].Elements.Elements;
        table.Write((byte)elements.Length);
        foreach (var element in elements)
        {
            table.Write((byte)element.Number);
        }

        table.Write((ushort)group.Length);
        table.Write((int)body.Length);
        table.Write(body.ToArray());
    }

    private static List<Row> Read(string csv)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(csv), CompressionMode.Decompress));
        var header = reader.ReadLine()!.Split(',').ToList();
        int[] columns = [.. new[] { "formula", "formation_energy_eV_per_atom", "decomposition_energy_eV_per_atom", "in_matbench" }.Select(name => header.IndexOf(name) is var at and >= 0 ? at : throw new InvalidDataException($"no column {name}"))];
        var rows = new List<Row>();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            rows.Add(new Row(cells[columns[0]], ElementSet.Of(FormulaParser.ParseAnyElement(cells[columns[0]])), Micro(cells[columns[1]]), Micro(cells[columns[2]]), cells[columns[3]] == "1"));
        }

        return rows;
    }

    private static int Micro(string text) => (int)Math.Round(decimal.Parse(text, CultureInfo.InvariantCulture) * MicroElectronVolt);

    private sealed record Row(string Formula, ElementSet Elements, int FormationEnergy, int DecompositionEnergy, bool IsInMatbench);
}
