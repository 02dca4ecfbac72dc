using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Stability;
using Electrolith.Processing;
using Electrolith.Quantities;
using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Cli.Commands.Stability;

/// <summary><c>stability moisture FORMULA</c>: what water vapour and carbon dioxide can do to a compound.</summary>
internal static class MoistureCommand
{
    private const double MolarVolume = 24_465; // cm³ of an ideal gas at 25 °C and 1 atm
    private const double Bar = 1e5;
    private const double CarbonDioxideOfAir = 420e-6 * 1.01325; // bar
    private static readonly double[] DewPoints = [-60, -40, -20, 0, 10];

    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var options = new StabilityOptions();
        var formula = new Argument<string>("FORMULA") { Description = "Formula, or id of a material" };
        var dewPoint = new Option<string[]>("--dew-point") { Description = "Dew points of the air, for example -40degC; may be repeated", HelpName = "T", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var released = new Option<string>("--released-pressure") { Description = "Pressure of the gases that are released, 1e-6 bar is 1 ppm", HelpName = "P", DefaultValueFactory = _ => "1 bar" };
        var reaction = new Option<string?>("--reaction") { Description = "Energies of this reaction as well, for example \"Li2S + H2O -> Li2O + H2S\"", HelpName = "TEXT" };
        var command = options.Verb("moisture", "Reaction with H2O and CO2: H2S released, energies, and the air it takes");
        command.Arguments.Add(formula);
        new Option[] { dewPoint, released, reaction }.ToList().ForEach(command.Options.Add);
        examples[command] = ["electrolith stability moisture Li6PS5Cl", "electrolith stability moisture Li3PS4 --dew-point -40degC --dew-point -60degC"];
        command.SetAction(result => StabilityRun.Do(result, options, run =>
        {
            var substance = run.Substance(result.GetValue(formula)!, "FORMULA");
            if (substance.Composition.AmountOf("H") > 0 && !ExperimentalSpecies.TryGet(substance.Composition, out _))
            {
                run.Problem($"FORMULA {substance.Formula}: compounds with hydrogen cannot be judged, their computed energies are wrong by up to 0.8 eV per H and none of the measured species is {substance.Formula}");
            }

            var points = result.GetValue(dewPoint)!.Select(text => Read(run, "--dew-point", text, QuantityKinds.Temperature, 173.15, 373.15)).ToArray();
            var pressure = Read(run, "--released-pressure", result.GetValue(released)!, QuantityKinds.Pressure, 1e-7, 1e7) / Bar;
            var energies = new MoistureEnergies(run.Options.Selection, run.Own.ToList());
            var asked = Reaction(run, energies, result.GetValue(reaction));
            return () => Answer(run, new Question(substance, energies, points.Length > 0 ? points : [.. DewPoints.Select(celsius => celsius + PhysicalConstants.ZeroCelsius)], pressure, asked));
        }));
        return command;
    }

    private static MoistureReaction? Reaction(StabilityRun run, MoistureEnergies energies, string? text)
    {
        try
        {
            return text is null ? null : energies.Reaction(text);
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException)
        {
            run.Problem($"--reaction {problem.Message}");
            return null;
        }
    }

    private static double Read(StabilityRun run, string option, string text, QuantityKind kind, double low, double high)
    {
        if (!QuantityParser.TryParse(text, kind, out var value, out var problem))
        {
            run.Problem($"{option} {text}: {problem!.Message}{(problem.Hint is null ? "" : $"; {problem.Hint}")}");
            return low;
        }

        if (!(value >= low && value <= high))
        {
            run.Problem($"{option} {text}: {QuantityPrinter.Format(low, kind)} to {QuantityPrinter.Format(high, kind)} is expected");
        }

        return value;
    }

