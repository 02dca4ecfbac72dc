using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Electrolith.Quantities;

namespace Electrolith.Cells.Dynamics;

/// <summary>
/// Reads protocols written as sentences: <c>charge at C/3 to 4.3 V, hold until C/20, rest 10 min, discharge at 1C to 2.8 V, repeat
/// 10 times</c>. Steps are separated by commas, semicolons, <c>then</c> or new lines.
/// </summary>
public static partial class ProtocolParser
{
    /// <summary>Reads a protocol. <c>gitt at C/10 for 10 min, rest 1 h to 2.8 V</c> is a titration.</summary>
    /// <param name="text">The sentences.</param>
    /// <param name="problem">What could not be understood; empty when all was.</param>
    /// <returns>The protocol; null when there is a problem.</returns>
    public static Protocol? Parse(string text, out string problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Titration().Match(text.Trim().TrimEnd('.')) is { Success: true } titration)
        {
            return ReadTitration(titration, out problem);
        }

        if (text.TrimStart().StartsWith("gitt", StringComparison.OrdinalIgnoreCase))
        {
            problem = $"\"{text.Trim()}\": a titration stands alone and has a pulse and a rest, for example \"gitt at C/10 for 10 min, rest 1 h to 2.8 V\"";
            return null;
        }

        var steps = ImmutableArray.CreateBuilder<ProtocolStep>();
        var repeats = 1;
        problem = "";
        foreach (var part in Separator().Split(text).Select(part => part.Trim().TrimEnd('.')).Where(part => part.Length > 0))
        {
            if (repeats > 1)
            {
                problem = $"\"{part}\" comes after the repetition, which must be last";
                return null;
            }

            if (Repeat().Match(part) is { Success: true } match)
            {
                repeats = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
                continue;
            }

            if (Step(part, steps.Count > 0 ? steps[^1] : null, out problem) is not { } step)
            {
                return null;
            }

            steps.Add(step);
        }

        if (steps.Count == 0 || repeats < 1)
        {
            problem = steps.Count == 0 ? "no step, for example \"discharge at 1C to 2.8 V\"" : "a protocol is repeated at least once";
            return null;
        }

