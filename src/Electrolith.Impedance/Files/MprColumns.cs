namespace Electrolith.Impedance.Files;

/// <summary>The columns of BioLogic's binary data: how many bytes each id takes in a row.</summary>
internal static class MprColumns
{
    public const int Time = 4;
    public const int Cycle = 24;
    public const int Frequency = 32;
    public const int Phase = 35;
    public const int Modulus = 36;
    public const int Real = 37;
    public const int MinusImaginary = 38;

    /// <summary>Bytes that an unknown column has when nothing else follows from the size of the rows.</summary>
    public const int Usual = 4;

    private static readonly HashSet<int> Flags = [1, 2, 3, 21, 31, 65];
    private static readonly HashSet<int> Eights = [4, 7, 11, 13, 23, 24, 74, 123, 124, 125, 126, 182, 211, 379, 467];
    private static readonly HashSet<int> Twos = [39, 131];
    private static readonly HashSet<int> Fours = [5, 6, 8, 9, 10, 14, 16, 17, 18, 19, 20, 26, 27, 32, 33, 34, 35, 36, 37, 38, 69, 70, 75, 76, 77, 78, 96, 98, 99, 100, 101, 163, 168, 169, 172, 173, 174, 178, 179, 185, 212, 213, 468, 469];

    /// <summary>A flag shares one byte with the other flags of the row.</summary>
    public static bool IsFlag(int id) => Flags.Contains(id);

    /// <summary>Bytes of a column; 0 when the id is not known.</summary>
    public static int Size(int id) => Eights.Contains(id) ? 8 : Fours.Contains(id) ? 4 : Twos.Contains(id) ? 2 : 0;
}
