using Electrolith.Processing.Kinetics;
using Electrolith.Processing.Sintering;
using Electrolith.Quantities;
using static Electrolith.Processing.OperationParameter;

namespace Electrolith.Processing.Operations;

/// <summary>Solid-state reaction of mixed precursors by diffusion through the product (Ginstling and Brounshtein).</summary>
internal static class CalcineOperation
{
    private const double HeatCapacity = 800;

    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "calcine",
        Summary = "React mixed precursors to the wanted phase",
        Parameters =
        [
            Quantity("temperature", QuantityKinds.Temperature, 373.15, 1673.15, "Hold temperature.", family => ParameterDefault.Assumed(Usual(family), "usual calcination of the family")) with { Limit = Melting },
            Quantity("time", QuantityKinds.Time, 0, 1e6, "Hold time.", family => family == "garnet"
                ? new ParameterDefault("10 h", ValueStatus.Derived, "kononova2019", "garnets, median of text-mined recipes, n = 56") : ParameterDefault.Assumed("6 h", "usual")),
            Quantity("heating-rate", QuantityKinds.HeatingRate, 1e-3, 100, "Heating rate; cooling takes as long.", _ => ParameterDefault.Assumed("5 K/min", "usual")),
            Quantity("furnace-efficiency", QuantityKinds.Fraction, 0.001, 1, "Heat in the product over heat supplied.", _ =>
                new ParameterDefault("5 (1..10) %", ValueStatus.Unconfirmed, "unverified", "batch kilns")),
        ],
        NeedsSolid = true,
        Refusal = family => Families.IsPolymer(family) ? "a polymer burns; use 'dissolve' and 'cast'" : Families.IsFilm(family) ? "use 'deposit'"
            : family is "thiophosphate-glass" or "glass-ceramic" ? "a glass is made by 'synthesize', 'mill' or 'melt-quench'" : null,
        Card = new ModelCard(
            ["processing.ginstling"], "spheres that react through a layer of product, uniform temperature",
            "order of intermediate phases, CO2 in thick beds, heat of reaction, melting of lithium salts",
            "rate (95 % after the median schedule of the family with 5 um particles) and its activation energy of 250 kJ/mol"),
        Apply = Apply,
    };

    /// <summary>Conversion after a profile.</summary>
    /// <param name="lot">Lot before.</param>
    /// <param name="profile">Temperature against time.</param>
    internal static double Conversion(Lot lot, TemperatureProfile profile)
    {
        if (lot.Conversion >= 1)
        {
            return 1;
        }

        var (temperature, hours) = Placed(lot.Family);
        var reference = ProcessEquations.GinstlingTime(0.95) / (hours * 3600);
        var size = Math.Pow(5e-6 / lot.ParticleSize, 2);
        var progress = ProcessEquations.GinstlingTime(lot.Conversion) + (size * SequentialTransformation.RateTime(new TransformationKinetics(reference, temperature, 250e3, 1), profile));
        if (progress >= ProcessEquations.GinstlingTime(1))
        {
            return 1;
        }

        var (low, high) = (lot.Conversion, 1.0);
        for (var i = 0; i < 50; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = ProcessEquations.GinstlingTime(middle) < progress ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static Lot Apply(Lot lot, OperationValues values, Action<string, string>? warn)
    {
        var (temperature, time, rate, efficiency) = (values.Numbers[0], values.Numbers[1], values.Numbers[2], values.Numbers[3]);
        OperationChecks.IsSolid("calcine", lot);
        if (temperature > SinterKinetics.Of(lot.Family).Limit)
        {
            throw new ProcessException("calcine", Melting(lot.Family)!.Value.Item2);
        }

        if (lot.Conversion >= 1)
        {
            warn?.Invoke("EL2121", "the powder has reacted already: this step costs energy only; start with 'weigh' to make it from precursors");
        }

        var profile = TemperatureProfile.Hold(temperature, time, rate, rate);
        var conversion = Conversion(lot, profile);
        if (conversion < 0.9)
        {
            warn?.Invoke("EL2122", $"only {conversion * 100:F0} % has reacted: go hotter or longer, or mill the precursors finer");
        }

        return (lot with { Conversion = conversion }).After(
            ProcessEquations.FurnaceEnergy(HeatCapacity, temperature - PhysicalConstants.RoomTemperature, efficiency), profile.Duration, 0.97);
    }

    private static (double, string)? Melting(string family) => (SinterKinetics.Of(family).Limit, $"{family} melts or falls apart above {SinterKinetics.Of(family).Limit - PhysicalConstants.ZeroCelsius:F0} degC");

    private static string Usual(string family) => $"{Placed(family).Temperature - PhysicalConstants.ZeroCelsius:F0} degC";

    private static (double Temperature, double Hours) Placed(string family) => family switch
    {
        "garnet" => (1173.15, 10),
        "nasicon" => (1073.15, 6),
        "perovskite" => (1373.15, 6),
        "halide" => (533.15, 6),
        _ => (773.15, 6),
    };
}
