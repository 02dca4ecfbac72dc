using System.Buffers.Binary;

namespace Electrolith.Impedance.Files;

/// <summary>Where the rows of a data module begin and where each column stands in a row.</summary>
/// <param name="Rows">Number of rows announced.</param>
/// <param name="RowSize">Bytes of a row.</param>
/// <param name="First">Offset of the first row in the module.</param>
/// <param name="Offsets">Offset of each column id in a row.</param>
/// <param name="Unknown">Ids that were skipped by size.</param>
internal sealed record MprLayout(long Rows, int RowSize, int First, Dictionary<int, int> Offsets, List<int> Unknown)
{
    private const int LargestId = 2000;
    private static readonly int[] KnownFirst = [1007, 406, 405, 407, 100];

    /// <summary>Tries the ways in which column ids have been written: as bytes, as words, and as words after a filling byte.</summary>
    public static MprLayout? Find(ReadOnlySpan<byte> module, long announced)
    {
        if (module.Length < 8)
        {
            return null;
        }

        long rows = BinaryPrimitives.ReadUInt32LittleEndian(module);
        int count = module[4];
        foreach (var (start, width) in new[] { (6, 2), (5, 2), (5, 1) })
        {
            if (start + count * width <= module.Length && rows > 0 && Ids(module[start..], count, width) is { } ids && Make(rows, ids, announced) is { } layout)
            {
                return layout;
            }
        }

        return null;
    }

    private static int[]? Ids(ReadOnlySpan<byte> at, int count, int width)
    {
        var ids = new int[count];
        for (var column = 0; column < count; column++)
        {
            ids[column] = width == 1 ? at[column] : BinaryPrimitives.ReadUInt16LittleEndian(at[(2 * column)..]);
        }

        var isPlausible = ids.All(id => id is > 0 and < LargestId) && ids.Distinct().Count() == count && ids.Contains(MprColumns.Frequency)
            && ((ids.Contains(MprColumns.Real) && ids.Contains(MprColumns.MinusImaginary)) || (ids.Contains(MprColumns.Modulus) && ids.Contains(MprColumns.Phase)));
        return isPlausible ? ids : null;
    }

    /// <summary>Settles the size of rows from the length of the module; a module that is cut off is read with the sizes that are known.</summary>
    private static MprLayout? Make(long rows, int[] ids, long announced)
    {
        var unknown = ids.Where(id => !MprColumns.IsFlag(id) && MprColumns.Size(id) == 0).ToList();
        var known = ids.Sum(MprColumns.Size) + (ids.Any(MprColumns.IsFlag) ? 1 : 0);
        var usual = known + MprColumns.Usual * unknown.Count;
        var fitting = KnownFirst.Where(first => announced > first && (announced - first) % rows == 0)
            .Select(first => (First: first, Size: (announced - first) / rows)).Where(fit => fit.Size >= known + unknown.Count && fit.Size <= known + 8 * unknown.Count)
            .OrderBy(fit => Math.Abs(fit.Size - usual)).ToList();
        var (begin, size) = fitting.Count > 0 ? (fitting[0].First, (int)fitting[0].Size)
            : announced - rows * usual is > 5 and < 4096 and var left ? ((int)left, usual)
            : (KnownFirst[0], usual);
        var spare = size - known;
        var each = unknown.Count > 0 && spare % unknown.Count == 0 ? spare / unknown.Count : MprColumns.Usual;
        var (offsets, at, hasFlags) = (new Dictionary<int, int>(), 0, false);
        foreach (var id in ids)
        {
            offsets[id] = at;
            at += MprColumns.IsFlag(id) ? (hasFlags ? 0 : 1) : MprColumns.Size(id) is > 0 and var bytes ? bytes : each;
            hasFlags |= MprColumns.IsFlag(id);
        }

        return size > 0 ? new MprLayout(rows, size, begin, offsets, unknown) : null;
    }
}
