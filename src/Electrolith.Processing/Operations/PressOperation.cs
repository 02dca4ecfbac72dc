using Electrolith.Quantities;
using static Electrolith.Processing.OperationParameter;

namespace Electrolith.Processing.Operations;

/// <summary>Uniaxial, isostatic or warm pressing. Ductile powders follow Heckel, brittle ones Kawakita.</summary>
internal static class PressOperation
{
    private const double HeckelSlope = 2.95e-9;
    private const double HeckelIntercept = 0.80;
    private const double DwellConstant = 15;
    private const double SofteningTemperature = 523.15;
    private const double PressEfficiency = 0.1;
    private const double OverPressure = 650e6;

    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "press",
        Summary = "Press a powder or layer, cold or warm",
        Parameters =
        [
            Quantity("pressure", QuantityKinds.Pressure, 1e5, 2e9, "Forming pressure.", family =>
                ParameterDefault.Assumed(Families.IsPolymer(family) ? "5 MPa" : Families.IsOxide(family) ? "200 MPa" : "375 MPa", "usual forming pressure of the family")),
            Quantity("temperature", QuantityKinds.Temperature, 233.15, 773.15, "Temperature of the die.", _ => ParameterDefault.Assumed("25 degC", "cold pressing")),
            Quantity("dwell", QuantityKinds.Time, 0, 1e5, "Time at pressure; 60 s suffice for sulfides.", _ => ParameterDefault.Assumed("60 s", "voids are gone after 60 s of isostatic pressing")),
        ],
        SetsDensity = true,
        NeedsSolid = true,
        Card = new ModelCard(["processing.heckel", "processing.kawakita"], "uniaxial and isostatic pressing to 650 MPa; sulfides to their softening", "density gradients from wall friction, springback, creep beyond the dwell constant",
            "Heckel constants from one vendor point, Kawakita constants, dwell constant, softening"),
        Refusal = family => Families.IsFilm(family) ? "a deposited film is dense already; remove the step" : null,
        Apply = Apply,
    };

    private static Lot Apply(Lot lot, OperationValues values, Action<string, string>? warn)
    {
        var (pressure, temperature, dwell) = (values.Numbers[0], values.Numbers[1], values.Numbers[2]);
        OperationChecks.IsSolid("press", lot);
        var reached = Density(lot, pressure, temperature);
        var density = lot.RelativeDensity + (Math.Max(reached - lot.RelativeDensity, 0) * (1 - Math.Exp(-dwell / DwellConstant)));
        if (Families.IsSulfide(lot.Family) && pressure > OverPressure)
        {
            warn?.Invoke("EL2101", $"{pressure / 1e6:F0} MPa is beyond the 650 MPa at which argyrodite pellets still held together: expect cracks");
        }

        var compaction = (1 / lot.RelativeDensity) - (1 / density);
        var work = pressure * compaction / (2 * lot.SolidDensity * PressEfficiency);
        var squeezed = lot.Thickness * lot.RelativeDensity / density;
        return (lot with { RelativeDensity = density, Thickness = squeezed }).After(work, dwell, 0.98);
    }

    private static double Density(Lot lot, double pressure, double temperature)
    {
        if (Families.IsDuctile(lot.Family))
        {
            // Yield strength falls towards the softening of the glass: warm pressing needs less pressure.
            var soft = Math.Clamp(1 - (0.9 * (temperature - PhysicalConstants.RoomTemperature) / (SofteningTemperature - PhysicalConstants.RoomTemperature)), 0.1, 1);
            return ProcessEquations.HeckelDensity(pressure, HeckelSlope / soft, HeckelIntercept);
        }

        return Families.IsPolymer(lot.Family)
            ? 1 - ((1 - lot.RelativeDensity) * Math.Exp(-pressure / 5e6))
            : ProcessEquations.KawakitaDensity(pressure, 0.45, 0.318, 3e-8);
    }
}
