using System.Text.Json;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Cli.Output.Stability;

/// <summary>JSON of interface reactions.</summary>
internal static class InterfaceText
{
    /// <summary>The strongest reaction.</summary>
    /// <param name="json">Writer, inside an object.</param>
    /// <param name="reaction">The reaction.</param>
    public static void WriteMinimum(Utf8JsonWriter json, InterfaceReaction reaction)
    {
        var minimum = reaction.Minimum;
        json.WriteValue("minimumReactionEnergy", minimum.Energy, StabilityJson.PerAtom);
        json.WriteNumber("fractionFirst", Math.Round(minimum.FractionFirst, 9));
        json.WriteNumber("molarFractionFirst", Math.Round(minimum.MolarFractionFirst, 9));
        json.WriteReaction("reaction", minimum.Reaction);
        json.WriteValue("minimumMutualEnergy", reaction.MutualMinimum.MutualEnergy, StabilityJson.PerAtom);
        json.WriteNumber("mutualFractionFirst", Math.Round(reaction.MutualMinimum.FractionFirst, 9));
    }

    /// <summary>All kinks from the second substance to the first.</summary>
    /// <param name="json">Writer, inside an object.</param>
    /// <param name="reaction">The reaction.</param>
    public static void WriteKinks(Utf8JsonWriter json, InterfaceReaction reaction)
    {
        json.WriteStartArray("kinks");
        foreach (var kink in reaction.Kinks)
        {
            json.WriteStartObject();
            json.WriteNumber("fractionFirst", Math.Round(kink.FractionFirst, 9));
            json.WriteNumber("molarFractionFirst", Math.Round(kink.MolarFractionFirst, 9));
            json.WriteValue("reactionEnergy", kink.Energy, StabilityJson.PerAtom);
            json.WriteValue("mutualEnergy", kink.MutualEnergy, StabilityJson.PerAtom);
            json.WriteReaction("reaction", kink.Reaction);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
