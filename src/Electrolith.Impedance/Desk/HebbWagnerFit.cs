using System.Collections.Immutable;
using Electrolith.Quantities;

namespace Electrolith.Impedance.Desk;

/// <summary>Electronic conductivities from steady currents of a Hebb–Wagner cell (lithium | electrolyte | blocking metal).</summary>
/// <param name="Electrons">Conductivity of electrons at the lithium side, S/m.</param>
/// <param name="ElectronsError">Standard error, S/m.</param>
/// <param name="Holes">Conductivity of holes at the lithium side, S/m; at a potential U it is larger by exp(FU/RT).</param>
/// <param name="HolesError">Standard error, S/m.</param>
/// <param name="Deviation">Root mean square of (measured − fitted)/measured.</param>
/// <param name="Findings">What to be careful about.</param>
public sealed record HebbWagnerFit(double Electrons, double ElectronsError, double Holes, double HolesError, double Deviation, ImmutableArray<string> Findings)
{
    /// <summary>Fits both conductivities; neither is below zero.</summary>
    /// <param name="voltages">V, above zero.</param>
    /// <param name="currentDensities">Steady values, A/m², above zero.</param>
    /// <param name="thickness">m.</param>
    /// <param name="temperature">K.</param>
    /// <exception cref="ArgumentException">Fewer than three points, or a value that cannot be.</exception>
    public static HebbWagnerFit Of(IReadOnlyList<double> voltages, IReadOnlyList<double> currentDensities, double thickness, double temperature)
    {
        ArgumentNullException.ThrowIfNull(voltages);
        ArgumentNullException.ThrowIfNull(currentDensities);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(thickness);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        if (voltages.Count != currentDensities.Count || voltages.Count < 3 || voltages.Concat(currentDensities).Any(value => !(value > 0) || !double.IsFinite(value)))
        {
            throw new ArgumentException($"{voltages.Count} voltages and {currentDensities.Count} currents: at least three steady points above zero are expected", nameof(voltages));
        }

        // i = a f(U) + b g(U), every point by its own size: two unknowns with a closed solution.
        var rows = voltages.Select((voltage, index) => (
            F: PelletEquations.HebbWagnerCurrent(voltage, 1, 0, thickness, temperature) / currentDensities[index],
            G: PelletEquations.HebbWagnerCurrent(voltage, 0, 1, thickness, temperature) / currentDensities[index])).ToList();
        var (ff, fg, gg) = (rows.Sum(row => row.F * row.F), rows.Sum(row => row.F * row.G), rows.Sum(row => row.G * row.G));
        var (f1, g1) = (rows.Sum(row => row.F), rows.Sum(row => row.G));
        var determinant = (ff * gg) - (fg * fg);
        var (electrons, holes) = (((f1 * gg) - (g1 * fg)) / determinant, ((g1 * ff) - (f1 * fg)) / determinant);
        if (!(electrons > 0))
        {
            (electrons, holes) = (0, g1 / gg);
        }
        else if (!(holes > 0))
        {
            (electrons, holes) = (f1 / ff, 0);
        }

        var residual = rows.Sum(row => Math.Pow(1 - (electrons * row.F) - (holes * row.G), 2));
        var variance = residual / (rows.Count - 2);
        var (electronError, holeError) = (Math.Sqrt(variance * gg / determinant), Math.Sqrt(variance * ff / determinant));
        var findings = ImmutableArray.CreateBuilder<string>();
        if (electrons < 2 * electronError)
        {
            findings.Add("electrons are not determined: their current is constant above 0.1 V; add points from 20 to 200 mV");
        }

        if (holes < 2 * holeError)
        {
            findings.Add("holes are not determined: their current rises by a factor of ten for each 59 mV at 25 degC; add points at higher voltage, below the oxidation limit");
        }

        var deviation = Math.Sqrt(residual / rows.Count);
        if (deviation > 0.2)
        {
            findings.Add($"the law misses the points by {deviation:P0}: they may not be steady (24 h and more are usual), or the electrolyte decomposes");
        }

        return new HebbWagnerFit(electrons, electronError, holes, holeError, deviation, findings.ToImmutable());
    }

    /// <summary>Voltage at which holes carry as much as electrons, V; infinity without holes.</summary>
    /// <param name="temperature">K.</param>
    public double Crossover(double temperature) => Holes > 0 && Electrons > 0 ? PhysicalConstants.MolarGas * temperature / PhysicalConstants.Faraday * Math.Log(Electrons / Holes) : double.PositiveInfinity;
}