    private static void Answer(StabilityRun run, Question question)
    {
        var water = MoistureProfile.Of(question.Energies, question.Substance, "H2O");
        var carbonate = MoistureProfile.Of(question.Energies, question.Substance, "CO2");
        if (run.Json)
        {
            JsonOutput.Write(run.Output, json => WriteJson(json, question, water, carbonate));
            return;
        }

        WriteText(run, question, water, carbonate);
    }

    private static void WriteText(StabilityRun run, Question question, MoistureProfile water, MoistureProfile carbonate)
    {
        var output = run.Output;
        output.WriteParagraph($"{question.Substance.Formula} and water vapour at 25 degC: {(water.First is { } first ? $"first reaction {KiloJoule(first.Reaction.GibbsPerGas)} kJ for one mole of H2O" : "no reaction is known")}");
        if (MostSulfide(question.Substance) is var most and > 0)
        {
            output.WriteParagraph($"at most {most:F1} cm3/g of H2S (25 degC, 1 atm) if all sulfur leaves", "  ");
        }

        output.WriteLine();
        WriteSteps(output, water, ">from p(H2O), bar");
        output.WriteLine();
        var table = new TextTable(">dew point", ">H2O, ppm", ">kJ/mol H2O", "reaction", "verdict");
        foreach (var point in question.DewPoints)
        {
            var (pressure, step, gibbs) = At(question, water, point);
            table.Add($"{point - PhysicalConstants.ZeroCelsius:F0} degC", $"{1e6 * pressure / 1.01325:G3}", step is null ? "-" : KiloJoule(gibbs), step?.Reaction.Reaction.ToString().Split(" -> ")[1] ?? "", step is null ? "no reaction" : gibbs < 0 ? "reacts" : "resists");
        }

        output.Write(table);
        output.WriteParagraph($"released gases at {question.ReleasedPressure:G3} bar; entropies of solids and all kinetics are left out, so a reaction that can happen may be slow");
        if (carbonate.First is not null)
        {
            output.WriteLine();
            WriteSteps(output, carbonate, ">from p(CO2), bar");
            output.WriteParagraph($"air holds {CarbonDioxideOfAir:G2} bar of CO2");
        }

        if (question.Asked is { } asked)
        {
            output.WriteLine();
            output.WriteParagraph(asked.Reaction.ToString());
            output.WriteParagraph($"enthalpy {KiloJoule(asked.Enthalpy)} kJ, Gibbs energy {KiloJoule(asked.Gibbs)} kJ{(asked.GasTakenUp > 0 ? $", {KiloJoule(asked.GibbsPerGas)} kJ for one mole of gas taken up" : "")}", "  ");
        }

        output.WriteLine();
        output.WriteParagraph($"Energies: {question.Energies.Set.Describe()}; measured values for H2O, CO2, H2S, HCl, HBr, LiOH and Li2CO3 (handbook values, unconfirmed). The old sulfide correction is kept here whatever --sulfide-correction says: it was fitted to measured enthalpies.");
        if (question.Substance.Composition.AmountOf("I") + question.Substance.Composition.AmountOf("F") > 0)
        {
            output.WriteItem("HF and HI are not in the table of gases: their release is not considered");
        }
    }

    private static void WriteSteps(TextWriter output, MoistureProfile profile, string heading)
    {
        var table = new TextTable(heading, ">dH", ">dG", ">dG/gas", ">H2S", "reaction");
        foreach (var step in profile.Steps.Where(step => step.LogPressureFrom < Math.Log(1e3)))
        {
            var reaction = step.Reaction;
            table.Add(
                double.IsInfinity(step.LogPressureFrom) ? "0" : Math.Exp(step.LogPressureFrom).ToString("0.#E+0", CultureInfo.InvariantCulture),
                KiloJoule(reaction.Enthalpy), KiloJoule(reaction.Gibbs), reaction.GasTakenUp > 0 ? KiloJoule(reaction.GibbsPerGas) : "", reaction.HydrogenSulfide > 0 ? Thermodynamics.Questions.Reaction.AmountText(reaction.HydrogenSulfide) : "", reaction.Reaction.ToString());
        }

        output.Write(table);
        output.WriteLine("kJ for one mole of formula units at 1 bar; dG/gas for one mole of gas taken up");
    }

