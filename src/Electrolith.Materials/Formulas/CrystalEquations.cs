using Electrolith.Quantities;

namespace Electrolith.Materials.Formulas;

/// <summary>Density from a unit cell.</summary>
public static class CrystalEquations
{
    /// <summary>X-ray density of a crystal, kg/m3.</summary>
    /// <param name="molarMass">Molar mass of the formula unit, kg/mol; positive.</param>
    /// <param name="formulaUnits">Formula units in the cell, Z; positive.</param>
    /// <param name="cellVolume">Volume of the cell, m3; positive.</param>
    /// <returns>Mass per volume of the cell, positive.</returns>
    [Equation("materials.crystal-density", @"\rho=Z M/(N_A V)", Source = "electrolith-derived", Locator = "mass of a unit cell over its volume")]
    public static double Density(double molarMass, double formulaUnits, double cellVolume) =>
        formulaUnits * molarMass / (PhysicalConstants.Avogadro * cellVolume);
}
