namespace Electrolith.Processing;

/// <summary>Groups of electrolyte families that are processed alike.</summary>
internal static class Families
{
    /// <summary>Oxide ceramics.</summary>
    public static bool IsOxide(string family) => family is "garnet" or "nasicon" or "perovskite";

    /// <summary>Ductile sulfides.</summary>
    public static bool IsSulfide(string family) => family is "lgps" or "argyrodite" or "thiophosphate-crystal" or "thiophosphate-glass" or "glass-ceramic";

    /// <summary>Halides.</summary>
    public static bool IsHalide(string family) => family is "halide";

    /// <summary>Polymers and composites with a polymer matrix.</summary>
    public static bool IsPolymer(string family) => family is "polymer" or "composite";

    /// <summary>Thin films.</summary>
    public static bool IsFilm(string family) => family is "lipon";

    /// <summary>Powders that are pressed cold to a dense layer.</summary>
    public static bool IsDuctile(string family) => IsSulfide(family) || IsHalide(family);
}
