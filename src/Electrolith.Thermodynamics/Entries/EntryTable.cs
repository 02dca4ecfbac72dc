using System.Buffers.Binary;

namespace Electrolith.Thermodynamics.Entries;

/// <summary>One entry as it is stored.</summary>
/// <param name="Amounts">Whole amounts in the order of the elements of its group.</param>
/// <param name="MicroElectronvoltPerAtom">Formation energy, 1e-6 eV/atom.</param>
/// <param name="Flags">See <see cref="EntryTableFormat"/>.</param>
internal readonly record struct StoredEntry(int[] Amounts, int MicroElectronvoltPerAtom, byte Flags);

/// <summary>The binary table of entries: the systems are read at once, the entries of a system when it is asked for.</summary>
internal sealed class EntryTable
{
    private const string ResourceName = "data/thermodynamics/mp2019/entries.bin";

    /// <summary>Bytes after which a group that has begun must have ended: nine elements at most and two varints, with room.</summary>
    private const int LongestGroup = 24;

    private static readonly Lazy<EntryTable> Embedded = new(LoadEmbedded);

    private readonly byte[] bytes;
    private readonly UInt128[] systems;
    private readonly int[] offsets;
    private readonly int[] firstEntries;

    /// <summary>Reads the head and the list of systems.</summary>
    /// <param name="bytes">The whole table.</param>
    /// <exception cref="InvalidDataException">It is not a table of entries, or of another version, or cut off.</exception>
    public EntryTable(byte[] bytes)
    {
        if (bytes.Length < EntryTableFormat.HeadLength || !bytes.AsSpan(0, 4).SequenceEqual(EntryTableFormat.Magic) || bytes[4] != EntryTableFormat.Version)
        {
            throw new InvalidDataException($"not a table of entries of version {EntryTableFormat.Version}");
        }

        this.bytes = bytes;
        var groups = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(5));
        EntryCount = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(9));
        ScreenedOutCount = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(13));
        systems = new UInt128[groups];
        offsets = new int[groups + 1];
        firstEntries = new int[groups + 1];
        var end = ReadGroups();
        if (end + offsets[groups] != bytes.Length || firstEntries[groups] != EntryCount)
        {
            throw new InvalidDataException("the table of entries is cut off or damaged");
        }

        for (var group = 0; group <= groups; group++)
        {
            offsets[group] += end;
        }
    }

    /// <summary>The table that comes with the product, opened when it is first used.</summary>
    public static EntryTable Default => Embedded.Value;

    /// <summary>Number of entries, all of them.</summary>
    public int EntryCount { get; }

    /// <summary>Number of entries that the screened selection leaves out.</summary>
    public int ScreenedOutCount { get; }

    /// <summary>The chemical system of each group, rising.</summary>
    public ReadOnlySpan<UInt128> Systems => systems;

    /// <summary>The group of exactly these elements, or a negative number.</summary>
    /// <param name="system">The elements.</param>
    public int Find(UInt128 system) => Array.BinarySearch(systems, system);

    /// <summary>The groups whose elements all belong to a system, rising.</summary>
    /// <param name="system">The elements that are there.</param>
    public List<int> Within(UInt128 system)
    {
        var found = new List<int>();
        var others = ~system;
        for (var group = 0; group < systems.Length; group++)
        {
            if ((systems[group] & others) == UInt128.Zero)
            {
                found.Add(group);
            }
        }

        return found;
    }

    /// <summary>The entries of a group in their order.</summary>
    /// <param name="group">Position in <see cref="Systems"/>.</param>
    public StoredEntry[] Read(int group)
    {
        var position = offsets[group];
        var elements = (int)UInt128.PopCount(systems[group]);
        var entries = new StoredEntry[firstEntries[group + 1] - firstEntries[group]];
        for (var index = 0; index < entries.Length; index++)
        {
            var amounts = new int[elements];
            for (var element = 0; element < elements; element++)
            {
                amounts[element] = ReadVarint(ref position);
            }

            var energy = bytes[position] | (bytes[position + 1] << 8) | ((sbyte)bytes[position + 2] << 16);
            entries[index] = new StoredEntry(amounts, energy, bytes[position + 3]);
            position += 4;
        }

        return entries;
    }

    private static EntryTable LoadEmbedded()
    {
        using var stream = typeof(EntryTable).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"this build has no {ResourceName}");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new EntryTable(content);
    }

    private int ReadGroups()
    {
        var position = EntryTableFormat.HeadLength;
        for (var group = 0; group < systems.Length; group++)
        {
            ulong low = 0;
            ulong high = 0;
            if (position + LongestGroup > bytes.Length)
            {
                throw new InvalidDataException("the list of chemical systems is cut off");
            }

            var elements = bytes[position++];
            for (var index = 0; index < elements; index++)
            {
                int number = bytes[position++];
                low |= number < 64 ? 1UL << number : 0;
                high |= number < 64 ? 0 : 1UL << (number - 64);
            }

            systems[group] = new UInt128(high, low);
            firstEntries[group + 1] = firstEntries[group] + ReadVarint(ref position);
            offsets[group + 1] = offsets[group] + ReadVarint(ref position);
        }

        return position;
    }

    private int ReadVarint(ref int position)
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[position++];
            value |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }
}
