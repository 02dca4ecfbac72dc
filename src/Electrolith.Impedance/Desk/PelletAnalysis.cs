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
public sealed record PelletArc(string Name, double Resistance, double ResistanceError, double Capacitance, double Time, string Process, double Conductivity)
{
    /// <summary>Name of the parameter that is the resistance.</summary>
    public required string ResistanceName { get; init; }
}

/// <summary>Conductivities of a pellet from a fitted circuit.</summary>
/// <param name="Arcs">Arcs from fast to slow.</param>
/// <param name="Bulk">S/m; null when no arc is one of the bulk and no series resistance stands for it.</param>
/// <param name="GrainBoundary">Apparent, S/m; null without such an arc.</param>
/// <param name="SpecificGrainBoundary">Brick layer, S/m; null without both arcs.</param>
/// <param name="Total">Bulk and grain boundaries together, S/m; null without either.</param>
/// <param name="TotalError">Standard error with the correlation of the parts, S/m.</param>
/// <param name="Findings">What was assumed.</param>
public sealed record PelletAnalysis(
    ImmutableArray<PelletArc> Arcs, double? Bulk, double? GrainBoundary, double? SpecificGrainBoundary, double? Total, double? TotalError, ImmutableArray<string> Findings)
{
    /// <summary>Correlation of the resistances of bulk and grain boundary; null without one arc of each. Near -1 their sum is known and their parts are not.</summary>
    public double? SplitCorrelation { get; init; }

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
        var (bulk, boundary) = (Those(arcs, "bulk", findings), Those(arcs, "grain boundary", findings));
        var series = fit.Circuit.Root is SeriesNode root ? root.Parts.OfType<ElementNode>().Where(node => node.Element.Symbol == "R").Select(node => fit.Parameters[node.First]).FirstOrDefault() : null;
        var names = bulk.Concat(boundary).Select(arc => arc.ResistanceName).ToList();
        var bulkResistance = bulk.Sum(arc => arc.Resistance);
        if (bulk.IsEmpty && series is not null)
        {
            bulkResistance = series.Value;
            names.Add(series.Name);
            findings.Add($"no arc has the capacitance of a bulk: the series resistance {series.Name} stands for it, with all that cables and contacts add");
        }

        var boundaryResistance = boundary.Sum(arc => arc.Resistance);
        var total = bulkResistance + boundaryResistance;
        double? Sigma(double resistance) => resistance > 0 ? PelletEquations.Conductivity(resistance, thickness, area) : null;
        return new PelletAnalysis(
            arcs, Sigma(bulkResistance), Sigma(boundaryResistance),
            bulk.Length == 1 && boundary.Length == 1 ? PelletEquations.SpecificBoundaryConductivity(boundary[0].Conductivity, bulk[0].Capacitance, boundary[0].Capacitance) : null,
            Sigma(total), total > 0 ? PelletEquations.Conductivity(total, thickness, area) * ErrorOfSum(fit, names) / total : null, findings.ToImmutable())
        {
            SplitCorrelation = bulk.Length == 1 && boundary.Length == 1 ? Correlation(fit, bulk[0].ResistanceName, boundary[0].ResistanceName) : null,
        };
    }

    private static ImmutableArray<PelletArc> Those(ImmutableArray<PelletArc> arcs, string process, ImmutableArray<string>.Builder findings)
    {
        ImmutableArray<PelletArc> those = [.. arcs.Where(arc => arc.Process == process)];
        if (those.Length > 1)
        {
            findings.Add($"{string.Join(" and ", those.Select(arc => arc.ResistanceName))} both have the capacitance of a {process}: their sum is taken");
        }

        return those;
    }

    /// <summary>Standard error of a sum of parameters. Arcs that run into each other share a resistance that is known far better than its parts.</summary>
    private static double ErrorOfSum(FitResult fit, List<string> names)
    {
        var variance = 0.0;
        foreach (var first in names)
        {
            foreach (var second in names)
            {
                variance += (Correlation(fit, first, second) ?? 0) * (fit[first].StandardError ?? 0) * (fit[second].StandardError ?? 0);
            }
        }

        return Math.Sqrt(Math.Max(0, variance));
    }

    private static double? Correlation(FitResult fit, string first, string second)
    {
        var (row, column) = (fit.FreeNames.IndexOf(first), fit.FreeNames.IndexOf(second));
        return first == second ? 1 : row >= 0 && column >= 0 && !fit.Correlation.IsEmpty ? fit.Correlation[(row * fit.FreeNames.Length) + column] : null;
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
        ProcessClass.Of(capacitance, thickness, area), PelletEquations.Conductivity(resistance.Value, thickness, area)) { ResistanceName = resistance.Name };
}