        return new Protocol(steps.ToImmutable(), repeats);
    }

    // gitt [charge] at C/10 for 10 min, rest 1 h [to 2.8 V]
    private static Protocol? ReadTitration(Match match, out string problem)
    {
        var direction = match.Groups["direction"].Value.Equals("charge", StringComparison.OrdinalIgnoreCase) ? "charge" : "discharge";
        var limit = match.Groups["limit"] is { Success: true } given ? $" to {given.Value.Trim()}" : "";
        if (Step($"{direction} {match.Groups["pulse"].Value.Trim()}{limit}", null, out problem) is not { } pulse)
        {
            return null;
        }

        if (double.IsInfinity(pulse.Duration) && double.IsInfinity(pulse.Charge))
        {
            problem = $"\"{match.Value}\": the length of the pulse is missing, for example \"gitt at C/10 for 10 min, rest 1 h to 2.8 V\"";
            return null;
        }

        if (!QuantityParser.TryParse(match.Groups["rest"].Value.Trim(), QuantityKinds.Time, out var rest, out _) || !(rest > 0))
        {
            problem = $"\"{match.Value}\": {match.Groups["rest"].Value} is no time of rest, for example \"rest 1 h\"";
            return null;
        }

        return Protocol.Titration(pulse, rest);
    }

    private static ProtocolStep? Step(string text, ProtocolStep? before, out string problem)
    {
        problem = "";
        var clauses = Clause().Matches(text);
        var verb = (clauses.Count == 0 ? text : text[..clauses[0].Index]).Trim().ToLowerInvariant();
        var step = new ProtocolStep { Kind = StepKind.Rest, Text = text };
        var sign = verb == "charge" ? -1 : 1;
        if (verb == "hold" && before is not null)
        {
            step = step with { Kind = StepKind.Voltage, Value = before.VoltageAbove ?? before.VoltageBelow ?? (before.Kind == StepKind.Voltage ? before.Value : double.NaN) };
        }
        else if (verb.StartsWith("rest", StringComparison.Ordinal))
        {
            return verb.Length > 4 && QuantityParser.TryParse(verb[4..].Trim(), QuantityKinds.Time, out var time, out _) && time > 0
                ? step with { Duration = time }
                : Clauses(step, clauses, sign, text, ref problem);
        }
        else if (verb is not ("charge" or "discharge" or "hold"))
        {
            problem = $"\"{text}\": a step begins with charge, discharge, hold or rest";
            return null;
        }

        var read = Clauses(step, clauses, sign, text, ref problem);
        if (read is null)
        {
            return null;
        }

        if (verb != "hold" && read.Kind == StepKind.Rest)
        {
            problem = $"\"{text}\": the current is missing, for example \"{verb} at C/3 to {(sign < 0 ? "4.3" : "2.8")} V\"";
            return null;
        }

        if (verb == "hold" && (read.Kind == StepKind.Rest || !double.IsFinite(read.Value)))
        {
            problem = $"\"{text}\": the voltage is missing, for example \"hold at 4.3 V until C/20\"";
            return null;
        }

        return read;
    }

    private static ProtocolStep? Clauses(ProtocolStep step, MatchCollection clauses, int sign, string text, ref string problem)
    {
        foreach (Match clause in clauses)
        {
            var (word, value) = (clause.Groups[1].Value.ToLowerInvariant(), clause.Groups[2].Value.Trim());
            var read = word switch
            {
                "at" => At(step, value, sign),
                "for" => For(step, value),
                _ => Until(step, value, sign),
            };
            if (read is null)
            {
                problem = $"\"{text}\": {value} after {word} is not understood; a rate (C/3), current density (1 mA/cm2), voltage (4.2 V), power density (5 mW/cm2), time (10 min) or charge (2 mAh/cm2) is expected";
                return null;
            }

            step = read;
        }

        if (step.Kind == StepKind.Rest && double.IsInfinity(step.Duration) && problem.Length == 0 && clauses.Count == 0)
        {
            problem = $"\"{text}\": the time is missing, for example \"rest 10 min\"";
            return null;
        }

        return step;
    }

    private static ProtocolStep? At(ProtocolStep step, string value, int sign)
    {
        if (QuantityParser.TryParse(value, QuantityKinds.ChargeRate, out var rate, out _) && rate > 0)
        {
            return step with { Kind = StepKind.Rate, Value = sign * rate * 3600 };
        }

        if (QuantityParser.TryParse(value, QuantityKinds.CurrentDensity, out var current, out _) && current > 0)
        {
            return step with { Kind = StepKind.Current, Value = sign * current };
        }

        if (QuantityParser.TryParse(value, QuantityKinds.Voltage, out var voltage, out _))
        {
            return step with { Kind = StepKind.Voltage, Value = voltage };
        }

        return TryPowerDensity(value, out var power) ? step with { Kind = StepKind.Power, Value = sign * power } : null;
    }

    private static ProtocolStep? For(ProtocolStep step, string value) =>
        QuantityParser.TryParse(value.StartsWith("or ", StringComparison.Ordinal) ? value[3..] : value, QuantityKinds.Time, out var time, out _) && time > 0 ? step with { Duration = time } : Until(step, value, 1);

    private static ProtocolStep? Until(ProtocolStep step, string value, int sign)
    {
        if (QuantityParser.TryParse(value, QuantityKinds.Voltage, out var voltage, out _))
        {
            return sign < 0 ? step with { VoltageAbove = voltage } : step with { VoltageBelow = voltage };
        }

        if (QuantityParser.TryParse(value, QuantityKinds.ChargeRate, out var rate, out _) && rate > 0)
        {
            return step with { RateBelow = rate * 3600 };
        }

        if (QuantityParser.TryParse(value, QuantityKinds.CurrentDensity, out var current, out _) && current > 0)
        {
            return step with { CurrentBelow = current };
        }

        return QuantityParser.TryParse(value, QuantityKinds.ArealCapacity, out var charge, out _) && charge > 0 ? step with { Charge = charge }
            : QuantityParser.TryParse(value, QuantityKinds.Time, out var time, out _) && time > 0 ? step with { Duration = time } : null;
    }

    // Power per area has no kind of its own: W/m2 and mW/cm2 are read here.
    private static bool TryPowerDensity(string value, out double power)
    {
        power = 0;
        var match = Power().Match(value);
        if (!match.Success || !double.TryParse(match.Groups[1].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        power = number * (match.Groups[2].Value == "mW/cm2" ? 10 : match.Groups[2].Value == "W/cm2" ? 1e4 : 1);
        return power > 0;
    }

    [GeneratedRegex(@"^gitt\s+(?:(?<direction>charge|discharge)\s+)?(?<pulse>at\s.+?),?\s+rest\s+(?:for\s+)?(?<rest>.+?)(?:,?\s+(?:to|until)\s+(?<limit>[^,]+))?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Titration();

    [GeneratedRegex(@"[,;\n]|\bthen\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^repeat\s+(\d{1,6})(\s+times)?$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Repeat();

    [GeneratedRegex(@"\b(at|to|until|for)\s+(.*?)(?=\s+(?:or\s+)?(?:at|to|until|for)\s|$)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Clause();

    [GeneratedRegex(@"^([0-9.eE+-]+)\s*(W/m2|mW/cm2|W/cm2)$", RegexOptions.None, 1000)]
    private static partial Regex Power();
}
