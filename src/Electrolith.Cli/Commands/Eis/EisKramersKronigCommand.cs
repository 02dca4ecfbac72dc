using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Eis;
using Electrolith.Impedance.Spectra;
using Electrolith.Impedance.Validity;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Eis;

/// <summary><c>eis kk FILE</c>: the linear Kramers-Kronig test.</summary>
internal sealed class EisKramersKronigCommand
{
    private static readonly (string Name, KramersKronigParts Value)[] AllParts = [("complex", KramersKronigParts.Complex), ("real", KramersKronigParts.Real), ("imaginary", KramersKronigParts.Imaginary)];
    private static readonly (string Name, KramersKronigForm Value)[] Forms = [("impedance", KramersKronigForm.Impedance), ("admittance", KramersKronigForm.Admittance)];
    private static readonly (string Name, KramersKronigRule Value)[] Rules = [("mu", KramersKronigRule.Mu), ("bic", KramersKronigRule.Information)];

    private readonly Argument<string> file = new("FILE") { Description = "File of an instrument, or a table" };
    private readonly Option<string> parts = new("--parts") { Description = "complex: both parts are fitted; real or imaginary: the other is predicted", HelpName = "PARTS", DefaultValueFactory = _ => "complex" };
    private readonly Option<string> form = new("--form") { Description = "What is fitted: impedance or admittance", HelpName = "FORM", DefaultValueFactory = _ => "impedance" };
    private readonly Option<bool> withoutCapacitor = new("--without-capacitor") { Description = "Leave out the capacitor; a blocking tail then looks like a violation" };
    private readonly Option<bool> withoutInductor = new("--without-inductor") { Description = "Leave out the inductor" };
    private readonly Option<string> rule = new("--rule") { Description = "How the number of elements is found: mu (Schönleber) or bic (information criterion)", HelpName = "RULE", DefaultValueFactory = _ => "mu" };
    private readonly Option<double> limit = new("--limit") { Description = "With --rule mu the order rises until mu falls to this", HelpName = "MU", DefaultValueFactory = _ => 0.85 };
    private readonly Option<int?> order = new("--order") { Description = "A fixed number of elements", HelpName = "N" };
    private readonly Option<bool> all = new("--all") { Description = "Every combination of parts, form, capacitor and inductor in one table" };
    private readonly Option<int?> number = new("--spectrum") { Description = "Which spectrum of the file, from 1", HelpName = "N" };
    private readonly Option<bool> capacitive = EisRun.CapacitiveOption();
    private readonly Option<bool> json = EisRun.JsonOption();

    private readonly Option<string?> report = CommonOptions.Report();

