using Electrolith.Quantities.Units;

namespace Electrolith.Quantities;

/// <summary>
/// Reads quantities with unit and, where allowed, spread. Nothing is guessed: a number without unit, <c>25 C</c> for a
/// temperature and a price without year are refused, with what to write instead.
/// </summary>
public static class QuantityParser
{
    /// <summary>Reads one value with unit.</summary>
    /// <param name="text">For example <c>30 um</c>.</param>
    /// <param name="kind">Expected kind.</param>
    /// <param name="si">SI value.</param>
    /// <param name="problem">What is wrong, when false is returned.</param>
    public static bool TryParse(string text, QuantityKind kind, out double si, out QuantityProblem? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(kind);
        var parsed = TryParseEstimate(text, kind, out var estimate, out problem);
        si = estimate.Value;
        if (parsed && estimate.Spread != Spread.None)
        {
            problem = new QuantityProblem(QuantityProblem.BadSpread, $"one value is expected here, not the range '{text.Trim()}'", null, 0, text.Length);
            return false;
        }

        return parsed;
    }

    /// <summary>Reads a value with or without spread (see <c>docs/conventions.md</c>).</summary>
    /// <param name="text">For example <c>30 ± 2 um</c>, <c>25..35 um</c>, <c>1e-4..1e-3 S/cm (log)</c>, <c>5 (2..15) %</c>.</param>
    /// <param name="kind">Expected kind.</param>
    /// <param name="estimate">SI value and spread.</param>
    /// <param name="problem">What is wrong, when false is returned.</param>
    public static bool TryParseEstimate(string text, QuantityKind kind, out Estimate estimate, out QuantityProblem? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(kind);
        return new EstimateParser(text, kind).TryParse(out estimate, out _, out problem);
    }

    /// <summary>Reads an amount of money; it stays in its currency.</summary>
    /// <param name="text">For example <c>100 USD(2024)/kg</c>.</param>
    /// <param name="kind">Expected kind, one of the money kinds.</param>
    /// <param name="amount">Amount per SI unit of the rest, in the currency of <paramref name="basis"/>.</param>
    /// <param name="basis">Currency and price year.</param>
    /// <param name="problem">What is wrong, when false is returned.</param>
    public static bool TryParseMoney(string text, QuantityKind kind, out Estimate amount, out MoneyBasis basis, out QuantityProblem? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(kind);
        var parsed = new EstimateParser(text, kind).TryParse(out amount, out var money, out problem);
        basis = money ?? default;
        return parsed;
    }
}
