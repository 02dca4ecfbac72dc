using System.Collections.Immutable;
using System.Text.Json;
using Electrolith.Thermodynamics.Hulls;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Cli.Output.Stability;

/// <summary>Members that the answers about stability share.</summary>
internal static class StabilityJson
{
    public const string PerAtom = "eV/atom";
    public const string Volt = "V";

    /// <summary>A quantity as <c>{"value", "unit"}</c>; the value is null where there is none.</summary>
    /// <param name="json">Writer.</param>
    /// <param name="name">Property name.</param>
    /// <param name="value">In the unit that is named; null or infinite for none.</param>
    /// <param name="unit">Unit.</param>
    public static void WriteValue(this Utf8JsonWriter json, string name, double? value, string unit)
    {
        json.WriteStartObject(name);
        if (value is { } number && double.IsFinite(number))
        {
            // Twelve decimals: more than any input has, fewer than rounding noise.
            json.WriteNumber("value", Math.Round(number, 12) + 0.0);
        }
        else
        {
            json.WriteNull("value");
        }

        json.WriteString("unit", unit);
        json.WriteEndObject();
    }

    /// <summary>A text, or null.</summary>
    /// <param name="json">Writer.</param>
    /// <param name="name">Property name.</param>
    /// <param name="reaction">The reaction.</param>
    public static void WriteReaction(this Utf8JsonWriter json, string name, Reaction? reaction)
    {
        if (reaction is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, reaction.ToString());
        }
    }

    /// <summary>Phases with amounts and their share of atoms.</summary>
    /// <param name="json">Writer.</param>
    /// <param name="name">Property name.</param>
    /// <param name="phases">The phases.</param>
    public static void WritePhases(this Utf8JsonWriter json, string name, ImmutableArray<PhaseAmount> phases)
    {
        var atoms = phases.Sum(item => item.Amount * item.Phase.AtomCount);
        json.WriteStartArray(name);
        foreach (var (phase, amount) in phases)
        {
            json.WriteStartObject();
            json.WriteString("formula", phase.Formula);
            json.WriteNumber("amount", Math.Round(amount, 9));
            json.WriteNumber("atomFraction", Math.Round(amount * phase.AtomCount / atoms, 9));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>One step of a profile.</summary>
    /// <param name="json">Writer, inside an object.</param>
    /// <param name="step">The step.</param>
    public static void WriteStep(this Utf8JsonWriter json, VoltageStep step)
    {
        json.WriteValue("voltage", step.From, Volt);
        json.WriteValue("upTo", step.To, Volt);
        json.WriteNumber("lithiumUptake", Math.Round(step.Uptake, 9) + 0.0);
        json.WritePhases("products", step.Products);
        json.WriteReaction("reaction", step.Reaction);
        json.WriteValue("reactionEnergy", step.ReactionEnergy, PerAtom);
    }
}
