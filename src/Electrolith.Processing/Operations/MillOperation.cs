using Electrolith.Quantities;
using static Electrolith.Processing.OperationParameter;

namespace Electrolith.Processing.Operations;

/// <summary>Planetary milling: particles approach a limit size; soft electrolytes become a glass by the energy put in.</summary>
internal static class MillOperation
{
    private const double ReferenceSpeed = 400 / 60.0;
    private const double ReferencePower = 1050;
    private const double ReferenceRatio = 30;
    private const double LimitSize = 0.4e-6;
    private const double SizeTime = 5 * 3600;
    private const double ConversionEnergy = 38e6 / 3;
    private const double WearPerDose = 1e-3 / 38e6;
    private const double MotorEfficiency = 0.3;

    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "mill",
        Summary = "Mill in a planetary mill: finer powder, and a glass from soft electrolytes",
        Parameters =
        [
            Quantity("time", QuantityKinds.Time, 0, 1e6, "Milling time without pauses.", family => ParameterDefault.Assumed(Families.IsDuctile(family) ? "10 h" : "2 h", "usual")),
            Quantity("speed", QuantityKinds.RotationalSpeed, 0, 50, "Speed of the plate.", _ => ParameterDefault.Assumed("400 rpm", "usual")),
            Quantity("ball-to-powder", QuantityKinds.Dimensionless, 1, 200, "Mass of balls over mass of powder.", _ => ParameterDefault.Assumed("30", "as in 60 g of balls for 2 g")),
        ],
        NeedsSolid = true,
        Card = new ModelCard([], "planetary mills of usual size", "distribution of sizes, heat of the jar, exchange of lithium for protons, polymorphs",
            "limit size, time constant, power by the cube of the speed, dose for a glass, wear"),
        Refusal = family => Families.IsPolymer(family) ? "a polymer is mixed, not milled; use 'blend'"
            : Families.IsFilm(family) ? "a deposited film is not milled; use 'deposit'" : null,
        Apply = Apply,
    };

    private static Lot Apply(Lot lot, OperationValues values, Action<string, string>? warn)
    {
        var (time, speed, ratio) = (values.Numbers[0], values.Numbers[1], values.Numbers[2]);
        OperationChecks.IsSolid("mill", lot);
        // 400 rpm and 30 : 1 give about 1.05 W per gram (Burgio's balance for 4 mm balls); power goes with the cube of the speed.
        var dose = ReferencePower * Math.Pow(speed / ReferenceSpeed, 3) * ratio / ReferenceRatio * time;
        var size = LimitSize + (Math.Max(lot.ParticleSize - LimitSize, 0) * Math.Exp(-time / SizeTime));
        var glass = Families.IsDuctile(lot.Family) ? 1 - ((1 - lot.GlassFraction) * Math.Exp(-dose / ConversionEnergy)) : lot.GlassFraction;
        if (Families.IsDuctile(lot.Family) && dose < ConversionEnergy)
        {
            warn?.Invoke("EL2105", $"only {dose / 1e6:F0} kJ/g of milling energy: most of the powder has not reacted");
        }

        return (lot with
        {
            ParticleSize = Math.Min(size, lot.ParticleSize),
            GrainSize = Math.Min(lot.GrainSize, size),
            GlassFraction = glass,
            Conversion = Families.IsDuctile(lot.Family) ? Math.Max(lot.Conversion, lot.Conversion < 1 ? glass : 1) : lot.Conversion,
            Contamination = Math.Min(lot.Contamination + (WearPerDose * dose), 1),
        }).After(dose / MotorEfficiency, time, 0.97);
    }
}
