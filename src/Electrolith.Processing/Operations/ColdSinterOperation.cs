using Electrolith.Quantities;
using static Electrolith.Processing.OperationParameter;

namespace Electrolith.Processing.Operations;

/// <summary>Cold sintering: under pressure and a little liquid, grains dissolve where they touch. A glass stays between them.</summary>
internal static class ColdSinterOperation
{
    private const double Rate = 1.4e-4;
    private const double Temperature = 423.15;
    private const double Pressure = 700e6;
    private const double Particle = 0.415e-6;
    private const double Energy = 30e3;

    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "cold-sinter",
        Summary = "Densify with a transient liquid under pressure below 300 degC",
        Parameters =
        [
            Quantity("temperature", QuantityKinds.Temperature, 293.15, 623.15, "Temperature of the die.", _ => ParameterDefault.Assumed("200 degC", "published range 140 to 280 degC")),
            Quantity("pressure", QuantityKinds.Pressure, 1e6, 2e9, "Pressure.", _ => ParameterDefault.Assumed("510 MPa", "published range 510 to 700 MPa")),
            Quantity("time", QuantityKinds.Time, 0, 1e6, "Time at pressure.", _ => ParameterDefault.Assumed("1 h", "usual")),
        ],
        SetsDensity = true,
        NeedsSolid = true,
        Refusal = family => family is "nasicon" ? null : Families.IsOxide(family) ? "water takes lithium out of it; use 'sinter'" : "it densifies without a liquid; use 'press'",
        Card = new ModelCard(
            ["processing.pressure-solution"], "LATP with water or acetic acid, 120 to 280 degC", "amount and acidity of the liquid, gradients, pores closed by vapour",
            "rate (0.81 after 90 min at 150 degC and 700 MPa with 0.415 um), its energy, and that all boundaries hold glass"),
        Apply = Apply,
    };

    private static Lot Apply(Lot lot, OperationValues values, Action<string, string>? warn)
    {
        var (temperature, pressure, time) = (values.Numbers[0], values.Numbers[1], values.Numbers[2]);
        OperationChecks.IsSolid("cold-sinter", lot);
        var rate = ProcessEquations.ThermalRate(ProcessEquations.PressureSolutionRate(Rate, pressure / Pressure, lot.ParticleSize / Particle), Temperature, temperature, Energy);
        var density = 1 - ((1 - lot.RelativeDensity) * Math.Exp(-rate * time));
        warn?.Invoke("EL2125", "a glass stays at the boundaries: anneal at 650 to 900 degC to remove it");
        var work = pressure * ((1 / lot.RelativeDensity) - (1 / density)) / (2 * lot.SolidDensity * 0.1);
        return (lot with { RelativeDensity = density, GlassyBoundary = 1, Thickness = lot.Thickness * lot.RelativeDensity / density })
            .After(work + ProcessEquations.FurnaceEnergy(700, temperature - PhysicalConstants.RoomTemperature, 0.05), time + 1800, 0.95);
    }
}
