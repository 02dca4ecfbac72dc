using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Electrolith.Impedance.Circuits;

/// <summary>All elements a circuit may hold.</summary>
/// <remarks>Diffusion elements are written with the resistance R and the time constant τ = L²/D, exponents with the symbol α.</remarks>
public static class ElementCatalog
{
    private static readonly ElementParameter R = new("R", "ohm", IsExponent: false);
    private static readonly ElementParameter Tau = new("tau", "s", IsExponent: false);
    private static readonly ElementParameter Alpha = new("alpha", "", IsExponent: true);
    private static readonly ElementParameter Beta = new("beta", "", IsExponent: true);

    private static readonly ImmutableArray<CircuitElement> Table =
    [
        new("R", "resistor", "R", [new("", "ohm", false)], (_, p, d) => { d[0] = 1; return p[0]; }),
        new("C", "capacitor", @"\frac{1}{sC}", [new("", "F", false)], (s, p, d) => { var z = 1 / (s * p[0]); d[0] = -z / p[0]; return z; }),
        new("L", "inductor", "sL", [new("", "H", false)], (s, p, d) => { d[0] = s; return s * p[0]; }),
        new("La", "lossy inductor", @"s^\alpha L", [new("L", "H s^(alpha-1)", false), Alpha], (s, p, d) =>
        {
            var power = Complex.Pow(s, p[1]);
            (d[0], d[1]) = (power, p[0] * power * Complex.Log(s));
            return p[0] * power;
        }),
        new("CPE", "constant-phase element", @"\frac{1}{Qs^\alpha}", [new("Q", "S s^alpha", false), Alpha], ConstantPhase),
        new("Q", "constant-phase element", @"\frac{1}{Qs^\alpha}", [new("Q", "S s^alpha", false), Alpha], ConstantPhase),
        new("W", "semi-infinite Warburg diffusion", @"A\sqrt{2/s}", [new("", "ohm s^-1/2", false)], (s, p, d) => { var unit = Complex.Sqrt(2 / s); d[0] = unit; return p[0] * unit; }) { Limits = @"\infty;\ 0" },
        new("Wo", "diffusion to a blocking end", @"R\frac{\coth\sqrt{s\tau}}{\sqrt{s\tau}}", [R, Tau], DiffusionElements.Blocking) { Limits = @"\tfrac{R}{s\tau}+\tfrac R3;\ R/\sqrt{s\tau}" },
        new("Ws", "diffusion to a reservoir", @"R\frac{\tanh\sqrt{s\tau}}{\sqrt{s\tau}}", [R, Tau], DiffusionElements.Transmissive) { Limits = @"R;\ R/\sqrt{s\tau}" },
        new("Wog", "generalised diffusion to a blocking end", @"R\frac{\coth(s\tau)^\alpha}{(s\tau)^\alpha}", [R, Tau, Alpha], DiffusionElements.GeneralBlocking) { Limits = @"R/(s\tau)^{2\alpha};\ R/(s\tau)^\alpha" },
        new("Wsg", "generalised diffusion to a reservoir", @"R\frac{\tanh(s\tau)^\alpha}{(s\tau)^\alpha}", [R, Tau, Alpha], DiffusionElements.GeneralTransmissive) { Limits = @"R;\ R/(s\tau)^\alpha" },
        new("Sp", "diffusion in a sphere", @"R\frac{\tanh x}{x-\tanh x},\ x=\sqrt{s\tau}", [R, Tau], DiffusionElements.Sphere) { Limits = @"\tfrac{3R}{s\tau}+\tfrac R5;\ R/\sqrt{s\tau}", Source = "jacobsen1995" },
        new("Cy", "diffusion in a cylinder", @"R\frac{I_0(x)}{xI_1(x)},\ x=\sqrt{s\tau}", [R, Tau], DiffusionElements.Cylinder) { Limits = @"\tfrac{2R}{s\tau}+\tfrac R4;\ R/\sqrt{s\tau}", Source = "jacobsen1995" },
        new("G", "Gerischer", @"\frac{R}{\sqrt{1+s\tau}}", [R, Tau], (s, p, d) => Relaxation(s, [p[0], p[1], 1, 0.5], d, hasAlpha: false, hasBeta: false)) { Limits = @"R;\ R/\sqrt{s\tau}" },
        new("Gf", "fractal Gerischer", @"\frac{R}{(1+s\tau)^\alpha}", [R, Tau, Alpha], (s, p, d) => Relaxation(s, [p[0], p[1], 1, p[2]], d, hasAlpha: false, hasBeta: true)) { Limits = @"R;\ R/(s\tau)^\alpha" },
        new("K", "resistor and capacitor by time constant", @"\frac{R}{1+s\tau}", [R, Tau], (s, p, d) => Relaxation(s, [p[0], p[1], 1, 1], d, hasAlpha: false, hasBeta: false)) { Limits = @"R;\ 0" },
        new("ZARC", "resistor and constant-phase element by time constant", @"\frac{R}{1+(s\tau)^\alpha}", [R, Tau, Alpha], (s, p, d) => Relaxation(s, [p[0], p[1], p[2], 1], d, hasAlpha: true, hasBeta: false)) { Limits = @"R;\ R/(s\tau)^\alpha" },
        new("HN", "Havriliak-Negami", @"\frac{R}{(1+(s\tau)^\alpha)^\beta}", [R, Tau, Alpha, Beta], (s, p, d) => Relaxation(s, p, d, hasAlpha: true, hasBeta: true)) { Limits = @"R;\ R/(s\tau)^{\alpha\beta}" },
        new("T", "pore with a blocking wall (de Levie)", @"\sqrt{R/(Qs^\alpha)}\coth\sqrt{RQs^\alpha}", [R, new("Q", "S s^alpha", false), Alpha], DiffusionElements.Pore) { Limits = @"\tfrac{1}{Qs^\alpha}+\tfrac R3;\ \sqrt{R/(Qs^\alpha)}" },
        new("TT", "composite electrode, current through rail A", @"\frac{R_AR_C+R_A^2\tanh(h)/h}{R_A+R_C},\ h=\tfrac12\sqrt{(R_A+R_C)Qs^\alpha}", [new("A", "ohm", false), new("C", "ohm", false), new("Q", "S s^alpha", false), Alpha], TransmissionLineElements.Through) { Limits = @"R_A;\ \tfrac{R_AR_C}{R_A+R_C}", Source = "siroma2015" },
        new("TZ", "composite electrode, from rail A to rail C", @"\frac{R_AR_C+(R_A^2+R_C^2)\coth(\beta)/\beta+2R_AR_C/(\beta\sinh\beta)}{R_A+R_C},\ \beta=\sqrt{(R_A+R_C)Qs^\alpha}", [new("A", "ohm", false), new("C", "ohm", false), new("Q", "S s^alpha", false), Alpha], TransmissionLineElements.Across) { Limits = @"\tfrac{1}{Qs^\alpha}+\tfrac{R_A+R_C}{3};\ \tfrac{R_AR_C}{R_A+R_C}", Source = "siroma2015" },
        new("TW", "composite electrode, from rail A to rail C, with a blocking wall at the back", @"\frac{1}{S}\left[R_AR_C+\frac{R_A^2+R_C^2+2R_AR_C/\cosh\beta+R_A^2Sw\tanh(\beta)/\beta}{\beta\tanh\beta+Sw}\right],\ S=R_A+R_C,\ \beta=\sqrt{SQs^\alpha},\ w=Ws^{\alpha_W}",
            [new("A", "ohm", false), new("C", "ohm", false), new("Q", "S s^alpha", false), Alpha, new("W", "S s^alpha", false), new("Walpha", "", true)], TransmissionLineElements.AcrossToWall) { Limits = @"\infty;\ \tfrac{R_AR_C}{S}", Source = "siroma2015" },
        new("JM", "mixed conductor between electrodes that block one carrier (Jamnik-Maier)", @"\frac{R_AR_C+R_A^2\tanh(h)/h}{R_A+R_C},\ h=\tfrac12\sqrt{(R_A+R_C)sC_{\mathrm{chem}}}", [new("A", "ohm", false), new("C", "ohm", false), new("Cchem", "F", false)], (s, p, d) =>
        {
            Span<Complex> all = stackalloc Complex[4];
            var z = TransmissionLineElements.Through(s, [p[0], p[1], p[2], 1], all);
            (d[0], d[1], d[2]) = (all[0], all[1], all[2]);
            return z;
        }) { Limits = @"R_A;\ \tfrac{R_AR_C}{R_A+R_C}", Source = "jamnik2001" },
    ];

