using Electrolith.Processing.Coating;
using Electrolith.Quantities;
using static Electrolith.Processing.OperationParameter;

namespace Electrolith.Processing.Operations;

/// <summary>Solution blending: polymer, salt and filler in a solvent, or salt in a monomer. The lot flows afterwards.</summary>
internal static class DissolveOperation
{
    private const double Start = 0.5;
    private const double Random = 0.01;

    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "dissolve",
        Summary = "Dissolve or disperse in a solvent or a monomer",
        Parameters =
        [
            Choice("into", "Solvent, to be cast and dried, or monomer, to be cured.", "solvent", "monomer"),
            Quantity("time", QuantityKinds.Time, 0, 1e6, "Time of stirring.", _ => ParameterDefault.Assumed("12 h", "usual")),
            Quantity("mixing-constant", QuantityKinds.Time, 1, 1e6, "Time in which stirring halves unevenness three times over (e-fold twice).", _ => ParameterDefault.Assumed("2 h", "magnetic stirrer; minutes in a planetary mixer")),
        ],
        Refusal = family => Families.IsFilm(family) ? "a deposited film is not dissolved; use 'deposit'" : null,
        Card = new ModelCard(
            ["processing.segregation", "processing.settling"], "dilute to moderate loading, no reaction with the solvent", "attack of the solvent on sulfides, agglomerates that do not break up",
            "unevenness before and after mixing"),
        Apply = (lot, values, warn) =>
        {
            var (into, time, constant) = (values.Numbers[0], values.Numbers[1], values.Numbers[2]);
            var scatter = Math.Sqrt(ProcessEquations.Segregation(Start * Start, Random * Random, 2 * time / constant));
            // A filler of the lot's particle size in a liquid of 1 Pa s.
            var settled = lot.Filler is { } filler ? FilmEquations.SettlingSpeed(filler.Density - 1200, lot.ParticleSize / 2, 1, lot.FillerFraction) * 3600 : 0;
            if (settled > 100e-6)
            {
                warn?.Invoke("EL2126", $"the filler sinks by {settled * 1e3:F1} mm an hour in a liquid of 1 Pa s: cast at once, mill finer or thicken");
            }

            return (lot with { Form = LotForm.Liquid, Segregation = scatter, Cure = into == 1 ? FilmEquations.CureSeed : 1 }).After(2e4, time, 0.98);
        },
    };
}

/// <summary>In-situ polymerisation of a monomer with its salt.</summary>
internal static class CureOperation
{
    private const double Gel = 0.1;
    private const double AdiabaticRise = 120;

    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "cure",
        Summary = "Polymerise a monomer in place",
        Parameters =
        [
            Quantity("temperature", QuantityKinds.Temperature, 293.15, 473.15, "Temperature.", _ => ParameterDefault.Assumed("80 degC", "usual")),
            Quantity("time", QuantityKinds.Time, 0, 1e6, "Time.", _ => ParameterDefault.Assumed("6 h", "usual")),
        ],
        Refusal = family => Families.IsPolymer(family) ? null : "only polymers are cured",
        Card = new ModelCard(
            ["processing.cure-time"], "dimethacrylates with a thermal initiator, uniform temperature", "inhibition by oxygen, heat of thick cells, arrest by vitrification, ultraviolet light",
            "kinetics measured on bis-GMA with TEGDMA stand for polyether dimethacrylates; gel at 10 %"),
        Apply = (lot, values, warn) =>
        {
            var (temperature, time) = (values.Numbers[0], values.Numbers[1]);
            if (lot.Cure >= 1)
            {
                warn?.Invoke("EL2127", "there is no monomer to cure: dissolve into a monomer first");
                return lot.After(0, time, 1);
            }

            var conversion = FilmEquations.Cured(temperature, lot.Cure, time);
            if (conversion < 0.9)
            {
                warn?.Invoke("EL2128", $"{(1 - conversion) * 100:F0} % of the double bonds are left: residual monomer reacts with lithium; cure hotter or longer");
            }

            var brief = FilmEquations.CureTime(temperature, 0.05, 0.5);
            if (lot.Cure < 0.05 && brief < 60)
            {
                warn?.Invoke("EL2129", $"half reacts within {brief:F0} s: a thick cell warms by up to {AdiabaticRise:F0} K");
            }

            return (lot with { Cure = conversion, Form = conversion > Gel ? LotForm.Solid : LotForm.Liquid, RelativeDensity = conversion > Gel ? 0.99 : lot.RelativeDensity })
                .After(ProcessEquations.FurnaceEnergy(1800, temperature - PhysicalConstants.RoomTemperature, 0.1), time, 0.98);
        },
    };
}
