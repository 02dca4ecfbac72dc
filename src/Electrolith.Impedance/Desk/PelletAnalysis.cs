using System.Collections.Immutable;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Fitting;

namespace Electrolith.Impedance.Desk;

/// <summary>An arc of a fitted circuit as a process of a pellet.</summary>
/// <param name="Name">Elements of the arc.</param>
/// <param name="Resistance">ohm.</param>
/// <param name="ResistanceError">Standard error, ohm.</param>
/// <param name="Capacitance">Effective capacitance, F.</param>
/// <param name="Time">R C, s.</param>
/// <param name="Process">What the capacitance points to.</param>
/// <param name="Conductivity">L/(A R), S/m.</param>
public sealed record PelletArc(string Name, double Resistance, double ResistanceError, double Capacitance, double Time, string Process, double Conductivity);

/// <summary>Conductivities of a pellet from a fitted circuit.</summary>
/// <param name="Arcs">Arcs from fast to slow.</param>
/// <param name="Bulk">S/m; null when no arc is one of the bulk and no series resistance stands for it.</param>
/// <param name="GrainBoundary">Apparent, S/m; null without such an arc.</param>
/// <param name="SpecificGrainBoundary">Brick layer, S/m; null without both arcs.</param>
/// <param name="Total">Bulk and grain boundaries together, S/m; null without either.</param>
/// <param name="TotalError">Standard error, S/m.</param>
/// <param name="Findings">What was assumed.</param>
public sealed record PelletAnalysis(
    ImmutableArray<PelletArc> Arcs, double? Bulk, double? GrainBoundary, double? SpecificGrainBoundary, double? Total, double? TotalError, ImmutableArray<string> Findings)
{
    /// <summary>Analyses a fit.</summary>
    /// <param name="fit">A fit whose arcs are R beside C or CPE, or ZARC or K elements.</param>
    /// <param name="thickness">m.</param>
    /// <param name="area">m².</param>
    /// <exception cref="ArgumentOutOfRangeException">Thickness or area is not above zero.</exception>
    public static PelletAnalysis Of(FitResult fit, double thickness, double area)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(thickness);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(area);
        ImmutableArray<PelletArc> arcs = [.. Find(fit, fit.Circuit.Root, thickness, area).OrderBy(arc => arc.Time)];
        var findings = ImmutableArray.CreateBuilder<string>();
        var bulk = arcs.FirstOrDefault(arc => arc.Process == "bulk");
        var boundary = arcs.FirstOrDefault(arc => arc.Process == "grain boundary");
        var series = fit.Circuit.Root is SeriesNode root ? root.Parts.OfType<ElementNode>().Where(node => node.Element.Symbol == "R").Select(node => fit.Parameters[node.First]).FirstOrDefault() : null;
        var (bulkResistance, bulkError) = bulk is not null ? (bulk.Resistance, bulk.ResistanceError) : series is not null ? (series.Value, series.StandardError ?? 0) : (0.0, 0.0);
        if (bulk is null && series is not null)
        {
            findings.Add($"no arc has the capacitance of a bulk: the series resistance {series.Name} stands for it, with all that cables and contacts add");
        }

        var total = bulkResistance + (boundary?.Resistance ?? 0);
        var error = Math.Sqrt((bulkError * bulkError) + ((boundary?.ResistanceError ?? 0) * (boundary?.ResistanceError ?? 0)));
        double? Sigma(double resistance) => resistance > 0 ? PelletEquations.Conductivity(resistance, thickness, area) : null;
        var apparent = boundary is null ? null : Sigma(boundary.Resistance);
        return new PelletAnalysis(
            arcs, Sigma(bulkResistance), apparent,
            bulk is not null && boundary is not null ? PelletEquations.SpecificBoundaryConductivity(apparent!.Value, bulk.Capacitance, boundary.Capacitance) : null,
            Sigma(total), total > 0 ? PelletEquations.Conductivity(total, thickness, area) * error / total : null, findings.ToImmutable());
    }

    private static IEnumerable<PelletArc> Find(FitResult fit, CircuitNode node, double thickness, double area)
    {
        switch (node)
        {
            case SeriesNode series:
                return series.Parts.SelectMany(part => Find(fit, part, thickness, area));
            case ElementNode { Element.Symbol: "ZARC" or "K" } relaxing:
                var (r, tau) = (fit.Parameters[relaxing.First], fit.Parameters[relaxing.First + 1]);
                return [Arc(relaxing.Name, r, tau.Value / r.Value, thickness, area)];
            case ParallelNode parallel:
                var leaves = parallel.Parts.OfType<ElementNode>().ToList();
                var resistor = leaves.FirstOrDefault(leaf => leaf.Element.Symbol == "R");
                var storage = leaves.FirstOrDefault(leaf => leaf.Element.Symbol is "C" or "CPE" or "Q");
                if (resistor is null || storage is null)
                {
                    return parallel.Parts.SelectMany(part => Find(fit, part, thickness, area));
                }

                var resistance = fit.Parameters[resistor.First];
                var capacitance = storage.Element.Symbol == "C" ? fit.Parameters[storage.First].Value
                    : PelletEquations.EffectiveCapacitance(resistance.Value, fit.Parameters[storage.First].Value, fit.Parameters[storage.First + 1].Value);
                return [Arc($"{resistor.Name}, {storage.Name}", resistance, capacitance, thickness, area)];
            default:
                return [];
        }
    }

    private static PelletArc Arc(string name, FittedParameter resistance, double capacitance, double thickness, double area) => new(
        name, resistance.Value, resistance.StandardError ?? 0, capacitance, resistance.Value * capacitance,
        ProcessClass.Of(capacitance, thickness, area), PelletEquations.Conductivity(resistance.Value, thickness, area));
}
