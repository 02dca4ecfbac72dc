using System.Globalization;

namespace Electrolith.Materials.Formulas;

/// <summary>Reads the arithmetic in subscripts and coefficients: sums and differences of numbers, variables and products such as <c>3x</c> or <c>x/2</c>.</summary>
/// <param name="scanner">The formula.</param>
/// <param name="variables">Values of the variables by name.</param>
internal sealed class SubscriptReader(FormulaScanner scanner, IReadOnlyDictionary<string, double> variables)
{
    /// <summary>True when a subscript starts at the position.</summary>
    public bool IsNext => StartsTerm(scanner.Position) || IsBracketed;

    /// <summary>True when a bracket with nothing but arithmetic starts at the position, as in <c>Zr(2-x)</c>.</summary>
    private bool IsBracketed
    {
        get
        {
            if (scanner.Current != '(')
            {
                return false;
            }

            var end = scanner.Position + 1;
            while (char.IsAsciiDigit(scanner.At(end)) || scanner.At(end) is '.' or '+' or '-' or '/' or '*' or ' ' || FormulaScanner.IsVariable(scanner.At(end)))
            {
                end++;
            }

            return end > scanner.Position + 1 && scanner.At(end) == ')';
        }
    }

    /// <summary>Reads a subscript.</summary>
    /// <returns>Its value, not negative.</returns>
    /// <exception cref="FormulaException">A variable has no value, or the result is negative.</exception>
    public double Read()
    {
        var start = scanner.Position;
        double value;
        if (IsBracketed)
        {
            scanner.Position++;
            value = Sum(inBracket: true);
            scanner.SkipBlanks();
            if (scanner.Current != ')')
            {
                throw new FormulaException("EL1134", "a number or a variable is expected here", hint: null, scanner.Position, 1);
            }

            scanner.Position++;
        }
        else
        {
            value = Sum(inBracket: false);
        }

        // 2 - 0.6 - 1.4 is zero to rounding.
        value = Math.Abs(value) < 1e-12 ? 0 : value;
        if (!(value >= 0) || double.IsInfinity(value))
        {
            var written = scanner.Slice(start, scanner.Position);
            throw new FormulaException("EL1134", $"the subscript {written} is {value:0.######}; it must not be negative", "check the values of the variables", start, written.Length);
        }

        return value;
    }

    private bool StartsTerm(int position) => char.IsAsciiDigit(scanner.At(position)) || FormulaScanner.IsVariable(scanner.At(position));

    private double Sum(bool inBracket)
    {
        var sum = Term(inBracket);
        while (true)
        {
            if (inBracket)
            {
                scanner.SkipBlanks();
            }

            if (scanner.Current is not ('+' or '-') || (!inBracket && !Continues()))
            {
                return sum;
            }

            var sign = scanner.Current == '+' ? 1 : -1;
            scanner.Position++;
            sum += sign * Term(inBracket);
        }
    }

    // Outside brackets "Ti2-x" is arithmetic and "Li2S-25P2S5" a mixture: a minus goes on only when a variable follows.
    private bool Continues()
    {
        var next = scanner.Position + 1;
        if (scanner.Current == '+')
        {
            return StartsTerm(next);
        }

        return FormulaScanner.IsVariable(scanner.At(scanner.EndOfNumber(next)));
    }

    private double Term(bool inBracket)
    {
        var value = 1.0;
        var factors = 0;
        while (true)
        {
            if (inBracket)
            {
                scanner.SkipBlanks();
            }

            if (StartsTerm(scanner.Position))
            {
                value *= Factor();
            }
            else if (scanner.Current == '/' && factors > 0 && StartsTerm(scanner.Position + 1))
            {
                scanner.Position++;
                value /= Factor();
            }
            else if (scanner.Current == '*' && inBracket && factors > 0)
            {
                scanner.Position++;
                continue;
            }
            else if (factors > 0)
            {
                return value;
            }
            else
            {
                throw new FormulaException("EL1134", "a number or a variable is expected here", hint: null, scanner.Position, 1);
            }

            factors++;
        }
    }

    private double Factor()
    {
        var start = scanner.Position;
        var end = scanner.EndOfNumber(start);
        if (end > start)
        {
            scanner.Position = end;
            return double.Parse(scanner.Slice(start, end), CultureInfo.InvariantCulture);
        }

        var name = scanner.Current.ToString();
        scanner.Position++;
        return variables.TryGetValue(name, out var value)
            ? value
            : throw new FormulaException("EL1132", $"the variable {name} has no value", $"give it, for example {name} = 0.3", start, 1);
    }
}
