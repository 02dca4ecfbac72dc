namespace Electrolith.Quantities.Typed;

/// <summary>A value that knows its kind of quantity; stored in SI units.</summary>
/// <typeparam name="TSelf">The quantity itself.</typeparam>
public interface IQuantity<TSelf>
    where TSelf : struct, IQuantity<TSelf>
{
    /// <summary>Kind of quantity.</summary>
    static abstract QuantityKind Kind { get; }

    /// <summary>Value in the SI unit of the kind.</summary>
    double Si { get; }

    /// <summary>A quantity from its SI value.</summary>
    /// <param name="si">SI value.</param>
    static abstract TSelf FromSi(double si);
}

/// <summary>What every typed quantity can do.</summary>
public static class Quantity
{
    /// <summary>Reads a quantity with its unit.</summary>
    /// <param name="text">For example <c>30 um</c>.</param>
    /// <exception cref="FormatException">The text is not such a quantity; the message says what is expected.</exception>
    public static T Parse<T>(string text)
        where T : struct, IQuantity<T> =>
        TryParse<T>(text, out var quantity, out var problem) ? quantity : throw new FormatException(problem!.Hint is { } hint ? $"{problem.Message}; {hint}" : problem.Message);

    /// <summary>Reads a quantity with its unit.</summary>
    /// <param name="text">For example <c>30 um</c>.</param>
    /// <param name="quantity">The quantity.</param>
    /// <param name="problem">What is wrong, when false is returned.</param>
    public static bool TryParse<T>(string text, out T quantity, out QuantityProblem? problem)
        where T : struct, IQuantity<T>
    {
        var parsed = QuantityParser.TryParse(text, T.Kind, out var si, out problem);
        quantity = parsed ? T.FromSi(si) : default;
        return parsed;
    }

    /// <summary>A quantity with a unit that suits its size.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="significantDigits">Digits to keep.</param>
    public static string ToText<T>(this T quantity, int significantDigits = 3)
        where T : struct, IQuantity<T> => QuantityPrinter.Format(quantity.Si, T.Kind, significantDigits);
}
