using Electrolith.Industry.Costs;
using Electrolith.Quantities;

namespace Electrolith.Routes.Compiling;

/// <summary>All prices of a route are brought to US dollars of one year.</summary>
internal static class DollarPrices
{
    /// <summary>Year of the dollars.</summary>
    public const int Year = 2024;

    /// <summary>An estimate in dollars of <see cref="Year"/>.</summary>
    /// <param name="amount">Amount in its currency.</param>
    /// <param name="basis">Currency and year.</param>
    /// <param name="dollars">The same in dollars.</param>
    /// <returns>False when the price book does not cover the currency or its year.</returns>
    public static bool TryConvert(Estimate amount, MoneyBasis basis, out Estimate dollars)
    {
        dollars = amount;
        if (!PriceBook.Default.TryConvert(1, basis, Year, out var factor))
        {
            return false;
        }

        dollars = new Estimate(amount.Value * factor, amount.Low * factor, amount.High * factor, amount.Spread);
        return true;
    }
}
