using System.Numerics;
using Electrolith.Impedance.Relaxation;
using Electrolith.Impedance.Spectra;
using Electrolith.Numerics;

namespace Electrolith.Impedance.Tests;

/// <summary>A spectrum whose distribution is known in closed form, and how far another distribution is from it.</summary>
/// <param name="Impedance">Z of the angular frequency, ohm.</param>
/// <param name="Gamma">γ of ln τ, ohm.</param>
/// <param name="Area">Polarisation resistance, ohm.</param>
internal sealed record KnownDistribution(Func<double, Complex> Impedance, Func<double, double> Gamma, double Area)
{
    /// <summary>81 points from 10 mHz to 1 MHz, as of the spectrum that the numbers to meet are for.</summary>
    public static readonly double[] Frequencies = [.. Enumerable.Range(0, 81).Select(point => 1e6 * Math.Pow(10, -point / 10.0))];

    /// <summary>10 ohm and depressed arcs (Cole and Cole 1941; distribution after Fuoss and Kirkwood 1941).</summary>
    public static KnownDistribution Arcs(params (double Resistance, double Time, double Exponent)[] arcs) => new(
        omega => arcs.Aggregate(new Complex(10, 0), (sum, arc) => sum + (arc.Resistance / (1 + Complex.Pow(new Complex(0, omega * arc.Time), arc.Exponent)))),
        place => arcs.Sum(arc => RelaxationEquations.DepressedArc(arc.Resistance, arc.Exponent, place - Math.Log(arc.Time))),
        arcs.Sum(arc => arc.Resistance));

    /// <summary>10 ohm and a Gerischer element R/√(1 + jωτ₀): γ = (R/π) √(τ/(τ₀ − τ)) up to τ₀, from the discontinuity across the cut.</summary>
    public static KnownDistribution Gerischer(double resistance, double time) => new(
        omega => 10 + (resistance / Complex.Sqrt(new Complex(1, omega * time))),
        place => RelaxationEquations.Gerischer(resistance, Math.Exp(place) / time),
        resistance);

    /// <summary>The spectrum with noise that is a fraction of |Z| in each part.</summary>
    public Spectrum Measured(double noise, string name) => Noisy(new Spectrum(Frequencies, Frequencies.Select(frequency => Impedance(2 * Math.PI * frequency))), noise, name);

    /// <summary>A spectrum with noise that is a fraction of |Z| in each part.</summary>
    public static Spectrum Noisy(Spectrum clean, double noise, string name)
    {
        var random = new RandomStream(20).Fork(name);
        return new Spectrum(clean.Frequencies, clean.Impedances.Select(z => z + (noise * z.Magnitude * new Complex(Draw(random), Draw(random)))));
    }

    /// <summary>∫ |found − true| d ln τ over the area.</summary>
    public double Distance(IReadOnlyList<double> times, IReadOnlyList<double> gamma)
    {
        var sum = 0.0;
        for (var point = 1; point < times.Count; point++)
        {
            sum += Math.Abs(gamma[point] - Gamma(Math.Log(times[point]))) * Math.Log(times[point] / times[point - 1]);
        }

        return sum / Area;
    }

    private static double Draw(RandomStream random) => Normal.Quantile(random.NextDouble() + Math.Pow(2, -54));
}
