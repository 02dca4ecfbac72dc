using Electrolith.Processing.Milling;
using Electrolith.Quantities;
using static Electrolith.Processing.OperationParameter;

namespace Electrolith.Processing.Operations;

/// <summary>Mechanochemical synthesis in a planetary mill by the dose of energy (Burgio and Rojac).</summary>
internal static class SynthesizeOperation
{
    private const double BallDensity = 6050;
    private const double Crowding = 0.95;
    private const double ConversionDose = 38e6 / 3;
    private const double LeastHit = 1e-4;
    private const double WearPerDose = 1e-3 / 38e6;
    private const double MotorEfficiency = 0.3;
    private const double JarConductance = 0.3;

    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "synthesize",
        Summary = "Make a soft electrolyte from its precursors in a planetary mill, by the geometry of your mill",
        Parameters =
        [
            Quantity("time", QuantityKinds.Time, 0, 1e6, "Milling time without pauses.", _ => ParameterDefault.Assumed("10 h", "usual")),
            Quantity("speed", QuantityKinds.RotationalSpeed, 0.5, 50, "Speed of the plate.", _ => ParameterDefault.Assumed("400 rpm", "usual")),
            Quantity("plate-radius", QuantityKinds.Length, 0.01, 1, "Distance from the plate's axis to the vial's.", _ => ParameterDefault.Assumed("70 mm", "small planetary mill")),
            Quantity("vial-radius", QuantityKinds.Length, 0.005, 0.5, "Inner radius of the vial.", _ => ParameterDefault.Assumed("20 mm", "vial of 45 mL")),
            Quantity("ball-diameter", QuantityKinds.Length, 5e-4, 0.05, "Diameter of the balls.", _ => ParameterDefault.Assumed("4 mm", "as in 60 g of 4 mm balls for 2 g")),
            Quantity("ball-mass", QuantityKinds.Mass, 1e-3, 100, "Mass of all balls in a vial.", _ => ParameterDefault.Assumed("60 g", "vial of 45 mL")),
            Quantity("powder-mass", QuantityKinds.Mass, 1e-4, 50, "Mass of powder in a vial.", _ => ParameterDefault.Assumed("2 g", "vial of 45 mL")),
        ],
        NeedsSolid = true,
        Refusal = family => Families.IsDuctile(family) ? null : "only soft sulfides and halides react in the mill; use 'weigh' and 'calcine'",
        Card = new ModelCard(
            ["processing.ball-detachment", "processing.ball-energy", "processing.ball-frequency", "processing.dose-conversion"],
            "planetary mill whose vials turn against the plate as fast as it turns, about a third full",
            "caking, crystals that form again in a hot jar, polymorphs, scale of the vial beyond hit energy",
            "dose for conversion (three e-folds in 38 kJ/g), least energy of a hit, wear, cooling of the jar"),
        Apply = Apply,
    };

    private static Lot Apply(Lot lot, OperationValues values, Action<string, string>? warn)
    {
        var n = values.Numbers;
        OperationChecks.IsSolid("synthesize", lot);
        var speed = 2 * Math.PI * n[1];
        var path = n[3] - (n[4] / 2);
        // Balls that never leave the wall, or do not fit, hit nothing.
        var flies = path > 0 && Math.Abs(PlanetaryEquations.DetachmentCosine(n[2], path, speed, -speed)) <= 1;
        var ball = Math.PI / 6 * Math.Pow(n[4], 3) * BallDensity;
        var hit = flies ? Math.Max(PlanetaryEquations.HitEnergy(ball, n[2], path, speed, -speed), 0) : 0;
        var power = Crowding * n[5] / ball * hit * PlanetaryEquations.HitFrequency(speed, -speed, 1);
        var dose = power * n[0] / n[6];
        var effective = hit >= LeastHit ? dose : 0;
        var conversion = 1 - ((1 - Math.Max(lot.GlassFraction, lot.Conversion < 1 ? lot.Conversion : 0)) * (1 - ProcessEquations.DoseConversion(effective, 1 / ConversionDose, 1)));
        Warn(hit, dose, power, warn);
        return (lot with
        {
            Conversion = lot.Conversion < 1 ? conversion : 1,
            GlassFraction = Math.Clamp(conversion, lot.GlassFraction, 1),
            Contamination = Math.Min(lot.Contamination + (WearPerDose * dose), 1),
            ParticleSize = Math.Min(lot.ParticleSize, 5e-6),
        }).After(dose / MotorEfficiency, n[0], 0.9);
    }

    private static void Warn(double hit, double dose, double power, Action<string, string>? warn)
    {
        if (hit <= 0)
        {
            warn?.Invoke("EL2134", "the balls never leave the wall of this vial: use a smaller vial, smaller balls or a larger plate");
        }
        else if (hit < LeastHit)
        {
            warn?.Invoke("EL2123", $"a hit of {hit * 1e3:G2} mJ is too weak to react anything, however long it mills: turn faster or take larger balls");
        }
        else if (dose < ConversionDose)
        {
            warn?.Invoke("EL2105", $"only {dose / 1e6:F0} kJ/g of milling energy: most of the powder has not reacted");
        }

        if (power / JarConductance > 80)
        {
            warn?.Invoke("EL2124", $"the jar warms by about {power / JarConductance:F0} K: make pauses, or crystals form in it");
        }
    }
}
