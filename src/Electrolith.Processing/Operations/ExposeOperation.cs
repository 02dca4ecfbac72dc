using Electrolith.Quantities;
using static Electrolith.Processing.OperationParameter;

namespace Electrolith.Processing.Operations;

/// <summary>
/// Exposure to moist air. Sulfides lose conductivity as in room air (Li6PS5Cl: 1.80, 1.56, 1.43, 0.87 mS/cm after 0, 10 min, 1 h,
/// 24 h), with the time scaled by the water in the air; garnets grow a carbonate layer.
/// </summary>
internal static class ExposeOperation
{
    private const double RetentionRate = 0.24;
    private const double RetentionExponent = 0.33;
    private const double SulfideRelease = 0.9e-3;
    private const double CarbonatePerMonth = 100e-9;
    private const double Month = 30 * 86400;

    /// <summary>Water in room air of 22 degC and 45 % relative humidity, mole fraction.</summary>
    private const double RoomAir = 0.011713;

    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "expose",
        Summary = "Handle in moist air",
        Parameters =
        [
            Quantity("dew-point", QuantityKinds.Temperature, 173.15, 303.15, "Dew point of the room.", _ => ParameterDefault.Assumed("-40 degC", "usual dry room")),
            Quantity("time", QuantityKinds.Time, 0, 3e7, "Time in the room.") with { IsRequired = true },
            Choice("form", "Form: a powder reacts faster, a slurry is protected by its liquid.", "pellet", "powder", "sheet", "slurry"),
        ],
        Card = new ModelCard(["processing.vapour-pressure"], "sulfides as Li6PS5Cl in room air, scaled by water; garnets by carbonate", "temperature, depth in a bed, carbon dioxide and oxygen on sulfides, other families beyond a warning",
            "scaling with water, hydrogen sulfide per hour, growth of carbonate"),
        Refusal = _ => null,
        Apply = Apply,
    };

    private static Lot Apply(Lot lot, OperationValues values, Action<string, string>? warn)
    {
        var (dewPoint, time, form) = (values.Numbers[0], values.Numbers[1], values.Numbers[2]);
        var water = ProcessEquations.WaterFraction(dewPoint) / RoomAir;
        var speed = form switch { 1 => 10.0, 3 => 0.1, _ => 1.0 };
        var hours = time / 3600 * water * speed;
        if (Families.IsSulfide(lot.Family))
        {
            var kept = Math.Exp(-RetentionRate * Math.Pow(hours, RetentionExponent));
            if (kept < 0.9)
            {
                warn?.Invoke("EL2110", $"exposure costs {(1 - kept) * 100:F0} % of the conductivity");
            }

            return (lot with { ConductivityFactor = lot.ConductivityFactor * kept, HydrogenSulfide = lot.HydrogenSulfide + (SulfideRelease * Math.Min(hours, 100)) }).After(0, time, 1);
        }

        if (lot.Family == "garnet")
        {
            var grown = Math.Sqrt((lot.SurfaceLayerThickness * lot.SurfaceLayerThickness) + (CarbonatePerMonth * CarbonatePerMonth * time / Month * water));
            return (lot with { SurfaceLayerThickness = grown }).After(0, time, 1);
        }

        // Halides take up water but give it off again on drying; polymers gain solvent-like water. Neither is modelled beyond a warning.
        if (water > 0.1 && (Families.IsHalide(lot.Family) || Families.IsPolymer(lot.Family)))
        {
            warn?.Invoke("EL2111", "it takes up water in this room; dry it again before use");
        }

        return lot.After(0, time, 1);
    }
}
