namespace Electrolith.Thermodynamics.Entries.Files;

/// <summary>Stable codes of the problems found in files of entries.</summary>
public static class EntryCodes
{
    /// <summary>Neither a table nor JSON, or without any entry.</summary>
    public const string NoEntries = "EL1301";

    /// <summary>Text that is not JSON.</summary>
    public const string BadJson = "EL1302";

    /// <summary>A value of the wrong shape: a list where an object is expected, and so on.</summary>
    public const string WrongShape = "EL1303";

    /// <summary>A field or column that an entry needs is missing.</summary>
    public const string Missing = "EL1304";

    /// <summary>A symbol that is no element.</summary>
    public const string UnknownElement = "EL1305";

    /// <summary>An energy that is not a number or cannot be right.</summary>
    public const string BadEnergy = "EL1306";

    /// <summary>A unit that is missing or not known.</summary>
    public const string BadUnit = "EL1307";

    /// <summary>Total energies without the pure element that they must be compared with.</summary>
    public const string NoReference = "EL1308";

    /// <summary>An amount of an element that is not a positive number.</summary>
    public const string BadAmount = "EL1309";

    /// <summary>A pure element with a negative formation energy.</summary>
    public const string ElementBelowReference = "EL1310";

    /// <summary>Two energies for one entry, or two fields of the same name.</summary>
    public const string Contradiction = "EL1311";

    /// <summary>A kind of entry that is not read, such as one with an energy at a temperature.</summary>
    public const string UnknownKind = "EL1312";

    /// <summary>A formation energy that looks as if it were in another unit.</summary>
    public const string SuspiciousEnergy = "EL1313";
}
