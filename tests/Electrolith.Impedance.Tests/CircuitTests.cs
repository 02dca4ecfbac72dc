using System.Numerics;
using Electrolith.Impedance.Circuits;

namespace Electrolith.Impedance.Tests;

/// <summary>Circuits: grammar, impedances, derivatives.</summary>
public sealed class CircuitTests
{
    /// <summary>Z of the model pellet, computed independently of this project (six frequencies from 1 Hz to 10 MHz).</summary>
    [Theory]
    [InlineData(1e7, 244.85128453, -10.45200887)]
    [InlineData(1e6, 332.76642608, -47.50916653)]
    [InlineData(1e5, 370.92959861, -16.32227945)]
    [InlineData(1e4, 395.50095405, -27.37045852)]
    [InlineData(1e3, 429.85112608, -49.55612066)]
    [InlineData(100, 471.12273375, -332.24346995)]
    [InlineData(1, 3318.34178988, -22863.74002733)]
    public void The_model_pellet_has_its_impedance(double frequency, double real, double imaginary)
    {
        var circuit = Circuit.Parse("L1-p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)-CPE4");
        var z = circuit.Impedance(frequency, [1e-6, 250, 2e-11, 0.98, 120, 4e-9, 0.9, 60, 3e-6, 0.8, 8e-6, 0.92]);
        Assert.Equal(real, z.Real, 1e-7);
        Assert.Equal(imaginary, z.Imaginary, 1e-7);
    }

    public static TheoryData<string> Symbols => [.. ElementCatalog.All.Select(element => element.Symbol)];

