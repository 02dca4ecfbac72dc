using System.CommandLine;
using System.Globalization;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Stability;
using Electrolith.Thermodynamics.Hulls;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Cli.Commands.Stability;

/// <summary><c>stability hull FORMULA</c>: energy above the hull and what the compound falls apart into.</summary>
internal static class HullCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var options = new StabilityOptions();
        var formula = new Argument<string>("FORMULA") { Description = "Formula, or id of a material; fractional amounts are read" };
        var command = options.Verb("hull", "Energy above the hull and decomposition products");
        var open = new Option<string[]>("--open") { Description = "Exchange a species at a potential relative to its elements, for example O2=-0.5eV or Li=-3.8eV; may be repeated", HelpName = "SPECIES=EV", DefaultValueFactory = _ => [] };
        command.Arguments.Add(formula);
        command.Options.Add(open);
        examples[command] = ["electrolith stability hull Li6PS5Cl", "electrolith stability hull Li6.4La3Zr1.4Ta0.6O12 --json", "electrolith stability hull LiCoO2 --open O2=-0.5eV --open Li=-3.9eV"];
        command.SetAction(result => StabilityRun.Do(result, options, run =>
        {
            var substance = run.Substance(result.GetValue(formula)!, "FORMULA");
            Reservoir[] reservoirs = [.. result.GetValue(open)!.Select(text => OpenHull.Read(run, text))];
            return () =>
            {
                if (reservoirs.Length > 0)
                {
                    OpenHull.Answer(run, substance, reservoirs);
                }
                else
                {
                    Answer(run, substance);
                }
            };
        }));
        return command;
    }

    private static void Answer(StabilityRun run, Substance substance)
    {
        var diagram = run.Diagram(run.Set, withIon: false, substance);
        var ground = diagram.At(substance.Composition);
        var entry = diagram.Find(substance.Composition);
        double? formation = entry is null ? null : diagram.FormationEnergyPerAtom(entry);
        double? above = entry is null ? null : diagram.EnergyAboveHull(entry);
        if (run.Json)
        {
            WriteJson(run, substance, ground, (formation, above, entry is { IsElement: false } ? diagram.DecompositionEnergy(entry) : null));
            return;
        }

        run.Output.WriteLine(entry is null ? $"{substance.Formula}: not in the data set, taken as a mixture"
            : above <= 1e-6 ? $"{substance.Formula}: stable, on the hull" : $"{substance.Formula}: {1e3 * above:F1} meV/atom above the hull");
        run.Output.WriteLine();
        var table = new TextTable("phase", ">formula units", ">share of atoms");
        foreach (var (phase, amount) in ground.Phases)
        {
            table.Add(phase.Formula, Reaction.AmountText(amount), (100 * amount * phase.AtomCount / substance.Composition.AtomCount).ToString("F1", CultureInfo.InvariantCulture) + " %");
        }

        run.Output.Write(table);
        run.Output.WriteLine();
        run.Output.WriteLine($"energy of the hull {ground.EnergyPerAtom:F4} eV/atom{(formation is { } own ? $", of the compound {own:F4} eV/atom" : "")}");
        run.Output.WriteLine("chemical potentials, eV: " + string.Join(", ", ground.ChemicalPotentials.Select(item => $"{item.Element} {item.Potential:F3}")));
        EnergyBasis.Write(run, diagram.System, []);
    }

    private static void WriteJson(StabilityRun run, Substance substance, Equilibrium ground, (double? Formation, double? Above, double? Decomposition) own) => JsonOutput.Write(run.Output, json =>
    {
        json.WriteString("formula", substance.Formula);
        json.WriteBoolean("inDataSet", own.Formation is not null);
        json.WriteBoolean("stable", own.Above <= 1e-6);
        json.WriteValue("energyAboveHull", own.Above, StabilityJson.PerAtom);
        json.WriteValue("formationEnergy", own.Formation, StabilityJson.PerAtom);
        json.WriteValue("decompositionEnergy", own.Decomposition, StabilityJson.PerAtom);
        json.WriteValue("hullEnergy", ground.EnergyPerAtom, StabilityJson.PerAtom);
        json.WritePhases("products", ground.Phases);
        json.WriteStartObject("chemicalPotentials");
        foreach (var (element, potential) in ground.ChemicalPotentials)
        {
            json.WriteValue(element.Symbol, potential, "eV");
        }

        json.WriteEndObject();
        json.WriteStartObject("certificate");
        json.WriteValue("primal", ground.Certificate.Primal, "eV");
        json.WriteValue("dual", ground.Certificate.Dual, "eV");
        json.WriteNumber("massResidual", ground.Certificate.MassResidual);
        json.WriteNumber("largestViolation", ground.Certificate.LargestViolation);
        json.WriteEndObject();
        EnergyBasis.Write(json, run, run.SystemOf(withIon: false, substance), []);
    });
}
