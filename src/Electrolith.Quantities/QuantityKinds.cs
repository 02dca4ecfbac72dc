using System.Collections.Frozen;
using System.Collections.Immutable;
using Electrolith.Quantities.Units;

namespace Electrolith.Quantities;

/// <summary>Every kind of quantity of the product.</summary>
public static class QuantityKinds
{
#pragma warning disable CS1591 // The names say it; the id, the units and an example stand on each line.
    public static readonly QuantityKind Dimensionless = new("dimensionless", "number", Dimension.None, "1.5", "");
    public static readonly QuantityKind Fraction = new("fraction", "share", Dimension.None, "80 %", "%");
    public static readonly QuantityKind MassFraction = new("mass-fraction", "mass share", Dimension.None, "80 wt%", "wt%") { Basis = ShareBasis.Mass };
    public static readonly QuantityKind VolumeFraction = new("volume-fraction", "volume share", Dimension.None, "5 vol%", "vol%") { Basis = ShareBasis.Volume };
    public static readonly QuantityKind Length = new("length", "length", Dimension.Of(length: 1), "30 um", "nm", "um", "mm", "m") { UsualIndex = 1 };
    public static readonly QuantityKind Area = new("area", "area", Dimension.Of(length: 2), "300 cm2", "cm2");
    public static readonly QuantityKind Volume = new("volume", "volume", Dimension.Of(length: 3), "800 mL", "mL");
    public static readonly QuantityKind Mass = new("mass", "mass", Dimension.Of(mass: 1), "10 g", "mg", "g", "kg") { UsualIndex = 1 };
    public static readonly QuantityKind Time = new("time", "time", Dimension.Of(time: 1), "12 h", "s", "min", "h", "d", "yr") { UsualIndex = 2 };
    public static readonly QuantityKind Temperature = new("temperature", "temperature", Dimension.Of(temperature: 1), "25 degC", "degC");
    public static readonly QuantityKind TemperatureDifference = new("temperature-difference", "temperature difference", Dimension.Of(temperature: 1), "10 K", "K");
    public static readonly QuantityKind Pressure = new("pressure", "pressure", Dimension.Of(length: -1, mass: 1, time: -2), "5 MPa", "Pa", "kPa", "MPa", "GPa") { UsualIndex = 2 };
    public static readonly QuantityKind InversePressure = new("inverse-pressure", "inverse pressure", Dimension.Of(length: 1, mass: -1, time: 2), "0.003 1/MPa", "1/MPa");
    public static readonly QuantityKind Energy = new("energy", "energy", Dimension.Of(length: 2, mass: 1, time: -2), "300 Wh", "mWh", "Wh", "kWh") { UsualIndex = 1 };
    public static readonly QuantityKind Power = new("power", "power", Dimension.Of(length: 2, mass: 1, time: -3), "1 kW", "mW", "W", "kW") { UsualIndex = 1 };
    public static readonly QuantityKind ElectricCurrent = new("electric-current", "electric current", Dimension.Of(current: 1), "1 A", "A");
    public static readonly QuantityKind Voltage = new("voltage", "voltage", Dimension.Of(length: 2, mass: 1, time: -3, current: -1), "3.8 V", "V");
    public static readonly QuantityKind Charge = new("charge", "charge", Dimension.Of(current: 1, time: 1), "84 Ah", "mAh", "Ah") { UsualIndex = 1 };
    public static readonly QuantityKind Resistance = new("resistance", "resistance", Dimension.Of(length: 2, mass: 1, time: -3, current: -2), "10 ohm", "ohm");
    public static readonly QuantityKind AreaSpecificResistance = new("area-specific-resistance", "area-specific resistance", Dimension.Of(length: 4, mass: 1, time: -3, current: -2), "20 ohm cm2", "ohm cm2");
    public static readonly QuantityKind Conductivity = new("conductivity", "conductivity", Dimension.Of(length: -3, mass: -1, time: 3, current: 2), "3 mS/cm", "S/cm", "mS/cm") { UsualIndex = 1 };
    public static readonly QuantityKind CurrentDensity = new("current-density", "current density", Dimension.Of(length: -2, current: 1), "0.5 mA/cm2", "mA/cm2");
    public static readonly QuantityKind ArealCapacity = new("areal-capacity", "areal capacity", Dimension.Of(length: -2, current: 1, time: 1), "4 mAh/cm2", "mAh/cm2");
    public static readonly QuantityKind SpecificCapacity = new("specific-capacity", "specific capacity", Dimension.Of(mass: -1, current: 1, time: 1), "195 mAh/g", "mAh/g");
    public static readonly QuantityKind SpecificEnergy = new("specific-energy", "specific energy", Dimension.Of(length: 2, time: -2), "400 Wh/kg", "Wh/kg");
    public static readonly QuantityKind VolumetricEnergy = new("volumetric-energy", "energy density", Dimension.Of(length: -1, mass: 1, time: -2), "1000 Wh/L", "Wh/L");
    public static readonly QuantityKind ArealEnergy = new("areal-energy", "areal energy", Dimension.Of(mass: 1, time: -2), "15 mWh/cm2", "mWh/cm2");
    public static readonly QuantityKind Density = new("density", "density", Dimension.Of(length: -3, mass: 1), "1.86 g/cm3", "g/cm3");
    public static readonly QuantityKind ArealDensity = new("areal-density", "areal density", Dimension.Of(length: -2, mass: 1), "25 mg/cm2", "mg/cm2");
    public static readonly QuantityKind Diffusivity = new("diffusivity", "diffusivity", Dimension.Of(length: 2, time: -1), "1e-14 m2/s", "m2/s");
    public static readonly QuantityKind Concentration = new("concentration", "concentration", Dimension.Of(length: -3, amount: 1), "49200 mol/m3", "mol/m3");
    public static readonly QuantityKind MolarMass = new("molar-mass", "molar mass", Dimension.Of(mass: 1, amount: -1), "889.4 g/mol", "g/mol");
    public static readonly QuantityKind ActivationEnergy = new("activation-energy", "activation energy", Dimension.Of(length: 2, mass: 1, time: -2), "0.35 eV", "eV");
    public static readonly QuantityKind EnergyPerAtom = new("energy-per-atom", "energy per atom", Dimension.Of(length: 2, mass: 1, time: -2), "-120 meV/atom", "meV/atom");
    public static readonly QuantityKind FractureToughness = new("fracture-toughness", "fracture toughness", new Dimension(-1, 2, -4, 0, 0, 0, 0), "1.1 MPa m^0.5", "MPa m^0.5");
    public static readonly QuantityKind SurfaceEnergy = new("surface-energy", "surface energy", Dimension.Of(mass: 1, time: -2), "0.5 J/m2", "J/m2");
    public static readonly QuantityKind ChargeRate = new("charge-rate", "C-rate", Dimension.Of(time: -1), "C/3", "C");
    public static readonly QuantityKind HeatingRate = new("heating-rate", "heating rate", Dimension.Of(temperature: 1, time: -1), "5 K/min", "K/min");
    public static readonly QuantityKind RotationalSpeed = new("rotational-speed", "rotational speed", Dimension.Of(time: -1), "500 rpm", "rpm");
    public static readonly QuantityKind Speed = new("speed", "speed", Dimension.Of(length: 1, time: -1), "5 nm/min", "nm/min", "mm/s", "m/min");
    public static readonly QuantityKind GasRelease = new("gas-release", "gas release", Dimension.Of(length: 3, mass: -1), "0.1 cm3/g", "cm3/g");
    public static readonly QuantityKind SpecificSurface = new("specific-surface", "specific surface", Dimension.Of(length: 2, mass: -1), "5 m2/g", "m2/g");
    public static readonly QuantityKind VolumePerCharge = new("volume-per-charge", "volume per charge", Dimension.Of(length: 3, current: -1, time: -1), "0.91 cm3/(A h)", "cm3/(A h)");
    public static readonly QuantityKind ProcessEnergy = new("process-energy", "process energy", Dimension.Of(length: 2, time: -2), "10 kWh/kg", "kWh/kg");
    public static readonly QuantityKind MolarEnergy = new("molar-energy", "molar energy", Dimension.Of(length: 2, mass: 1, time: -2, amount: -1), "120 kJ/mol", "kJ/mol");
    public static readonly QuantityKind Money = new("money", "amount of money", Dimension.Of(money: 1), "10 USD(2024)", "USD");
    public static readonly QuantityKind MoneyPerMass = new("money-per-mass", "price per mass", Dimension.Of(mass: -1, money: 1), "50 USD(2024)/kg", "USD/kg");
    public static readonly QuantityKind MoneyPerArea = new("money-per-area", "price per area", Dimension.Of(length: -2, money: 1), "2 USD(2024)/m2", "USD/m2");
    public static readonly QuantityKind MoneyPerEnergy = new("money-per-energy", "price per energy", Dimension.Of(length: -2, mass: -1, time: 2, money: 1), "75 USD(2024)/kWh", "USD/kWh");
    public static readonly QuantityKind MoneyPerCharge = new("money-per-charge", "price per charge", Dimension.Of(current: -1, time: -1, money: 1), "0.3 USD(2024)/(A h)", "USD/(A h)");
#pragma warning restore CS1591

    private static readonly FrozenDictionary<string, QuantityKind> ById = typeof(QuantityKinds).GetFields()
        .Select(field => field.GetValue(null)).OfType<QuantityKind>().ToFrozenDictionary(kind => kind.Id, StringComparer.Ordinal);

    /// <summary>All kinds, by id.</summary>
    public static ImmutableArray<QuantityKind> All { get; } = [.. ById.Values.OrderBy(kind => kind.Id, StringComparer.Ordinal)];

    /// <summary>Finds a kind.</summary>
    /// <param name="id">Stable id.</param>
    /// <param name="kind">The kind.</param>
    public static bool TryGet(string id, out QuantityKind kind) => ById.TryGetValue(id, out kind!);

    /// <summary>A kind that a unit belongs to, in words; null when there is none.</summary>
    /// <param name="dimension">Dimension of the unit.</param>
    internal static string? NameOf(Dimension dimension) => All.FirstOrDefault(kind => kind.Dimension == dimension && kind.Dimension != Dimension.None)?.Name;
}
