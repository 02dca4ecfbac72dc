using Electrolith.Quantities;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Cli.Output;

/// <summary>Values with intervals as text.</summary>
internal static class Interval
{
    /// <summary>For example <c>372 (340 .. 398) Wh/kg</c>; without the interval when there is none.</summary>
    /// <param name="summary">SI values.</param>
    /// <param name="kind">Kind of quantity.</param>
    public static string Text(MetricSummary summary, QuantityKind kind)
    {
        if (!double.IsFinite(summary.Value))
        {
            return "not limited";
        }

        if (summary.P05 == summary.P95)
        {
            return QuantityPrinter.Format(summary.Value, kind);
        }

        return $"{Number(summary.Value, kind)} ({Number(summary.P05, kind)} .. {Number(summary.P95, kind)}) {kind.DisplayUnit}".TrimEnd();
    }

    /// <summary>The three numbers and the unit, for tables.</summary>
    /// <param name="summary">SI values.</param>
    /// <param name="kind">Kind of quantity.</param>
    public static string[] Cells(MetricSummary summary, QuantityKind kind) => double.IsFinite(summary.Value)
        ? [Number(summary.Value, kind), summary.P05 == summary.P95 ? "" : Number(summary.P05, kind), summary.P05 == summary.P95 ? "" : Number(summary.P95, kind), kind.DisplayUnit]
        : ["-", "", "", ""];

    /// <summary>A number in the unit of tables.</summary>
    /// <param name="si">SI value.</param>
    /// <param name="kind">Kind of quantity.</param>
    public static string Number(double si, QuantityKind kind) =>
        double.IsFinite(si) ? QuantityPrinter.Number(QuantityPrinter.ToDisplay(si, kind)) : "-";
}
