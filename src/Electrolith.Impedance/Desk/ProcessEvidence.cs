using System.Collections.Immutable;

namespace Electrolith.Impedance.Desk;

/// <summary>What is known of an arc; leave out what is not.</summary>
public sealed record ProcessEvidence
{
    /// <summary>Effective capacitance for a cell constant of 1 cm⁻¹, F; for a face, per cm² of it.</summary>
    public double? Capacitance { get; init; }

    /// <summary>Activation energy of 1/R, eV.</summary>
    public double? ActivationEnergy { get; init; }

    /// <summary>Activation energy of the electrolyte's bulk, eV, to compare with.</summary>
    public double? BulkActivationEnergy { get; init; }

    /// <summary>m in R ∝ p^m under stack pressure.</summary>
    public double? PressureExponent { get; init; }

    /// <summary>n in R = R0 + k tⁿ.</summary>
    public double? TimeExponent { get; init; }

    /// <summary>Factor by which R·C changed while R changed; 1 when R and C change against each other.</summary>
    public double? TimeConstantRatio { get; init; }
}

/// <summary>A process that an arc may be.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Score">Share of the evidence that speaks for it, 0 to 1.</param>
/// <param name="Reasons">For and against, in words.</param>
public sealed record ProcessCandidate(string Name, double Score, ImmutableArray<string> Reasons);

/// <summary>Which process is it? Capacitance, activation energy, pressure, time and the product R·C against what each process does.</summary>
/// <remarks>
/// Rules: capacitances after Irvine, Sinclair and West (1990). Constriction at contacts is geometric: the activation energy of the bulk, R ∝ p^(−½) to p^(−1),
/// R·C constant when the contacted area changes. A film grows with √t when diffusion limits it, and its R·C stays when only thickness changes (R ∝ d, C ∝ 1/d).
/// Cracks and lost contacts grow with t. Charge transfer has the capacitance of a double layer and an energy of its own. They are rules of thumb: read the reasons.
/// </remarks>
public static class ProcessFinder
{
    private const double Neutral = 0.5;

    // Pressure, time: the usual exponent and its width. Energy: true when it is that of the bulk, false when it is another. Null: the process says nothing of it.
    private static readonly Rule[] Table =
    [
        new("bulk", 1e-13, 2e-11) { SharesBulkEnergy = true, Pressure = (0, 0.15), Time = (0, 0.1) },
        new("grain boundary", 5e-12, 2e-8) { Pressure = (-0.1, 0.3), Time = (0, 0.1) },
        new("contact constriction", 1e-11, 2e-8) { SharesBulkEnergy = true, Pressure = (-0.75, 0.4), Time = (1, 0.25), KeepsTimeConstant = true },
        new("interphase film", 5e-9, 1e-5) { Pressure = (0, 0.25), Time = (0.5, 0.15), KeepsTimeConstant = true },
        new("charge transfer", 1e-7, 1e-4) { SharesBulkEnergy = false, Pressure = (-0.5, 0.5) },
        new("electrode reaction or diffusion", 1e-5, double.PositiveInfinity) { SharesBulkEnergy = false, Pressure = (0, 0.3) },
    ];

    /// <summary>Candidates, the most likely first.</summary>
    /// <param name="evidence">What is known.</param>
    /// <exception cref="ArgumentException">Nothing is known.</exception>
    public static ImmutableArray<ProcessCandidate> Find(ProcessEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (evidence == new ProcessEvidence())
        {
            throw new ArgumentException("a capacitance, an activation energy, a pressure or time exponent, or a ratio of time constants is expected", nameof(evidence));
        }

        return [.. Table.Select(rule => Judge(rule.Name, [.. Capacitance(evidence, rule.Low, rule.High), .. Others(evidence, rule)])).OrderByDescending(candidate => candidate.Score)];
    }

    private static ProcessCandidate Judge(string name, List<(double Score, string Reason)> rules) =>
        new(name, rules.Count == 0 ? 0 : rules.Average(rule => rule.Score), [.. rules.Select(rule => $"{(rule.Score >= 0.6 ? "for" : rule.Score <= 0.3 ? "against" : "neutral")}: {rule.Reason}").Distinct()]);

    // A capacitance counts twice: it is the first thing that tells processes apart.
    private static IEnumerable<(double Score, string Reason)> Capacitance(ProcessEvidence item, double low, double high)
    {
        if (item.Capacitance is not { } value)
        {
            yield break;
        }

        var decades = value < low ? Math.Log10(low / value) : value > high ? Math.Log10(value / high) : 0;
        var range = double.IsInfinity(high) ? $"above {low:G1} F" : $"{low:G1} to {high:G1} F";
        for (var twice = 0; twice < 2; twice++)
        {
            yield return (Math.Max(0, 1 - decades), $"capacitance {value:G2} F, usual {range}");
        }
    }

    private static IEnumerable<(double Score, string Reason)> Others(ProcessEvidence item, Rule rule)
    {
        if (item.ActivationEnergy is { } energy && item.BulkActivationEnergy is { } bulk)
        {
            var same = Math.Exp(-Math.Pow((energy - bulk) / 0.04, 2));
            yield return (rule.SharesBulkEnergy switch { true => same, false => 1 - same, _ => Neutral }, $"activation energy {energy:F2} eV beside {bulk:F2} eV of the bulk");
        }

        if (item.PressureExponent is { } pressure)
        {
            yield return Near(pressure, rule.Pressure, "the resistance goes with pressure to the");
        }

        if (item.TimeExponent is { } time)
        {
            yield return Near(time, rule.Time, "the resistance grows with time to the");
        }

        if (item.TimeConstantRatio is { } ratio and > 0)
        {
            yield return (rule.KeepsTimeConstant ? Math.Exp(-Math.Pow(Math.Log(ratio) / 0.4, 2)) : Neutral, $"R C changed by a factor of {ratio:F2}{(rule.KeepsTimeConstant ? ", stays when only area or thickness changes" : "")}");
        }
    }

    private static (double Score, string Reason) Near(double value, (double Usual, double Width)? rule, string what) => rule is { } usual
        ? (Math.Exp(-Math.Pow((value - usual.Usual) / (1.5 * usual.Width), 2)), $"{what} {value:F2}, usual {usual.Usual:F2}")
        : (Neutral, $"{what} {value:F2}, which says nothing of this process");

    private sealed record Rule(string Name, double Low, double High)
    {
        public bool? SharesBulkEnergy { get; init; }

        public (double Usual, double Width)? Pressure { get; init; }

        public (double Usual, double Width)? Time { get; init; }

        public bool KeepsTimeConstant { get; init; }
    }
}
