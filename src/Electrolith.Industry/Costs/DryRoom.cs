using Electrolith.Processing;

namespace Electrolith.Industry.Costs;

/// <summary>A dry room and what its air costs in energy.</summary>
/// <remarks>A steady balance. Opening of doors, leaks by season and heat recovery are left out; measured plants differ by a factor of several.</remarks>
public sealed record DryRoom
{
    private const double AirDensity = 1.2;

    /// <summary>Floor area, m².</summary>
    public required double AreaSquareMetre { get; init; }

    /// <summary>Dew point of the supplied air, K.</summary>
    public required double DewPointKelvin { get; init; }

    /// <summary>Height, m. 3 m: a usual room (assumed).</summary>
    public double HeightMetre { get; init; } = 3;

    /// <summary>Volumes of air supplied per hour. 30: assumed; drier rooms need more.</summary>
    public double AirChangesPerHour { get; init; } = 30;

    /// <summary>Share of the supplied air that comes from outside, 0 to 1. 0.1: enough for people and overpressure (assumed).</summary>
    public double FreshAirShare { get; init; } = 0.1;

    /// <summary>Water vapour in the outside air, mole fraction. 0.011713: 22 °C at 45 % relative humidity (derived).</summary>
    public double OutsideWaterFraction { get; init; } = 0.011713;

    /// <summary>Water released in the room, kg/s. 3·10⁻⁵ per person at light work (assumed); none by default.</summary>
    public double MoistureLoad { get; init; }

    /// <summary>Heat per mass of water driven from the desiccant, J/kg. 7 MJ/kg: 2.8 MJ/kg with an excess of 2.5 (unconfirmed, 2 to 3).</summary>
    public double RegenerationHeat { get; init; } = 7e6;

    /// <summary>Cooling and heating of the fresh air, K. 20 K: between seasons (assumed).</summary>
    public double TemperatureDifference { get; init; } = 20;

    /// <summary>Fan power per volume flow, W/(m³/s), which is the pressure drop over the efficiency in Pa. 2000: filters and a wheel (assumed).</summary>
    public double FanPowerPerFlow { get; init; } = 2000;

    /// <summary>Supplied air, m³/s.</summary>
    public double AirFlow => AreaSquareMetre * HeightMetre * AirChangesPerHour / 3600;

    /// <summary>Water that the desiccant takes out, kg/s.</summary>
    /// <returns>From the fresh air and from people; 0 when the outside air is drier than the room.</returns>
    public double WaterRemoved
    {
        get
        {
            var drop = CostEquations.HumidityRatio(OutsideWaterFraction) - CostEquations.HumidityRatio(ProcessEquations.WaterFraction(DewPointKelvin));
            return (Math.Max(0, drop) * AirFlow * FreshAirShare * AirDensity) + MoistureLoad;
        }
    }

    /// <summary>Power of the room, W.</summary>
    public double Power
    {
        get
        {
            var fresh = AirFlow * FreshAirShare * AirDensity;
            var drop = fresh > 0 ? WaterRemoved / fresh : 0;
            return fresh > 0
                ? CostEquations.DryingPower(fresh, drop, RegenerationHeat, TemperatureDifference, AirFlow * FanPowerPerFlow)
                : (MoistureLoad * RegenerationHeat) + (AirFlow * FanPowerPerFlow);
        }
    }

    /// <summary>Energy of the room over the energy of the cells made in it.</summary>
    /// <param name="cellEnergyPerYear">Energy of the cells made in a year, J.</param>
    /// <returns>J/J, the room running all year.</returns>
    public double EnergyPerCellEnergy(double cellEnergyPerYear) =>
        cellEnergyPerYear > 0 ? Power * 365.25 * 86400 / cellEnergyPerYear : throw new ArgumentOutOfRangeException(nameof(cellEnergyPerYear), cellEnergyPerYear, "must be above zero");
}
