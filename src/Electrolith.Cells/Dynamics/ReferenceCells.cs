namespace Electrolith.Cells.Dynamics;

/// <summary>Cells with every number written down, for tests, bench and first steps.</summary>
public static class ReferenceCells
{
    /// <summary>
    /// NMC811 in a sulfide electrolyte against lithium: the cell of the reference solution. Its open-circuit potential is that of Chen et
    /// al. (2020), its other numbers are chosen.
    /// </summary>
    public static CellParameters SulfideLithium => new()
    {
        Name = "NMC811 | sulfide | lithium",
        Positive = new HostElectrode
        {
            Thickness = 60e-6,
            ActiveFraction = 0.60,
            ParticleRadius = 2.5e-6,
            IonicConductivity = 0.0225,
            ElectronicConductivity = 1.0,
            Diffusivity = 4e-15,
            MaximumConcentration = 63104,
            InitialStoichiometry = 0.27,
            ChargedStoichiometry = 0.27,
            DischargedStoichiometry = 0.9,
            Potential = PublishedCurves.Find("nmc811-chen2020")!.Sampled,
            // 3.42e-6 A/m2 (m3/mol)^1.5 at 1000 mol/m3 in the electrolyte, as the half-filled value.
            ExchangeCurrentDensity = 3.42e-6 * 31.622776601683793 * 63104 / 2,
        },
        Separator = [new SeparatorLayer(30e-6, 0.3)],
        Anode = new PlanarAnode { ExchangeCurrentDensity = 10, InterfaceResistance = 5e-4 },
        NominalCharge = 38.87 * 3600,
        LowerVoltage = 3.4,
        UpperVoltage = 4.3,
    };
}
