using System.Globalization;
using System.Text;
using Electrolith.Materials.Formulas;

namespace Electrolith.Thermodynamics.Entries;

/// <summary>A text that is the same for all formulas with the same ratios: Li2S2O8 and LiSO4.</summary>
internal static class CompositionKey
{
    /// <summary>The key of a composition.</summary>
    /// <param name="composition">The composition.</param>
    public static string Of(Composition composition)
    {
        ArgumentNullException.ThrowIfNull(composition);
        var total = composition.AtomCount;
        var text = new StringBuilder();
        foreach (var part in composition.Parts.OrderBy(part => part.Element.Number))
        {
            text.Append(part.Element.Number).Append(':').Append((part.Amount / total).ToString("F9", CultureInfo.InvariantCulture)).Append(' ');
        }

        return text.ToString();
    }
}
