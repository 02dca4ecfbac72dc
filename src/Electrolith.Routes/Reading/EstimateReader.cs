using Electrolith.Quantities;

namespace Electrolith.Routes.Reading;

/// <summary>Parses a quantity with spread, of money or of anything else.</summary>
internal static class EstimateReader
{
    /// <summary>Parses a text; amounts of money stay in their currency, given in <paramref name="money"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">Expected kind.</param>
    /// <param name="estimate">SI value and spread.</param>
    /// <param name="money">Currency and year of an amount of money.</param>
    /// <param name="problem">What is wrong, when false is returned.</param>
    public static bool TryParse(string text, QuantityKind kind, out Estimate estimate, out MoneyBasis? money, out QuantityProblem? problem)
    {
        money = null;
        if (!IsMoney(kind))
        {
            return QuantityParser.TryParseEstimate(text, kind, out estimate, out problem);
        }

        var parsed = QuantityParser.TryParseMoney(text, kind, out estimate, out var basis, out problem);
        money = parsed ? basis : null;
        return parsed;
    }

    /// <summary>True for amounts of money.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsMoney(QuantityKind kind) => kind.Id.StartsWith("money", StringComparison.Ordinal);
}
