using System.Buffers.Binary;
using System.Text;

namespace Electrolith.Thermodynamics.Entries;

/// <summary>One row of the shipped table.</summary>
/// <param name="Formula">Reduced formula as reactions print it.</param>
/// <param name="FormationEnergy">eV/atom relative to the elements at 0 K, as tabulated.</param>
/// <param name="IsInMatbench">Whether the later, cleaned selection of the same data base kept the composition.</param>
public readonly record struct EnergyRow(string Formula, double FormationEnergy, bool IsInMatbench);

/// <summary>
/// The shipped table of formation energies, packed by chemical system so that one system is found in microseconds and decoded alone.
/// </summary>
/// <remarks>
/// Form, little endian: signature, number of groups, number of rows; for each group: number of elements, their atomic numbers (one byte
/// each), number of rows (2 bytes), length of the rows (4 bytes); for each row: length and characters of the formula, formation energy in
/// µeV/atom (4 bytes), flags (1 byte). Written by the importer in <c>eng/</c>.
/// </remarks>
public sealed class EnergyTable
{
    /// <summary>First bytes of a table: "ELE1".</summary>
    public const uint Signature = 0x31454C45;

    /// <summary>Flag of rows that the cleaned selection kept.</summary>
    public const byte InMatbench = 1;

    private const string ResourceName = "data/thermodynamics/mp2019/entries.bin";
    private static readonly Lazy<EnergyTable> Loaded = new(Load);

    private readonly byte[] bytes;
    private readonly ElementSet[] systems;
    private readonly int[] offsets;
    private readonly ushort[] counts;

    private EnergyTable(byte[] bytes)
    {
        this.bytes = bytes;
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Signature)
        {
            throw new InvalidDataException("the table of formation energies does not begin with its signature");
        }

        var groups = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4));
        Count = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8));
        (systems, offsets, counts) = (new ElementSet[groups], new int[groups], new ushort[groups]);
        var at = 12;
        for (var group = 0; group < groups; group++)
        {
            var bits = UInt128.Zero;
            int elements = bytes[at++];
            for (var element = 0; element < elements; element++)
            {
                bits |= UInt128.One << bytes[at++];
            }

            systems[group] = new ElementSet(bits);
            counts[group] = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
            offsets[group] = at + 6;
            at += 6 + BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at + 2));
            Known = Known.With(systems[group]);
        }
    }

    /// <summary>The table that travels with the program.</summary>
    public static EnergyTable Default => Loaded.Value;

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>All elements of which the table has a compound.</summary>
    public ElementSet Known { get; }

    /// <summary>Chemical systems of the table, those of few elements first.</summary>
    public ReadOnlySpan<ElementSet> Systems => systems;

    /// <summary>Reads the rows of one chemical system.</summary>
    /// <param name="system">Its index in <see cref="Systems"/>.</param>
    public EnergyRow[] Read(int system)
    {
        var rows = new EnergyRow[counts[system]];
        var at = offsets[system];
        for (var row = 0; row < rows.Length; row++)
        {
            int length = bytes[at++];
            var formula = Encoding.ASCII.GetString(bytes, at, length);
            var energy = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at + length)) / 1e6;
            rows[row] = new EnergyRow(formula, energy, (bytes[at + length + 4] & InMatbench) != 0);
            at += length + 5;
        }

        return rows;
    }

    private static EnergyTable Load()
    {
        using var stream = typeof(EnergyTable).Assembly.GetManifestResourceStream(ResourceName) ?? throw new InvalidOperationException($"{ResourceName} is missing in this build");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new EnergyTable(content);
    }
}
