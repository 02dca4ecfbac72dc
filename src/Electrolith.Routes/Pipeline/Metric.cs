using System.Collections.Immutable;
using Electrolith.Quantities;

namespace Electrolith.Routes.Pipeline;

/// <summary>A result that tables, JSON, statistics and scenarios use.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Name in tables.</param>
/// <param name="Kind">Kind of quantity.</param>
/// <param name="Value">Reads it from an outcome, SI.</param>
public sealed record Metric(string Id, string Name, QuantityKind Kind, Func<RouteOutcome, double> Value)
{
    /// <summary>Sum of all resistances.</summary>
    public const string AreaSpecificResistanceId = "area-specific-resistance";

    /// <summary>Wh/kg of the cell.</summary>
    public const string SpecificEnergyId = "specific-energy";

    /// <summary>Material cost per energy.</summary>
    public const string MaterialCostId = "material-cost";

    /// <summary>All metrics in the order of tables.</summary>
    public static ImmutableArray<Metric> All { get; } =
    [
        new(SpecificEnergyId, "specific energy", QuantityKinds.SpecificEnergy, outcome => outcome.SpecificEnergy),
        new("energy-density", "energy density", QuantityKinds.VolumetricEnergy, outcome => outcome.EnergyDensity),
        new("stack-specific-energy", "specific energy, stack", QuantityKinds.SpecificEnergy, outcome => outcome.StackSpecificEnergy),
        new("stack-energy-density", "energy density, stack", QuantityKinds.VolumetricEnergy, outcome => outcome.StackEnergyDensity),
        new("cell-energy", "cell energy", QuantityKinds.Energy, outcome => outcome.CellEnergy),
        new("cell-capacity", "cell capacity", QuantityKinds.Charge, outcome => outcome.CellCapacity),
        new("cell-mass", "cell mass", QuantityKinds.Mass, outcome => outcome.CellMass),
        new("cell-thickness", "cell thickness, as built", QuantityKinds.Length, outcome => outcome.CellThickness),
        new("breathing", "growth per unit on charge", QuantityKinds.Length, outcome => outcome.Breathing),
        new("average-voltage", "average voltage, no current", QuantityKinds.Voltage, outcome => outcome.AverageVoltage),
        new("separator-conductivity", "separator conductivity", QuantityKinds.Conductivity, outcome => outcome.SeparatorConductivity),
        new("separator-thickness", "separator thickness", QuantityKinds.Length, outcome => outcome.SeparatorThickness),
        new("separator-relative-density", "separator relative density", QuantityKinds.Fraction, outcome => outcome.SeparatorRelativeDensity),
        new(AreaSpecificResistanceId, "area-specific resistance", QuantityKinds.AreaSpecificResistance, outcome => outcome.AreaSpecificResistance),
        new("voltage-drop", "voltage drop at the rate", QuantityKinds.Voltage, outcome => outcome.VoltageDrop),
        new("specific-energy-at-rate", "specific energy at the rate", QuantityKinds.SpecificEnergy, outcome => outcome.SpecificEnergyAtRate),
        new("maximum-rate", "fastest rate within the limit", QuantityKinds.ChargeRate, outcome => outcome.MaximumRate),
        new("current-density-1c", "current density at 1C", QuantityKinds.CurrentDensity, outcome => outcome.CurrentDensityAt1C),
        new("critical-rate", "charge rate at the critical current", QuantityKinds.ChargeRate, outcome => outcome.CriticalRate),
        new("anode-interphase-thickness", "anode interphase at age", QuantityKinds.Length, outcome => outcome.AnodeInterphaseThickness),
        new("lithium-consumed", "lithium consumed at age", QuantityKinds.ArealCapacity, outcome => outcome.LithiumConsumed),
        new("leakage-current", "electronic leakage", QuantityKinds.CurrentDensity, outcome => outcome.LeakageCurrent),
        new(MaterialCostId, "material cost", QuantityKinds.MoneyPerEnergy, outcome => outcome.MaterialCost),
        new("process-energy", "process energy per cell energy", QuantityKinds.Dimensionless, outcome => outcome.ProcessEnergy),
        new("process-energy-cost", "cost of process energy", QuantityKinds.MoneyPerEnergy, outcome => outcome.ProcessEnergyCost),
        new("dry-room-energy", "of it a dry room at the dew point", QuantityKinds.Dimensionless, outcome => outcome.DryRoomEnergy),
        new("dry-room", "dew point of the room", QuantityKinds.Temperature, outcome => outcome.DewPoint),
        new("process-time", "time of the recipe", QuantityKinds.Time, outcome => outcome.ProcessTime),
        new("process-yield", "yield of the recipe", QuantityKinds.Fraction, outcome => outcome.ProcessYield),
        new("stack-pressure", "stack pressure", QuantityKinds.Pressure, outcome => outcome.StackPressure),
        new("operating-temperature", "operating temperature", QuantityKinds.Temperature, outcome => outcome.Temperature),
    ];

    /// <summary>Index of a metric in <see cref="All"/>.</summary>
    /// <param name="id">Stable id.</param>
    public static int IndexOf(string id)
    {
        for (var index = 0; index < All.Length; index++)
        {
            if (All[index].Id == id)
            {
                return index;
            }
        }

        return -1;
    }
}
