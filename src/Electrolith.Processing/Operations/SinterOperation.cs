using Electrolith.Quantities;
using static Electrolith.Processing.OperationParameter;

namespace Electrolith.Processing.Operations;

/// <summary>
/// Sintering: master sintering curve, grain growth, lithium loss. No activation energy of these electrolytes has been verified at
/// three heating rates; the curves are placed so that the median published schedule of the family reaches the published density.
/// Replace them with a fit to your own dilatometry when you have it.
/// </summary>
internal static class SinterOperation
{
    private const double HeatCapacity = 700;
    private const double CurveWidth = 1.2;
    private const double ReferenceGreenDensity = 0.55;
    private const double ReferenceHeatingRate = 5 / 60.0;
    private const double LossActivationEnergy = 400e3;
    private const double LossAt1200C = 0.01 / 3600;
    private const double CubicFloor = 0.97;
    private const double CoolingRate = 5 / 60.0;

    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "sinter",
        Summary = "Fire a pressed or cast body until it is dense",
        Parameters =
        [
            Quantity("temperature", QuantityKinds.Temperature, 473.15, 1873.15, "Hold temperature.", family => Schedule(family).Temperature),
            Quantity("time", QuantityKinds.Time, 0, 1e6, "Hold time.", family => Schedule(family).Time),
            Quantity("heating-rate", QuantityKinds.HeatingRate, 1e-3, 100, "Heating rate.", _ => ParameterDefault.Assumed("5 K/min", "usual")),
            Choice("cover", "Powder bed or sealed crucible against lithium loss, or open.", "powder-bed", "open"),
            Quantity("lithium-excess", QuantityKinds.Fraction, 0, 0.5, "Lithium added beyond the formula.", family =>
                Families.IsOxide(family) ? new ParameterDefault("10 %", ValueStatus.Unconfirmed, "unverified", "10 to 15 % is common for garnets") : ParameterDefault.Assumed("0 %", "no lithium loss expected")),
            Quantity("furnace-efficiency", QuantityKinds.Fraction, 0.001, 1, "Heat in the product over heat supplied.", _ =>
                new ParameterDefault("5 (1..10) %", ValueStatus.Unconfirmed, "unverified", "batch kilns")),
        ],
        SetsDensity = true,
        Refusal = family => Families.IsPolymer(family) ? "a polymer decomposes; use 'cast', 'extrude' or 'press'"
            : Families.IsFilm(family) ? "a deposited film crystallises and cracks; use 'deposit'"
            : family is "thiophosphate-glass" ? "a glass crystallises; use 'press', or 'anneal' to make a glass-ceramic"
            : null,
        Apply = Apply,
    };

    private static Lot Apply(Lot lot, OperationValues values, Action<string, string>? warn)
    {
        var (temperature, time, rate, cover, excess, efficiency) = (values.Numbers[0], values.Numbers[1], values.Numbers[2], values.Numbers[3], values.Numbers[4], values.Numbers[5]);
        var kinetics = Kinetics(lot.Family);
        Warn(lot, temperature, kinetics, warn);
        var work = Math.Log(ProcessEquations.WorkOfSintering(temperature, time, rate, kinetics.ActivationEnergy));
        var density = lot.RelativeDensity + ((1 - lot.RelativeDensity) / (1 + Math.Exp(-(work - kinetics.CurveCentre) / CurveWidth)));
        var grain = ProcessEquations.GrainSize(lot.GrainSize, ProcessEquations.ThermalRate(kinetics.GrowthConstant, kinetics.GrowthTemperature, temperature, 300e3), time, 3);

        var lossRate = Families.IsOxide(lot.Family) ? ProcessEquations.ThermalRate(LossAt1200C, 1473.15, temperature, LossActivationEnergy) * (cover > 0 ? 1 : 0.1) : 0;
        var lithium = lot.LithiumInSolid + excess;
        var lost = lithium * (1 - Math.Exp(-lossRate * time));
        var left = lithium - lost;
        var poor = lot.Family == "garnet" ? Math.Clamp((CubicFloor - left) / CubicFloor, 0, 1) : 0;
        var shrink = Math.Cbrt(lot.RelativeDensity / density);
        var duration = time + ((temperature - PhysicalConstants.RoomTemperature) * ((1 / rate) + (1 / CoolingRate)));
        return (lot with
        {
            RelativeDensity = density,
            GrainSize = grain,
            Thickness = lot.Thickness * shrink,
            GlassFraction = 0,
            LithiumInSolid = left,
            LithiumInVapour = lot.LithiumInVapour + lost,
            SecondaryPhaseFraction = Math.Max(lot.SecondaryPhaseFraction, poor),
        }).After(ProcessEquations.FurnaceEnergy(HeatCapacity, temperature - PhysicalConstants.RoomTemperature, efficiency), duration, 0.95);
    }

    private static void Warn(Lot lot, double temperature, SinterKinetics kinetics, Action<string, string>? warn)
    {
        if (temperature > kinetics.Decomposition)
        {
            warn?.Invoke("EL2102", $"{temperature - PhysicalConstants.ZeroCelsius:F0} degC is above the {kinetics.Decomposition - PhysicalConstants.ZeroCelsius:F0} degC from which {lot.Family} decomposes or grows coarse grains");
        }
    }

    private static (ParameterDefault Temperature, ParameterDefault Time) Schedule(string family) => family switch
    {
        "garnet" => (Median("1125 degC", "garnets, n = 46"), Median("12 h", "garnets, n = 39")),
        "nasicon" => (Median("950 degC", "LATP, n = 11"), Median("6 h", "LATP, n = 10")),
        "perovskite" => (Median("1300 degC", "LLTO, n = 21"), Median("5 h", "LLTO, n = 19")),
        "halide" => (ParameterDefault.Assumed("260 degC", "as for Li3InCl6"), ParameterDefault.Assumed("5 h", "usual")),
        _ => (ParameterDefault.Assumed("550 degC", "as for argyrodites"), ParameterDefault.Assumed("5 h", "usual")),
    };

    private static ParameterDefault Median(string text, string of) => new(text, ValueStatus.Derived, "kononova2019", $"median of text-mined recipes, {of}");

    private readonly record struct SinterKinetics(double ActivationEnergy, double CurveCentre, double GrowthConstant, double GrowthTemperature, double Decomposition);

    private static readonly SinterKinetics Garnet = Place(400e3, 1398.15, 43200, 0.95, 5e-6, 1503.15);
    private static readonly SinterKinetics Nasicon = Place(350e3, 1223.15, 21600, 0.95, 2e-6, 1273.15);
    private static readonly SinterKinetics Perovskite = Place(400e3, 1573.15, 18000, 0.95, 5e-6, 1673.15);
    private static readonly SinterKinetics Sulfide = Place(150e3, 823.15, 18000, 0.92, 3e-6, 873.15);
    private static readonly SinterKinetics Halide = Place(120e3, 533.15, 18000, 0.90, 2e-6, 713.15);

    private static SinterKinetics Kinetics(string family) => family switch
    {
        "garnet" => Garnet,
        "nasicon" => Nasicon,
        "perovskite" => Perovskite,
        "halide" => Halide,
        _ => Sulfide,
    };

    /// <summary>Places the curve so that a schedule reaches a density from the usual green density, and growth so that it reaches a grain size from 0.5 um.</summary>
    private static SinterKinetics Place(double activationEnergy, double temperature, double time, double density, double grain, double decomposition)
    {
        var work = Math.Log(ProcessEquations.WorkOfSintering(temperature, time, ReferenceHeatingRate, activationEnergy));
        var centre = work - (CurveWidth * Math.Log((density - ReferenceGreenDensity) / (1 - density)));
        var growth = (Math.Pow(grain, 3) - Math.Pow(0.5e-6, 3)) / time;
        return new SinterKinetics(activationEnergy, centre, growth, temperature, decomposition);
    }
}
