using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using Electrolith.Cells.Dynamics;
using Electrolith.Cli.Commands.Cell;
using Electrolith.Quantities;

namespace Electrolith.Cli.Output.Cell;

/// <summary>Tables of the verbs on cell files.</summary>
internal static class CellText
{
    /// <summary>A simulation: its steps, its points and its audit.</summary>
    public static void Simulation(TextWriter output, CellParameters cell, string model, CellRun run)
    {
        Head(output, cell, model);
        var steps = new TextTable("step", ">min", ">mAh/cm2", ">mWh/cm2", "ended because");
        foreach (var step in run.Steps.Take(20))
        {
            steps.Add(step.Text, $"{step.Duration / 60:F1}", $"{step.Charge / 36000:F4}", $"{step.Energy / 36000:F4}", step.Reason);
        }

        output.Write(steps);
        if (run.Steps.Length > 20)
        {
            output.WriteLine($"... and {run.Steps.Length - 20} more steps (--json has all)");
        }

        output.WriteLine();
        var points = new TextTable(">min", ">mAh/cm2", ">mA/cm2", ">V", ">open circuit V", ">cathode filling");
        foreach (var sample in Thinned(run.Samples, 12))
        {
            points.Add($"{sample.Time / 60:F2}", $"{sample.Charge / 36000:F4}", $"{sample.Current / 10:F3}", $"{sample.Voltage:F4}", $"{sample.Parts.OpenCircuit:F4}", $"{sample.Stoichiometry:F4}");
        }

        output.Write(points);
        output.WriteLine();
        Audit(output, run.Audit);
        output.WriteLine($"solver: {run.SolverSteps} time steps, {run.Rejections} rejected, {run.Iterations} Newton iterations");
    }

    /// <summary>How far the result depends on mesh and tolerance; nothing for null.</summary>
    public static void Convergence(TextWriter output, ConvergenceReport? report)
    {
        if (report is null)
        {
            return;
        }

        output.WriteLine();
        var table = new TextTable("first step", ">cells", ">shells", ">tolerance, mV", ">mAh/cm2", ">largest change, mV");
        foreach (var run in report.Runs)
        {
            table.Add(run.What, $"{run.Cells}", $"{run.Shells}", QuantityPrinter.Number(run.Tolerance * 1e3, 3), $"{run.Charge / 36000:F5}", run.LargestChange == 0 ? "-" : QuantityPrinter.Number(run.LargestChange * 1e3, 3));
        }

        output.Write(table);
        output.WriteLine($"estimated error of the voltage {QuantityPrinter.Number(report.Error * 1e3, 2)} mV{(report.Order is { } order ? $"; observed order in space {order:F1}" : "")}");
    }

    /// <summary>A differential capacity as comma-separated columns.</summary>
    public static string DifferentialColumns(ImmutableArray<DifferentialCapacityPoint> points) =>
        "step,voltage_V,dQ_dV_mAh_cm2_V\n" + string.Concat(points.Select(point => $"{point.Step},{QuantityPrinter.Number(point.Voltage, 10)},{QuantityPrinter.Number(point.Value / 36000, 10)}\n"));

