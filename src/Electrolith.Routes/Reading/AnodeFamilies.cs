namespace Electrolith.Routes.Reading;

/// <summary>How the families of anode materials are built into a cell.</summary>
internal static class AnodeFamilies
{
    /// <summary>True for lithium foil and for anodes whose lithium all comes from the cathode.</summary>
    /// <param name="family">Family of the anode material.</param>
    public static bool IsMetal(string family) => family is "lithium-metal" or "anode-free";

    /// <summary>True for a dense alloy sheet without electrolyte in it.</summary>
    /// <param name="family">Family of the anode material.</param>
    public static bool IsAlloy(string family) => family is "alloy";
}
