using System.Collections.Immutable;
using Electrolith.Industry.Costs;

namespace Electrolith.Routes.Pipeline;

/// <summary>Everything that one evaluation of a route computes, in SI units.</summary>
public sealed record RouteOutcome
{
    private readonly double[] resistances = new double[ResistanceParts.All.Length];

    /// <summary>Ionic conductivity of the finished separator at the operating temperature, S/m.</summary>
    public double SeparatorConductivity { get; init; }

    /// <summary>Thickness of the finished separator, m.</summary>
    public double SeparatorThickness { get; init; }

    /// <summary>Density of the finished separator over that of its solid.</summary>
    public double SeparatorRelativeDensity { get; init; }

    /// <summary>Share of the separator's resistance at grain boundaries.</summary>
    public double GrainBoundaryShare { get; init; }

    /// <summary>Specific energy of the cell (of the stack when there is no pouch), J/kg.</summary>
    public double SpecificEnergy { get; init; }

    /// <summary>Energy density of the cell (of the stack when there is no pouch), J/m³.</summary>
    public double EnergyDensity { get; init; }

    /// <summary>Specific energy of the repeat units, J/kg.</summary>
    public double StackSpecificEnergy { get; init; }

    /// <summary>Energy density of the repeat units, J/m³.</summary>
    public double StackEnergyDensity { get; init; }

    /// <summary>Energy of one cell, J.</summary>
    public double CellEnergy { get; init; }

    /// <summary>Capacity of one cell, C.</summary>
    public double CellCapacity { get; init; }

    /// <summary>Mass of one cell, kg.</summary>
    public double CellMass { get; init; }

    /// <summary>Thickness of one cell as built, m.</summary>
    public double CellThickness { get; init; }

    /// <summary>Growth of a repeat unit on charge, m.</summary>
    public double Breathing { get; init; }

    /// <summary>Average discharge voltage at no current, V.</summary>
    public double AverageVoltage { get; init; }

    /// <summary>Area-specific resistance of the cell, ohm m².</summary>
    public double AreaSpecificResistance { get; init; }

    /// <summary>Voltage drop at the rate of the route, V.</summary>
    public double VoltageDrop { get; init; }

    /// <summary>Specific energy left at that rate, J/kg.</summary>
    public double SpecificEnergyAtRate { get; init; }

    /// <summary>Fastest rate within the polarisation limit, 1/s.</summary>
    public double MaximumRate { get; init; }

    /// <summary>Current density at 1C, A/m².</summary>
    public double CurrentDensityAt1C { get; init; }

    /// <summary>Lowest rate of charge that reaches the critical current density, 1/s; infinite when that is unknown.</summary>
    public double CriticalRate { get; init; }

    /// <summary>Interphase at the anode at the route's age, m.</summary>
    public double AnodeInterphaseThickness { get; init; }

    /// <summary>Lithium consumed by interphases at the route's age, C/m².</summary>
    public double LithiumConsumed { get; init; }

    /// <summary>Self-discharge current by electronic leakage, A/m².</summary>
    public double LeakageCurrent { get; init; }

    /// <summary>Coulombic efficiency that 1000 cycles to 80 % would need.</summary>
    public double RequiredEfficiency { get; init; }

    /// <summary>Material cost per energy, USD/J, yields included.</summary>
    public double MaterialCost { get; init; }

    /// <summary>Material cost of one cell, USD.</summary>
    public double CellMaterialCost { get; init; }

    /// <summary>Energy used by the recipe and the dry room per energy of cells made, J/J.</summary>
    public double ProcessEnergy { get; init; }

    /// <summary>Cost of that energy per energy of cells made, USD/J.</summary>
    public double ProcessEnergyCost { get; init; }

    /// <summary>Energy of a dry room at the route's dew point over the energy of the cells made in it, J/J.</summary>
    public double DryRoomEnergy { get; init; }

    /// <summary>Dew point of the room, K.</summary>
    public double DewPoint { get; init; }

    /// <summary>Cost by material.</summary>
    public ImmutableArray<MaterialCostItem> CostItems { get; init; } = [];

    /// <summary>Time of the recipe, s.</summary>
    public double ProcessTime { get; init; }

    /// <summary>Yield of the recipe.</summary>
    public double ProcessYield { get; init; }

    /// <summary>Stack pressure that the route asks for, Pa.</summary>
    public double StackPressure { get; init; }

    /// <summary>Operating temperature, K.</summary>
    public double Temperature { get; init; }

    /// <summary>One contribution to the area-specific resistance, ohm m².</summary>
    /// <param name="part">Which.</param>
    public double Resistance(ResistancePart part) => resistances[(int)part];

    /// <summary>The part with the largest resistance.</summary>
    public ResistancePart DominantResistance() => (ResistancePart)Array.IndexOf(resistances, resistances.Max());

    internal void SetResistances(ReadOnlySpan<double> values) => values.CopyTo(resistances);
}
