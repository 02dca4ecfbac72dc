using System.Collections.Immutable;

namespace Electrolith.Impedance.Relaxation;

/// <summary>A peak of the distribution: one process.</summary>
/// <param name="Time">Time constant at the maximum, s.</param>
/// <param name="Height">γ there, ohm.</param>
/// <param name="Resistance">Area between the minima on both sides, ohm.</param>
public sealed record RelaxationPeak(double Time, double Height, double Resistance)
{
    /// <summary>τ/R, F.</summary>
    public double Capacitance => Time / Resistance;
}

/// <summary>A distribution of relaxation times.</summary>
/// <param name="Times">τ, s, rising.</param>
/// <param name="Gamma">γ(ln τ), ohm.</param>
/// <param name="Lambda">Strength of the regularisation.</param>
/// <param name="SeriesResistance">R∞, ohm.</param>
/// <param name="Inductance">H; 0 when left out.</param>
/// <param name="InverseCapacitance">1/F; 0 when left out.</param>
/// <param name="Peaks">Processes from fast to slow.</param>
/// <param name="RootMeanSquareResidual">Of both parts, ohm (with relative weights scaled to a geometric mean of 1).</param>
public sealed record RelaxationResult(
    ImmutableArray<double> Times, ImmutableArray<double> Gamma, double Lambda, double SeriesResistance, double Inductance, double InverseCapacitance,
    ImmutableArray<RelaxationPeak> Peaks, double RootMeanSquareResidual)
{
    /// <summary>Area under γ over ln τ: the polarisation resistance, ohm.</summary>
    public double Polarisation
    {
        get
        {
            var sum = 0.0;
            for (var point = 1; point < Times.Length; point++)
            {
                sum += (Gamma[point] + Gamma[point - 1]) / 2 * Math.Log(Times[point] / Times[point - 1]);
            }

            return sum;
        }
    }
}
