namespace Electrolith.Quantities;

/// <summary>Why a text is not the quantity that was expected.</summary>
/// <param name="Code">Stable code, <c>EL01xx</c>.</param>
/// <param name="Message">What is wrong and what was expected.</param>
/// <param name="Hint">The likely fix; null when none is known.</param>
/// <param name="Offset">Where in the text, from 0.</param>
/// <param name="Length">How much of the text.</param>
public sealed record QuantityProblem(string Code, string Message, string? Hint, int Offset, int Length)
{
    /// <summary>No number where one is expected.</summary>
    public const string NotANumber = "EL0101";

    /// <summary>A number without its unit.</summary>
    public const string MissingUnit = "EL0102";

    /// <summary>A unit that does not exist.</summary>
    public const string UnknownUnit = "EL0103";

    /// <summary>A unit of another kind of quantity.</summary>
    public const string WrongKind = "EL0104";

    /// <summary>A text that could mean two things, such as <c>25 C</c>.</summary>
    public const string Ambiguous = "EL0105";

    /// <summary>Money without its price year or currency.</summary>
    public const string MoneyBasisMissing = "EL0106";

    /// <summary>A spread that cannot be: the low end above the high end, a logarithmic range that reaches zero.</summary>
    public const string BadSpread = "EL0107";

    /// <summary>A number that is not finite.</summary>
    public const string NotFinite = "EL0108";
}
