using System.Globalization;
using System.Text.Json;
using Electrolith.Cli.Commands.Stability;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Cli.Output.Stability;

/// <summary>Prints windows and profiles.</summary>
internal static class WindowText
{
    /// <summary>One window.</summary>
    /// <param name="run">The run.</param>
    /// <param name="substance">The substance.</param>
    /// <param name="window">Its window.</param>
    /// <param name="isAlone">Whether the whole profile and the energies follow.</param>
    public static void Write(StabilityRun run, Substance substance, StabilityWindow window, bool isAlone)
    {
        var output = run.Output;
        output.WriteParagraph($"{substance.Formula}: {EnergyBasis.Limits(window)} against {run.Ion}/{run.Ion}+{State(window)}");
        if (window.ReductionReaction is { } reduction)
        {
            output.WriteParagraph($"reduced below {window.ReductionPotential:F3} V: {reduction}", "  ");
        }
        else if (window.ReductionPotential == 0)
        {
            output.WriteParagraph($"not reduced by {run.Ion} metal", "  ");
        }

        if (window.OxidationReaction is { } oxidation)
        {
            output.WriteParagraph($"oxidised above {window.OxidationPotential:F3} V: {oxidation}", "  ");
        }
        else if (window.OxidationPotential is not null)
        {
            output.WriteParagraph($"holds no {run.Ion} to give off: never oxidised in this sense", "  ");
        }

        if (window.ReductionPotential is null)
        {
            output.WriteParagraph("its ground state exchanges ions at every voltage: see the profile", "  ");
        }

        if (isAlone)
        {
            output.WriteLine();
            WriteSteps(run, window.Profile);
            output.WriteParagraph("thermodynamics at 0 K: slow reactions and passivating products widen what is measured");
            EnergyBasis.Write(run, run.SystemOf(withIon: true, substance), EnergyBasis.Worth(run, substance, window));
        }
    }

    /// <summary>All steps of a profile.</summary>
    /// <param name="run">The run.</param>
    /// <param name="profile">The profile.</param>
    public static void WriteSteps(StabilityRun run, VoltageProfile profile)
    {
        var table = new TextTable(">from, V", $">{run.Ion} taken up", ">eV/atom", "products");
        foreach (var step in profile.Steps)
        {
            table.Add(
                step.From.ToString("F3", CultureInfo.InvariantCulture), Signed(step.Uptake), step.ReactionEnergy.ToString("F3", CultureInfo.InvariantCulture),
                string.Join(" + ", step.Products.Select(item => Reaction.AmountText(item.Amount) is var amount and not "1" ? $"{amount} {item.Phase.Formula}" : item.Phase.Formula)));
        }

        run.Output.Write(table);
    }

    /// <summary>One window as JSON.</summary>
    /// <param name="json">Writer, inside an object.</param>
    /// <param name="run">The run.</param>
    /// <param name="substance">The substance.</param>
    /// <param name="window">Its window.</param>
    public static void WriteJson(Utf8JsonWriter json, StabilityRun run, Substance substance, StabilityWindow window)
    {
        json.WriteString("formula", substance.Formula);
        json.WriteString("workingIon", run.Ion);
        json.WriteValue("energyAboveHull", window.EnergyAboveHull, StabilityJson.PerAtom);
        json.WritePhases("groundState", window.GroundState.Phases);
        json.WriteBoolean("hasWindow", window.ReductionPotential is not null);
        json.WriteBoolean("strict", window.IsStrict);
        json.WriteValue("reductionPotential", window.ReductionPotential, StabilityJson.Volt);
        json.WriteValue("oxidationPotential", window.OxidationPotential, StabilityJson.Volt);
        json.WriteReaction("reductionReaction", window.ReductionReaction);
        json.WriteReaction("oxidationReaction", window.OxidationReaction);
        WriteSteps(json, window.Profile);
        EnergyBasis.Write(json, run, run.SystemOf(withIon: true, substance), EnergyBasis.Worth(run, substance, window));
    }

    /// <summary>All steps as JSON.</summary>
    /// <param name="json">Writer, inside an object.</param>
    /// <param name="profile">The profile.</param>
    public static void WriteSteps(Utf8JsonWriter json, VoltageProfile profile)
    {
        json.WriteStartArray("profile");
        foreach (var step in profile.Steps)
        {
            json.WriteStartObject();
            json.WriteStep(step);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>An amount with its sign.</summary>
    /// <param name="amount">Formula units.</param>
    public static string Signed(double amount) => amount == 0 ? "0" : (amount > 0 ? "+" : "-") + Reaction.AmountText(Math.Abs(amount));

    private static string State(StabilityWindow window) => window.EnergyAboveHull switch
    {
        null => $"; not in the data set, the window of {Mixture(window)}",
        <= 1e-6 => "",
        var above => $"; {1e3 * above:F1} meV/atom above the hull, the window of {Mixture(window)}",
    };

    private static string Mixture(StabilityWindow window) => string.Join(" + ", window.GroundState.Phases.Select(item => item.Phase.Formula));
}
