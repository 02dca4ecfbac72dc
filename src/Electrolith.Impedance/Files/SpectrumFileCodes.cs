namespace Electrolith.Impedance.Files;

/// <summary>Stable codes of what can be wrong with an instrument file.</summary>
internal static class SpectrumFileCodes
{
    public const string Unreadable = "EL1410";
    public const string Empty = "EL1411";
    public const string Unsupported = "EL1412";
    public const string NoSpectrum = "EL1413";
    public const string BadRow = "EL1414";
    public const string SignAssumed = "EL1415";
    public const string ColumnsAssumed = "EL1416";
    public const string Aborted = "EL1417";
    public const string Truncated = "EL1418";
    public const string PerArea = "EL1419";
    public const string Contradiction = "EL1420";
    public const string UnknownColumns = "EL1421";
    public const string TooLarge = "EL1422";
}
