using System.Globalization;

namespace Electrolith.Cells.Files;

/// <summary>
/// A formula of one variable x as battery parameter files write it: numbers, <c>+ - * / **</c>, brackets and exp, log, log10, sqrt,
/// tanh, sinh, cosh, sin, cos, abs. It is read here, never executed by anything else.
/// </summary>
public sealed class Expression
{
    private const int DeepestNesting = 200;
    private readonly string text;
    private int at;
    private int depth;

    private Expression(string text) => this.text = text;

    /// <summary>Reads a formula.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="problem">Where it is not understood; empty when it is.</param>
    /// <returns>The function; null when there is a problem.</returns>
    public static Func<double, double>? Parse(string text, out string problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        problem = "";
        var reader = new Expression(text);
        try
        {
            var function = reader.Sum();
            reader.Skip();
            if (reader.at == text.Length)
            {
                return function;
            }
        }
        catch (FormatException)
        {
            // The position tells what was not understood.
        }

        problem = $"not understood from column {reader.at + 1}: {text[Math.Min(reader.at, text.Length)..Math.Min(reader.at + 20, text.Length)]}";
        return null;
    }

    private Func<double, double> Sum()
    {
        if (++depth > DeepestNesting)
        {
            throw new FormatException();
        }

        var left = Product();
        while (Next('+', '-') is { } sign)
        {
            var (a, b) = (left, Product());
            left = sign == '+' ? x => a(x) + b(x) : x => a(x) - b(x);
        }

        depth--;
        return left;
    }

    private Func<double, double> Product()
    {
        var left = Signed();
        while (true)
        {
            Skip();
            if (at + 1 < text.Length && text[at] == '*' && text[at + 1] == '*')
            {
                return left;
            }

            if (Next('*', '/') is not { } sign)
            {
                return left;
            }

            var (a, b) = (left, Signed());
            left = sign == '*' ? x => a(x) * b(x) : x => a(x) / b(x);
        }
    }

    private Func<double, double> Signed()
    {
        if (Next('-', '+') is { } sign)
        {
            var inner = Signed();
            return sign == '-' ? x => -inner(x) : inner;
        }

        var root = Atom();
        Skip();
        if (at + 1 < text.Length && text[at] == '*' && text[at + 1] == '*')
        {
            at += 2;
            // The exponent binds to the right and takes its own sign.
            var exponent = Signed();
            return x => Math.Pow(root(x), exponent(x));
        }

        return root;
    }

    private Func<double, double> Atom()
    {
        Skip();
        if (Next('(', '(') is not null)
        {
            var inner = Sum();
            return Next(')', ')') is null ? throw new FormatException() : inner;
        }

        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '_' || (text[at] is '+' or '-' && at > start && text[at - 1] is 'e' or 'E' && char.IsAsciiDigit(text[start]))))
        {
            at++;
        }

        var word = text[start..at];
        if (word == "x")
        {
            return x => x;
        }

        if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return _ => number;
        }

        if (Named(word) is { } function && Next('(', '(') is not null)
        {
            var inner = Sum();
            return Next(')', ')') is null ? throw new FormatException() : x => function(inner(x));
        }

        at = start;
        throw new FormatException();
    }

    private static Func<double, double>? Named(string name) => name switch
    {
        "exp" => Math.Exp,
        "log" => Math.Log,
        "log10" => Math.Log10,
        "sqrt" => Math.Sqrt,
        "tanh" => Math.Tanh,
        "sinh" => Math.Sinh,
        "cosh" => Math.Cosh,
        "sin" => Math.Sin,
        "cos" => Math.Cos,
        "abs" => Math.Abs,
        _ => null,
    };

    private char? Next(char one, char other)
    {
        Skip();
        return at < text.Length && (text[at] == one || text[at] == other) ? text[at++] : null;
    }

    private void Skip()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }
}