    /// <summary>The samples as comma-separated columns.</summary>
    public static string Columns(CellRun run)
    {
        var text = new StringBuilder("time_s,step,current_mA_cm2,voltage_V,charge_mAh_cm2,energy_mWh_cm2,temperature_degC,cathode_stoichiometry,open_circuit_V");
        foreach (var name in VoltageParts.LossNames)
        {
            text.Append(',').Append(name.Replace('-', '_')).Append("_V");
        }

        text.Append('\n');
        foreach (var sample in run.Samples)
        {
            double[] values =
            [
                sample.Time, sample.Step, sample.Current / 10, sample.Voltage, sample.Charge / 36000, sample.Energy / 36000,
                sample.Temperature - PhysicalConstants.ZeroCelsius, sample.Stoichiometry, sample.Parts.OpenCircuit, .. Enumerable.Range(0, VoltageParts.LossCount).Select(sample.Parts.Loss),
            ];
            text.AppendJoin(',', values.Select(value => QuantityPrinter.Number(value, 10))).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Discharges over the rate.</summary>
    public static void Rates(TextWriter output, CellParameters cell, string model, List<RatePoint> points, bool isRagone)
    {
        Head(output, cell, model);
        var table = isRagone
            ? new TextTable("rate", ">mWh/cm2", ">mW/cm2", ">min", "ended because")
            : new TextTable("rate", ">mAh/cm2", ">of slowest", ">mWh/cm2", ">mean V", "ended because");
        foreach (var point in points)
        {
            var rate = QuantityPrinter.Format(point.Rate / 3600, QuantityKinds.ChargeRate);
            if (isRagone)
            {
                table.Add(rate, $"{point.Energy / 36000:F3}", $"{point.Power / 10:F3}", $"{point.Duration / 60:F1}", point.Reason);
            }
            else
            {
                table.Add(rate, $"{point.Capacity / 36000:F3}", points[0].Capacity > 0 ? $"{point.Capacity / points[0].Capacity * 100:F1} %" : "-", $"{point.Energy / 36000:F3}", $"{point.Voltage:F4}", point.Reason);
            }
        }

        output.Write(table);
        output.WriteLine();
        if (points.Exists(point => point.ChargeTime is not null))
        {
            var charge = new TextTable("charge at", ">10 to 80 % in min");
            points.ForEach(point => charge.Add(QuantityPrinter.Format(point.Rate / 3600, QuantityKinds.ChargeRate), point.ChargeTime is { } time ? $"{time / 60:F1}" : "not reached"));
            output.Write(charge);
            output.WriteLine();
        }

        Audit(output, new ConservationAudit(points.Max(point => point.Audit.ChargeResidual), points.Max(point => point.Audit.LithiumResidual), points.Max(point => point.Audit.ThroughputResidual)));
    }

    /// <summary>What limits.</summary>
    public static void Limits(TextWriter output, CellParameters cell, string model, LimitReport limits)
    {
        Head(output, cell, model);
        output.WriteParagraph($"At {QuantityPrinter.Format(limits.Rate / 3600, QuantityKinds.ChargeRate)} the cell delivers {limits.Capacity / 36000:F3} mAh/cm2 and {limits.Energy / 36000:F3} mWh/cm2: {limits.Utilisation * 100:F1} % of the cathode's window.");
        output.WriteLine();
        var lost = limits.OpenCircuit - limits.Voltage;
        var losses = new TextTable("mean over the discharge", ">mV", ">share of loss");
        losses.Add("open-circuit voltage", $"{limits.OpenCircuit * 1e3:F1}", "");
        foreach (var index in Enumerable.Range(0, limits.Losses.Length).OrderByDescending(index => limits.Losses[index]))
        {
            losses.Add($"- {VoltageParts.LossNames[index].Replace('-', ' ')}", $"{limits.Losses[index] * 1e3:F1}", lost > 0 ? $"{limits.Losses[index] / lost * 100:F1} %" : "-");
        }

        losses.Add("= voltage", $"{limits.Voltage * 1e3:F1}", "");
        output.Write(losses);
        output.WriteLine();
        var levers = new TextTable("one lever at a time", ">mAh/cm2", ">mWh/cm2", ">energy");
        foreach (var lever in limits.Levers)
        {
            levers.Add(lever.Name, $"{lever.Capacity / 36000:F3}", $"{lever.Energy / 36000:F3}", limits.Energy > 0 ? $"{((lever.Energy / limits.Energy) - 1) * 100:+0.00;-0.00;0.00} %" : "-");
        }

        output.Write(levers);
    }

    /// <summary>An impedance spectrum.</summary>
    public static void Impedance(TextWriter output, CellParameters cell, string model, double[] frequencies, ImmutableArray<Complex> spectrum)
    {
        Head(output, cell, model);
        var table = new TextTable(">Hz", ">real ohm cm2", ">imaginary ohm cm2", ">phase deg");
        for (var index = 0; index < frequencies.Length; index++)
        {
            var z = spectrum[index];
            table.Add($"{frequencies[index]:G4}", $"{z.Real * 1e4:F4}", $"{z.Imaginary * 1e4:F4}", $"{z.Phase * 180 / Math.PI:F2}");
        }

        output.Write(table);
    }

    /// <summary>Cycles.</summary>
    public static void Cycles(TextWriter output, CellParameters cell, string model, ImmutableArray<CycleResult> cycles)
    {
        Head(output, cell, model);
        var table = new TextTable(">cycle", ">days", ">mAh/cm2", ">retention", ">energy eff.", ">contact", ">film ohm cm2", ">Li lost mAh/cm2");
        foreach (var cycle in Thinned(cycles, 20))
        {
            table.Add(
                $"{cycle.Cycle}", $"{cycle.Time / 86400:F1}", $"{cycle.Capacity / 36000:F4}", $"{cycle.Capacity / cycles[0].Capacity * 100:F2} %", $"{cycle.EnergyEfficiency * 100:F2} %",
                $"{cycle.Contact * 100:F1} %", $"{cycle.Film * 1e4:F2}", $"{cycle.LithiumLost / 36000:F3}");
        }

        output.Write(table);
        output.WriteLine();
        output.WriteLine($"{cycles.Length} of {cycles[^1].Cycle} cycles were computed" + (cycles.Length < cycles[^1].Cycle ? "; the others change the capacity by less than 0.1 % between them" : ""));
    }

    private static void Head(TextWriter output, CellParameters cell, string model)
    {
        output.WriteLine($"{cell.Name} ({(model == "spm" ? "single particle per electrode" : "depth of the electrodes resolved")})");
        output.WriteLine();
    }

    private static void Audit(TextWriter output, ConservationAudit audit) =>
        output.WriteLine($"audit: charge {audit.ChargeResidual:0.0e+0}, lithium {audit.LithiumResidual:0.0e+0}, throughput {audit.ThroughputResidual:0.0e+0} (relative)");

    private static IEnumerable<T> Thinned<T>(ImmutableArray<T> items, int most)
    {
        var count = Math.Min(items.Length, most);
        for (var index = 0; index < count; index++)
        {
            yield return items[count == 1 ? 0 : (int)((long)index * (items.Length - 1) / (count - 1))];
        }
    }
}
