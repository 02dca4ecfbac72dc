using System.CommandLine;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Eis;
using Electrolith.Cli.Output.Stability;
using Electrolith.Impedance.Desk;
using Electrolith.Quantities;

namespace Electrolith.Cli.Commands.Eis;

/// <summary><c>eis dc</c>: what direct current says about electrons and transference.</summary>
internal static class EisDirectCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var command = new Command("dc", "Direct-current methods: polarisation, Hebb-Wagner, Bruce-Vincent") { BuildPolarisation(examples), BuildHebbWagner(examples), BuildTransference(examples) };
        examples[command] = ["electrolith eis dc polarisation a.csv --voltage 1V --thickness 1mm --area 1cm2"];
        return command;
    }

    private static Command BuildPolarisation(Dictionary<Command, string[]> examples)
    {
        var file = new Argument<string>("FILE") { Description = "Table with the columns time and current with their units, such as time_s,current_A" };
        var voltage = new Option<string>("--voltage") { Description = "Voltage that was held", HelpName = "U", Required = true };
        var geometry = Geometry();
        var json = EisRun.JsonOption();
        var command = new Command("polarisation", "Electronic conductivity from the steady current between blocking metals") { file, voltage, geometry.Thickness, geometry.Diameter, geometry.Area, json };
        examples[command] = ["electrolith eis dc polarisation a.csv --voltage 1V --thickness 1mm --area 1cm2"];
        command.SetAction(result => EisRun.Do(result, run =>
        {
            var columns = run.Table(result.GetValue(file)!, ("time", QuantityKinds.Time), ("current", QuantityKinds.ElectricCurrent));
            var step = EisQuantity.Read(run, "--voltage", result.GetValue(voltage)!, QuantityKinds.Voltage);
            var (length, size) = geometry.Read(run, result);
            return () =>
            {
                var found = Polarisation.Of(columns![0], columns[1]);
                var scale = length / (size * step);
                var hours = (columns[0][^1] - columns[0][0]) / 3600;
                string[] findings = hours < 24 ? [.. found.Findings, $"{hours:G3} h were measured; leakage of good electrolytes takes a day and more to settle"] : [.. found.Findings];
                if (result.GetValue(json))
                {
                    JsonOutput.Write(run.Output, writer =>
                    {
                        writer.WriteValue("initialCurrent", found.InitialCurrent, "A");
                        writer.WriteValue("steadyCurrent", found.SteadyCurrent, "A");
                        writer.WriteValue("steadyCurrentError", found.SteadyCurrentError, "A");
                        writer.WriteValue("timeConstant", found.TimeConstant, "s");
                        writer.WriteValue("electronicConductivity", found.SteadyCurrent * scale / 100, "S/cm");
                        writer.WriteValue("electronicConductivityError", found.SteadyCurrentError * scale / 100, "S/cm");
                        writer.WriteStartArray("findings");
                        findings.ToList().ForEach(writer.WriteStringValue);
                        writer.WriteEndArray();
                    });
                    return;
                }

                run.Output.WriteParagraph($"steady current {FitText.Number(found.SteadyCurrent)} +/- {FitText.Number(found.SteadyCurrentError)} A of {FitText.Number(found.InitialCurrent)} A at first{(found.TimeConstant is { } tau ? $", reached with a time constant of {FitText.Number(tau)} s" : "")}");
                run.Output.WriteParagraph($"electronic conductivity {FitText.Number(found.SteadyCurrent * scale / 100)} +/- {FitText.Number(found.SteadyCurrentError * scale / 100)} S/cm");
                findings.ToList().ForEach(run.Output.WriteItem);
            };
        }));
        return command;
    }

    private static Command BuildHebbWagner(Dictionary<Command, string[]> examples)
    {
        var file = new Argument<string>("FILE") { Description = "Table of steady points with the columns voltage and current with their units, such as voltage_V,current_nA" };
        var temperature = new Option<string>("--temperature") { Description = "Temperature", HelpName = "T", DefaultValueFactory = _ => "25degC" };
        var geometry = Geometry();
        var json = EisRun.JsonOption();
        var command = new Command("hebb-wagner", "Conductivities of electrons and holes from a cell lithium | electrolyte | blocking metal") { file, temperature, geometry.Thickness, geometry.Diameter, geometry.Area, json };
        examples[command] = ["electrolith eis dc hebb-wagner steps.csv --thickness 1mm --diameter 10mm"];
        command.SetAction(result => EisRun.Do(result, run =>
        {
            var columns = run.Table(result.GetValue(file)!, ("voltage", QuantityKinds.Voltage), ("current", QuantityKinds.ElectricCurrent));
            var kelvin = EisQuantity.Read(run, "--temperature", result.GetValue(temperature)!, QuantityKinds.Temperature);
            var (length, size) = geometry.Read(run, result);
            return () =>
            {
                var fit = HebbWagnerFit.Of(columns![0], [.. columns[1].Select(current => current / size)], length, kelvin);
                if (result.GetValue(json))
                {
                    JsonOutput.Write(run.Output, writer =>
                    {
                        writer.WriteValue("electronConductivity", fit.Electrons / 100, "S/cm");
                        writer.WriteValue("electronConductivityError", fit.ElectronsError / 100, "S/cm");
                        writer.WriteValue("holeConductivity", fit.Holes / 100, "S/cm");
                        writer.WriteValue("holeConductivityError", fit.HolesError / 100, "S/cm");
                        writer.WriteValue("crossover", double.IsFinite(fit.Crossover(kelvin)) ? fit.Crossover(kelvin) : null, "V");
                        writer.WriteNumber("deviation", fit.Deviation);
                        writer.WriteStartArray("findings");
                        fit.Findings.ToList().ForEach(writer.WriteStringValue);
                        writer.WriteEndArray();
                    });
                    return;
                }

                run.Output.WriteParagraph($"at the lithium side: electrons {FitText.Number(fit.Electrons / 100)} +/- {FitText.Number(fit.ElectronsError / 100)} S/cm, holes {FitText.Number(fit.Holes / 100)} +/- {FitText.Number(fit.HolesError / 100)} S/cm");
                if (double.IsFinite(fit.Crossover(kelvin)))
                {
                    run.Output.WriteParagraph($"holes carry more than electrons above {fit.Crossover(kelvin):F2} V", "  ");
                }

                fit.Findings.ToList().ForEach(run.Output.WriteItem);
            };
        }));
        return command;
    }

    private static Command BuildTransference(Dictionary<Command, string[]> examples)
    {
        var options = new (Option<string> Option, QuantityKind Kind)[]
        {
            (Required("--step", "Voltage step, about 10 mV", "U"), QuantityKinds.Voltage),
            (Required("--initial-current", "Current at first", "I"), QuantityKinds.ElectricCurrent), (Required("--steady-current", "Current in the end", "I"), QuantityKinds.ElectricCurrent),
            (Required("--initial-resistance", "Of the interfaces before, from impedance", "R"), QuantityKinds.Resistance), (Required("--steady-resistance", "Of the interfaces after", "R"), QuantityKinds.Resistance),
        };
        var json = EisRun.JsonOption();
        var command = new Command("transference", "Transference number after Bruce and Vincent") { json };
        options.ToList().ForEach(item => command.Add(item.Option));
        examples[command] = ["electrolith eis dc transference --step 10mV --initial-current 12.5uA \\\n    --steady-current 3.1uA --initial-resistance 42ohm --steady-resistance 45ohm"];
        command.SetAction(result => EisRun.Do(result, run =>
        {
            var values = options.Select(item => EisQuantity.Read(run, item.Option.Name, result.GetValue(item.Option)!, item.Kind)).ToArray();
            if (values[2] > values[1])
            {
                run.Problem("--steady-current: it cannot be larger than the initial current; check which is which");
            }

            if (values[1] * values[3] >= values[0] || values[2] * values[4] >= values[0])
            {
                run.Problem("--step: the interfaces alone would take the whole voltage; check the units of current and resistance");
            }

            return () =>
            {
                var number = PelletEquations.TransferenceNumber(values[0], values[1], values[2], values[3], values[4]);
                var caution = values[0] > 0.03 ? "a step of more than 30 mV is outside the linear range that the formula needs" : "holds for dilute, ideal electrolytes; in concentrated ones it is a ratio of currents, not Newman's transference number";
                if (result.GetValue(json))
                {
                    JsonOutput.Write(run.Output, writer =>
                    {
                        writer.WriteNumber("transferenceNumber", number);
                        writer.WriteString("caution", caution);
                    });
                    return;
                }

                run.Output.WriteParagraph($"transference number {number:F3} (Bruce and Vincent)");
                run.Output.WriteItem(caution);
            };
        }));
        return command;
    }

    private static Option<string> Required(string name, string description, string help) => new(name) { Description = description, HelpName = help, Required = true };

    private static GeometryOptions Geometry() => new(
        Required("--thickness", "Thickness of the electrolyte, for example 1mm", "L"),
        new Option<string?>("--diameter") { Description = "Diameter of the electrodes, for example 10mm", HelpName = "D" },
        new Option<string?>("--area") { Description = "Area of the electrodes, in place of the diameter", HelpName = "A" });

    private sealed record GeometryOptions(Option<string> Thickness, Option<string?> Diameter, Option<string?> Area)
    {
        public (double Length, double Size) Read(EisRun run, ParseResult result) =>
            (EisQuantity.Read(run, "--thickness", result.GetValue(Thickness)!, QuantityKinds.Length), EisQuantity.Area(run, result.GetValue(Diameter), result.GetValue(Area)));
    }
}
