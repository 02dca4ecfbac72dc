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
        Heat(output, run);
        Contact(output, cell, run);
        Audit(output, run.Audit);
        output.WriteLine($"solver: {run.SolverSteps} time steps, {run.Rejections} rejected, {run.Iterations} Newton iterations");
    }

    private static void Heat(TextWriter output, CellRun run)
    {
        if (run.Samples.IsEmpty)
        {
            return;
        }

        var heat = run.Samples[^1].Heat;
        string Part(double value) => $"{value / 36000:F4}";
        output.WriteParagraph($"heat: {Part(heat.Total)} mWh/cm2 = reaction {Part(heat.Reaction)} + ohmic {Part(heat.Ohmic)} + concentration differences {Part(heat.Mixing)} + reversible {Part(heat.Reversible)}", "");
        if (run.Samples.Max(sample => sample.Temperature) - run.Samples.Min(sample => sample.Temperature) > 0.01)
        {
            output.WriteLine($"temperature: {run.Samples.Min(sample => sample.Temperature) - PhysicalConstants.ZeroCelsius:F2} to {run.Samples.Max(sample => sample.Temperature) - PhysicalConstants.ZeroCelsius:F2} degC");
        }
    }

    /// <summary>What voids leave of the contact of the lithium.</summary>
    private static void Contact(TextWriter output, CellParameters cell, CellRun run)
    {
        if (cell.Anode?.Voids is not { } voids || run.Samples.IsEmpty)
        {
            return;
        }

        output.WriteParagraph($"contact of the lithium: {run.Samples[0].AnodeContact * 100:F1} % at the start, {run.Samples.Min(sample => sample.AnodeContact) * 100:F1} % at the least, {run.Samples[^1].AnodeContact * 100:F1} % at the end", "");
        output.WriteParagraph($"voids at {voids.Pressure / 1e6:0.##} MPa open above {voids.Supply / 10:G3} mA/cm2, creep closes them at up to {voids.VoidCharge * voids.ClosureRate / 10:G3} mA/cm2: no contact lasts above {voids.CriticalCurrent / 10:G3} mA/cm2", "");
    }

    /// <summary>Profiles through the depth, as a table of a few places each.</summary>
    public static void Profiles(TextWriter output, CellRun run, IReadOnlyList<double> asked)
    {
        if (asked.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("through the depth; reaction over its mean, fillings at the surface and mean");
        var hasSalt = run.Profiles.Any(profile => profile.Points[0].Salt is not null);
        foreach (var profile in run.Profiles)
        {
            output.WriteLine($"at {ProfileFigures.Label(profile)}: {profile.Voltage:F4} V, {profile.Current / 10:F3} mA/cm2");
            var table = new TextTable(["region", ">um", ">ionic V", ">solid V", ">reaction", ">surface", ">mean", .. hasSalt ? [">salt mol/m3"] : Array.Empty<string>()]);
            foreach (var region in profile.Points.GroupBy(point => point.Region))
            {
                foreach (var point in Thinned([.. region], region.Key == CellRegion.Separator ? 2 : 5))
                {
                    var first = point.Particles.IsEmpty ? null : point.Particles[0];
                    table.Add([
                        region.Key.ToString().ToLowerInvariant(), $"{point.Depth * 1e6:F2}", $"{point.ElectrolytePotential:F4}", point.SolidPotential is { } solid ? $"{solid:F4}" : "",
                        point.RelativeReaction is { } relative ? $"{relative:F3}" : "", first is null ? "" : $"{first.Surface:F4}", first is null ? "" : $"{first.Mean:F4}", .. hasSalt ? [$"{point.Salt:F1}"] : Array.Empty<string>(),
                    ]);
                }
            }

            output.Write(table);
        }

        foreach (var late in asked.Skip(run.Profiles.Length))
        {
            output.WriteLine($"no profile at {late / 60:0.##} min: the run ended at {(run.Samples.IsEmpty ? 0 : run.Samples[^1].Time) / 60:0.##} min");
        }
    }

    /// <summary>Profiles as comma-separated columns: a row for each time, place and kind of particles, the shells from the centre outwards.</summary>
    public static string ProfileColumns(CellRun run)
    {
        var shells = run.Profiles.SelectMany(profile => profile.Points).SelectMany(point => point.Particles).Select(kind => kind.Shells.Length).DefaultIfEmpty(0).Max();
        var text = new StringBuilder("time_s,region,depth_um,salt_mol_m3,electrolyte_V,solid_V,reaction_mA_cm3,reaction_over_mean,particles,surface_current_mA_cm2,surface_filling,mean_filling");
        for (var shell = 1; shell <= shells; shell++)
        {
            text.Append(FormattableString.Invariant($",filling_{shell}"));
        }

        text.Append('\n');
        string Cell(double? value) => value is { } number ? QuantityPrinter.Number(number, 9) : "";
        foreach (var profile in run.Profiles)
        {
            foreach (var point in profile.Points)
            {
                var head = $"{Cell(profile.Time)},{point.Region.ToString().ToLowerInvariant()},{Cell(point.Depth * 1e6)},{Cell(point.Salt)},{Cell(point.ElectrolytePotential)},{Cell(point.SolidPotential)},{Cell(point.Reaction / 1000)},{Cell(point.RelativeReaction)}";
                if (point.Particles.IsEmpty)
                {
                    text.Append(head).Append(',', 4 + shells).Append('\n');
                }

                for (var kind = 0; kind < point.Particles.Length; kind++)
                {
                    var particle = point.Particles[kind];
                    text.Append(head).Append(FormattableString.Invariant($",{kind + 1},{Cell(particle.Current / 10)},{Cell(particle.Surface)},{Cell(particle.Mean)}"));
                    foreach (var filling in particle.Shells)
                    {
                        text.Append(',').Append(Cell(filling));
                    }

                    text.Append('\n');
                }
            }
        }

        return text.ToString();
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
        var text = new StringBuilder("time_s,step,current_mA_cm2,voltage_V,charge_mAh_cm2,energy_mWh_cm2,temperature_degC,cathode_stoichiometry,anode_contact,heat_reversible_W_m2,heat_reaction_W_m2,heat_ohmic_W_m2,heat_mixing_W_m2,open_circuit_V");
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
                sample.Temperature - PhysicalConstants.ZeroCelsius, sample.Stoichiometry, sample.AnodeContact,
                sample.HeatRate.Reversible, sample.HeatRate.Reaction, sample.HeatRate.Ohmic, sample.HeatRate.Mixing, sample.Parts.OpenCircuit, .. Enumerable.Range(0, VoltageParts.LossCount).Select(sample.Parts.Loss),
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
        var hasVoids = cell.Anode?.Voids is not null;
        var table = new TextTable([">cycle", ">days", ">mAh/cm2", ">retention", .. hasVoids ? [">Li contact"] : (string[])[">energy eff."], ">contact", ">film ohm cm2", ">Li lost mAh/cm2"]);
        foreach (var cycle in Thinned(cycles, 20))
        {
            table.Add([
                $"{cycle.Cycle}", $"{cycle.Time / 86400:F1}", $"{cycle.Capacity / 36000:F4}", $"{cycle.Capacity / cycles[0].Capacity * 100:F2} %", hasVoids ? $"{cycle.AnodeContact * 100:F1} %" : $"{cycle.EnergyEfficiency * 100:F2} %",
                $"{cycle.Contact * 100:F1} %", $"{cycle.Film * 1e4:F2}", $"{cycle.LithiumLost / 36000:F3}",
            ]);
        }

        output.Write(table);
        output.WriteLine();
        output.WriteLine($"{cycles.Length} of {cycles[^1].Cycle} cycles were computed" + (cycles.Length < cycles[^1].Cycle ? "; the others change the capacity by less than 0.1 % between them" : ""));
    }

    private static void Head(TextWriter output, CellParameters cell, string model)
    {
        output.WriteLine($"{cell.Name} ({model switch { "spm" => "single particle per electrode", "spme" => "single particle per electrode, salt resolved", _ => "depth of the electrodes resolved" }})");
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
