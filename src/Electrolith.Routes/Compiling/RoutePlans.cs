using System.Collections.Immutable;
using Electrolith.Materials.Library;
using Electrolith.Processing;

namespace Electrolith.Routes.Compiling;

/// <summary>Separator: handles into a draw, -1 for absent.</summary>
/// <param name="Electrolyte">The electrolyte.</param>
/// <param name="Thickness">Finished thickness, m; -1 when the recipe sets it.</param>
/// <param name="Porosity">Pore fraction; -1 when the recipe decides it.</param>
public sealed record SeparatorPlan(ElectrolytePlan Electrolyte, int Thickness, int Porosity)
{
    /// <summary>Relative density of the sample behind the recommended conductivity.</summary>
    public int ReferenceRelativeDensity { get; init; } = -1;

    /// <summary>Grain size of that sample, m.</summary>
    public int ReferenceGrainSize { get; init; } = -1;

    /// <summary>Share of its resistance that grain boundaries had.</summary>
    public int ReferenceGrainBoundaryShare { get; init; } = -1;

    /// <summary>Critical current density, A/m².</summary>
    public int CriticalCurrentDensity { get; init; } = -1;

    /// <summary>Exponent of the effect of density on conductivity; -1 without a recipe.</summary>
    public int DensityExponent { get; init; } = -1;

    /// <summary>Operations of the recipe.</summary>
    public ImmutableArray<StepPlan> Recipe { get; init; } = [];
}

/// <summary>One operation of a recipe.</summary>
/// <param name="Definition">Which operation.</param>
/// <param name="Numbers">Handle of each parameter; -1 for the family's default or a choice.</param>
/// <param name="Choices">Index of the choice of each parameter; -1 when it is none or not given.</param>
/// <param name="Materials">Electrolyte of each material parameter; null for others.</param>
public sealed record StepPlan(
    OperationDefinition Definition, ImmutableArray<int> Numbers, ImmutableArray<int> Choices, ImmutableArray<ElectrolytePlan?> Materials);

/// <summary>Cathode: handles into a draw, -1 for absent.</summary>
public sealed record CathodePlan
{
    /// <summary>Active material.</summary>
    public required Material Active { get; init; }

    /// <summary>Electrolyte in the electrode; null for a pure film of active material.</summary>
    public required ElectrolytePlan? Catholyte { get; init; }

    /// <summary>True when the shares are of volume.</summary>
    public required bool SharesAreOfVolume { get; init; }

    /// <summary>Areal capacity, C/m².</summary>
    public required int Loading { get; init; }

    /// <summary>Practical capacity, C/kg.</summary>
    public required int Capacity { get; init; }

    /// <summary>Average potential against lithium, V.</summary>
    public required int Potential { get; init; }

    /// <summary>Crystal density, kg/m³.</summary>
    public required int Density { get; init; }

    /// <summary>Particle radius, m.</summary>
    public required int ParticleRadius { get; init; }

    /// <summary>Exchange current density, A/m².</summary>
    public required int ExchangeCurrentDensity { get; init; }

    /// <summary>Volume change on charge, a fraction; -1 when unknown.</summary>
    public required int VolumeChange { get; init; }

    /// <summary>Price of the active material, USD/kg.</summary>
    public required int Price { get; init; }

    /// <summary>Shares of active material, electrolyte, carbon and binder.</summary>
    public required ImmutableArray<int> Shares { get; init; }

    /// <summary>Carbon and binder.</summary>
    public required ImmutableArray<Material> Additives { get; init; }

    /// <summary>Densities of carbon and binder, kg/m³.</summary>
    public required ImmutableArray<int> AdditiveDensities { get; init; }

    /// <summary>Prices of carbon and binder, USD/kg.</summary>
    public required ImmutableArray<int> AdditivePrices { get; init; }

    /// <summary>Pore fraction.</summary>
    public required int Porosity { get; init; }

    /// <summary>Share of the active surface in contact.</summary>
    public required int ContactFraction { get; init; }

    /// <summary>Exponent of the tortuosity law.</summary>
    public required int TortuosityExponent { get; init; }

    /// <summary>Effective electronic conductivity, S/m.</summary>
    public required int ElectronicConductivity { get; init; }

    /// <summary>Coating thickness, m.</summary>
    public int CoatingThickness { get; init; } = -1;

    /// <summary>Ionic conductivity of the coating, S/m.</summary>
    public int CoatingConductivity { get; init; } = -1;

    /// <summary>Name of the coating material; null without.</summary>
    public Material? Coating { get; init; }

    /// <summary>Interphase between active material and catholyte.</summary>
    public InterphasePlan? Interphase { get; init; }
}

