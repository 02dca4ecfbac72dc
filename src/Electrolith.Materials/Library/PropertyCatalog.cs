using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Electrolith.Quantities;

namespace Electrolith.Materials.Library;

/// <summary>Every property that the library knows.</summary>
/// <remarks>Ranges are wide enough for any honest report and narrow enough that most slips by a factor of a thousand fall outside.</remarks>
public static class PropertyCatalog
{
    private const double Kelvin = PhysicalConstants.ZeroCelsius;
    private const double ElectronVolt = PhysicalConstants.ElementaryCharge;
    private const double PerCentimetre = 1e2;
    private const double MilliampereHourPerGram = 3600;
    private const double GramPerCubicCentimetre = 1e3;
    private const double SquareCentimetre = 1e-4;

    private static readonly ImmutableArray<PropertyDefinition> Definitions = [.. Transport(), .. Sample(), .. Mechanics(), .. Stability(), .. Processing(), .. Electrodes(), .. Interfaces()];

    private static readonly FrozenDictionary<string, PropertyDefinition> ById = Definitions.ToFrozenDictionary(definition => definition.Id, StringComparer.Ordinal);

    /// <summary>All properties, grouped by subject.</summary>
    public static ImmutableArray<PropertyDefinition> All => Definitions;

    /// <summary>Finds a property.</summary>
    /// <param name="id">Stable id.</param>
    /// <param name="definition">The property; null when there is none.</param>
    public static bool TryGet(string id, [NotNullWhen(true)] out PropertyDefinition? definition) => ById.TryGetValue(id, out definition);

    private static PropertyDefinition[] Transport() =>
    [
        Number("ionic-conductivity", "ionic conductivity", QuantityKinds.Conductivity, 1e-16 * PerCentimetre, 0.5 * PerCentimetre) with
        {
            Kinds = ["total", "bulk", "grain-boundary", "cold-pressed", "sintered", "hot-pressed", "single-crystal", "film", "milled", "annealed", "effective"],
            SpansDecades = true,
        },
        Number("activation-energy", "activation energy", QuantityKinds.ActivationEnergy, 0.05 * ElectronVolt, 2 * ElectronVolt) with { Kinds = ["sigma-T", "sigma"] },
        Number("vtf-log10-prefactor", "decimal logarithm of the VTF prefactor", QuantityKinds.Dimensionless, -8, 8) with { Kinds = ["sqrtT", "plain"] },
        Number("vtf-activation-energy", "VTF activation energy", QuantityKinds.ActivationEnergy, 0.005 * ElectronVolt, 0.6 * ElectronVolt),
        Number("vtf-ideal-glass-temperature", "VTF ideal glass temperature", QuantityKinds.Temperature, 60, 500),
        Number("electronic-conductivity", "electronic conductivity", QuantityKinds.Conductivity, 1e-20 * PerCentimetre, 1e6 * PerCentimetre) with { SpansDecades = true },
        Number("transference-number", "transference number", QuantityKinds.Fraction, 0, 1),
        Number("diffusivity", "diffusivity", QuantityKinds.Diffusivity, 1e-24, 1e-7) with { SpansDecades = true },
        Number("band-gap", "band gap", QuantityKinds.ActivationEnergy, 0, 15 * ElectronVolt),
    ];

    private static PropertyDefinition[] Sample() =>
    [
        Number("density", "density", QuantityKinds.Density, 0.05 * GramPerCubicCentimetre, 23 * GramPerCubicCentimetre) with { Kinds = ["crystal", "pellet", "amorphous", "film", "bulk", "tap"], IsRecommendedPerKind = true },
        Number("relative-density", "relative density", QuantityKinds.Fraction, 0.2, 1),
        Number("tapped-density", "tapped density", QuantityKinds.Fraction, 0.02, 0.85),
        Number("grain-size", "grain size", QuantityKinds.Length, 1e-9, 5e-3),
        Number("grain-boundary-share", "grain-boundary share of the resistance", QuantityKinds.Fraction, 0, 1),
        Number("particle-radius", "particle radius", QuantityKinds.Length, 5e-9, 2e-4),
        Number("typical-thickness", "typical thickness", QuantityKinds.Length, 1e-10, 5e-3),
        Number("foil-thickness", "foil thickness", QuantityKinds.Length, 5e-7, 1e-3),
        Number("area-density", "area density", QuantityKinds.ArealDensity, 1e-2 * 1e-2, 1e3 * 1e-2),
        Number("molar-mass", "molar mass", QuantityKinds.MolarMass, 1e-3, 1e4),
        Number("optimum-thickness", "optimum thickness", QuantityKinds.Length, 1e-10, 1e-5),
    ];

    private static PropertyDefinition[] Mechanics() =>
    [
        Number("young-modulus", "Young's modulus", QuantityKinds.Pressure, 1e4, 1.3e12),
        Number("shear-modulus", "shear modulus", QuantityKinds.Pressure, 3e3, 6e11),
        Number("poisson-ratio", "Poisson's ratio", QuantityKinds.Dimensionless, 0, 0.5),
        Number("hardness", "hardness", QuantityKinds.Pressure, 1e6, 1e11),
        Number("fracture-toughness", "fracture toughness", QuantityKinds.FractureToughness, 5e3, 2e8),
        Number("flow-strength", "flow strength", QuantityKinds.Pressure, 1e4, 5e9),
    ];

