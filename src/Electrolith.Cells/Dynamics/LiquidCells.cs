namespace Electrolith.Cells.Dynamics;

/// <summary>Published cells with liquid electrolyte, against which salt transport is checked.</summary>
public static class LiquidCells
{
    /// <summary>
    /// The LG M50 cell of Chen et al., J. Electrochem. Soc. 167 (2020) 080534, per area of its 0.1027 m² electrode; electrolyte of Nyman
    /// et al. (2008). Surfaces are extrapolated as in the program that the check was recorded with.
    /// </summary>
    public static CellParameters Chen2020 => new()
    {
        Name = "LG M50 (Chen 2020)",
        Positive = Host(75.6e-6, 0.665, 5.22e-6, 0.335, 0.18, 4e-15, 63104, 17038, 3.42e-6, "nmc811-chen2020"),
        Negative = Host(85.2e-6, 0.75, 5.86e-6, 0.25, 215, 3.3e-14, 33133, 29866, 6.48e-7, "graphite-chen2020"),
        Separator = [new SeparatorLayer(12e-6, 0.9487 * Math.Pow(0.47, 1.5))],
        Salt = new SaltElectrolyte
        {
            InitialConcentration = 1000,
            TransferenceNumber = 0.2594,
            Diffusivity = c => (8.794e-11 * c / 1000 * c / 1000) - (3.972e-10 * c / 1000) + 4.862e-10,
            Conductivity = c => (0.1297 * Math.Pow(c / 1000, 3)) - (2.51 * Math.Pow(c / 1000, 1.5)) + (3.329 * c / 1000),
            SeparatorFraction = 0.47,
            SeparatorEfficiency = Math.Pow(0.47, 1.5),
        },
        NominalCharge = 5 * 3600 / (1.58 * 0.065),
        LowerVoltage = 2.5,
        UpperVoltage = 4.2,
    };

    private static HostElectrode Host(double thickness, double active, double radius, double pores, double electronic, double diffusivity, double maximum, double start, double rate, string potential) => new()
    {
        Thickness = thickness,
        ActiveFraction = active,
        ParticleRadius = radius,
        ElectrolyteFraction = pores,
        TransportEfficiency = Math.Pow(pores, 1.5),
        IonicConductivity = 0.9487 * Math.Pow(pores, 1.5),
        ElectronicConductivity = electronic,
        Diffusivity = diffusivity,
        MaximumConcentration = maximum,
        InitialStoichiometry = start / maximum,
        Potential = PublishedCurves.Find(potential)!.Sampled,
        ExchangeCurrentDensity = rate * Math.Sqrt(1000) * maximum / 2,
        Extrapolation = SurfaceExtrapolation.Linear,
    };
}
