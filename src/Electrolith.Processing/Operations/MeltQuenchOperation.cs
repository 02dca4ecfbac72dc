using Electrolith.Quantities;
using static Electrolith.Processing.OperationParameter;

namespace Electrolith.Processing.Operations;

/// <summary>Melting and quenching to a glass. The crystallised share goes with the fourth power of critical over actual cooling rate.</summary>
internal static class MeltQuenchOperation
{
    private const double HeatCapacity = 900;
    private const double MeltingHeat = 250e3;

    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "melt-quench",
        Summary = "Melt and quench to a glass",
        Parameters =
        [
            Quantity("temperature", QuantityKinds.Temperature, 573.15, 1873.15, "Melt temperature.", family => family == "nasicon"
                ? new ParameterDefault("1350 degC", ValueStatus.Unconfirmed, "unverified", "LAGP glass melts")
                : new ParameterDefault("900 degC", ValueStatus.Measured, "zhang2019-lpscl", "sulfide glasses are melted at 900 to 1100 degC")),
            Quantity("time", QuantityKinds.Time, 0, 1e6, "Time in the melt.", _ => ParameterDefault.Assumed("2 h", "usual")),
            Quantity("cooling-rate", QuantityKinds.HeatingRate, 1e-3, 1e7, "Cooling rate: ice water 100 to 1000 K/s, twin rollers 1e4 to 1e6 K/s.", _ =>
                new ParameterDefault("500 K/s", ValueStatus.Unconfirmed, "unverified", "ice water")),
            Quantity("furnace-efficiency", QuantityKinds.Fraction, 0.001, 1, "Heat in the product over heat supplied.", _ =>
                new ParameterDefault("5 (1..10) %", ValueStatus.Unconfirmed, "unverified", "batch kilns")),
        ],
        NeedsSolid = true,
        Card = new ModelCard([], "melts that stay whole", "temperature in the section, stress, phosphorus pentasulfide pressure, loss of sulfur",
            "critical cooling rates of 10 and 100 K/s"),
        Refusal = family => family is "thiophosphate-glass" or "glass-ceramic" or "thiophosphate-crystal" or "nasicon" ? null
            : Families.IsPolymer(family) ? "a polymer is not melted to a glass; use 'extrude' or 'cast'"
            : family is "garnet" or "perovskite" ? "it melts incongruently far above its sintering temperature; use 'sinter'"
            : "no glass of this family is made from the melt; use 'mill' and 'anneal'",
        Apply = Apply,
    };

    private static Lot Apply(Lot lot, OperationValues values, Action<string, string>? warn)
    {
        var (temperature, time, rate, efficiency) = (values.Numbers[0], values.Numbers[1], values.Numbers[2], values.Numbers[3]);
        OperationChecks.IsSolid("melt-quench", lot);
        var critical = lot.Family == "nasicon" ? 10.0 : 100.0;
        // At the critical rate one millionth crystallises, by definition.
        var crystal = 1 - Math.Exp(-1e-6 * Math.Pow(critical / rate, 4));
        if (crystal > 0.01)
        {
            warn?.Invoke("EL2104", $"{rate:G3} K/s is slower than glass formation needs: about {crystal * 100:F0} % crystallises");
        }

        var energy = ProcessEquations.FurnaceEnergy(HeatCapacity, temperature - PhysicalConstants.RoomTemperature, efficiency) + (MeltingHeat / efficiency);
        return (lot with { GlassFraction = 1 - crystal, GrainSize = 1e-6 }).After(energy, time + 7200, 0.95);
    }
}
