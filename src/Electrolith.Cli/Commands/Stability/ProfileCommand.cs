using System.CommandLine;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Stability;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Cli.Commands.Stability;

/// <summary><c>stability profile FORMULA</c> and <c>stability at FORMULA --voltage V</c>.</summary>
internal static class ProfileCommand
{
    /// <summary>Builds <c>profile</c>.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var options = new StabilityOptions();
        var formula = new Argument<string>("FORMULA") { Description = "Formula, or id of a material" };
        var command = options.Verb("profile", "Every step of lithiation and delithiation, with exact voltages");
        command.Arguments.Add(formula);
        examples[command] = ["electrolith stability profile Li3PS4", "electrolith stability profile LiPON --json"];
        command.SetAction(result => StabilityRun.Do(result, options, run =>
        {
            var substance = run.NotTheIon(run.Substance(result.GetValue(formula)!, "FORMULA"));
            return () =>
            {
                var profile = VoltageProfile.Of(run.Diagram(run.Set, withIon: true, substance), substance, run.Ion);
                if (run.Json)
                {
                    JsonOutput.Write(run.Output, json =>
                    {
                        json.WriteString("formula", substance.Formula);
                        json.WriteString("workingIon", run.Ion);
                        WindowText.WriteSteps(json, profile);
                        EnergyBasis.Write(json, run, run.SystemOf(withIon: true, substance), []);
                    });
                    return;
                }

                run.Output.WriteLine($"{substance.Formula} from 0 V against {run.Ion}/{run.Ion}+ upwards");
                run.Output.WriteLine();
                WindowText.WriteSteps(run, profile);
                EnergyBasis.Write(run, run.SystemOf(withIon: true, substance), []);
            };
        }));
        return command;
    }

    /// <summary>Builds <c>at</c>.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command BuildAt(Dictionary<Command, string[]> examples)
    {
        var options = new StabilityOptions();
        var formula = new Argument<string>("FORMULA") { Description = "Formula, or id of a material" };
        var voltage = new Option<string>("--voltage") { Description = "Voltage against the metal of the working ion, for example 4.3V", HelpName = "V", Required = true };
        var command = options.Verb("at", "What a compound becomes at one voltage, and how strongly it is driven");
        command.Arguments.Add(formula);
        command.Options.Add(voltage);
        examples[command] = ["electrolith stability at Li6PS5Cl --voltage 4.3V"];
        command.SetAction(result => StabilityRun.Do(result, options, run =>
        {
            var substance = run.NotTheIon(run.Substance(result.GetValue(formula)!, "FORMULA"));
            var volt = run.Voltage(result.GetValue(voltage)) ?? 0;
            return () => AnswerAt(run, substance, volt);
        }));
        return command;
    }

    private static void AnswerAt(StabilityRun run, Substance substance, double volt)
    {
        var diagram = run.Diagram(run.Set, withIon: true, substance);
        var state = StabilityAt.Of(diagram, substance, volt, run.Ion);
        if (run.Json)
        {
            JsonOutput.Write(run.Output, json =>
            {
                json.WriteString("formula", substance.Formula);
                json.WriteString("workingIon", run.Ion);
                json.WriteValue("voltage", volt, StabilityJson.Volt);
                json.WriteBoolean("stable", state.IsStable);
                json.WriteNumber("lithiumUptake", Math.Round(state.Step.Uptake, 9) + 0.0);
                json.WritePhases("products", state.Step.Products);
                json.WriteReaction("reaction", state.Step.Reaction);
                json.WriteValue("reactionEnergy", state.ReactionEnergy, StabilityJson.PerAtom);
                EnergyBasis.Write(json, run, run.SystemOf(withIon: true, substance), []);
            });
            return;
        }

        run.Output.WriteParagraph($"{substance.Formula} at {volt:0.###} V against {run.Ion}/{run.Ion}+: {(state.IsStable ? "stable" : state.Step.Uptake > 0 ? "reduced" : state.Step.Uptake < 0 ? "oxidised" : "falls apart without exchange")}");
        if (!state.IsStable)
        {
            run.Output.WriteParagraph(state.Step.Reaction.ToString(), "  ");
            run.Output.WriteParagraph($"driving force {1e3 * state.ReactionEnergy:F1} meV/atom, {WindowText.Signed(state.Step.Uptake)} {run.Ion} for one formula unit; the same products from {state.Step.From:F3} {(double.IsInfinity(state.Step.To) ? "V on" : $"to {state.Step.To:F3} V")}", "  ");
        }

        EnergyBasis.Write(run, run.SystemOf(withIon: true, substance), []);
    }
}