    private static (double Pressure, MoistureStep? Step, double GibbsPerWater) At(Question question, MoistureProfile water, double dewPoint)
    {
        var pressure = ProcessEquations.VapourPressure(dewPoint) / Bar;
        var step = MoistureProfile.Of(question.Energies, question.Substance, "H2O", question.ReleasedPressure).At(pressure);
        step = step.Reaction.GasTakenUp > 1e-6 ? step : water.First;
        return (pressure, step, step is null ? 0 : MoistureProfile.GibbsAt(step.Reaction, pressure, question.ReleasedPressure) / step.Reaction.GasTakenUp);
    }

    private static void WriteJson(Utf8JsonWriter json, Question question, MoistureProfile water, MoistureProfile carbonate)
    {
        json.WriteString("formula", question.Substance.Formula);
        json.WriteValue("maximumHydrogenSulfide", MostSulfide(question.Substance), "cm3/g");
        json.WriteValue("gibbsEnergyPerWater", water.First?.Reaction.GibbsPerGas / 1e3, "kJ/mol");
        json.WriteNumber("hydrogenSulfidePerFormula", water.Steps.Max(step => step.Reaction.HydrogenSulfide));
        WriteSteps(json, "water", water);
        WriteSteps(json, "carbonDioxide", carbonate);
        json.WriteStartArray("dewPoints");
        foreach (var point in question.DewPoints)
        {
            var (pressure, step, gibbs) = At(question, water, point);
            json.WriteStartObject();
            json.WriteValue("dewPoint", point - PhysicalConstants.ZeroCelsius, "degC");
            json.WriteValue("waterPressure", pressure, "bar");
            json.WriteReaction("reaction", step?.Reaction.Reaction);
            json.WriteValue("gibbsEnergyPerWater", step is null ? null : gibbs / 1e3, "kJ/mol");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (question.Asked is { } asked)
        {
            json.WriteStartObject("askedReaction");
            WriteReaction(json, asked);
            json.WriteEndObject();
        }

        json.WriteString("energies", question.Energies.Set.Describe());
    }

    private static void WriteSteps(Utf8JsonWriter json, string name, MoistureProfile profile)
    {
        json.WriteStartArray(name);
        foreach (var step in profile.Steps)
        {
            json.WriteStartObject();
            json.WriteValue("log10PressureFrom", step.LogPressureFrom / Math.Log(10), "bar");
            WriteReaction(json, step.Reaction);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteReaction(Utf8JsonWriter json, MoistureReaction reaction)
    {
        json.WriteReaction("reaction", reaction.Reaction);
        json.WriteNumber("gasTakenUp", Math.Round(reaction.GasTakenUp, 9));
        json.WriteNumber("hydrogenSulfide", Math.Round(reaction.HydrogenSulfide, 9));
        json.WriteValue("enthalpy", reaction.Enthalpy / 1e3, "kJ/mol");
        json.WriteValue("gibbsEnergy", reaction.Gibbs / 1e3, "kJ/mol");
        json.WriteValue("gibbsEnergyPerGas", reaction.GasTakenUp > 0 ? reaction.GibbsPerGas / 1e3 : null, "kJ/mol");
    }

    private static double MostSulfide(Substance substance) =>
        substance.Composition.AmountOf("S") * MolarVolume / (substance.Composition.MolarMassKilogramPerMole * 1e3);

    private static string KiloJoule(double joule) => (joule / 1e3 is var value && Math.Abs(value) < 0.05 ? 0 : value).ToString("F1", CultureInfo.InvariantCulture);

    private sealed record Question(Substance Substance, MoistureEnergies Energies, double[] DewPoints, double ReleasedPressure, MoistureReaction? Asked);
}
