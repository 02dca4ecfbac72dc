namespace Electrolith.Quantities.Units;

/// <summary>Currencies that are read.</summary>
internal static class Currencies
{
    /// <summary>ISO 4217 code of a symbol, or null.</summary>
    /// <param name="symbol">Code or sign.</param>
    public static string? Code(string symbol) => symbol switch
    {
        "USD" or "$" => "USD",
        "EUR" or "€" => "EUR",
        "GBP" or "£" => "GBP",
        "CNY" or "RMB" => "CNY",
        "JPY" => "JPY",
        "KRW" => "KRW",
        "CHF" => "CHF",
        _ => null,
    };
}

/// <summary>Superscript digits.</summary>
internal static class Superscripts
{
    /// <summary>Value of a plain or superscript digit, or -1.</summary>
    /// <param name="character">The character.</param>
    public static int Digit(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        '\u2070' => 0,
        '\u00B9' => 1,
        '\u00B2' => 2,
        '\u00B3' => 3,
        >= '\u2074' and <= '\u2079' => character - '\u2070',
        _ => -1,
    };
}
