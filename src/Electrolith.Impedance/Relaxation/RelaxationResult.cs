using System.Collections.Immutable;

namespace Electrolith.Impedance.Relaxation;

/// <summary>A peak of the distribution: one process.</summary>
/// <param name="Time">Time constant at the maximum, s.</param>
/// <param name="Height">γ there, ohm.</param>
/// <param name="Resistance">Area between the minima on both sides, ohm; negative for an inductive loop.</param>
public sealed record RelaxationPeak(double Time, double Height, double Resistance)
{
    /// <summary>Standard error of the resistance, ohm; null when the method has none.</summary>
    public double? ResistanceError { get; init; }

    /// <summary>τ/R, F.</summary>
    public double Capacitance => Time / Resistance;
}

/// <summary>A constant-phase element in series, for what is slower than the spectrum: Z = 1/(Q (jω)^α).</summary>
/// <param name="Coefficient">Q, S s^α; a capacitance in F when α is 1.</param>
/// <param name="Exponent">α.</param>
public sealed record SeriesTail(double Coefficient, double Exponent);

/// <summary>A distribution of relaxation times.</summary>
/// <param name="Times">τ, s, rising.</param>
/// <param name="Gamma">γ(ln τ), ohm.</param>
/// <param name="Lambda">Strength of the regularisation: of γ, or of ln γ with the Bayesian method.</param>
/// <param name="SeriesResistance">R∞, ohm.</param>
/// <param name="Inductance">H; 0 when left out.</param>
/// <param name="Peaks">Processes from fast to slow.</param>
/// <param name="RootMeanSquareResidual">Of both parts, ohm (with relative weights scaled to a geometric mean of 1).</param>
public sealed record RelaxationResult(
    ImmutableArray<double> Times, ImmutableArray<double> Gamma, double Lambda, double SeriesResistance, double Inductance,
    ImmutableArray<RelaxationPeak> Peaks, double RootMeanSquareResidual)
{
    /// <summary>The method that found it.</summary>
    public RelaxationMethod Method { get; init; }

    /// <summary>The distribution is a set of single relaxations, the peaks; γ is each resistance over the stretch of ln τ half way to its neighbours.</summary>
    public bool IsDiscrete { get; init; }

    /// <summary>What stands for the slow tail; null for nothing.</summary>
    public SeriesTail? Tail { get; init; }

    /// <summary>Points were weighed by 1/|Z|.</summary>
    public bool IsRelative { get; init; }

    /// <summary>Lower end of the 95 % credible band of γ, ohm; empty when the method has none.</summary>
    public ImmutableArray<double> Lower { get; init; } = [];

    /// <summary>Upper end of the 95 % credible band of γ, ohm; empty when the method has none.</summary>
    public ImmutableArray<double> Upper { get; init; } = [];

    /// <summary>Standard error of the polarisation resistance, ohm; null when the method has none.</summary>
    public double? PolarisationError { get; init; }

    /// <summary>Area under γ over ln τ, or the sum of single relaxations: the polarisation resistance, ohm.</summary>
    public double Polarisation
    {
        get
        {
            if (IsDiscrete)
            {
                return Peaks.Sum(peak => peak.Resistance);
            }

            var sum = 0.0;
            for (var point = 1; point < Times.Length; point++)
            {
                sum += (Gamma[point] + Gamma[point - 1]) / 2 * Math.Log(Times[point] / Times[point - 1]);
            }

            return sum;
        }
    }
}
