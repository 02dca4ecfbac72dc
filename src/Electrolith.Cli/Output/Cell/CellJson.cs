using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using Electrolith.Cells.Dynamics;
using Electrolith.Cli.Commands.Cell;
using Electrolith.Quantities;

namespace Electrolith.Cli.Output.Cell;

/// <summary>JSON of the verbs on cell files.</summary>
internal static class CellJson
{
    /// <summary>A simulation.</summary>
    public static void Simulation(Utf8JsonWriter json, CellParameters cell, string model, CellRun run)
    {
        Head(json, cell, model);
        json.WriteBoolean("complete", run.IsComplete);
        var last = run.Samples.IsEmpty ? default : run.Samples[^1];
        json.WriteQuantity("charge", last.Charge, QuantityKinds.ArealCapacity);
        json.WriteQuantity("energy", last.Energy, QuantityKinds.ArealEnergy);
        json.WriteQuantity("duration", last.Time, QuantityKinds.Time);
        json.WriteStartArray("steps");
        foreach (var step in run.Steps)
        {
            json.WriteStartObject();
            json.WriteString("text", step.Text);
            json.WriteString("end", Name(step.End));
            json.WriteString("reason", step.Reason);
            json.WriteQuantity("duration", step.Duration, QuantityKinds.Time);
            json.WriteQuantity("charge", step.Charge, QuantityKinds.ArealCapacity);
            json.WriteQuantity("energy", step.Energy, QuantityKinds.ArealEnergy);
            Heat(json, step.Heat);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Heat(json, last.Heat);
        if (cell.Anode?.Voids is { } voids)
        {
            json.WriteStartObject("voids");
            json.WriteQuantity("contactAtEnd", last.AnodeContact, QuantityKinds.Fraction);
            json.WriteQuantity("contactAtLeast", run.Samples.IsEmpty ? 1 : run.Samples.Min(sample => sample.AnodeContact), QuantityKinds.Fraction);
            json.WriteQuantity("openAbove", voids.Supply, QuantityKinds.CurrentDensity);
            json.WriteQuantity("creepSupply", voids.VoidCharge * voids.ClosureRate, QuantityKinds.CurrentDensity);
            json.WriteQuantity("criticalCurrent", voids.CriticalCurrent, QuantityKinds.CurrentDensity);
            json.WriteEndObject();
        }

        Audit(json, run.Audit);
        json.WriteStartObject("solver");
        json.WriteNumber("steps", run.SolverSteps);
        json.WriteNumber("rejected", run.Rejections);
        json.WriteNumber("newtonIterations", run.Iterations);
        json.WriteEndObject();
        Samples(json, run);
    }

    private static void Heat(Utf8JsonWriter json, HeatSplit heat)
    {
        json.WriteStartObject("heat");
        json.WriteQuantity("total", heat.Total, QuantityKinds.ArealEnergy);
        json.WriteQuantity("reaction", heat.Reaction, QuantityKinds.ArealEnergy);
        json.WriteQuantity("ohmic", heat.Ohmic, QuantityKinds.ArealEnergy);
        json.WriteQuantity("mixing", heat.Mixing, QuantityKinds.ArealEnergy);
        json.WriteQuantity("reversible", heat.Reversible, QuantityKinds.ArealEnergy);
        json.WriteEndObject();
    }

    /// <summary>Profiles through the depth; nothing when there are none.</summary>
    public static void Profiles(Utf8JsonWriter json, CellRun run)
    {
        if (run.Profiles.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("profiles");
        foreach (var profile in run.Profiles)
        {
            json.WriteStartObject();
            json.WriteQuantity("time", profile.Time, QuantityKinds.Time);
            json.WriteQuantity("voltage", profile.Voltage, QuantityKinds.Voltage);
            json.WriteQuantity("current", profile.Current, QuantityKinds.CurrentDensity);
            json.WriteStartArray("region");
            foreach (var point in profile.Points)
            {
                json.WriteStringValue(point.Region.ToString().ToLowerInvariant());
            }

            json.WriteEndArray();
            Optional(json, "depth", "um", profile.Points.Select(point => (double?)point.Depth * 1e6));
            Optional(json, "salt", "mol/m3", profile.Points.Select(point => point.Salt));
            Optional(json, "electrolytePotential", "V", profile.Points.Select(point => (double?)point.ElectrolytePotential));
            Optional(json, "solidPotential", "V", profile.Points.Select(point => point.SolidPotential));
            Optional(json, "reaction", "mA/cm3", profile.Points.Select(point => point.Reaction / 1000));
            Optional(json, "reactionOverMean", "", profile.Points.Select(point => point.RelativeReaction));
            json.WriteStartArray("particles");
            for (var kind = 0; kind < profile.Points.Max(point => point.Particles.Length); kind++)
            {
                var number = kind;
                ParticleProfile? Of(ProfilePoint point) => number < point.Particles.Length ? point.Particles[number] : null;
                json.WriteStartObject();
                Optional(json, "surfaceCurrent", "mA/cm2", profile.Points.Select(point => Of(point)?.Current / 10));
                Optional(json, "surfaceFilling", "", profile.Points.Select(point => Of(point)?.Surface));
                Optional(json, "meanFilling", "", profile.Points.Select(point => Of(point)?.Mean));
                json.WriteStartArray("shells");
                foreach (var point in profile.Points)
                {
                    json.WriteStartArray();
                    foreach (var filling in Of(point)?.Shells ?? [])
                    {
                        json.WriteRawValue(QuantityPrinter.Number(filling, 9));
                    }

                    json.WriteEndArray();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string unit, IEnumerable<double?> values)
    {
        json.WriteStartObject(name);
        json.WriteString("unit", unit);
        json.WriteStartArray("values");
        foreach (var value in values)
        {
            if (value is { } number)
            {
                json.WriteRawValue(QuantityPrinter.Number(number, 10));
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>How far the result depends on mesh and tolerance; nothing for null.</summary>
    public static void Convergence(Utf8JsonWriter json, ConvergenceReport? report)
    {
        if (report is null)
        {
            return;
        }

        json.WriteStartObject("convergence");
        json.WriteNumber("estimatedErrorVolt", report.Error);
        if (report.Order is { } order)
        {
            json.WriteNumber("observedOrder", order);
        }

        json.WriteStartArray("runs");
        foreach (var run in report.Runs)
        {
            json.WriteStartObject();
            json.WriteString("changed", run.What);
            json.WriteNumber("cells", run.Cells);
            json.WriteNumber("shells", run.Shells);
            json.WriteNumber("toleranceVolt", run.Tolerance);
            json.WriteQuantity("charge", run.Charge, QuantityKinds.ArealCapacity);
            json.WriteNumber("largestChangeVolt", run.LargestChange);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Discharges over the rate.</summary>
    public static void Rates(Utf8JsonWriter json, CellParameters cell, string model, IEnumerable<RatePoint> points)
    {
        Head(json, cell, model);
        json.WriteStartArray("rates");
        foreach (var point in points)
        {
            json.WriteStartObject();
            json.WriteQuantity("rate", point.Rate / 3600, QuantityKinds.ChargeRate);
            json.WriteQuantity("capacity", point.Capacity, QuantityKinds.ArealCapacity);
            json.WriteQuantity("energy", point.Energy, QuantityKinds.ArealEnergy);
            Value(json, "power", point.Power / 10, "mW/cm2");
            json.WriteQuantity("averageVoltage", point.Voltage, QuantityKinds.Voltage);
            json.WriteQuantity("duration", point.Duration, QuantityKinds.Time);
            if (point.ChargeTime is { } time)
            {
                json.WriteQuantity("chargeTime10To80", time, QuantityKinds.Time);
            }

            json.WriteString("reason", point.Reason);
            Audit(json, point.Audit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What limits.</summary>
    public static void Limits(Utf8JsonWriter json, CellParameters cell, string model, LimitReport limits)
    {
        Head(json, cell, model);
        json.WriteQuantity("rate", limits.Rate / 3600, QuantityKinds.ChargeRate);
        json.WriteQuantity("capacity", limits.Capacity, QuantityKinds.ArealCapacity);
        json.WriteQuantity("energy", limits.Energy, QuantityKinds.ArealEnergy);
        json.WriteQuantity("utilisation", limits.Utilisation, QuantityKinds.Fraction);
        json.WriteQuantity("openCircuitVoltage", limits.OpenCircuit, QuantityKinds.Voltage);
        json.WriteQuantity("averageVoltage", limits.Voltage, QuantityKinds.Voltage);
        json.WriteStartObject("losses");
        for (var index = 0; index < limits.Losses.Length; index++)
        {
            json.WriteQuantity(VoltageParts.LossNames[index], limits.Losses[index], QuantityKinds.Voltage);
        }

        json.WriteEndObject();
        json.WriteStartArray("levers");
        foreach (var lever in limits.Levers)
        {
            json.WriteStartObject();
            json.WriteString("name", lever.Name);
            json.WriteQuantity("capacity", lever.Capacity, QuantityKinds.ArealCapacity);
            json.WriteQuantity("energy", lever.Energy, QuantityKinds.ArealEnergy);
            json.WriteQuantity("energyGain", limits.Energy > 0 ? (lever.Energy / limits.Energy) - 1 : 0, QuantityKinds.Fraction);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>An impedance spectrum.</summary>
    public static void Impedance(Utf8JsonWriter json, CellParameters cell, string model, double[] frequencies, ImmutableArray<Complex> spectrum)
    {
        Head(json, cell, model);
        Column(json, "frequency", "Hz", frequencies);
        Column(json, "real", "ohm cm2", spectrum.Select(z => z.Real * 1e4));
        Column(json, "imaginary", "ohm cm2", spectrum.Select(z => z.Imaginary * 1e4));
    }

    /// <summary>Cycles.</summary>
    public static void Cycles(Utf8JsonWriter json, CellParameters cell, string model, ImmutableArray<CycleResult> cycles)
    {
        Head(json, cell, model);
        json.WriteNumber("computed", cycles.Length);
        json.WriteQuantity("retention", cycles[^1].Capacity / cycles[0].Capacity, QuantityKinds.Fraction);
        json.WriteStartArray("cycles");
        foreach (var cycle in cycles)
        {
            json.WriteStartObject();
            json.WriteNumber("cycle", cycle.Cycle);
            json.WriteQuantity("time", cycle.Time, QuantityKinds.Time);
            json.WriteQuantity("capacity", cycle.Capacity, QuantityKinds.ArealCapacity);
            json.WriteQuantity("energy", cycle.Energy, QuantityKinds.ArealEnergy);
            json.WriteQuantity("energyEfficiency", cycle.EnergyEfficiency, QuantityKinds.Fraction);
            json.WriteQuantity("contact", cycle.Contact, QuantityKinds.Fraction);
            json.WriteQuantity("filmResistance", cycle.Film, QuantityKinds.AreaSpecificResistance);
            json.WriteQuantity("lithiumLost", cycle.LithiumLost, QuantityKinds.ArealCapacity);
            json.WriteQuantity("anodeContact", cycle.AnodeContact, QuantityKinds.Fraction);
            json.WriteString("end", Name(cycle.Limit));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Name of an end in JSON.</summary>
    public static string Name(StepEnd end) => end switch
    {
        StepEnd.Time => "time",
        StepEnd.Voltage => "voltage",
        StepEnd.Current => "current",
        StepEnd.Charge => "charge",
        StepEnd.AlreadyMet => "already-met",
        StepEnd.AnodeExhausted => "anode-exhausted",
        _ => "no-solution",
    };

    private static void Head(Utf8JsonWriter json, CellParameters cell, string model)
    {
        json.WriteString("name", cell.Name);
        json.WriteString("model", model);
    }

    private static void Audit(Utf8JsonWriter json, ConservationAudit audit)
    {
        json.WriteStartObject("audit");
        json.WriteNumber("chargeResidual", audit.ChargeResidual);
        json.WriteNumber("lithiumResidual", audit.LithiumResidual);
        json.WriteNumber("throughputResidual", audit.ThroughputResidual);
        json.WriteEndObject();
    }

    private static void Samples(Utf8JsonWriter json, CellRun run)
    {
        json.WriteStartObject("samples");
        Column(json, "time", "s", run.Samples.Select(sample => sample.Time));
        Column(json, "step", "", run.Samples.Select(sample => (double)sample.Step));
        Column(json, "current", "mA/cm2", run.Samples.Select(sample => sample.Current / 10));
        Column(json, "voltage", "V", run.Samples.Select(sample => sample.Voltage));
        Column(json, "charge", "mAh/cm2", run.Samples.Select(sample => sample.Charge / 36000));
        Column(json, "energy", "mWh/cm2", run.Samples.Select(sample => sample.Energy / 36000));
        Column(json, "temperature", "degC", run.Samples.Select(sample => sample.Temperature - PhysicalConstants.ZeroCelsius));
        Column(json, "stoichiometry", "", run.Samples.Select(sample => sample.Stoichiometry));
        Column(json, "anodeContact", "", run.Samples.Select(sample => sample.AnodeContact));
        json.WriteStartObject("heatRate");
        Column(json, "reversible", "W/m2", run.Samples.Select(sample => sample.HeatRate.Reversible));
        Column(json, "reaction", "W/m2", run.Samples.Select(sample => sample.HeatRate.Reaction));
        Column(json, "ohmic", "W/m2", run.Samples.Select(sample => sample.HeatRate.Ohmic));
        Column(json, "mixing", "W/m2", run.Samples.Select(sample => sample.HeatRate.Mixing));
        json.WriteEndObject();
        Column(json, "openCircuitVoltage", "V", run.Samples.Select(sample => sample.Parts.OpenCircuit));
        json.WriteStartObject("losses");
        for (var index = 0; index < VoltageParts.LossCount; index++)
        {
            var loss = index;
            Column(json, VoltageParts.LossNames[index], "V", run.Samples.Select(sample => sample.Parts.Loss(loss)));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Column(Utf8JsonWriter json, string name, string unit, IEnumerable<double> values)
    {
        json.WriteStartObject(name);
        json.WriteString("unit", unit);
        json.WriteStartArray("values");
        foreach (var value in values)
        {
            json.WriteRawValue(QuantityPrinter.Number(value, 10));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, string name, double value, string unit)
    {
        json.WriteStartObject(name);
        json.WritePropertyName("value");
        json.WriteRawValue(QuantityPrinter.Number(value, 9));
        json.WriteString("unit", unit);
        json.WriteEndObject();
    }
}
