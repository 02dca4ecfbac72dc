using Electrolith.Quantities;
using static Electrolith.Processing.OperationParameter;

namespace Electrolith.Processing.Operations;

/// <summary>Mixing with a second conducting material.</summary>
internal static class BlendOperation
{
    private const double MixingEnergy = 0.2e6;

    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "blend",
        Summary = "Mix with a second electrolyte as particles, framework or layers",
        Parameters =
        [
            new OperationParameter("filler", "Second electrolyte.") { IsMaterial = true, IsRequired = true },
            Quantity("fraction", QuantityKinds.VolumeFraction, 0, 0.95, "Its volume fraction.") with { IsRequired = true },
            Choice("arrangement", "How it sits in the matrix.", "dispersed", "framework", "layers"),
        ],
        Card = new ModelCard([], "one filler; its conduction follows effective-medium laws", "agglomerates, exchange resistance between ceramic and polymer, interphases",
            "none beside energy"),
        Refusal = family => Families.IsFilm(family) ? "a deposited film has no filler; use 'deposit'" : null,
        Apply = Apply,
    };

    private static Lot Apply(Lot lot, OperationValues values, Action<string, string>? warn)
    {
        var filler = values.Materials[0] ?? throw new ArgumentException("the filler of 'blend' was not resolved", nameof(values));
        var fraction = values.Numbers[1];
        if (double.IsNaN(values.Numbers[2]) || values.Numbers[2] == 0)
        {
            if (fraction > 0.5)
            {
                warn?.Invoke("EL2109", "beyond half the volume particles no longer disperse");
            }
        }

        return (lot with
        {
            Filler = filler,
            FillerFraction = fraction,
            FillerArrangement = values.Numbers[2] is 1 ? FillerArrangement.Framework : values.Numbers[2] is 2 ? FillerArrangement.Layers : FillerArrangement.Dispersed,
            SolidDensity = ((1 - fraction) * lot.SolidDensity) + (fraction * filler.Density),
        }).After(MixingEnergy, 3600, 0.98);
    }
}

/// <summary>Lamination of layers.</summary>
internal static class LaminateOperation
{
    private const double ClosingPressure = 20e6;

    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "laminate",
        Summary = "Join layers under pressure and heat",
        Parameters =
        [
            Quantity("pressure", QuantityKinds.Pressure, 1e4, 1e9, "Pressure.", family => ParameterDefault.Assumed(Families.IsPolymer(family) ? "1 MPa" : "100 MPa", "usual")),
            Quantity("temperature", QuantityKinds.Temperature, 273.15, 573.15, "Temperature.", _ => ParameterDefault.Assumed("80 degC", "usual")),
            Quantity("time", QuantityKinds.Time, 0, 1e5, "Time.", _ => ParameterDefault.Assumed("60 s", "usual")),
        ],
        SetsDensity = true,
        NeedsSolid = true,
        Card = new ModelCard([], "layers that flow", "adhesion, creep, stress",
            "pressure that closes the pores"),
        Refusal = family => family == "lipon" ? "thin films are deposited on each other; use 'deposit'"
            : Families.IsOxide(family) ? "a fired ceramic does not flow; laminate green tapes before 'sinter' by casting them thicker, or add a polymer interlayer" : null,
        Apply = (lot, values, _) =>
        {
            OperationChecks.IsSolid("laminate", lot);
            var pores = (1 - lot.RelativeDensity) * Math.Exp(-values.Numbers[0] / ClosingPressure);
            return (lot with { RelativeDensity = 1 - pores, Thickness = lot.Thickness * lot.RelativeDensity / (1 - pores) }).After(1e4, values.Numbers[2], 0.97);
        },
    };
}