/// <summary>Growth of an interphase: handles into a draw.</summary>
/// <param name="RateConstant">k in X² = X0² + 2kt, m²/s.</param>
/// <param name="Conductivity">Ionic conductivity of the interphase, S/m.</param>
/// <param name="VolumePerCharge">Interphase volume per charge, m³/C.</param>
public sealed record InterphasePlan(int RateConstant, int Conductivity, int VolumePerCharge);

/// <summary>Anode: handles into a draw, -1 for absent.</summary>
public sealed record AnodePlan
{
    /// <summary>Anode material.</summary>
    public required Material Material { get; init; }

    /// <summary>Excess lithium, m; -1 for composite and alloy anodes.</summary>
    public required int Excess { get; init; }

    /// <summary>Average potential against lithium, V.</summary>
    public required int Potential { get; init; }

    /// <summary>Capacity, C/kg.</summary>
    public required int Capacity { get; init; }

    /// <summary>Density, kg/m³.</summary>
    public required int Density { get; init; }

    /// <summary>Price, USD/kg.</summary>
    public required int Price { get; init; }

    /// <summary>Anode over cathode capacity.</summary>
    public required int CapacityRatio { get; init; }

    /// <summary>Pore fraction of a composite anode.</summary>
    public required int Porosity { get; init; }

    /// <summary>Mass share of active material of a composite anode.</summary>
    public required int ActiveShare { get; init; }

    /// <summary>Exchange current density, A/m².</summary>
    public required int ExchangeCurrentDensity { get; init; }

    /// <summary>Particle radius of a composite anode, m.</summary>
    public required int ParticleRadius { get; init; }

    /// <summary>Volume change on charge, a fraction; -1 when unknown.</summary>
    public int VolumeChange { get; init; } = -1;

    /// <summary>Flow strength (hardness) of the metal in contact, Pa.</summary>
    public required int Hardness { get; init; }

    /// <summary>Half distance between contact spots, m.</summary>
    public required int ContactSpacing { get; init; }

    /// <summary>Interlayer thickness, m.</summary>
    public int InterlayerThickness { get; init; } = -1;

    /// <summary>Ionic conductivity of the interlayer, S/m.</summary>
    public int InterlayerConductivity { get; init; } = -1;

    /// <summary>Density of the interlayer, kg/m³.</summary>
    public int InterlayerDensity { get; init; } = -1;

    /// <summary>Price of the interlayer, USD/kg.</summary>
    public int InterlayerPrice { get; init; } = -1;

    /// <summary>Interlayer material; null without.</summary>
    public Material? Interlayer { get; init; }

    /// <summary>Interphase between electrolyte and anode.</summary>
    public InterphasePlan? Interphase { get; init; }
}

/// <summary>One collector: handles into a draw.</summary>
/// <param name="Foil">Foil material.</param>
/// <param name="Thickness">Thickness, m.</param>
/// <param name="Density">Density, kg/m³.</param>
/// <param name="Price">Price, USD/kg.</param>
public sealed record FoilPlan(Material Foil, int Thickness, int Density, int Price);

/// <summary>Use of the cell: handles into a draw.</summary>
/// <param name="Temperature">Temperature, K.</param>
/// <param name="StackPressure">Pressure, Pa.</param>
/// <param name="Rate">Discharge rate, 1/s.</param>
/// <param name="Age">Age, s.</param>
/// <param name="PolarisationLimit">Largest usable voltage drop, V.</param>
/// <param name="CollectorContact">Contact resistance of both collectors, ohm m².</param>
public sealed record OperationPlan(int Temperature, int StackPressure, int Rate, int Age, int PolarisationLimit, int CollectorContact);

/// <summary>Format and size: handles into a draw.</summary>
/// <param name="IsPouch">False for the bare repeat units.</param>
/// <param name="Width">Width, m.</param>
/// <param name="Height">Height, m.</param>
/// <param name="DoubleLayers">Number of double-sided cathodes.</param>
/// <param name="Pouch">Pouch foil.</param>
/// <param name="Clearance">Rim, m.</param>
/// <param name="ExtraMass">Tapes and the like, kg.</param>
public sealed record CellPlan(bool IsPouch, int Width, int Height, int DoubleLayers, FoilPlan Pouch, int Clearance, int ExtraMass);

/// <summary>The factory: handles into a draw.</summary>
/// <param name="DewPoint">Dew point, K.</param>
/// <param name="MaterialYield">Share of material that ends up in cells.</param>
/// <param name="CellYield">Share of good cells.</param>
/// <param name="ElectricityPrice">USD/J.</param>
/// <param name="EnergyRatio">Energy of the cell factory over that of its cells.</param>
public sealed record FactoryPlan(int DewPoint, int MaterialYield, int CellYield, int ElectricityPrice, int EnergyRatio);