    [Theory]
    [MemberData(nameof(Symbols))]
    public void Derivatives_are_those_of_the_impedance(string symbol)
    {
        var circuit = Circuit.Parse($"R0-p(R1,{symbol}9)");
        double[] values = [.. circuit.Parameters.Select((parameter, index) => parameter.IsExponent ? 0.73 + (0.05 * index) : 1.3 + (0.4 * index))];
        var derivatives = new Complex[values.Length];
        foreach (var frequency in new[] { 1e-4, 0.03, 1, 40, 1e5 })
        {
            var size = Complex.Abs(circuit.Impedance(frequency, values, derivatives));
            for (var index = 0; index < values.Length; index++)
            {
                var step = 1e-6 * values[index];
                double[] up = [.. values];
                double[] down = [.. values];
                (up[index], down[index]) = (values[index] + step, values[index] - step);
                var numeric = (circuit.Impedance(frequency, up) - circuit.Impedance(frequency, down)) / (2 * step);
                Assert.True(Complex.Abs(numeric - derivatives[index]) <= (1e-5 * Complex.Abs(derivatives[index])) + (1e-15 * size / step), $"{circuit.ParameterNames[index]} at {frequency} Hz: {numeric} and {derivatives[index]}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Symbols))]
    public void No_frequency_overflows(string symbol)
    {
        var circuit = Circuit.Parse(symbol);
        double[] values = [.. circuit.Parameters.Select(parameter => parameter.IsExponent ? 0.8 : 1e3)];
        foreach (var frequency in new[] { 1e-12, 1e-9, 1e-3, 1e3, 1e12, 1e15 })
        {
            var derivatives = new Complex[values.Length];
            var z = circuit.Impedance(frequency, values, derivatives);
            Assert.All(derivatives.Append(z), value => Assert.True(double.IsFinite(value.Real) && double.IsFinite(value.Imaginary), $"{frequency} Hz: {value}"));
        }
    }

    [Theory]
    [MemberData(nameof(Symbols))]
    public void Derivatives_hold_over_all_frequencies(string symbol)
    {
        // 27 decades of frequency, alone and beside a resistor. The size of dZ/d ln p is compared with that of Z: smaller ones cannot be seen in a difference.
        foreach (var text in new[] { symbol + "9", $"R0-p(R1,{symbol}9)" })
        {
            var circuit = Circuit.Parse(text);
            double[] values = [.. circuit.Parameters.Select((parameter, index) => parameter.IsExponent ? 0.62 + (0.07 * (index % 3)) : 1.7 + (0.3 * index))];
            var derivatives = new Complex[values.Length];
            for (var decade = -12.0; decade <= 15; decade += 0.5)
            {
                var frequency = Math.Pow(10, decade);
                var z = circuit.Impedance(frequency, values, derivatives);
                for (var index = 0; index < values.Length; index++)
                {
                    var step = 1e-4 * values[index];
                    // Fourth order, so that the step may be long enough for 27 decades.
                    Complex At(double times)
                    {
                        double[] moved = [.. values];
                        moved[index] += times * step;
                        return circuit.Impedance(frequency, moved);
                    }

                    var numeric = ((8 * (At(1) - At(-1))) - (At(2) - At(-2))) / (12 * step);
                    Assert.True(Complex.Abs(numeric - derivatives[index]) * values[index] <= (1e-8 * Complex.Abs(derivatives[index]) * values[index]) + (1e-10 * Complex.Abs(z)), $"{text}, {circuit.ParameterNames[index]} at {frequency} Hz: {numeric} and {derivatives[index]}");
                }
            }
        }
    }

    [Fact]
    public void Diffusion_elements_have_their_limits()
    {
        // Fast: R/√(sτ) for both; slow: R for the reservoir, R/3 and 1/(sC) with C = τ/R for the blocking end.
        var (open, closed) = (Circuit.Parse("Wo1"), Circuit.Parse("Ws1"));
        double[] values = [10, 2];
        var fast = 10 / Complex.Sqrt(new Complex(0, 2 * Math.PI * 1e6 * 2));
        Assert.True(Complex.Abs(open.Impedance(1e6, values) - fast) < 1e-9);
        Assert.True(Complex.Abs(closed.Impedance(1e6, values) - fast) < 1e-9);
        Assert.Equal(10, closed.Impedance(1e-6, values).Real, 1e-6);
        Assert.Equal(10.0 / 3, open.Impedance(1e-5, values).Real, 1e-6);
        Assert.Equal(-1 / (2 * Math.PI * 1e-5 * 0.2), open.Impedance(1e-5, values).Imaginary, 1e-2);
    }

    [Fact]
    public void Boukamps_notation_is_the_same_circuit()
    {
        double[] values = [1, 2, 3e-3, 4, 5e-6, 6, 7];
        var dashed = Circuit.Parse("R1-p(R2,C1)-p(R3-Wo1,C2)");
        var bracketed = Circuit.Parse("R(RC)([RWo]C)");
        Assert.Equal(dashed.Parameters.Length, bracketed.Parameters.Length);
        double[] ordered = [1, 2, 3e-3, 4, 6, 7, 5e-6];
        Assert.Equal(dashed.Impedance(3, ordered), bracketed.Impedance(3, ordered));
        Assert.NotEqual(dashed.Impedance(3, values), bracketed.Impedance(3, ordered));
        Assert.Equal(["R1", "R2", "C1", "R3", "Wo1_R", "Wo1_tau", "C2"], bracketed.ParameterNames.ToArray());
    }

    [Theory]
    [InlineData("R0-p(R1,C1", "')' is missing")]
    [InlineData("R0-p(R1,X1)", "no element X")]
    [InlineData("R0-R0", "twice")]
    [InlineData("", "an element is expected")]
    [InlineData("R0-", "an element is expected")]
    [InlineData("R0-C1)", "does not belong")]
    [InlineData("R0-p(R1,__import__('os'))", "an element is expected")]
    public void A_circuit_that_is_none_is_refused_with_its_place(string text, string expected)
    {
        Assert.False(CircuitParser.TryParse(text, out _, out var problem));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.InRange(problem.Offset, 0, Math.Max(0, text.Length));
    }
}
