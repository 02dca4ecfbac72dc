using Electrolith.Quantities;
using static Electrolith.Processing.OperationParameter;

namespace Electrolith.Processing.Operations;

/// <summary>Weighing and mixing of precursors: the lot is a mixture that has still to react.</summary>
internal static class WeighOperation
{
    private const double Random = 0.005;
    private const double Start = 0.3;
    private const double MixingTime = 600;
    private const double MixingPower = 20;

    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "weigh",
        Summary = "Weigh precursors and mix them: purity, loss on ignition, lithium excess",
        Parameters =
        [
            Quantity("lithium-excess", QuantityKinds.Fraction, 0, 0.5, "Lithium weighed beyond the formula.", _ => ParameterDefault.Assumed("0 %", "give the excess here or at 'sinter', not at both")),
            Quantity("purity", QuantityKinds.Fraction, 0.5, 1, "Purity of the lithium source by its certificate.", _ => ParameterDefault.Assumed("99 (98.5..99.5) %", "usual grade")),
            Quantity("loss-on-ignition", QuantityKinds.Fraction, 0, 0.3, "Water and CO2 that the other oxides took up; La2O3 takes up several percent.", _ => ParameterDefault.Assumed("0 %", "dried before weighing")),
            Quantity("mixing-time", QuantityKinds.Time, 0, 1e6, "Time of mixing.", _ => ParameterDefault.Assumed("2 h", "usual")),
        ],
        NeedsSolid = true,
        Refusal = family => Families.IsFilm(family) ? "a film comes from a target; use 'deposit'" : Families.IsPolymer(family) ? "use 'dissolve' or 'blend'" : null,
        Card = new ModelCard(
            ["processing.corrected-mass", "processing.segregation"], "powders that do not react while they are mixed", "agglomerates, losses on walls, errors of the balance",
            "segregation before and after long mixing, and the time between"),
        Apply = Apply,
    };

    private static Lot Apply(Lot lot, OperationValues values, Action<string, string>? warn)
    {
        var (excess, purity, ignition, time) = (values.Numbers[0], values.Numbers[1], values.Numbers[2], values.Numbers[3]);
        OperationChecks.IsSolid("weigh", lot);
        var lithium = ProcessEquations.CorrectedMass(1, purity, 0);
        var other = ProcessEquations.CorrectedMass(1, 1, ignition);
        if (Math.Abs((lithium / other) - 1) > 0.005)
        {
            warn?.Invoke("EL2120", $"weigh the lithium source {(lithium - 1) * 100:F1} % and the oxides {(other - 1) * 100:F1} % heavier than the formula says; without that the lithium share is {((other / lithium) - 1) * 100:+0.0;-0.0} % off");
        }

        return (lot with
        {
            LithiumInSolid = lot.LithiumInSolid + excess,
            Conversion = 0,
            Segregation = Math.Sqrt(ProcessEquations.Segregation(Start * Start, Random * Random, time / MixingTime)),
        }).After(MixingPower * time, time + 1800, 0.99);
    }
}
