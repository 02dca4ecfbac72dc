using Electrolith.Quantities;

namespace Electrolith.Interfaces;

/// <summary>A metal that creeps by a power law, SI units.</summary>
/// <param name="ReferenceRate">Rate at the reference stress, 1/s.</param>
/// <param name="ReferenceStress">Pa.</param>
/// <param name="Exponent">Stress exponent n.</param>
public readonly record struct CreepLaw(double ReferenceRate, double ReferenceStress, double Exponent);

/// <summary>Contact of a creeping metal that grows at constant pressure. A scaling law with a prefactor of one: good for trends, not for absolute times.</summary>
public static class CreepContact
{
    /// <summary>Growth of the contact, 1/s.</summary>
    /// <param name="fraction">Real over apparent area now, above 0 to 1.</param>
    /// <param name="pressure">Apparent pressure, Pa.</param>
    /// <param name="law">The metal.</param>
    [Equation("interfaces.creep-contact", @"\frac{d(A_r/A)}{dt}=(1-A_r/A)\,\dot\varepsilon_0\left(\frac{p}{3\sigma_0A_r/A}\right)^n", Source = "electrolith-assumed", Locator = "flattening of asperities at the mean pressure of the spots")]
    public static double Rate(double fraction, double pressure, CreepLaw law) =>
        (1 - fraction) * law.ReferenceRate * Math.Pow(pressure / (3 * law.ReferenceStress * fraction), law.Exponent);

    /// <summary>Time from one contact to a larger one, s: the integral of the rate.</summary>
    /// <param name="from">Real over apparent area at the start, above 0.</param>
    /// <param name="to">At the end, below 1, not below <paramref name="from"/>.</param>
    /// <param name="pressure">Apparent pressure, Pa, above 0.</param>
    /// <param name="law">The metal.</param>
    public static double Time(double from, double to, double pressure, CreepLaw law)
    {
        if (!(from > 0 && from <= to && to < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(from), (from, to), "the contact must grow between 0 and 1");
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pressure);
        // With s = -ln(1 - u) the integrand u^n/(1 - u) du becomes u^n ds, which is smooth.
        const int Panels = 200;
        var (start, end) = (-Math.Log(1 - from), -Math.Log(1 - to));
        var sum = 0.0;
        for (var index = 0; index <= 2 * Panels; index++)
        {
            var fraction = 1 - Math.Exp(-(start + ((end - start) * index / (2 * Panels))));
            sum += Math.Pow(fraction, law.Exponent) * (index is 0 or 2 * Panels ? 1 : index % 2 == 1 ? 4 : 2);
        }

        return sum * (end - start) / (6 * Panels) / (law.ReferenceRate * Math.Pow(pressure / (3 * law.ReferenceStress), law.Exponent));
    }
}
