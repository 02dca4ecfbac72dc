using Electrolith.Processing.Kinetics;
using Electrolith.Processing.Sintering;
using Electrolith.Quantities;
using static Electrolith.Processing.OperationParameter;

namespace Electrolith.Processing.Operations;

/// <summary>
/// Sintering, pressureless or pressed: densification, grain growth and lithium loss along the firing profile as one system.
/// No activation energy of these electrolytes has been verified at three heating rates; replace the constants with a fit to your
/// own dilatometry when you have it.
/// </summary>
internal static class SinterOperation
{
    private const double HeatCapacity = 700;
    private const double CubicFloor = 0.97;

    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "sinter",
        Summary = "Fire a pressed or cast body until it is dense: pressureless, hot-pressed, by spark plasma or ultrafast",
        Parameters =
        [
            Quantity("temperature", QuantityKinds.Temperature, 473.15, 1873.15, "Hold temperature.", family => Schedule(family).Temperature) with { Limit = Melting },
            Quantity("time", QuantityKinds.Time, 0, 1e6, "Hold time.", family => Schedule(family).Time),
            Quantity("heating-rate", QuantityKinds.HeatingRate, 1e-3, 100, "Heating rate; cooling takes as long.", _ => ParameterDefault.Assumed("5 K/min", "usual")),
            Choice("cover", "What holds lithium back.", "powder-bed", "open", "crucible", "sealed"),
            Quantity("lithium-excess", QuantityKinds.Fraction, 0, 0.5, "Lithium added beyond the formula.", family =>
                Families.IsOxide(family) ? new ParameterDefault("10 %", ValueStatus.Unconfirmed, "unverified", "10 to 15 % is common for garnets") : ParameterDefault.Assumed("0 %", "no lithium loss expected")),
            Quantity("furnace-efficiency", QuantityKinds.Fraction, 0.001, 1, "Heat in the product over heat supplied.", _ =>
                new ParameterDefault("5 (1..10) %", ValueStatus.Unconfirmed, "unverified", "batch kilns")),
            Choice("gas", "Furnace gas; argon and nitrogen stay in closed pores, oxygen does not.", "air", "oxygen", "argon", "nitrogen"),
            Quantity("dew-point", QuantityKinds.Temperature, 173.15, 353.15, "Dew point of the furnace gas: moisture multiplies the loss of lithium.", _ => ParameterDefault.Assumed("7 degC", "room air, 1 kPa of water")),
            Quantity("pressure", QuantityKinds.Pressure, 0, 5e8, "Pressure on the body: 0 pressureless, tens of MPa in a hot press.", _ => ParameterDefault.Assumed("0 MPa", "pressureless")),
            Quantity("liquid-aid", QuantityKinds.MassFraction, 0, 0.3, "Li3BO3 or another aid that melts at about 715 degC.", _ => ParameterDefault.Assumed("0 wt%", "none")),
            Quantity("grain-limit", QuantityKinds.Length, 1e-8, 1, "Largest grain that particles of a second phase, such as MgO, allow."),
            Quantity("densification-energy", QuantityKinds.MolarEnergy, 1e3, 3e6, "Activation energy Q of densification of your powder, with its curve-centre from 'process fit'; without it the family's, which is assumed."),
            Quantity("curve-centre", QuantityKinds.Dimensionless, -300, 100, "ln of the work of sintering (s/K) in the middle of the master curve; moves with Q; without it the family's curve is turned about its usual schedule."),
            Quantity("curve-width", QuantityKinds.Dimensionless, 0.05, 20, "Width of the master curve in ln of the work of sintering."),
            Quantity("curve-particle-size", QuantityKinds.Length, 0, 1e-3, "Particle size of the powder that the curve was measured with; 0 when it is the one that is fired."),
        ],
        SetsDensity = true,
        NeedsSolid = true,
        Refusal = family => Families.IsPolymer(family) ? "a polymer decomposes; use 'cast', 'extrude' or 'press'"
            : Families.IsFilm(family) ? "a deposited film crystallises and cracks; use 'deposit'"
            : family is "thiophosphate-glass" ? "a glass crystallises; use 'press', or 'anneal' to make a glass-ceramic"
            : null,
        Card = new ModelCard(
            ["processing.master-curve", "processing.grain-growth-rate", "processing.lithium-vapour", "processing.lithium-flux", "processing.zirconate", "processing.trapped-gas"],
            "one powder and green density, uniform temperature, to the temperature from which the family decomposes",
            "gradients in the body, abnormal grains, cracks, warpage, electrolysis and carbon in spark plasma sintering, the path through intermediate phases",
            "Q, curve centre and width, growth constants, vapour pressures, escape factors, activity of Li2O, help of an aid, least lithium of cubic garnet"),
        Apply = Apply,
    };

    private static (double, string)? Melting(string family) => SinterKinetics.Of(family) is var kinetics
        ? (kinetics.Limit, $"{family} melts or falls apart above {kinetics.Limit - PhysicalConstants.ZeroCelsius:F0} degC") : null;

    private static Lot Apply(Lot lot, OperationValues values, Action<string, string>? warn)
    {
        var run = Run(lot, values);
        var outcome = Fire(run);
        var final = outcome.Final;
        var temperature = values.Numbers[0];
        Warn(lot, run, outcome, temperature, warn);
        var poor = lot.Family == "garnet" ? LithiumVapour.ZirconateFraction(final.Lithium, CubicFloor) : 0;
        // What melts stays between the grains and hardly conducts.
        var aid = run.LiquidAid;
        return (lot with
        {
            RelativeDensity = final.Density,
            GrainSize = final.GrainSize,
            Thickness = lot.Thickness * Math.Cbrt(lot.RelativeDensity / final.Density),
            Conversion = CalcineOperation.Conversion(lot, run.Profile),
            GlassFraction = 0,
            GlassyBoundary = 0,
            LithiumInSolid = final.Lithium,
            LithiumInVapour = lot.LithiumInVapour + (run.Lithium - final.Lithium),
            SecondaryPhaseFraction = Math.Min(1, Math.Max(lot.SecondaryPhaseFraction, poor) + aid),
        }).After(ProcessEquations.FurnaceEnergy(HeatCapacity, temperature - PhysicalConstants.RoomTemperature, values.Numbers[5]), run.Profile.Duration, 0.95);
    }

    /// <summary>The body and its firing, as the model takes it.</summary>
    /// <param name="lot">Lot before.</param>
    /// <param name="values">Parameter values.</param>
    internal static SinterRun Run(Lot lot, OperationValues values)
    {
        var numbers = values.Numbers;
        var kinetics = SinterKinetics.Of(lot.Family);
        OperationChecks.IsSolid("sinter", lot);
        if (numbers[0] > kinetics.Limit)
        {
            throw new ProcessException("sinter", Melting(lot.Family)!.Value.Item2);
        }

        var trapped = numbers[6] switch { 2 or 3 => PhysicalConstants.StandardAtmosphere, 1 => 0, _ => 0.78 * PhysicalConstants.StandardAtmosphere };
        return new SinterRun
        {
            Kinetics = Calibrated(kinetics, numbers, lot.ParticleSize),
            Profile = TemperatureProfile.Hold(numbers[0], numbers[1], numbers[2], numbers[2]),
            Atmosphere = new FiringAtmosphere(ProcessEquations.VapourPressure(numbers[7]), trapped, Escape(numbers[3])),
            GreenDensity = lot.RelativeDensity,
            GrainSize = lot.GrainSize,
            ParticleSize = lot.ParticleSize,
            Lithium = lot.LithiumInSolid + numbers[4],
            LosesLithium = Families.IsOxide(lot.Family),
            SurfacePerVolume = lot.Thickness > 0 ? 2 / lot.Thickness : 2400,
            Pressure = numbers[8],
            LiquidAid = numbers[9],
            LargestGrain = double.IsNaN(numbers[10]) ? double.PositiveInfinity : Math.Max(numbers[10], lot.GrainSize),
        };
    }

    /// <summary>Fires; constants of a curve that no powder can have are refused with the reason.</summary>
    private static SinterOutcome Fire(SinterRun run)
    {
        try
        {
            return SinterModel.Fire(run);
        }
        catch (ArithmeticException)
        {
            var kinetics = run.Kinetics;
            throw new ProcessException("sinter", FormattableString.Invariant($"with Q of {kinetics.ActivationEnergy / 1e3:G4} kJ/mol and a curve centre of {kinetics.CurveCentre:G4} the body is dense before it is warm: these constants do not belong together"));
        }
    }

    private static SinterKinetics Calibrated(SinterKinetics family, double[] numbers, double particleSize)
    {
        static double Or(double own, double otherwise) => double.IsNaN(own) ? otherwise : own;
        if (double.IsNaN(numbers[11]) && double.IsNaN(numbers[12]) && double.IsNaN(numbers[13]) && double.IsNaN(numbers[14]))
        {
            return family;
        }

        // Q without a centre turns the family's curve about its usual schedule, where the work stays what it was.
        var energy = Or(numbers[11], family.ActivationEnergy);
        var centre = Or(numbers[12], family.CurveCentre + ((family.ActivationEnergy - energy) / (PhysicalConstants.MolarGas * family.GrowthTemperature)));
        return family with
        {
            ActivationEnergy = energy, CurveCentre = centre, CurveWidth = Or(numbers[13], family.CurveWidth),
            ReferenceParticleSize = numbers[14] == 0 ? particleSize : Or(numbers[14], family.ReferenceParticleSize),
        };
    }

    private static double Escape(double cover) => cover switch
    {
        1 => FiringAtmosphere.Open,
        2 => FiringAtmosphere.Crucible,
        3 => FiringAtmosphere.Sealed,
        _ => FiringAtmosphere.PowderBed,
    };

    private static void Warn(Lot lot, SinterRun run, SinterOutcome outcome, double temperature, Action<string, string>? warn)
    {
        if (warn is null)
        {
            return;
        }

        if (temperature > run.Kinetics.Decomposition)
        {
            warn("EL2102", $"{temperature - PhysicalConstants.ZeroCelsius:F0} degC is above the {run.Kinetics.Decomposition - PhysicalConstants.ZeroCelsius:F0} degC from which {lot.Family} decomposes or grows coarse grains");
        }

        if (lot.Family == "garnet" && outcome.Final.Lithium < CubicFloor)
        {
            warn("EL2112", $"{(run.Lithium - outcome.Final.Lithium) / run.Lithium * 100:F1} % of the lithium evaporates: La2Zr2O7 forms; use mother powder, more excess, dry gas or a shorter hold");
        }

        if (outcome.Final.Density < 0.9)
        {
            warn("EL2113", $"only {outcome.Final.Density * 100:F0} % dense: pores are open; go hotter or longer, mill finer, or press");
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
}
