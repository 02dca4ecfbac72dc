using Electrolith.Quantities;

namespace Electrolith.Cells;

/// <summary>Mass, thickness and energy of a cell, one relation each, in SI units per geometric area of one electrode face.</summary>
public static class CellEquations
{
    /// <summary>Theoretical capacity of lithium as used in the energy calculations, C/kg (3861 mAh/g).</summary>
    public const double LithiumSpecificCapacity = 3861 * 3.6e3;

    /// <summary>Density of lithium, kg/m³.</summary>
    public const double LithiumDensity = 534;

    /// <summary>Mass of a composite electrode per area, kg/m².</summary>
    /// <param name="arealCapacity">Areal capacity, C/m².</param>
    /// <param name="specificCapacity">Practical capacity of the active material, C/kg.</param>
    /// <param name="activeMassShare">Mass share of active material in the dry electrode.</param>
    [Equation("cells.electrode-mass", @"m=\frac{Q_A}{q\,w_{CAM}}", Source = "lacey2021", Locator = "cellmodel.jl, ElectrodeComposite")]
    public static double ElectrodeMass(double arealCapacity, double specificCapacity, double activeMassShare) =>
        arealCapacity / (specificCapacity * activeMassShare);

    /// <summary>Thickness of a composite electrode, m.</summary>
    /// <param name="massPerArea">Mass per area, kg/m².</param>
    /// <param name="solidVolumePerMass">Volume of the solids per mass, m³/kg.</param>
    /// <param name="porosity">Pore volume fraction, below 1.</param>
    [Equation("cells.electrode-thickness", @"L=m\,\frac{\sum_i w_i/\rho_i}{1-\phi}", Source = "lacey2021", Locator = "cellmodel.jl, with the density written out by composition")]
    public static double ElectrodeThickness(double massPerArea, double solidVolumePerMass, double porosity) =>
        massPerArea * solidVolumePerMass / (1 - porosity);

    /// <summary>Thickness of the lithium that a charge plates, m.</summary>
    /// <param name="arealCapacity">Plated charge, C/m².</param>
    [Equation("cells.plated-lithium", @"L_{Li}=\frac{Q_A}{q_{Li}\rho_{Li}}", Source = "lacey2021", Locator = "notebook 2, anode free")]
    public static double PlatedLithiumThickness(double arealCapacity) => arealCapacity / (LithiumSpecificCapacity * LithiumDensity);

    /// <summary>Mass of a separator per area, kg/m².</summary>
    /// <param name="thickness">Thickness, m.</param>
    /// <param name="density">Density of the solid, kg/m³.</param>
    /// <param name="porosity">Pore volume fraction.</param>
    [Equation("cells.separator-mass", @"m_s=L_s\rho_s(1-\phi_s)", Source = "lacey2021", Locator = "cellmodel.jl, Separator")]
    public static double SeparatorMass(double thickness, double density, double porosity) => thickness * density * (1 - porosity);

    /// <summary>Volume fraction of a component in a porous electrode.</summary>
    /// <param name="massShare">Its mass share among the solids.</param>
    /// <param name="density">Its density, kg/m³.</param>
    /// <param name="solidVolumePerMass">Volume of all solids per mass, m³/kg.</param>
    /// <param name="porosity">Pore volume fraction.</param>
    [Equation("cells.volume-fraction", @"\varepsilon_i=\frac{w_i/\rho_i}{\sum_j w_j/\rho_j}(1-\phi)", Source = "electrolith-derived", Locator = "definition")]
    public static double VolumeFraction(double massShare, double density, double solidVolumePerMass, double porosity) =>
        massShare / density / solidVolumePerMass * (1 - porosity);

    /// <summary>Lithium concentration of a full host crystal, mol/m³.</summary>
    /// <param name="theoreticalCapacity">Theoretical capacity, C/kg.</param>
    /// <param name="density">Crystal density, kg/m³.</param>
    [Equation("cells.maximum-concentration", @"c_{max}=\frac{q\rho}{F}", Source = "electrolith-derived", Locator = "Faraday's law")]
    public static double MaximumConcentration(double theoreticalCapacity, double density) => theoreticalCapacity * density / PhysicalConstants.Faraday;
}