    private EisKramersKronigCommand()
    {
    }

    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples) => new EisKramersKronigCommand().Make(examples);

    private Command Make(Dictionary<Command, string[]> examples)
    {
        var (from, to) = EisRun.MaskOptions();
        var command = new Command("kk", "Linear Kramers-Kronig test: is the spectrum valid?") { file, parts, form, withoutCapacitor, withoutInductor, rule, limit, order, all, number, from, to, capacitive, json, report };
        examples[command] = ["electrolith eis kk pellet.csv", "electrolith eis kk cell.csv --parts real --json", "electrolith eis kk cell.csv --all"];
        command.SetAction(result => EisRun.Do(result, run =>
        {
            var path = result.GetValue(file)!;
            var spectrum = run.One(run.Load(path, result.GetValue(from), result.GetValue(to), result.GetValue(capacitive)), result.GetValue(number), path);
            var options = Options(run, result);
            return () =>
            {
                if (result.GetValue(all))
                {
                    WriteAll(run, spectrum!, options, result.GetValue(json));
                }
                else
                {
                    WriteOne(run, spectrum!, LinearKramersKronig.Test(spectrum!, options), result.GetValue(json));
                }

                if (result.GetValue(report) is { } html)
                {
                    AtomicFile.WriteAllText(html, EisReport.Validity(spectrum!, LinearKramersKronig.Test(spectrum!, options)));
                }
            };
        }));
        return command;
    }

    private KramersKronigOptions Options(EisRun run, ParseResult result)
    {
        if (result.GetValue(limit) is not (> 0 and < 1))
        {
            run.Problem($"--limit {result.GetValue(limit)}: a number between 0 and 1 is expected");
        }

        if (result.GetValue(order) is < 1)
        {
            run.Problem($"--order {result.GetValue(order)}: at least 1 is expected");
        }

        return new KramersKronigOptions(run.Choose("--parts", result.GetValue(parts)!, AllParts), !result.GetValue(withoutCapacitor), result.GetValue(limit))
        {
            WithInductor = !result.GetValue(withoutInductor), Form = run.Choose("--form", result.GetValue(form)!, Forms),
            Rule = run.Choose("--rule", result.GetValue(rule)!, Rules), Order = result.GetValue(order),
        };
    }

    private static void WriteAll(EisRun run, Spectrum spectrum, KramersKronigOptions options, bool isJson)
    {
        var rows = (from form in Forms
                    from part in AllParts
                    from capacitor in new[] { true, false }
                    from inductor in new[] { true, false }
                    let test = LinearKramersKronig.Test(spectrum, options with { Parts = part.Value, Form = form.Value, WithCapacitor = capacitor, WithInductor = inductor })
                    select (Form: form.Name, Parts: part.Name, Capacitor: capacitor, Inductor: inductor, Test: test)).ToList();
        if (isJson)
        {
            JsonOutput.Write(run.Output, json =>
            {
                json.WriteString("file", spectrum.Name);
                json.WriteStartArray("tests");
                foreach (var row in rows)
                {
                    json.WriteStartObject();
                    json.WriteString("form", row.Form);
                    json.WriteString("parts", row.Parts);
                    json.WriteBoolean("capacitor", row.Capacitor);
                    json.WriteBoolean("inductor", row.Inductor);
                    WriteNumbers(json, row.Test);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
            return;
        }

        var table = new TextTable("form", "parts", "with", ">order", ">mu", ">real, %", ">imaginary, %");
        foreach (var row in rows)
        {
            table.Add(row.Form, row.Parts, (row.Capacitor, row.Inductor) switch { (true, true) => "C, L", (true, false) => "C", (false, true) => "L", _ => "-" }, $"{row.Test.Order}",
                Fixed(row.Test.Mu), Fixed(100 * row.Test.RealResiduals.Max(Math.Abs)), Fixed(100 * row.Test.ImaginaryResiduals.Max(Math.Abs)));
        }

        run.Output.Write(table);
        run.Output.WriteParagraph("largest residuals of |Z|; a spectrum is valid when the forms that suit it leave small ones, not when all do: an impedance with a blocking tail needs C, leads need L");
    }

    private static void WriteNumbers(Utf8JsonWriter json, KramersKronigResult found)
    {
        json.WriteNumber("order", found.Order);
        json.WriteNumber("mu", found.Mu);
        json.WriteNumber("maxResidual", found.LargestResidual);
        json.WriteNumber("maxResidualReal", found.RealResiduals.Max(Math.Abs));
        json.WriteNumber("maxResidualImaginary", found.ImaginaryResiduals.Max(Math.Abs));
    }

    private static void WriteOne(EisRun run, Spectrum spectrum, KramersKronigResult found, bool isJson)
    {
        if (isJson)
        {
            JsonOutput.Write(run.Output, json =>
            {
                json.WriteString("file", spectrum.Name);
                WriteNumbers(json, found);
                json.WriteStartArray("residuals");
                for (var point = 0; point < spectrum.Count; point++)
                {
                    json.WriteStartObject();
                    json.WriteNumber("frequency", spectrum.Frequencies[point]);
                    json.WriteNumber("real", found.RealResiduals[point]);
                    json.WriteNumber("imaginary", found.ImaginaryResiduals[point]);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
            return;
        }

        var verdict = found.LargestResidual < 0.01 ? "obeys the Kramers-Kronig relations to 1 %" : found.LargestResidual < 0.05 ? "obeys the Kramers-Kronig relations to 5 %" : "breaks the Kramers-Kronig relations: drift, non-linearity or noise";
        run.Output.WriteParagraph($"{spectrum.Name}: {verdict}");
        run.Output.WriteParagraph($"largest residual {found.LargestResidual:P2} of |Z| with {found.Order} RC elements (mu = {found.Mu:F3})", "  ");
        var worst = Enumerable.Range(0, spectrum.Count).OrderByDescending(point => Math.Max(Math.Abs(found.RealResiduals[point]), Math.Abs(found.ImaginaryResiduals[point]))).Take(5);
        var table = new TextTable(">frequency, Hz", ">real, %", ">imaginary, %");
        foreach (var point in worst)
        {
            table.Add(FitText.Number(spectrum.Frequencies[point]), Fixed(100 * found.RealResiduals[point]), Fixed(100 * found.ImaginaryResiduals[point]));
        }

        run.Output.WriteLine();
        run.Output.Write(table);
        run.Output.WriteLine("the five points with the largest residuals");
    }

    private static string Fixed(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
