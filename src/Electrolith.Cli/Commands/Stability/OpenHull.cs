using System.Globalization;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Stability;
using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Hulls;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Cli.Commands.Stability;

/// <summary><c>stability hull FORMULA --open SPECIES=EV</c>: the ground state next to reservoirs.</summary>
internal static class OpenHull
{
    /// <summary>Reads a reservoir such as <c>O2=-0.5eV</c>.</summary>
    /// <param name="run">The run, which receives problems.</param>
    /// <param name="text">What was typed.</param>
    public static Reservoir Read(StabilityRun run, string text)
    {
        var parts = text.Split('=');
        var number = parts.Length == 2 && parts[1].EndsWith("eV", StringComparison.Ordinal) ? parts[1][..^2].TrimEnd() : "";
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var potential) || !double.IsFinite(potential))
        {
            run.Problem($"--open {text}: a species and its potential with the unit are expected, such as O2=-0.5eV");
            return new Reservoir("Li", Thermodynamics.Questions.Substance.Of("Li").Composition, 0);
        }

        var species = run.Substance(parts[0], "--open");
        return new Reservoir(species.Formula, species.Composition, potential);
    }

    /// <summary>Answers.</summary>
    /// <param name="run">The run.</param>
    /// <param name="substance">The substance.</param>
    /// <param name="reservoirs">What it is open to.</param>
    public static void Answer(StabilityRun run, Substance substance, Reservoir[] reservoirs)
    {
        var system = reservoirs.Aggregate(ElementSet.Of(substance.Composition), (set, item) => set.With(ElementSet.Of(item.Species)));
        var found = ReservoirEquilibrium.At(run.Set.Diagram(system), substance.Composition, reservoirs);
        if (run.Json)
        {
            JsonOutput.Write(run.Output, json =>
            {
                json.WriteString("formula", substance.Formula);
                json.WriteValue("grandPotential", found.GrandPotential, "eV");
                json.WritePhases("products", found.Phases);
                json.WriteStartArray("exchanged");
                foreach (var (reservoir, uptake) in found.Exchanges)
                {
                    json.WriteStartObject();
                    json.WriteString("species", reservoir.Formula);
                    json.WriteValue("potential", reservoir.Potential, "eV");
                    json.WriteNumber("uptake", Math.Round(uptake, 9) + 0.0);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                EnergyBasis.Write(json, run, system, []);
            });
            return;
        }

        run.Output.WriteParagraph($"{substance.Formula} open to {string.Join(" and ", reservoirs.Select(item => $"{item.Formula} at {item.Potential:0.###} eV"))}");
        run.Output.WriteLine();
        var table = new TextTable("phase", ">formula units");
        foreach (var (phase, amount) in found.Phases)
        {
            table.Add(phase.Formula, Reaction.AmountText(amount));
        }

        foreach (var (reservoir, uptake) in found.Exchanges)
        {
            table.Add($"{reservoir.Formula} {(uptake < 0 ? "given off" : "taken up")}", Reaction.AmountText(Math.Abs(uptake)));
        }

        run.Output.Write(table);
        EnergyBasis.Write(run, system, []);
    }
}
