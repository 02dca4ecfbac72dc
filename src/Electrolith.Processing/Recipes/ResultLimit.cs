using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Recipes;

/// <summary>What a result has to reach, or must not pass.</summary>
/// <param name="Result">Which result.</param>
/// <param name="IsLeast">True for <c>&gt;=</c>, false for <c>&lt;=</c>.</param>
/// <param name="Value">SI value.</param>
public sealed record ResultLimit(RecipeResult Result, bool IsLeast, double Value)
{
    private static readonly string[] Signs = [">=", "<=", "\u2265", "\u2264", ">", "<"];

    /// <summary>How far a value is on the wrong side, SI; negative on the right side.</summary>
    /// <param name="value">SI value of the result; one that is not determined never meets a limit.</param>
    public double Excess(double value) => double.IsNaN(value) ? double.PositiveInfinity : IsLeast ? Value - value : value - Value;

    /// <summary>True when a value meets the limit; the rounding of a unit does not count.</summary>
    /// <param name="value">SI value of the result.</param>
    public bool IsMet(double value) => Excess(value) <= 1e-12 * Scale;

    /// <summary>How far a value is on the wrong side, over the size of the limit, so that limits can be compared; 0 when met.</summary>
    /// <param name="value">SI value of the result.</param>
    /// <remarks>A share near one is measured by its distance to one: 94 % is as far from 95 % as 6 % from 5 %.</remarks>
    public double Violation(double value) => IsMet(value) ? 0 : Excess(value) / Scale;

    /// <summary>The size by which a distance from the limit is judged, SI.</summary>
    public double Scale => Result.Kind == QuantityKinds.Fraction && Value > 0.5 && Value < 1 ? 1 - Value : Value != 0 ? Math.Abs(Value) : Result.Kind == QuantityKinds.Fraction ? 0.01 : Result.Kind.DisplayFactor;

    /// <summary>As a user writes it.</summary>
    public override string ToString() => $"{Result.Name} {(IsLeast ? ">=" : "<=")} {QuantityPrinter.Format(Value, Result.Kind, 4)}";

    /// <summary>Reads a limit such as <c>relative-density&gt;=95%</c>.</summary>
    /// <param name="option">Name of the option, for the message.</param>
    /// <param name="text">The limit.</param>
    /// <param name="bag">Receives every problem.</param>
    /// <param name="own">Further results that may be named, such as columns of a table.</param>
    /// <returns>Null when it cannot be read.</returns>
    public static ResultLimit? Read(string option, string text, DiagnosticBag bag, params IReadOnlyList<RecipeResult> own)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(bag);
        var source = new SourceText(option, text);
        var sign = Signs.FirstOrDefault(item => text.Contains(item, StringComparison.Ordinal));
        if (sign is null)
        {
            bag.Add(new Diagnostic("EL2512", Severity.Error, source, new SourceSpan(1, 1, Math.Max(1, text.Length)), "", "a limit is a result, >= or <=, and a value with its unit", "for example 'relative-density>=95%'"));
            return null;
        }

        var cut = text.IndexOf(sign, StringComparison.Ordinal);
        var result = RecipeResults.Read(option, text[..cut], bag, own);
        var start = cut + sign.Length;
        if (result is null)
        {
            return null;
        }

        var value = text[start..].Replace("percent", "%", StringComparison.Ordinal);
        if (!QuantityParser.TryParse(value, result.Kind, out var si, out var problem))
        {
            bag.Add(new Diagnostic(problem!.Code, Severity.Error, source, new SourceSpan(1, start + 1, Math.Max(1, text.Length - start)), result.Name, problem.Message, problem.Hint ?? $"for example '{result.Name}{sign}{result.Kind.Example.Replace(" ", "", StringComparison.Ordinal)}'"));
            return null;
        }

        if (result.Kind == QuantityKinds.Fraction && (si < 0 || si > 1))
        {
            bag.Add(new Diagnostic("EL2513", Severity.Error, source, new SourceSpan(1, start + 1, Math.Max(1, text.Length - start)), result.Name, $"{result.Name} lies between 0 % and 100 %, not at {QuantityPrinter.Format(si, result.Kind)}", null));
            return null;
        }

        return new ResultLimit(result, sign is ">=" or "\u2265" or ">", si);
    }
}
