namespace Electrolith.Impedance.Desk;

/// <summary>From resistances and capacitances of a pellet to properties of the material.</summary>
public static class PelletEquations
{
    /// <summary>Conductivity from a resistance: L/(A R), S/m.</summary>
    /// <param name="resistance">ohm.</param>
    /// <param name="thickness">m.</param>
    /// <param name="area">m².</param>
    public static double Conductivity(double resistance, double thickness, double area) => thickness / (area * resistance);

    /// <summary>Capacitance of a resistor beside a constant-phase element (Brug): (R^(1−α) Q)^(1/α), F.</summary>
    /// <param name="resistance">ohm.</param>
    /// <param name="constantPhase">Q, S s^α.</param>
    /// <param name="exponent">α, 0 to 1.</param>
    public static double EffectiveCapacitance(double resistance, double constantPhase, double exponent) =>
        Math.Pow(Math.Pow(resistance, 1 - exponent) * constantPhase, 1 / exponent);

    /// <summary>Conductivity of the grain boundaries themselves, S/m (brick layer, equal permittivity).</summary>
    /// <param name="apparent">From the geometry of the pellet, S/m.</param>
    /// <param name="bulkCapacitance">F.</param>
    /// <param name="boundaryCapacitance">F.</param>
    /// <remarks>Fails where the current finds detours around bad contacts.</remarks>
    public static double SpecificBoundaryConductivity(double apparent, double bulkCapacitance, double boundaryCapacitance) => apparent * bulkCapacitance / boundaryCapacitance;

    /// <summary>Relative permittivity from a bulk capacitance: C L/(ε0 A).</summary>
    /// <param name="capacitance">F.</param>
    /// <param name="thickness">m.</param>
    /// <param name="area">m².</param>
    public static double RelativePermittivity(double capacitance, double thickness, double area) => capacitance * thickness / (Quantities.PhysicalConstants.VacuumPermittivity * area);

    /// <summary>Transference number after Bruce and Vincent: I_s (ΔV − I_0 R_0) / (I_0 (ΔV − I_s R_s)).</summary>
    /// <param name="voltage">Step, V.</param>
    /// <param name="initialCurrent">A.</param>
    /// <param name="steadyCurrent">A.</param>
    /// <param name="initialResistance">Interface before, ohm.</param>
    /// <param name="steadyResistance">Interface after, ohm.</param>
    /// <remarks>Holds for dilute, ideal electrolytes and steps of about 10 mV.</remarks>
    public static double TransferenceNumber(double voltage, double initialCurrent, double steadyCurrent, double initialResistance, double steadyResistance) =>
        steadyCurrent * (voltage - (initialCurrent * initialResistance)) / (initialCurrent * (voltage - (steadyCurrent * steadyResistance)));

    /// <summary>Steady current density of a Hebb–Wagner cell (reversible | electrolyte | blocking), A/m².</summary>
    /// <param name="voltage">V.</param>
    /// <param name="electronConductivity">At the reversible electrode, S/m.</param>
    /// <param name="holeConductivity">At the reversible electrode, S/m.</param>
    /// <param name="thickness">m.</param>
    /// <param name="temperature">K.</param>
    public static double HebbWagnerCurrent(double voltage, double electronConductivity, double holeConductivity, double thickness, double temperature)
    {
        var thermal = Quantities.PhysicalConstants.MolarGas * temperature / Quantities.PhysicalConstants.Faraday;
        return thermal / thickness * ((electronConductivity * (1 - Math.Exp(-voltage / thermal))) + (holeConductivity * (Math.Exp(voltage / thermal) - 1)));
    }
}
