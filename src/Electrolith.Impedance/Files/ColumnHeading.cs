using System.Text.RegularExpressions;

namespace Electrolith.Impedance.Files;

/// <summary>What a column of a table is.</summary>
internal enum ColumnRole
{
    Other,
    Frequency,
    Real,
    Imaginary,
    ParallelResistance,
    ParallelReactance,
    Modulus,
    Phase,
    Time,
    Temperature,
    Group,
}

/// <summary>A column: value in SI = Factor × cell + Offset.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Factor">Unit and sign; phase in radian.</param>
/// <param name="Offset">For degrees Celsius.</param>
/// <param name="IsPerArea">The unit is a resistance times an area.</param>
internal readonly record struct Column(ColumnRole Role, double Factor = 1, double Offset = 0, bool IsPerArea = false);

/// <summary>Understands headings such as <c>-Im(Z)/Ohm</c>, <c>Z''(b)</c>, <c>Freq. [kHz]</c>, <c>frequency_Hz</c>.</summary>
internal static partial class ColumnHeading
{
    private static readonly Dictionary<string, ColumnRole> Names = Make(
        (ColumnRole.Frequency, "f fre freq frequency omega angularfrequency frequencies"),
        (ColumnRole.Real, "z' re(z) zre zreal real real(z) re rez realz zr zs' reim(z) realpart z.re zprime realimpedance z're impedancereal zreelle"),
        (ColumnRole.Imaginary, "z'' im(z) zim zimag zimg imag imaginary imag(z) im imz imagz zi zs'' imagpart imaginarypart zdoubleprime imaginary(z) zimaginary imagimpedance impedanceimag"),
        (ColumnRole.ParallelResistance, "zp'"),
        (ColumnRole.ParallelReactance, "zp''"),
        (ColumnRole.Modulus, "|z| zmod z mod(z) abs(z) modulus magnitude zabs modulusz impedance zmodulus absz mag |z|mod"),
        (ColumnRole.Phase, "phase phase(z) zphz theta theta(z) phi arg(z) phaseangle angle zphase phasez zphi phase(zz)"),
        (ColumnRole.Time, "time elapsedtime t times correctedtime mtime"),
        (ColumnRole.Temperature, "temp temperature mtemp mtemperature"),
        (ColumnRole.Group, "cyclenumber cycle loop loopindex loopnumber spectrum scan segment cycleindex spectrumnumber"));

    public static Column Parse(string heading)
    {
        if (heading.Length is 0 or > 120)
        {
            return default;
        }

        var text = heading.Trim().Trim('"').Trim().Replace('\u2212', '-').Replace('\u2033', '"').Replace('\u2032', '\'').Replace('\u2019', '\'')
            .Replace("\"", "''", StringComparison.Ordinal).Replace("\u2126", "Ohm", StringComparison.Ordinal).Replace("\u03A9", "Ohm", StringComparison.Ordinal);
        if (text.StartsWith("Data:", StringComparison.OrdinalIgnoreCase))
        {
            text = text[5..].Trim();
        }

        var unit = Unit().Match(text);
        var name = Ignored().Replace((unit.Success ? text[..unit.Index] : text).ToLowerInvariant(), "");
        var isNegative = name.StartsWith('-') || name.StartsWith("neg", StringComparison.Ordinal) || name.StartsWith("minus", StringComparison.Ordinal);
        name = isNegative ? name.TrimStart('-').Replace("neg", "", StringComparison.Ordinal).Replace("minus", "", StringComparison.Ordinal) : name;
        name = name.Length > 2 && name[0] == '(' && name[^1] == ')' ? name[1..^1] : name;
        if (!Names.TryGetValue(name, out var role))
        {
            return default;
        }

        var column = WithUnit(role, unit.Success ? unit.Groups["unit"].Value : "", unit.Success ? unit.Groups["prefix"].Value : "", name);
        return column with { Factor = isNegative ? -column.Factor : column.Factor, IsPerArea = unit.Groups["area"].Length > 0 };
    }

    private static Column WithUnit(ColumnRole role, string unit, string prefix, string name)
    {
        var scale = prefix switch { "k" or "K" => 1e3, "M" => 1e6, "G" or "g" => 1e9, "m" => 1e-3, "u" or "\u00B5" or "\u03BC" => 1e-6, _ => 1.0 };
        var low = unit.ToLowerInvariant();
        return role switch
        {
            ColumnRole.Frequency when low.StartsWith("rad", StringComparison.Ordinal) || name is "omega" or "angularfrequency" => new Column(role, scale / (2 * Math.PI)),
            ColumnRole.Frequency or ColumnRole.Real or ColumnRole.Imaginary or ColumnRole.ParallelResistance or ColumnRole.ParallelReactance or ColumnRole.Modulus => new Column(role, scale),
            ColumnRole.Phase => new Column(role, low == "rad" ? scale : scale * Math.PI / 180),
            ColumnRole.Time => new Column(role, low switch { "h" => 3600, "min" => 60, _ => scale }),
            ColumnRole.Temperature => new Column(role, 1, low == "k" ? 0 : 273.15),
            _ => new Column(role),
        };
    }

    private static Dictionary<string, ColumnRole> Make(params (ColumnRole Role, string Names)[] roles) =>
        roles.SelectMany(role => role.Names.Split(' ').Select(name => (name, role.Role))).ToDictionary(item => item.name, item => item.Role, StringComparer.Ordinal);

    [GeneratedRegex(@"[\s_]*[/\[(_,\s]\s*((?<prefix>[kKMGgmu\u00B5\u03BC])?(?<unit>[hH][zZ]|[oO][hH][mM][sS]?|[sS])|(?<unit>[dD]eg(rees?)?|\u00B0|[rR]ad(/s)?|sec(onds)?|Sec|min|h|\u00B0C|[dD]egC|C|K|a|b))\s*(?<area>[*.\u00B7\u22C5 ]?cm(2|\^2|\u00B2))?\s*[\])]?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Unit();

    [GeneratedRegex(@"[\s_.:#]", RegexOptions.NonBacktracking)]
    private static partial Regex Ignored();
}
