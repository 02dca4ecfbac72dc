using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Eis;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Fitting;
using Electrolith.Quantities;

namespace Electrolith.Cli.Commands.Eis;

/// <summary><c>eis joint</c>: one circuit on a series of spectra at once, with laws over temperature, pressure or time.</summary>
internal static class EisJointCommand
{
    private static readonly (SeriesLaw Law, QuantityKind Kind, string Example)[] Conditions =
        [(SeriesLaw.Arrhenius, QuantityKinds.Temperature, "25degC=FILE"), (SeriesLaw.Power, QuantityKinds.Pressure, "10MPa=FILE"), (SeriesLaw.Growth, QuantityKinds.Time, "12h=FILE")];

    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var files = new Argument<string[]>("CONDITION=FILE") { Description = "Spectra with their temperature, pressure or time, such as 25degC=a.mpt, 10MPa=b.mpt or 12h=c.mpt", Arity = ArgumentArity.OneOrMore };
        var circuit = new Option<string>("--circuit") { Description = "The circuit", HelpName = "CIRCUIT", Required = true };
        var arrhenius = Names("--arrhenius", "Parameters with an activation energy (resistances, time constants)");
        var power = Names("--power", "Parameters that go with a power of pressure");
        var growth = Names("--growth", "Parameters that grow as p0 + k t^n");
        var shared = Names("--shared", "Parameters that are the same in all spectra");
        var same = new Option<string[]>("--same") { Description = "Parameters with the same activation energy or exponent, such as R1,R2; may be repeated", HelpName = "NAME,..." };
        var set = new FitOptionSet();
        var mask = new MaskOptionSet();
        var json = EisRun.JsonOption();
        var command = new Command("joint", "One circuit on a series: activation energies, exponents of pressure and time") { files, circuit, arrhenius, power, growth, shared, same, json };
        set.AddTo(command);
        mask.AddTo(command);
        examples[command] = ["electrolith eis joint 0degC=a.z 60degC=b.z --circuit \"R1-CPE1\" --arrhenius R1"];
        command.SetAction((result, cancellation) => Task.FromResult(EisRun.Do(result, run =>
        {
            var parsed = EisCircuit.Read(run, result.GetValue(circuit)!);
            var laws = ImmutableDictionary.CreateBuilder<string, SeriesLaw>(StringComparer.Ordinal);
            foreach (var (option, law) in new[] { (arrhenius, SeriesLaw.Arrhenius), (power, SeriesLaw.Power), (growth, SeriesLaw.Growth), (shared, SeriesLaw.Shared) })
            {
                foreach (var name in Split(result.GetValue(option)).Where(name => !laws.TryAdd(name, law)))
                {
                    run.Problem($"{option.Name} {name}: it has another law too; one for each parameter");
                }
            }

            var series = Load(run, result, result.GetValue(files)!, mask);
            var options = new JointOptions { Laws = laws.ToImmutable(), SharedExponents = [.. (result.GetValue(same) ?? []).Select(text => Split(text).ToImmutableArray())], Single = set.Read(run, result, parsed is null ? [] : [parsed]) };
            if (options.Single.Weight == FitWeight.Measured)
            {
                run.Problem("--weight measured: a series is fitted with unit, modulus, proportional or boukamp weights");
            }

            return () =>
            {
                var fit = JointFit.Of(parsed!, series, options, cancellation);
                if (result.GetValue(json))
                {
                    JsonOutput.Write(run.Output, writer => WriteJson(writer, fit, series));
                }
                else
                {
                    Write(run.Output, fit, series);
                }
            };
        })));
        return command;
    }

    private static Option<string?> Names(string name, string description) => new(name) { Description = description, HelpName = "NAME,..." };

    private static IEnumerable<string> Split(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static List<SeriesSpectrum> Load(EisRun run, ParseResult result, string[] arguments, MaskOptionSet mask)
    {
        var series = new List<SeriesSpectrum>();
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            var at = argument.IndexOf('=', StringComparison.Ordinal);
            var text = at > 0 ? argument[..at] : "";
            var kind = Conditions.Select(item => item.Kind).FirstOrDefault(item => QuantityParser.TryParse(text, item, out _, out _));
            if (kind is null)
            {
                run.Problem($"{argument}: a condition before the file is expected, such as {string.Join(", ", Conditions.Select(item => item.Example))}");
                continue;
            }

            kinds.Add(kind.Name);
            _ = QuantityParser.TryParse(text, kind, out var condition, out _);
            if (run.One(mask.Load(run, result, argument[(at + 1)..]), null, argument[(at + 1)..]) is { } spectrum)
            {
                series.Add(new SeriesSpectrum(spectrum, condition));
            }
        }

        if (kinds.Count > 1)
        {
            run.Problem($"the series has a {string.Join(" and a ", kinds.Order(StringComparer.Ordinal))}: one kind of condition is expected");
        }

        return series;
    }

    private static void Write(TextWriter output, JointFit fit, List<SeriesSpectrum> series)
    {
        output.WriteParagraph($"{series.Count} spectra, circuit {fit.Circuit.Text}");
        output.WriteLine();
        var table = new TextTable("parameter", ">value", ">std. error", "unit");
        foreach (var parameter in fit.Parameters)
        {
            table.Add(parameter.Name, FitText.Number(parameter.Value), FitText.Number(parameter.StandardError ?? 0), parameter.Unit);
        }

        output.Write(table);
        output.WriteParagraph($"reference {FitText.Number(fit.Reference)} (SI), sum of squares {FitText.Number(fit.SumOfSquares)}, of separate fits {FitText.Number(fit.SingleSumOfSquares)}{(fit.HasConverged ? "" : "; not converged")}; [n] is the n-th spectrum");
        fit.Findings.ToList().ForEach(output.WriteItem);
    }

    private static void WriteJson(Utf8JsonWriter json, JointFit fit, List<SeriesSpectrum> series)
    {
        json.WriteString("circuit", fit.Circuit.Text);
        json.WriteNumber("reference", fit.Reference);
        json.WriteNumber("sumOfSquares", fit.SumOfSquares);
        json.WriteNumber("separateSumOfSquares", fit.SingleSumOfSquares);
        FitText.WriteParameters(json, fit.Parameters);
        json.WriteStartArray("spectra");
        for (var at = 0; at < series.Count; at++)
        {
            json.WriteStartObject();
            json.WriteString("file", series[at].Spectrum.Name);
            json.WriteNumber("condition", series[at].Condition);
            for (var index = 0; index < fit.Circuit.ParameterNames.Length; index++)
            {
                json.WriteNumber(fit.Circuit.ParameterNames[index], fit.Values[at][index]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        fit.Findings.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }
}
