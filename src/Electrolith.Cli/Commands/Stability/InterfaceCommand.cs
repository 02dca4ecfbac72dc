using System.CommandLine;
using System.Globalization;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Stability;
using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Cli.Commands.Stability;

/// <summary><c>stability interface A B</c>: the reaction where two substances touch, in every mixing ratio.</summary>
internal static class InterfaceCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var options = new StabilityOptions();
        var first = new Argument<string>("A") { Description = "Formula, or id of a material" };
        var second = new Argument<string>("B") { Description = "Formula, or id of a material" };
        var openings = new InterfaceOpenings();
        var command = options.Verb("interface", "Reaction of two substances: every kink, the minimum, the driving force");
        command.Arguments.Add(first);
        command.Arguments.Add(second);
        openings.AddTo(command);
        examples[command] = ["electrolith stability interface Li6PS5Cl LiCoO2", "electrolith stability interface Li3PS4 LiCoO2 --open Li --voltage 4.0V"];
        command.SetAction(result => StabilityRun.Do(result, options, run =>
        {
            var (a, b) = (run.Substance(result.GetValue(first)!, "A"), run.Substance(result.GetValue(second)!, "B"));
            var settings = openings.Read(result, run);
            foreach (var substance in settings.Voltage is null ? [] : new[] { a, b })
            {
                run.NotTheIon(substance);
            }

            return () => Answer(run, a, b, settings);
        }));
        return command;
    }

    private static void Answer(StabilityRun run, Substance first, Substance second, InterfaceOptions settings)
    {
        var system = run.SystemOf(settings.Voltage is not null, first, second);
        var reaction = InterfaceReaction.Of(run.Set.Diagram(system), first, second, settings);
        if (run.Json)
        {
            JsonOutput.Write(run.Output, json =>
            {
                json.WriteString("first", first.Formula);
                json.WriteString("second", second.Formula);
                WriteSettings(json, settings);
                InterfaceText.WriteMinimum(json, reaction);
                InterfaceText.WriteKinks(json, reaction);
                EnergyBasis.Write(json, run, system, Worth(run, first, second, settings, reaction));
            });
            return;
        }

        var minimum = reaction.Minimum;
        run.Output.WriteParagraph($"{first.Formula} | {second.Formula}{(settings.Voltage is { } volt ? $" at {volt:0.###} V against {run.Ion}/{run.Ion}+" : "")}: {(minimum.Energy > -1e-7 ? "no reaction" : $"{1e3 * minimum.Energy:F1} meV/atom at {minimum.FractionFirst:P1} of atoms from {first.Formula}")}");
        if (minimum.Energy <= -1e-7)
        {
            run.Output.WriteParagraph(minimum.Reaction.ToString(), "  ");
        }

        run.Output.WriteLine();
        var table = new TextTable(">share of A", ">meV/atom", ">mutual", "reaction");
        foreach (var kink in reaction.Kinks)
        {
            table.Add(kink.FractionFirst.ToString("F4", CultureInfo.InvariantCulture), Milli(kink.Energy), Milli(kink.MutualEnergy), kink.Reaction.ToString());
        }

        run.Output.Write(table);
        run.Output.WriteParagraph($"share of atoms from {first.Formula}; energies {(settings.Voltage is null ? "per atom" : $"per atom that is not {settings.WorkingIon}")}; reactants {(settings.UseHullEnergy ? "at the energy of the hull, so that only their reaction with each other counts" : "at their own energy")}; mutual: without what each does alone");
        EnergyBasis.Write(run, system, Worth(run, first, second, settings, reaction));
    }

    private static void WriteSettings(System.Text.Json.Utf8JsonWriter json, InterfaceOptions settings)
    {
        if (settings.Voltage is { } volt)
        {
            json.WriteString("open", settings.WorkingIon);
            json.WriteValue("voltage", volt, StabilityJson.Volt);
        }

        json.WriteString("reactants", settings.UseHullEnergy ? "hull" : "own");
    }

    private static List<string> Worth(StabilityRun run, Substance first, Substance second, InterfaceOptions settings, InterfaceReaction reaction)
    {
        if (first.Composition.AmountOf("S") + second.Composition.AmountOf("S") == 0)
        {
            return [];
        }

        var isNone = run.Options.SulfideCorrection == SulfideCorrection.None;
        var other = run.Load(run.Options with { SulfideCorrection = isNone ? SulfideCorrection.Legacy : SulfideCorrection.None });
        var changed = InterfaceReaction.Of(other.Diagram(run.SystemOf(settings.Voltage is not null, first, second)), first, second, settings).Minimum.Energy;
        return [$"with --sulfide-correction {(isNone ? "legacy" : "none")}: {1e3 * changed:F1} meV/atom ({1e3 * (changed - reaction.Minimum.Energy):+0.0;-0.0;0.0})"];
    }

    private static string Milli(double energy) => (1e3 * energy is var value && Math.Abs(value) < 0.05 ? 0 : value).ToString("F1", CultureInfo.InvariantCulture);
}