    private static PropertyDefinition[] Stability() =>
    [
        Number("reduction-limit", "reduction limit against lithium", QuantityKinds.Voltage, -0.5, 5) with { Kinds = ["practical", "thermodynamic"], IsRecommendedPerKind = true },
        Number("oxidation-limit", "oxidation limit against lithium", QuantityKinds.Voltage, 0, 8) with { Kinds = ["practical", "thermodynamic"], IsRecommendedPerKind = true },
        Number("hydrogen-sulfide-release", "hydrogen sulfide release", QuantityKinds.GasRelease, 0, 0.5) with { IsRecommendedPerCondition = true },
        Number("conductivity-retention", "conductivity retention", QuantityKinds.Fraction, 0, 1.5) with { IsRecommendedPerCondition = true },
        Text("moisture-behaviour", "behaviour in moist air"),
        Number("glass-transition-temperature", "glass transition temperature", QuantityKinds.Temperature, Kelvin - 150, Kelvin + 1200),
        Number("melting-temperature", "melting temperature", QuantityKinds.Temperature, Kelvin - 100, Kelvin + 4000),
    ];

    private static PropertyDefinition[] Processing() =>
    [
        Text("synthesis-route", "synthesis route"),
        Number("processing-temperature", "processing temperature", QuantityKinds.Temperature, Kelvin - 80, Kelvin + 2000) with { HasFreeKind = true, IsRecommendedPerKind = true },
        Number("processing-time", "processing time", QuantityKinds.Time, 1, 2000 * 3600.0) with { HasFreeKind = true, IsRecommendedPerKind = true },
        Number("heckel-slope", "Heckel slope", QuantityKinds.InversePressure, 1e-5 * 1e-6, 1e-6),
        Number("heckel-intercept", "Heckel intercept", QuantityKinds.Dimensionless, -1, 5),
        Number("price", "price", QuantityKinds.MoneyPerMass, 1e-3, 1e7),
        Number("price-per-area", "price per area", QuantityKinds.MoneyPerArea, 1e-4, 1e6),
    ];

    private static PropertyDefinition[] Electrodes() =>
    [
        Number("practical-specific-capacity", "practical specific capacity", QuantityKinds.SpecificCapacity, MilliampereHourPerGram, 5000 * MilliampereHourPerGram),
        Number("theoretical-specific-capacity", "theoretical specific capacity", QuantityKinds.SpecificCapacity, MilliampereHourPerGram, 5000 * MilliampereHourPerGram),
        Number("average-potential", "average potential against lithium", QuantityKinds.Voltage, -0.5, 6),
        Number("first-cycle-efficiency", "first-cycle efficiency", QuantityKinds.Fraction, 0.2, 1),
        Number("exchange-current-density", "exchange current density", QuantityKinds.CurrentDensity, 1e-7, 1e5) with { HasFreeKind = true, IsRecommendedPerKind = true, SpansDecades = true },
        Number("volume-change", "relative volume change", QuantityKinds.Fraction, -1, 5),
        Number("maximum-concentration", "maximum lithium concentration", QuantityKinds.Concentration, 1e3, 5e5),
        Number("critical-current-density", "critical current density", QuantityKinds.CurrentDensity, 1e-3, 1e4) with { HasFreeKind = true, IsRecommendedPerKind = true },
    ];

    private static PropertyDefinition[] Interfaces() =>
    [
        Number("interface-resistance", "interface resistance", QuantityKinds.AreaSpecificResistance, 1e-4 * SquareCentimetre, 1e8 * SquareCentimetre) with { HasFreeKind = true, IsRecommendedPerKind = true, SpansDecades = true },
        Number("reaction-energy", "reaction energy", QuantityKinds.EnergyPerAtom, -5 * ElectronVolt, 0.1 * ElectronVolt) with { HasFreeKind = true, IsRecommendedPerKind = true },
        Number("interphase-volume-per-charge", "interphase volume per charge", QuantityKinds.VolumePerCharge, 0.02e-6 / 3600, 50e-6 / 3600) with { HasFreeKind = true, IsRecommendedPerKind = true },
        Number("interphase-rate-constant", "interphase rate constant", QuantityKinds.Diffusivity, 1e-32, 1e-12) with { HasFreeKind = true, IsRecommendedPerKind = true, SpansDecades = true },
        Number("interphase-conductivity", "interphase conductivity", QuantityKinds.Conductivity, 1e-16 * PerCentimetre, PerCentimetre) with { HasFreeKind = true, IsRecommendedPerKind = true, SpansDecades = true },
    ];

    private static PropertyDefinition Number(string id, string name, QuantityKind kind, double low, double high) =>
        new() { Id = id, Name = name, Kind = kind, Low = low, High = high };

    private static PropertyDefinition Text(string id, string name) => new() { Id = id, Name = name, IsText = true, HasFreeKind = true };
}
