using System.CommandLine;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Stability;
using Electrolith.Materials.Library;
using Electrolith.Routes.Figures.Stability;
using Electrolith.Routes.Files;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Cli.Commands.Stability;

/// <summary><c>stability window FORMULA…</c>: between which voltages nothing is exchanged, and what happens outside.</summary>
internal static class WindowCommand
{
    private static readonly (string Id, string Name)[] Electrodes = [("lithium", "Li"), ("lithium-indium", "Li-In"), ("lfp", "LFP"), ("nmc811", "NMC811"), ("lco", "LCO")];

    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var options = new StabilityOptions();
        var formulas = new Argument<string[]>("FORMULA") { Description = "Formulas, or ids of materials", Arity = ArgumentArity.OneOrMore };
        var command = options.Verb("window", "Reduction and oxidation limit with their reactions", withFigure: true);
        command.Arguments.Add(formulas);
        examples[command] = ["electrolith stability window Li6PS5Cl", "electrolith stability window llzo latp Li6PS5Cl Li3InCl6 --figure windows.svg"];
        command.SetAction(result => StabilityRun.Do(result, options, run =>
        {
            Substance[] substances = [.. result.GetValue(formulas)!.Select(text => run.NotTheIon(run.Substance(text, "FORMULA")))];
            return () => Answer(run, substances);
        }));
        return command;
    }

    private static void Answer(StabilityRun run, Substance[] substances)
    {
        var windows = substances.Select(substance => (Substance: substance, Window: StabilityWindow.Of(run.Diagram(run.Set, withIon: true, substance), substance, run.Ion))).ToList();
        if (run.Json && windows.Count == 1)
        {
            JsonOutput.Write(run.Output, json => WindowText.WriteJson(json, run, windows[0].Substance, windows[0].Window));
        }
        else if (run.Json)
        {
            JsonOutput.Write(run.Output, json =>
            {
                json.WriteStartArray("windows");
                foreach (var (substance, window) in windows)
                {
                    json.WriteStartObject();
                    WindowText.WriteJson(json, run, substance, window);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }
        else
        {
            for (var index = 0; index < windows.Count; index++)
            {
                if (index > 0)
                {
                    run.Output.WriteLine();
                }

                WindowText.Write(run, windows[index].Substance, windows[index].Window, isAlone: windows.Count == 1);
            }
        }

        if (run.Figure is { } path)
        {
            AtomicFile.WriteAllText(path, WindowFigure.Draw(
                "Electrochemical windows at 0 K", [.. windows.Select(item => new WindowBar(item.Substance.Formula, item.Window.ReductionPotential, item.Window.OxidationPotential))],
                run.Ion == "Li" ? [.. Electrodes.Select(item => new ElectrodeLine(item.Name, Potential(item.Id)))] : []));
        }
    }

    private static double Potential(string id) =>
        MaterialLibrary.Default.TryGet(id, out var material) && material.Recommended("average-potential") is { } value ? value.Value : id == "lithium" ? 0 : double.NaN;
}
