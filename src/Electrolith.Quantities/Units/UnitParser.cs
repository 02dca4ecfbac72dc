using System.Globalization;

namespace Electrolith.Quantities.Units;

/// <summary>
/// Reads unit expressions in every spelling of the field: <c>mS/cm</c>, <c>mS cm-1</c>, <c>mS·cm⁻¹</c>, <c>mS cm^-1</c>,
/// <c>MPa√m</c>, <c>USD(2024)/kg</c>. A slash divides by the one factor that follows it, or by a parenthesis.
/// </summary>
public static class UnitParser
{
    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression without its number.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="problem">What is wrong, with offsets into <paramref name="text"/>, when false is returned.</param>
    public static bool TryParse(string text, out Unit unit, out QuantityProblem? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new Reader(text);
        if (reader.Product(0) && reader.AtEnd)
        {
            unit = reader.Result;
            problem = null;
            return true;
        }

        unit = default;
        problem = reader.Problem ?? reader.Unexpected();
        return false;
    }

    private ref struct Reader(string text)
    {
        private int position;
        private int factors;

        public QuantityProblem? Problem { get; private set; }

        public Unit Result { get; private set; } = new(1, Dimension.None);

        public readonly bool AtEnd => position >= text.Length;

        /// <summary>A product of factors up to the end or a closing parenthesis.</summary>
        public bool Product(int depth)
        {
            var sign = 1;
            while (true)
            {
                SkipBlanks();
                if (AtEnd || text[position] == ')')
                {
                    return true;
                }

                var mark = text[position];
                if (mark is '·' or '*' or '.' or '\u22C5' or '\u00D7')
                {
                    position++;
                    continue;
                }

                if (mark is '/' or '\u2215')
                {
                    position++;
                    sign = -1;
                    continue;
                }

                if (!Factor(sign, depth))
                {
                    return false;
                }

                sign = 1;
            }
        }

        public readonly QuantityProblem Unexpected() =>
            new(QuantityProblem.UnknownUnit, $"'{text[position..]}' is not understood as part of a unit", null, position, text.Length - position);

        private bool Factor(int sign, int depth)
        {
            var start = position;
            var root = text[position] is '\u221A';
            position += root ? 1 : 0;
            if (!AtEnd && text[position] == '(' && depth < 4)
            {
                return Parenthesis(sign * (root ? 1 : 2), depth);
            }

            if (!AtEnd && text[position] == '1' && (position + 1 == text.Length || text[position + 1] is '/' or ' '))
            {
                position++;
                return true;
            }

            var symbol = Symbol();
            if (symbol.Length == 0)
            {
                return false;
            }

            var money = MoneyUnit(symbol, start, out var isMoney);
            if (isMoney)
            {
                return money;
            }

            if (!UnitTable.TryFind(symbol, out var unit, out var prefix))
            {
                var other = UnitTable.OtherCases(symbol).FirstOrDefault();
                Problem = new QuantityProblem(QuantityProblem.UnknownUnit, $"unknown unit '{symbol}'",
                    other is null ? null : $"did you mean {other}? Upper and lower case matter", start, symbol.Length);
                return false;
            }

            var halves = Exponent(out var hasExponent) * (root ? 1 : 2) * sign;
            halves = hasHalf ? halves / 2 : halves;
            factors++;
            var isCelsius = factors == 1 && !hasExponent && sign > 0 && symbol is "degC" or "°C" or "\u2103" or "celsius" or "Celsius";
            Result = new Unit(
                Result.Factor * Math.Pow(unit.Factor * prefix, halves / 2.0), Result.Dimension * unit.Dimension.Power(halves),
                unit.Basis != ShareBasis.Any ? unit.Basis : Result.Basis, isCelsius, Result.Money);
            return true;
        }

        private bool hasHalf;

        private bool Parenthesis(int halves, int depth)
        {
            var outer = Result;
            position++;
            Result = new Unit(1, Dimension.None);
            if (!Product(depth + 1) || AtEnd)
            {
                return false;
            }

            position++;
            var inner = Result;
            var power = Exponent(out _) * halves;
            power = hasHalf ? power / 2 : power;
            Result = outer with { Factor = outer.Factor * Math.Pow(inner.Factor, power / 2.0), Dimension = outer.Dimension * inner.Dimension.Power(power) };
            return true;
        }

        private string Symbol()
        {
            var start = position;
            while (!AtEnd && (char.IsLetter(text[position]) || text[position] is '°' or '%' or '$' or '€' or '£' or '\u2126' or '\u00B5' or '\u2103'))
            {
                position++;
            }

            return text[start..position];
        }

        private bool MoneyUnit(string symbol, int start, out bool isMoney)
        {
            var currency = Currencies.Code(symbol);
            isMoney = currency is not null;
            if (currency is null)
            {
                return false;
            }

            var year = 0;
            if (!AtEnd && text[position] == '(')
            {
                var close = text.IndexOf(')', position);
                if (close > 0 && int.TryParse(text.AsSpan(position + 1, close - position - 1), NumberStyles.None, CultureInfo.InvariantCulture, out year))
                {
                    position = close + 1;
                }
            }

            if (year is < 1950 or > 2100)
            {
                Problem = new QuantityProblem(QuantityProblem.MoneyBasisMissing, $"an amount in {currency} needs the year of its prices",
                    $"write {currency}(2024)", start, Math.Max(position - start, 1));
                return false;
            }

            factors++;
            Result = Result with { Dimension = Result.Dimension * Dimension.Of(money: 1), Money = new MoneyBasis(currency, year) };
            return true;
        }

        /// <summary>The exponent after a symbol, 1 without; sets <c>hasHalf</c> when it is in halves.</summary>
        private int Exponent(out bool given)
        {
            hasHalf = false;
            var mark = position;
            if (!AtEnd && text[position] == '\u00BD')
            {
                position++;
                given = hasHalf = true;
                return 1;
            }

            if (!AtEnd && text[position] == '^')
            {
                position++;
            }
            else if (position + 1 < text.Length && text[position] == '*' && text[position + 1] == '*')
            {
                position += 2;
            }

            var open = !AtEnd && text[position] == '(';
            position += open ? 1 : 0;
            var negative = !AtEnd && text[position] is '-' or '\u2212' or '\u207B';
            position += negative || (!AtEnd && text[position] is '+' or '\u207A') ? 1 : 0;
            var start = position;
            var value = 0;
            while (!AtEnd && Superscripts.Digit(text[position]) is var digit and >= 0 && value < 100)
            {
                value = (value * 10) + digit;
                position++;
            }

            given = position > start;
            if (!given)
            {
                position = mark;
                return 1;
            }

            ReadHalf(ref value);
            position += open && !AtEnd && text[position] == ')' ? 1 : 0;
            return negative ? -value : value;
        }

        /// <summary>The forms <c>0.5</c> and <c>1/2</c>.</summary>
        private void ReadHalf(ref int value)
        {
            if (position + 1 < text.Length && ((value == 0 && text[position] == '.' && text[position + 1] == '5') || (value == 1 && text[position] == '/' && text[position + 1] == '2')))
            {
                position += 2;
                value = 1;
                hasHalf = true;
            }
        }

        private void SkipBlanks()
        {
            while (!AtEnd && (char.IsWhiteSpace(text[position]) || text[position] is '\u2009' or '\u202F'))
            {
                position++;
            }
        }
    }
}
