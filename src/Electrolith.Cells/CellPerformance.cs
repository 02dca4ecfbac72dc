namespace Electrolith.Cells;

/// <summary>A composite electrode as the resistance model sees it, SI units.</summary>
/// <param name="Thickness">m.</param>
/// <param name="IonicConductivity">Effective, S/m.</param>
/// <param name="ElectronicConductivity">Effective, S/m.</param>
/// <param name="ActiveSurface">Contacted surface per electrode volume, 1/m.</param>
/// <param name="ChargeTransfer">Local resistance of charge transfer, ohm m² of contacted surface.</param>
/// <param name="Coating">Local resistance of a coating, ohm m².</param>
/// <param name="Interphase">Local resistance of an interphase, ohm m².</param>
public readonly record struct ElectrodeTransport(
    double Thickness, double IonicConductivity, double ElectronicConductivity, double ActiveSurface, double ChargeTransfer, double Coating, double Interphase);

/// <summary>Resistance of an electrode split into what causes it; the parts add up exactly. Ohm m² of geometric area.</summary>
/// <param name="Transport">Along the depth of the electrode.</param>
/// <param name="ChargeTransfer">Charge transfer.</param>
/// <param name="Coating">Coating.</param>
/// <param name="Interphase">Interphase.</param>
public readonly record struct ElectrodeResistance(double Transport, double ChargeTransfer, double Coating, double Interphase)
{
    /// <summary>Sum of the parts.</summary>
    public double Total => Transport + ChargeTransfer + Coating + Interphase;
}

/// <summary>What a cell delivers, as far as its direct-current resistance decides, SI units.</summary>
/// <param name="AreaSpecificResistance">ohm m².</param>
/// <param name="VoltageDrop">At the rate asked for, V.</param>
/// <param name="CurrentDensity">At that rate, A/m².</param>
/// <param name="EnergyFraction">Share of the energy left after the voltage drop; 0 when the drop exceeds the voltage.</param>
/// <param name="MaximumRate">Rate at which the drop reaches the polarisation limit, 1/s.</param>
/// <param name="CurrentDensityAt1C">A/m².</param>
public readonly record struct CellPerformance(
    double AreaSpecificResistance, double VoltageDrop, double CurrentDensity, double EnergyFraction, double MaximumRate, double CurrentDensityAt1C);

/// <summary>
/// Rate by resistance: a constant direct-current resistance, no diffusion in particles and no change with state of charge. It is
/// an upper bound at high rate and right to the extent that the cell is ohmic.
/// </summary>
public static class CellPerformanceModel
{
    private const double SecondsPerHour = 3600;

    /// <summary>Resistance of a porous electrode, split by cause.</summary>
    /// <param name="electrode">The electrode.</param>
    public static ElectrodeResistance Electrode(in ElectrodeTransport electrode)
    {
        var local = electrode.ChargeTransfer + electrode.Coating + electrode.Interphase;
        var surface = electrode.ActiveSurface * electrode.Thickness;
        var total = PorousElectrodeEquations.Resistance(
            electrode.Thickness, electrode.IonicConductivity, electrode.ElectronicConductivity, electrode.ActiveSurface, local);
        return new ElectrodeResistance(Math.Max(total - (local / surface), 0), electrode.ChargeTransfer / surface, electrode.Coating / surface, electrode.Interphase / surface);
    }

    /// <summary>Voltage drop and rate of a cell.</summary>
    /// <param name="areaSpecificResistance">Sum of all resistances, ohm m².</param>
    /// <param name="arealCapacity">Usable areal capacity, C/m².</param>
    /// <param name="averageVoltage">Average discharge voltage at no current, V.</param>
    /// <param name="rate">Discharge rate, 1/s.</param>
    /// <param name="polarisationLimit">Largest usable voltage drop, V.</param>
    public static CellPerformance Evaluate(double areaSpecificResistance, double arealCapacity, double averageVoltage, double rate, double polarisationLimit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(areaSpecificResistance);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(arealCapacity);
        var current = arealCapacity * rate;
        var drop = current * areaSpecificResistance;
        return new CellPerformance(
            areaSpecificResistance, drop, current, Math.Max(1 - (drop / averageVoltage), 0),
            polarisationLimit / (areaSpecificResistance * arealCapacity), arealCapacity / SecondsPerHour);
    }
}
