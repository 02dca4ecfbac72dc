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
            Quantity("temperature", QuantityKinds.Temperature, 313.15, 1373.15, "Hold temperature.", family => ParameterDefault.Assumed(Usual(family), "usual anneal of the family")),
            Quantity("time", QuantityKinds.Time, 0, 1e6, "Hold time.", family => family == "nasicon"
                ? new ParameterDefault("2 h", ValueStatus.Derived, "kononova2019", "LAGP, median of text-mined recipes, n = 38") : ParameterDefault.Assumed("2 h", "usual")),
            Quantity("furnace-efficiency", QuantityKinds.Fraction, 0.001, 1, "Heat in the product over heat supplied.", _ =>
                new ParameterDefault("5 (1..10) %", ValueStatus.Unconfirmed, "unverified", "batch kilns")),
        ],
        Refusal = family => family == "garnet" ? "garnets neither pass through a glass nor need it; use 'sinter'" : null,
        Apply = Apply,
    };

    private static Lot Apply(Lot lot, OperationValues values, Action<string, string>? warn)
    {
        var (temperature, time, efficiency) = (values.Numbers[0], values.Numbers[1], values.Numbers[2]);
        var kinetics = Kinetics(lot.Family);
        var formed = ProcessEquations.Avrami(ProcessEquations.ThermalRate(kinetics.Crystallisation, kinetics.CrystallisationTemperature, temperature, kinetics.CrystallisationEnergy) * time, Exponent);
        var decomposed = 1 - Math.Exp(-ProcessEquations.ThermalRate(kinetics.Decomposition, kinetics.DecompositionTemperature, temperature, 250e3) * time);
        var glass = lot.GlassFraction * (1 - formed);
        var good = 1 - glass - lot.SecondaryPhaseFraction;
        if (decomposed > 0.1)
        {
            warn?.Invoke("EL2103", $"over-annealed: about {decomposed * 100:F0} % of the conducting phase has turned into a poorer one");
        }

        return (lot with
        {
            GlassFraction = glass,
            SecondaryPhaseFraction = lot.SecondaryPhaseFraction + (good * decomposed),
            ResidualSolvent = lot.ResidualSolvent * Math.Exp(-time / 7200),
        }).After(ProcessEquations.FurnaceEnergy(HeatCapacity, temperature - PhysicalConstants.RoomTemperature, efficiency), time + 7200, 0.99);
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

    /// <summary>Rates in 1/s at their temperatures in K, energies in J/mol.</summary>
    private readonly record struct AnnealKinetics(
        double Crystallisation, double CrystallisationTemperature, double CrystallisationEnergy, double Decomposition, double DecompositionTemperature);

    /// <summary>
    /// Li7P3S11 forms within an hour at 260 degC, still conducts best after 360 degC and is mostly gone after an hour at 550 degC
    /// (Mizuno 2006; J. Mater. Sci. 2008, 43, 1885). Argyrodites and LGPS take hours at 550 degC.
    /// </summary>
    private static AnnealKinetics Kinetics(string family) => family switch
    {
        "glass-ceramic" or "thiophosphate-glass" => new(2.0 / 3600, 533.15, 200e3, 0.7 / 3600, 753.15),
        "thiophosphate-crystal" => new(1.0 / 3600, 523.15, 200e3, 0.7 / 3600, 773.15),
        "argyrodite" or "lgps" => new(1.0 / 3600, 773.15, 150e3, 0.1 / 3600, 873.15),
        "halide" => new(1.0 / 3600, 513.15, 120e3, 0.1 / 3600, 723.15),
        "nasicon" => new(2.0 / 3600, 893.15, 442e3, 0.01 / 3600, 1323.15),
        "polymer" or "composite" => new(0, 373.15, 100e3, 0.1 / 3600, 623.15),
        _ => new(1.0 / 3600, 873.15, 200e3, 0.01 / 3600, 1373.15),
    };
}
