using System.Globalization;
using Electrolith.Routes.Compiling;
using Electrolith.Routes.Pipeline;

namespace Electrolith.Routes.Stability;

/// <summary>What the computed contacts mean for a route, in sentences.</summary>
internal static class StabilityVerdicts
{
    /// <summary>Screenings of coatings accept reactions down to here, eV/atom (<c>xiao2019</c>).</summary>
    private const double ReactiveBelow = -0.1;

    /// <summary>Driving forces weaker than this cannot be told from none, eV/atom: the error of computed reaction energies (assumed).</summary>
    private const double WithinError = -0.025;

    /// <summary>Adds the warnings of the anode, the cathode and the coating.</summary>
    /// <param name="stability">Computed contacts.</param>
    /// <param name="route">The route.</param>
    /// <param name="cathodePotential">Average potential of the cathode, V.</param>
    /// <param name="warnings">Receives one sentence each.</param>
    public static void Add(RouteStability stability, CompiledRoute route, double cathodePotential, List<RouteWarning> warnings)
    {
        if (stability.Anode is { IsStable: false } anode)
        {
            warnings.Add(Design(Anode(anode, stability)));
        }

        var inner = route.Cathode.Catholyte?.Material ?? route.Separator.Electrolyte.Material;
        var window = stability.Windows.FirstOrDefault(item => ReferenceEquals(item.Material, inner));
        if (window?.Oxidation < cathodePotential && route.Cathode.Coating is null)
        {
            warnings.Add(Design($"{inner.Id} oxidises above {window.Oxidation:F2} V ({Beside(window, "oxidation-limit")}), the cathode works at {cathodePotential:F2} V and has no coating: {window.OxidationReaction}"));
        }

        var coating = stability.Windows.FirstOrDefault(item => ReferenceEquals(item.Material, route.Cathode.Coating));
        if (coating?.Oxidation < cathodePotential)
        {
            warnings.Add(Design($"the coating {coating.Material.Id} oxidises above {coating.Oxidation:F2} V ({Beside(coating, "oxidation-limit")}), the cathode works at {cathodePotential:F2} V"));
        }

        foreach (var pair in stability.Interfaces.Where(pair => pair.Energy < ReactiveBelow && pair.Place != "anode"))
        {
            var library = pair.Library is { } value ? $"; the library has {value.PrintedValue} {value.PrintedUnit}, {value.SourceKey}" : "";
            warnings.Add(Design($"{pair.First.Id} reacts with {pair.Partner}: {Milli(pair.Energy)} meV/atom, beyond the -100 meV/atom that screenings accept (computed at 0 K{library}): {pair.Reaction}"));
        }
    }

    private static string Anode(AnodeContactFinding anode, RouteStability stability)
    {
        var window = stability.Windows.FirstOrDefault(item => ReferenceEquals(item.Material, anode.Electrolyte));
        var limit = window?.Reduction is { } volt ? $" (below {volt:F2} V, {Beside(window, "reduction-limit")})" : "";
        var kinetics = anode.Energy > WithinError ? "the driving force is within the error of the energies, so it may never be seen"
            : anode.Conducting.Length > 0 ? $"{string.Join(" and ", anode.Conducting)} conduct{(anode.Conducting.Length == 1 ? "s" : "")} electrons, so the reaction does not stop itself"
            : "no product is a metal, so the layer slows its own growth";
        return $"{anode.Electrolyte.Id} is reduced by {anode.Anode.Id} at {anode.Potential:F2} V{limit}: {anode.Reaction}, {Milli(anode.Energy)} meV/atom; {kinetics}";
    }

    /// <summary>The window is thermodynamic; what the library measured stands beside it.</summary>
    private static string Beside(ComputedWindow window, string property) => window.Library(property) switch
    {
        { Kind: "practical" } value => $"computed at 0 K; in practice {value.PrintedValue} {value.PrintedUnit}, {value.SourceKey}: slow and passivating reactions widen it",
        _ => "computed at 0 K; slow and passivating reactions widen it",
    };

    private static RouteWarning Design(string text) => new(WarningKind.Design, text);

    private static string Milli(double energy) => (1e3 * energy).ToString("F0", CultureInfo.InvariantCulture);
}
