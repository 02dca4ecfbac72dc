using Electrolith.Cells;
using Electrolith.Interfaces;
using Electrolith.Routes.Compiling;
using Electrolith.Routes.Reading;
using Electrolith.Transport;

namespace Electrolith.Routes.Pipeline;

/// <summary>
/// One evaluation of a route, from material to cost. Data flows one way: each stage gets the records of the stages before it.
/// </summary>
public static class RoutePipeline
{
    private const double CyclesOfEfficiency = 1000;
    private const double EndOfLife = 0.8;

    /// <summary>Evaluates a route for one draw of its inputs.</summary>
    /// <param name="route">Compiled route.</param>
    /// <param name="draw">One number for each input, SI.</param>
    /// <param name="warnings">Receives what the models say about their validity; null in samples.</param>
    public static RouteOutcome Evaluate(CompiledRoute route, ReadOnlySpan<double> draw, List<RouteWarning>? warnings)
    {
        ArgumentNullException.ThrowIfNull(route);
        var temperature = draw[route.Operation.Temperature];
        var separator = SeparatorStage.Run(route, draw, temperature, warnings);
        var interfaces = InterfaceStage.Run(route, separator, temperature, draw);
        var loading = draw[route.Cathode.Loading];
        var cathode = ElectrodeStage.Cathode(route.Cathode, draw);
        var anode = ElectrodeStage.Anode(route.Anode, route.Separator.Electrolyte, loading, draw);
        var design = CellStage.Design(route, draw, separator, cathode, anode);
        var energy = CellEnergyModel.Evaluate(design);
        var cost = CostStage.Materials(route, draw, design, energy, cathode, anode);
        if (warnings is not null)
        {
            warnings.AddRange(InterfaceWarningText.Describe(interfaces.Warnings).Select(item => new RouteWarning(WarningKind.Validity, item.Hint is null ? item.Message : $"{item.Message}; {item.Hint}")));
            RouteWarnings.Add(route, draw, temperature, separator.Lot.Thickness, warnings);
        }

        return Assemble(new Stages(separator, interfaces, cathode, anode, design, energy, cost), route, draw, temperature);
    }

    /// <summary>Specific energy of the cell with another separator thickness, J/kg; for maps over design space.</summary>
    /// <param name="route">Compiled route.</param>
    /// <param name="draw">One number for each input, SI.</param>
    /// <param name="separatorThickness">m, in place of the route's.</param>
    public static double SpecificEnergy(CompiledRoute route, ReadOnlySpan<double> draw, double separatorThickness)
    {
        ArgumentNullException.ThrowIfNull(route);
        var separator = SeparatorStage.Run(route, draw, draw[route.Operation.Temperature], warnings: null);
        separator = separator with { Lot = separator.Lot with { Thickness = separatorThickness } };
        var cathode = ElectrodeStage.Cathode(route.Cathode, draw);
        var anode = ElectrodeStage.Anode(route.Anode, route.Separator.Electrolyte, draw[route.Cathode.Loading], draw);
        return CellEnergyModel.Evaluate(CellStage.Design(route, draw, separator, cathode, anode)).SpecificEnergy;
    }

    private readonly record struct Stages(
        FinishedSeparator Separator, InterfaceSet Interfaces, BuiltElectrode Cathode, BuiltElectrode Anode, CellDesign Design, CellEnergy Energy, Industry.Costs.MaterialCost Cost);

    private static RouteOutcome Assemble(in Stages stages, CompiledRoute route, ReadOnlySpan<double> draw, double temperature)
    {
        var (separator, energy, design) = (stages.Separator, stages.Energy, stages.Design);
        var resistances = ResistanceStage.Evaluate(route, draw, separator, stages.Interfaces, stages.Cathode, stages.Anode, temperature);
        var total = resistances.Sum();
        var performance = CellPerformanceModel.Evaluate(total, design.ArealCapacity, design.AverageVoltage, draw[route.Operation.Rate], draw[route.Operation.PolarisationLimit]);
        var critical = CellStage.CriticalRate(route, draw, design.ArealCapacity);
        var separatorMass = design.Separator.MassPerArea * energy.Area;
        var recipeEnergy = separator.Lot.Energy * separatorMass / (separator.Lot.Yield * draw[route.Factory.CellYield]);
        var processEnergy = (recipeEnergy / energy.Energy) + draw[route.Factory.EnergyRatio];
        var shrinking = CellStage.CathodeShrinking(route.Cathode, draw, stages.Cathode);
        var electronic = route.Separator.Electrolyte.ElectronicConductivity;
        var outcome = new RouteOutcome
        {
            SeparatorConductivity = separator.Conductivity,
            SeparatorThickness = separator.Lot.Thickness,
            SeparatorRelativeDensity = separator.Lot.RelativeDensity,
            GrainBoundaryShare = separator.GrainBoundaryShare,
            SpecificEnergy = energy.SpecificEnergy,
            EnergyDensity = energy.EnergyDensity,
            StackSpecificEnergy = energy.StackSpecificEnergy,
            StackEnergyDensity = energy.StackEnergyDensity,
            CellEnergy = energy.Energy,
            CellCapacity = energy.Capacity,
            CellMass = energy.Mass,
            CellThickness = energy.ThicknessDischarged,
            Breathing = design.GrowthOnCharge - shrinking,
            AverageVoltage = design.AverageVoltage,
            AreaSpecificResistance = total,
            VoltageDrop = performance.VoltageDrop,
            SpecificEnergyAtRate = energy.SpecificEnergy * performance.EnergyFraction,
            MaximumRate = Math.Min(performance.MaximumRate, critical),
            CurrentDensityAt1C = performance.CurrentDensityAt1C,
            CriticalRate = critical,
            AnodeInterphaseThickness = stages.Interfaces.AnodeInterphaseThickness,
            LithiumConsumed = stages.Interfaces.AnodeConsumedCharge + (stages.Interfaces.CathodeConsumedCharge * ResistanceStage.ContactedSurface(route.Cathode, draw, stages.Cathode)),
            LeakageCurrent = electronic >= 0 ? DiffusionEquations.ElectronicLeakage(draw[electronic], design.AverageVoltage, separator.Lot.Thickness) : 0,
            RequiredEfficiency = PorousElectrodeEquations.RequiredCoulombicEfficiency(EndOfLife, CyclesOfEfficiency),
            MaterialCost = stages.Cost.CostPerJoule,
            CellMaterialCost = stages.Cost.CostPerCell,
            ProcessEnergy = processEnergy,
            ProcessEnergyCost = processEnergy * draw[route.Factory.ElectricityPrice],
            DryRoomEnergy = CostStage.DryRoomEnergy(draw[route.Factory.DewPoint]),
            DewPoint = draw[route.Factory.DewPoint],
            ProcessTime = separator.Lot.Time,
            ProcessYield = separator.Lot.Yield,
            StackPressure = draw[route.Operation.StackPressure],
            Temperature = temperature,
            CostItems = stages.Cost.Items,
        };
        outcome.SetResistances(resistances);
        return outcome;
    }
}
