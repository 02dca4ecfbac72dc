using System.Globalization;
using Electrolith.Routes.Figures.Stability;
using Electrolith.Routes.Html;
using Electrolith.Routes.Stability;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Routes.Reporting;

/// <summary>Computed windows and reactions of a route in its report.</summary>
internal static class StabilitySection
{
    /// <summary>Adds figure and table; nothing when nothing was computed.</summary>
    /// <param name="section">Section of the route.</param>
    /// <param name="route">Evaluated route.</param>
    public static void Add(HtmlSection section, RouteAssessment route)
    {
        var stability = route.Stability;
        if (!stability.Windows.IsEmpty)
        {
            var (cathode, anode) = (route.Route.Cathode, route.Route.Anode);
            var draw = route.Route.NominalDraw();
            section.Drawing(
                WindowFigure.Draw(
                    "Windows at 0 K and the potentials of the electrodes", [.. stability.Windows.Select(window => new WindowBar($"{window.Place} {window.Material.Id}", window.Reduction, window.Oxidation))],
                    [new ElectrodeLine(anode.Material.Id, draw[anode.Potential]), new ElectrodeLine(cathode.Active.Id, draw[cathode.Potential])]),
                "Between its two limits a material neither takes up nor gives off lithium. The windows are thermodynamic: slow and passivating reactions widen what is measured.");
        }

        if (!stability.Interfaces.IsEmpty)
        {
            section.Details("Reactions where two materials touch, computed at 0 K", inner => inner.Table(Reactions(stability)));
        }
    }

    private static HtmlTable Reactions(RouteStability stability) => new()
    {
        Caption = "Strongest reaction of each pair, both at the energy of the hull; beside it what the library holds.",
        Columns = [new("where"), new("pair"), new("meV/atom", true), new("library"), new("reaction")],
        Rows =
        [
            .. stability.Interfaces.Select(pair => (IReadOnlyList<HtmlCell>)
            [
                pair.Place, $"{pair.First.Id} | {pair.Partner}", (Math.Abs(pair.Energy) < 5e-4 ? 0 : 1e3 * pair.Energy).ToString("F0", CultureInfo.InvariantCulture),
                pair.Library is { } value ? $"{value.PrintedValue} {value.PrintedUnit} ({value.SourceKey})" : "", pair.Reaction.Length > 0 ? pair.Reaction : "none",
            ]),
        ],
    };
}
