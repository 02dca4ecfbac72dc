using System.Globalization;

namespace Electrolith.Quantities;

/// <summary>Prints SI values in the units of the field; what it prints, <see cref="QuantityParser"/> reads.</summary>
public static class QuantityPrinter
{
    /// <summary>A value with its unit, in ASCII; the unit follows the size of the value where people do so (nm, um, mm).</summary>
    /// <param name="si">SI value.</param>
    /// <param name="kind">Kind of quantity.</param>
    /// <param name="significantDigits">Digits to keep.</param>
    public static string Format(double si, QuantityKind kind, int significantDigits = 3)
    {
        ArgumentNullException.ThrowIfNull(kind);
        if (kind == QuantityKinds.Temperature)
        {
            return $"{Number(si - PhysicalConstants.ZeroCelsius, Math.Max(significantDigits, 3))} degC";
        }

        if (kind == QuantityKinds.ChargeRate)
        {
            return ChargeRate(si, significantDigits);
        }

        var (symbol, factor) = kind.Scales ? Choose(si, kind) : kind.DisplayUnits[0];
        var number = Number(si / factor, significantDigits);
        return symbol.Length == 0 ? number : $"{number} {symbol}";
    }

    /// <summary>The same with the signs of the field: µ, Ω, ², ³, °C.</summary>
    /// <param name="si">SI value.</param>
    /// <param name="kind">Kind of quantity.</param>
    /// <param name="significantDigits">Digits to keep.</param>
    public static string FormatUnicode(double si, QuantityKind kind, int significantDigits = 3) =>
        UnicodeUnit(Format(si, kind, significantDigits));

    /// <summary>The unit of tables, JSON and axes with the signs of the field.</summary>
    /// <param name="unit">Unit in ASCII, or a value with such a unit.</param>
    public static string UnicodeUnit(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.Replace("um", "\u00B5m", StringComparison.Ordinal).Replace("ohm", "\u03A9", StringComparison.Ordinal)
            .Replace("m^0.5", "\u221Am", StringComparison.Ordinal).Replace("cm2", "cm\u00B2", StringComparison.Ordinal).Replace("cm3", "cm\u00B3", StringComparison.Ordinal)
            .Replace("m2", "m\u00B2", StringComparison.Ordinal).Replace("m3", "m\u00B3", StringComparison.Ordinal).Replace("degC", "\u00B0C", StringComparison.Ordinal);
    }

    /// <summary>Value in <see cref="QuantityKind.DisplayUnit"/>.</summary>
    /// <param name="si">SI value.</param>
    /// <param name="kind">Kind of quantity.</param>
    public static double ToDisplay(double si, QuantityKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return kind == QuantityKinds.Temperature ? si - PhysicalConstants.ZeroCelsius : si / kind.DisplayFactor;
    }

    /// <summary>SI value of a number in <see cref="QuantityKind.DisplayUnit"/>.</summary>
    /// <param name="display">Number in that unit.</param>
    /// <param name="kind">Kind of quantity.</param>
    public static double FromDisplay(double display, QuantityKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return kind == QuantityKinds.Temperature ? display + PhysicalConstants.ZeroCelsius : display * kind.DisplayFactor;
    }

    /// <summary>A number with so many significant digits; scientific only when very small or very large.</summary>
    /// <param name="value">The number.</param>
    /// <param name="significantDigits">Digits to keep, 1 to 15.</param>
    public static string Number(double value, int significantDigits = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(significantDigits, 1);
        if (value == 0)
        {
            return "0";
        }

        var rounded = double.Parse(value.ToString("E" + (significantDigits - 1), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(rounded)) + 1e-12);
        if (exponent < -3 || exponent >= 6)
        {
            var text = rounded.ToString("E" + (significantDigits - 1), CultureInfo.InvariantCulture);
            var mark = text.IndexOf('E', StringComparison.Ordinal);
            var mantissa = text[..mark].Contains('.', StringComparison.Ordinal) ? text[..mark].TrimEnd('0').TrimEnd('.') : text[..mark];
            return $"{mantissa}e{int.Parse(text[(mark + 1)..], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)}";
        }

        return rounded.ToString("F" + Math.Max(significantDigits - 1 - exponent, 0), CultureInfo.InvariantCulture) is var fixedText
            && fixedText.Contains('.', StringComparison.Ordinal) ? fixedText.TrimEnd('0').TrimEnd('.') : fixedText;
    }

    private static (string Symbol, double Factor) Choose(double si, QuantityKind kind)
    {
        if (si == 0)
        {
            return (kind.DisplayUnit, kind.DisplayFactor);
        }

        if (kind == QuantityKinds.Conductivity)
        {
            // 0.01 mS/cm still reads well, below that people write powers of ten in S/cm.
            return Math.Abs(si) / kind.DisplayUnits[1].Factor >= 0.01 ? kind.DisplayUnits[1] : kind.DisplayUnits[0];
        }

        var chosen = kind.DisplayUnits[0];
        foreach (var unit in kind.DisplayUnits)
        {
            if (Math.Abs(si) / unit.Factor >= 0.99999)
            {
                chosen = unit;
            }
        }

        return chosen;
    }

    private static string ChargeRate(double si, int digits)
    {
        var rate = si * 3600;
        var hours = 1 / rate;
        return rate is > 0 and < 0.99 && Math.Abs(hours - Math.Round(hours)) < 1e-9 * hours ? $"C/{Math.Round(hours).ToString(CultureInfo.InvariantCulture)}" : $"{Number(rate, digits)} C";
    }
}
