namespace Electrolith.Thermodynamics.Entries;

/// <summary>Layout of the binary table of entries. All numbers are little endian.</summary>
/// <remarks>
/// Head: "ELTH", version (1 byte), number of groups, of entries, of entries screened out (4 bytes each).
/// Then for each group (one chemical system, by rising bit pattern of its elements): number of elements, their atomic numbers (1 byte
/// each, rising), number of its entries and of the bytes they take (varints).
/// Then for each entry in the order of the groups, by formula within a group: the amount of each element (varint), the energy in
/// 1e-6 eV/atom (3 bytes, signed), the flags (1 byte).
/// </remarks>
internal static class EntryTableFormat
{
    public const byte Version = 1;

    public const int HeadLength = 17;

    public const byte InMatbench = 1;

    public const byte ScreenedOut = 2;

    public static ReadOnlySpan<byte> Magic => "ELTH"u8;
}