    private static readonly Dictionary<string, CircuitElement> BySymbol = Table.ToDictionary(element => element.Symbol, StringComparer.Ordinal);

    /// <summary>All elements.</summary>
    public static ImmutableArray<CircuitElement> All => Table;

    /// <summary>Finds an element by its symbol.</summary>
    /// <param name="symbol">Such as <c>CPE</c>.</param>
    /// <param name="element">The element; null when there is none.</param>
    public static bool TryGet(string symbol, [NotNullWhen(true)] out CircuitElement? element) => BySymbol.TryGetValue(symbol, out element);

    private static Complex ConstantPhase(Complex s, ReadOnlySpan<double> p, Span<Complex> d)
    {
        var z = 1 / (p[0] * Complex.Pow(s, p[1]));
        (d[0], d[1]) = (-z / p[0], -z * Complex.Log(s));
        return z;
    }

    // R / (1 + (sτ)^α)^β with derivatives; parameters that are not free are left out of the derivatives.
    private static Complex Relaxation(Complex s, ReadOnlySpan<double> p, Span<Complex> d, bool hasAlpha, bool hasBeta)
    {
        var logarithm = Complex.Log(s * p[1]);
        var power = Complex.Exp(p[2] * logarithm);
        var inner = 1 + power;
        var shape = Complex.Exp(-p[3] * Complex.Log(inner));
        var common = -p[0] * p[3] * shape * power / inner;
        (d[0], d[1]) = (shape, common * p[2] / p[1]);
        var next = 2;
        if (hasAlpha)
        {
            d[next++] = common * logarithm;
        }

        if (hasBeta)
        {
            d[next] = -p[0] * shape * Complex.Log(inner);
        }

        return p[0] * shape;
    }
}
