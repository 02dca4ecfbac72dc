namespace Electrolith.Industry.Costs;

/// <summary>What a factory adds to the materials.</summary>
public sealed record FactoryInputs
{
    /// <summary>Materials.</summary>
    public required MaterialCost Materials { get; init; }

    /// <summary>Energy of one good cell, J.</summary>
    public required double CellEnergyJoule { get; init; }

    /// <summary>Energy to make the electrolyte and other parts of one good cell (furnaces, mills), J; 0 when bought.</summary>
    public double ProcessEnergyPerCell { get; init; }

    /// <summary>Energy of the cell factory over the energy of the cells, J/J, without what <see cref="ProcessEnergyPerCell"/> holds.</summary>
    public required double FactoryEnergyRatio { get; init; }

    /// <summary>Price of energy, US dollars of the price year per joule.</summary>
    public required double EnergyPrice { get; init; }

    /// <summary>Labour, depreciation and overhead per joule of cells, US dollars; null when it is not known, and then left out of no total silently: see <see cref="FactoryCost.IsComplete"/>.</summary>
    public double? ConversionCostPerJoule { get; init; }
}

/// <summary>Cost and energy of making a cell.</summary>
/// <param name="MaterialCostPerCell">US dollars of the price year.</param>
/// <param name="EnergyCostPerCell">US dollars.</param>
/// <param name="ConversionCostPerCell">US dollars; null when not known.</param>
/// <param name="CellEnergyJoule">J.</param>
/// <param name="EnergyPerCell">Energy used to make one good cell, J.</param>
/// <param name="PriceYear">Year of the dollars.</param>
public sealed record FactoryCost(double MaterialCostPerCell, double EnergyCostPerCell, double? ConversionCostPerCell, double CellEnergyJoule, double EnergyPerCell, int PriceYear)
{
    /// <summary>False when labour, depreciation and overhead are missing from the total.</summary>
    public bool IsComplete => ConversionCostPerCell is not null;

    /// <summary>Sum of what is known, US dollars.</summary>
    public double CostPerCell => MaterialCostPerCell + EnergyCostPerCell + (ConversionCostPerCell ?? 0);

    /// <summary>Sum of what is known, US dollars per kWh.</summary>
    public double CostPerKilowattHour => CostPerCell / CellEnergyJoule * 3.6e6;

    /// <summary>Materials, US dollars per kWh.</summary>
    public double MaterialCostPerKilowattHour => MaterialCostPerCell / CellEnergyJoule * 3.6e6;

    /// <summary>Energy used per energy of the cell, kWh/kWh.</summary>
    public double EnergyPerKilowattHour => EnergyPerCell / CellEnergyJoule;
}

/// <summary>Puts materials, energy and conversion together.</summary>
public static class FactoryModel
{
    /// <summary>Cost and energy per good cell.</summary>
    /// <param name="inputs">Materials, energy and prices.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative or not finite.</exception>
    public static FactoryCost Evaluate(FactoryInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Require(inputs.CellEnergyJoule > 0, inputs.CellEnergyJoule, nameof(inputs.CellEnergyJoule));
        Require(inputs.ProcessEnergyPerCell >= 0, inputs.ProcessEnergyPerCell, nameof(inputs.ProcessEnergyPerCell));
        Require(inputs.FactoryEnergyRatio >= 0, inputs.FactoryEnergyRatio, nameof(inputs.FactoryEnergyRatio));
        Require(inputs.EnergyPrice >= 0, inputs.EnergyPrice, nameof(inputs.EnergyPrice));
        Require(inputs.ConversionCostPerJoule is null or >= 0, inputs.ConversionCostPerJoule ?? 0, nameof(inputs.ConversionCostPerJoule));
        var energy = inputs.ProcessEnergyPerCell + (inputs.FactoryEnergyRatio * inputs.CellEnergyJoule);
        return new FactoryCost(
            inputs.Materials.CostPerCell, energy * inputs.EnergyPrice, inputs.ConversionCostPerJoule * inputs.CellEnergyJoule, inputs.CellEnergyJoule, energy, inputs.Materials.PriceYear);
    }

    private static void Require(bool isInRange, double value, string name)
    {
        if (!isInRange || !double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(name, value, "must not be negative and must be finite");
        }
    }
}
