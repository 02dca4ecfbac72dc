using Electrolith.Processing.Kinetics;
using Electrolith.Processing.Sintering;
using Electrolith.Quantities;
using static Electrolith.Processing.OperationParameter;

namespace Electrolith.Processing.Operations;

/// <summary>Annealing: a glass or a milled powder becomes the conducting crystal, and with too much heat that one decomposes.</summary>
internal static class AnnealOperation
{
    private const double HeatCapacity = 900;
    private const double Exponent = 1.7;

    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "anneal",
        Summary = "Heat a glass, a milled powder or a layer below its melting point",
        Parameters =
        [
            Quantity("temperature", QuantityKinds.Temperature, 313.15, 1373.15, "Hold temperature.", family => ParameterDefault.Assumed(Usual(family), "usual anneal of the family")) with { Limit = Melting },
            Quantity("time", QuantityKinds.Time, 0, 1e6, "Hold time.", family => family == "nasicon"
                ? new ParameterDefault("2 h", ValueStatus.Derived, "kononova2019", "LAGP, median of text-mined recipes, n = 38") : ParameterDefault.Assumed("2 h", "usual")),
            Quantity("furnace-efficiency", QuantityKinds.Fraction, 0.001, 1, "Heat in the product over heat supplied.", _ =>
                new ParameterDefault("5 (1..10) %", ValueStatus.Unconfirmed, "unverified", "batch kilns")),
            Quantity("heating-rate", QuantityKinds.HeatingRate, 1e-3, 100, "Heating rate; cooling takes as long.", _ => ParameterDefault.Assumed("5 K/min", "usual")),
        ],
        Card = new ModelCard(
            ["processing.jmak-rate"],
            "uniform temperature, a glass or a milled powder that crystallises, and the phase that forms from the crystal with too much heat",
            "loss of sulfur and gas, partial melting, cracks, nucleation apart from growth",
            "rates and energies of every family but the crystallisation energy of LAGP"),
        NeedsSolid = true,
        Refusal = family => family == "garnet" ? "garnets neither pass through a glass nor need it; use 'sinter'" : null,
        Apply = Apply,
    };

    private static Lot Apply(Lot lot, OperationValues values, Action<string, string>? warn)
    {
        var (temperature, time, efficiency, rate) = (values.Numbers[0], values.Numbers[1], values.Numbers[2], values.Numbers[3]);
        OperationChecks.IsSolid("anneal", lot);
        if (Melting(lot.Family) is { } melting && temperature > melting.Item1)
        {
            throw new ProcessException("anneal", melting.Item2);
        }

        var profile = TemperatureProfile.Hold(temperature, time, rate, rate);
        var (first, second) = Kinetics(lot.Family);
        var start = new PhaseShares(lot.GlassFraction, 1 - Math.Min(1, lot.GlassFraction + lot.SecondaryPhaseFraction), Math.Min(lot.SecondaryPhaseFraction, 1 - lot.GlassFraction));
        var phases = SequentialTransformation.Run(first, second, profile, start);
        Warn(lot, start, phases, warn);
        // A glass left at the boundaries by cold sintering crystallises above 600 degC (assumed; one published pair at 900 degC).
        var boundary = lot.GlassyBoundary * (1 - SequentialTransformation.Fraction(BoundaryGlass, profile));
        var drying = SequentialTransformation.RateTime(Drying, profile);
        return (lot with
        {
            GlassFraction = phases.Glass,
            SecondaryPhaseFraction = phases.Stable,
            GlassyBoundary = boundary,
            ResidualSolvent = lot.ResidualSolvent * Math.Exp(-drying),
        }).After(ProcessEquations.FurnaceEnergy(HeatCapacity, temperature - PhysicalConstants.RoomTemperature, efficiency), profile.Duration, 0.99);
    }

    private static (double, string)? Melting(string family) => Families.IsPolymer(family)
        ? (673.15, "polymer electrolytes burn or fall apart above 400 degC")
        : Families.IsFilm(family) ? null : (SinterKinetics.Of(family).Limit, $"{family} melts or falls apart above {SinterKinetics.Of(family).Limit - PhysicalConstants.ZeroCelsius:F0} degC");

    private static void Warn(Lot lot, in PhaseShares before, in PhaseShares after, Action<string, string>? warn)
    {
        if (after.Stable - before.Stable > 0.1)
        {
            warn?.Invoke("EL2103", $"over-annealed: about {(after.Stable - before.Stable) * 100:F0} % of the conducting phase has turned into a poorer one");
        }

        if (before.Glass < 0.01 && lot.Family is "glass-ceramic")
        {
            warn?.Invoke("EL2114", "there is no glass to crystallise: this anneal can only decompose what is there; mill or quench to a glass first");
        }
        else if (after.Glass > 0.1)
        {
            warn?.Invoke("EL2115", $"{after.Glass * 100:F0} % is still glass: go hotter or longer");
        }
    }

    private static string Usual(string family) => family switch
    {
        "glass-ceramic" => "280 degC",
        "argyrodite" or "lgps" => "550 degC",
        "thiophosphate-glass" => "150 degC",
        "thiophosphate-crystal" => "250 degC",
        "halide" => "260 degC",
        "nasicon" => "700 degC",
        "perovskite" => "900 degC",
        "lipon" => "200 degC",
        _ => "80 degC",
    };

    /// <summary>Solvent leaves with a time constant of 2 h at 100 degC (assumed).</summary>
    private static readonly TransformationKinetics Drying = new(1 / 7200.0, 373.15, 40e3, 1);

    private static readonly TransformationKinetics BoundaryGlass = new(2.0 / 3600, 923.15, 250e3, 1);

    /// <summary>
    /// Li7P3S11 forms within an hour at 260 degC, still conducts best after 360 degC and is mostly gone after an hour at 550 degC
    /// (Mizuno 2006; J. Mater. Sci. 2008, 43, 1885). Argyrodites and LGPS take hours at 550 degC.
    /// </summary>
    private static (TransformationKinetics Crystallisation, TransformationKinetics Decomposition) Kinetics(string family) => family switch
    {
        "glass-ceramic" or "thiophosphate-glass" => Pair(2.0, 533.15, 200e3, 0.7, 753.15),
        "thiophosphate-crystal" => Pair(1.0, 523.15, 200e3, 0.7, 773.15),
        "argyrodite" or "lgps" => Pair(1.0, 773.15, 150e3, 0.1, 873.15),
        "halide" => Pair(1.0, 513.15, 120e3, 0.1, 723.15),
        "nasicon" => Pair(2.0, 893.15, 442e3, 0.01, 1323.15),
        "polymer" or "composite" => Pair(0, 373.15, 100e3, 0.1, 623.15),
        _ => Pair(1.0, 873.15, 200e3, 0.01, 1373.15),
    };

    /// <summary>Rates in 1/h at their temperatures in K, energy in J/mol.</summary>
    private static (TransformationKinetics Crystallisation, TransformationKinetics Decomposition) Pair(double first, double firstAt, double energy, double second, double secondAt) =>
        (new(first / 3600, firstAt, energy, Exponent), new(second / 3600, secondAt, 250e3, 1));
}
