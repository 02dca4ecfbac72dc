using System.CommandLine;
using System.Globalization;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Eis;
using Electrolith.Cli.Output.Stability;
using Electrolith.Impedance.Desk;
using Electrolith.Numerics;
using Electrolith.Quantities;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Eis;

/// <summary><c>eis arrhenius</c> and <c>eis simulate</c>.</summary>
internal static class EisDeskCommands
{
    /// <summary>Builds <c>arrhenius</c>.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command BuildArrhenius(Dictionary<Command, string[]> examples)
    {
        var points = new Argument<string[]>("POINT") { Description = "Temperature and conductivity, such as 25degC=0.4mS/cm", Arity = ArgumentArity.OneOrMore };
        var json = EisRun.JsonOption();
        var figure = EisRun.FigureOption("Write the Arrhenius diagram");
        var command = new Command("arrhenius", "Activation energy from conductivities at several temperatures") { points, json, figure };
        examples[command] = ["electrolith eis arrhenius 0degC=0.1mS/cm 25degC=0.4mS/cm 60degC=1.9mS/cm"];
        command.SetAction(result => EisRun.Do(result, run =>
        {
            var (temperatures, conductivities) = (new List<double>(), new List<double>());
            foreach (var text in result.GetValue(points)!)
            {
                var parts = text.Split('=');
                if (parts.Length != 2)
                {
                    run.Problem($"POINT {text}: a temperature and a conductivity are expected, such as 25degC=0.4mS/cm");
                    continue;
                }

                temperatures.Add(EisQuantity.Read(run, "POINT", parts[0], QuantityKinds.Temperature));
                conductivities.Add(EisQuantity.Read(run, "POINT", parts[1], QuantityKinds.Conductivity));
            }

            return () =>
            {
                var (hopping, plain) = (ArrheniusFit.Of(temperatures, conductivities), ArrheniusFit.Of(temperatures, conductivities, isOfSigmaT: false));
                if (result.GetValue(json))
                {
                    JsonOutput.Write(run.Output, writer =>
                    {
                        writer.WriteValue("activationEnergy", hopping.ActivationEnergy, "eV");
                        writer.WriteValue("activationEnergyError", hopping.ActivationEnergyError, "eV");
                        writer.WriteValue("prefactor", hopping.Prefactor / 100, "S K/cm");
                        writer.WriteValue("activationEnergyOfSigma", plain.ActivationEnergy, "eV");
                        writer.WriteValue("conductivityAt25degC", hopping.Conductivity(298.15) * 10, "mS/cm");
                    });
                }
                else
                {
                    var error = double.IsFinite(hopping.ActivationEnergyError) ? $" +/- {hopping.ActivationEnergyError:F3}" : "";
                    run.Output.WriteParagraph($"activation energy {hopping.ActivationEnergy:F3}{error} eV (of sigma T, {temperatures.Count} temperatures), prefactor {FitText.Number(hopping.Prefactor / 100)} S K/cm");
                    run.Output.WriteParagraph($"at 25 degC {FitText.Number(hopping.Conductivity(298.15) * 10)} mS/cm; from ln sigma alone it would be {plain.ActivationEnergy:F3} eV", "  ");
                }

                if (result.GetValue(figure) is { } svg)
                {
                    AtomicFile.WriteAllText(svg, EisFigures.Arrhenius(temperatures, conductivities, hopping));
                }
            };
        }));
        return command;
    }

    /// <summary>Builds <c>simulate</c>.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command BuildSimulate(Dictionary<Command, string[]> examples)
    {
        var circuit = new Option<string>("--circuit") { Description = "The circuit", HelpName = "CIRCUIT", Required = true };
        var values = new Option<string>("--values") { Description = "Its parameters", HelpName = "NAME=VALUE,...", Required = true };
        var from = new Option<double>("--from") { Description = "Lowest frequency", HelpName = "HZ", DefaultValueFactory = _ => 0.01 };
        var to = new Option<double>("--to") { Description = "Highest frequency", HelpName = "HZ", DefaultValueFactory = _ => 1e6 };
        var perDecade = new Option<int>("--per-decade") { Description = "Points for each decade", HelpName = "N", DefaultValueFactory = _ => 10 };
        var noise = new Option<double>("--noise") { Description = "Normal noise of both parts as a share of |Z|, such as 0.002", HelpName = "SHARE", DefaultValueFactory = _ => 0 };
        var seed = CommonOptions.Seed();
        var command = new Command("simulate", "The spectrum of a circuit as a table") { circuit, values, from, to, perDecade, noise, seed };
        examples[command] = ["electrolith eis simulate --circuit \"R0-p(R1,C1)\" --values R0=1,R1=10,C1=1e-6"];
        command.SetAction(result => EisRun.Do(result, run =>
        {
            var parsed = EisCircuit.Read(run, result.GetValue(circuit)!);
            var given = EisCircuit.Values(run, parsed is null ? [] : [parsed], "--values", result.GetValue(values));
            foreach (var name in parsed?.ParameterNames.Where(name => !given.ContainsKey(name)) ?? [])
            {
                run.Problem($"--values: {name} is missing");
            }

            var (low, high, density) = (result.GetValue(from), result.GetValue(to), result.GetValue(perDecade));
            if (!(low > 0 && high > low && double.IsFinite(high) && density is > 0 and <= 1000))
            {
                run.Problem($"--from {low} --to {high} --per-decade {density}: a range of frequencies above zero and 1 to 1000 points for each decade are expected");
            }

            if (result.GetValue(noise) is not (>= 0 and < 1))
            {
                run.Problem($"--noise {result.GetValue(noise)}: a share from 0 to below 1 is expected");
            }

            var random = new RandomStream(result.GetValue(seed));
            return () =>
            {
                var all = parsed!.ParameterNames.Select(name => given[name]).ToArray();
                run.Output.WriteLine("frequency_Hz,real_ohm,imaginary_ohm");
                var count = (int)Math.Round(Math.Log10(high / low) * density);
                for (var point = 0; point <= count; point++)
                {
                    var frequency = high * Math.Pow(low / high, (double)point / Math.Max(1, count));
                    var z = parsed.Impedance(frequency, all);
                    if (result.GetValue(noise) is > 0 and var share)
                    {
                        z += share * z.Magnitude * new System.Numerics.Complex(Normal.Quantile(random.NextDouble()), Normal.Quantile(random.NextDouble()));
                    }

                    run.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{frequency:R},{z.Real:R},{z.Imaginary:R}"));
                }
            };
        }));
        return command;
    }
}
