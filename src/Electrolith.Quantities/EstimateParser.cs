using Electrolith.Quantities.Units;

namespace Electrolith.Quantities;

/// <summary>Reads the grammar of values with spread.</summary>
internal ref struct EstimateParser(string text, QuantityKind kind)
{
    private const double NormalAt95Percent = 1.6448536269514722;
    private const string LogMark = "(log)";

    private int position;
    private int end = text.Length;

    public bool TryParse(out Estimate estimate, out MoneyBasis? money, out QuantityProblem? problem)
    {
        estimate = default;
        money = null;
        var isLog = StripLogMark();
        SkipBlanks();
        if (!FirstNumber(out var first, out problem))
        {
            return false;
        }

        var form = Form(out var second, out var third, out problem);
        if (problem is not null || !ReadUnit(out var unit, out problem))
        {
            return false;
        }

        money = unit.Money;
        var values = (ToSi(first, unit), form == '±' ? second * unit.Factor : ToSi(second, unit), ToSi(third, unit));
        return Build(form, isLog, values, out estimate, out problem);
    }

    /// <summary>What follows the first number: <c>±</c>, <c>r</c> for a range, <c>v</c> for a value with range, <c>-</c> for nothing.</summary>
    private char Form(out double second, out double third, out QuantityProblem? problem)
    {
        second = third = 0;
        problem = null;
        var mark = position;
        // The unit may stand after the first number too: "25 um .. 35 um".
        var separator = FindSeparator(out var length);
        if (separator < 0)
        {
            return ValueWithRange(ref second, ref third, ref problem);
        }

        var between = text[position..separator].Trim();
        if (between.Length > 0 && !UnitParser.TryParse(between, out _, out _))
        {
            position = mark;
            return '-';
        }

        position = separator + length;
        SkipBlanks();
        return Number(out second, out problem) ? text[separator] is '±' or '+' ? '±' : 'r' : '-';
    }

    private char ValueWithRange(ref double second, ref double third, ref QuantityProblem? problem)
    {
        SkipBlanks();
        if (position >= end || text[position] != '(')
        {
            return '-';
        }

        position++;
        if (!Number(out second, out problem))
        {
            return '-';
        }

        SkipBlanks();
        var separator = FindSeparator(out var length);
        if (separator != position)
        {
            problem = new QuantityProblem(QuantityProblem.BadSpread, "a range in parentheses has two ends", "write for example 5 (2..15) %", position, Math.Max(end - position, 1));
            return '-';
        }

        position += length;
        SkipBlanks();
        if (!Number(out third, out problem))
        {
            return '-';
        }

        SkipBlanks();
        if (position < end && text[position] == ')')
        {
            position++;
            return 'v';
        }

        problem = new QuantityProblem(QuantityProblem.BadSpread, "the parenthesis of the range is not closed", "write for example 5 (2..15) %", position, 1);
        return '-';
    }

    /// <summary>The first number; a bare C-rate such as <c>C/3</c> has an implied 1.</summary>
    private bool FirstNumber(out double value, out QuantityProblem? problem)
    {
        if (kind == QuantityKinds.ChargeRate && position < end && text[position] == 'C')
        {
            value = 1;
            problem = null;
            return true;
        }

        return Number(out value, out problem);
    }

    private readonly int FindSeparator(out int length)
    {
        var rest = text.AsSpan(position, end - position);
        foreach (var separator in (ReadOnlySpan<string>)["±", "+/-", "+-", "..", "\u2026", " to "])
        {
            var at = rest.IndexOf(separator, StringComparison.Ordinal);
            if (at >= 0 && !rest[..at].Contains('('))
            {
                length = separator.Length;
                return position + at;
            }
        }

        length = 0;
        return -1;
    }

    private bool Number(out double value, out QuantityProblem? problem)
    {
        problem = null;
        if (!NumberReader.TryRead(text.AsSpan(position, end - position), out value, out var length))
        {
            var rest = text[position..end].Trim();
            problem = new QuantityProblem(QuantityProblem.NotANumber,
                rest.Length == 0 ? $"expected {kind.NameWithArticle}, got nothing" : $"expected {kind.NameWithArticle}, got '{rest}'", $"write for example {kind.Example}", position, Math.Max(end - position, 1));
            return false;
        }

        if (!double.IsFinite(value))
        {
            problem = new QuantityProblem(QuantityProblem.NotFinite, $"'{text.AsSpan(position, length)}' is too large a number", null, position, length);
            return false;
        }

        if (position + length + 1 < end && text[position + length] == ',' && char.IsAsciiDigit(text[position + length + 1]))
        {
            var last = position + length + 1;
            while (last < end && char.IsAsciiDigit(text[last]))
            {
                last++;
            }

            var (whole, rest) = (text[position..(position + length)], text[(position + length + 1)..last]);
            problem = new QuantityProblem(QuantityProblem.Ambiguous, "a comma in a number can be a decimal point or a thousands separator",
                $"write {whole}.{rest} when it is a decimal point, {whole}{rest} when it separates thousands", position, last - position);
            return false;
        }

        position += length;
        return true;
    }

    private readonly bool ReadUnit(out Unit unit, out QuantityProblem? problem)
    {
        var start = position;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        var expression = text[start..end].TrimEnd();
        return UnitReader.TryRead(expression, start, text, kind, out unit, out problem);
    }

    private readonly double ToSi(double value, Unit unit) =>
        unit.IsCelsius && kind == QuantityKinds.Temperature ? value + PhysicalConstants.ZeroCelsius : value * unit.Factor;

    private readonly bool Build(char form, bool isLog, (double First, double Second, double Third) values, out Estimate estimate, out QuantityProblem? problem)
    {
        var (first, second, third) = values;
        problem = null;
        estimate = form switch
        {
            '±' => new Estimate(first, first - (NormalAt95Percent * second), first + (NormalAt95Percent * second), second == 0 ? Spread.None : Spread.Normal),
            'r' => new Estimate(isLog ? Math.Sqrt(first * second) : (first + second) / 2, first, second, isLog ? Spread.LogUniform : Spread.Uniform),
            'v' => new Estimate(first, second, third, isLog ? Spread.LogUniform : Spread.Uniform),
            _ => Estimate.Exact(first),
        };
        if (form is 'r' or 'v' && (estimate.Low > estimate.High || (isLog && estimate.Low <= 0)) || (form == '±' && second < 0))
        {
            problem = new QuantityProblem(QuantityProblem.BadSpread,
                isLog && estimate.Low <= 0 ? "a logarithmic range cannot reach zero" : form == '±' ? "a standard deviation is not negative" : "the low end of the range is above its high end", null, 0, text.Length);
            return false;
        }

        if (form == 'v' && (first < second || first > third))
        {
            problem = new QuantityProblem(QuantityProblem.BadSpread, "the value lies outside its own range", null, 0, text.Length);
            return false;
        }

        return true;
    }

    private bool StripLogMark()
    {
        var trimmed = text.AsSpan().TrimEnd();
        if (!trimmed.EndsWith(LogMark, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        end = trimmed.Length - LogMark.Length;
        return true;
    }

    private void SkipBlanks()
    {
        while (position < end && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }
}
