namespace Electrolith.Quantities;

/// <summary>Currency and price year of an amount of money.</summary>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Year">Year of the prices.</param>
public readonly record struct MoneyBasis(string Currency, int Year)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Currency}({Year})";
}
