using System.Collections.Immutable;
using System.Numerics;
using Electrolith.Impedance.Circuits;

namespace Electrolith.Impedance.Fitting;

/// <summary>A fitted parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Value.</param>
/// <param name="StandardError">Standard error; null for a fixed one, infinity when the spectrum says nothing about it.</param>
/// <param name="Unit">Unit.</param>
public sealed record FittedParameter(string Name, double Value, double? StandardError, string Unit)
{
    /// <summary>Standard error over value.</summary>
    public double RelativeError => StandardError is { } error ? error / Math.Abs(Value) : 0;
}

/// <summary>A circuit fitted to a spectrum.</summary>
/// <param name="Circuit">The circuit.</param>
/// <param name="Parameters">Parameters in the order of the circuit.</param>
/// <param name="SumOfSquares">Weighted sum of squared residuals of real and imaginary parts.</param>
/// <param name="Weight">The weights.</param>
/// <param name="Model">Impedance of the model at the frequencies of the spectrum, ohm.</param>
/// <param name="Correlation">Correlation of the free parameters, row after row; empty when it cannot be computed.</param>
/// <param name="Findings">What the spectrum does not determine, in words.</param>
/// <param name="HasConverged">True when the search ended at a minimum.</param>
/// <param name="Starts">Searches made.</param>
public sealed record FitResult(
    Circuit Circuit, ImmutableArray<FittedParameter> Parameters, double SumOfSquares, FitWeight Weight, ImmutableArray<Complex> Model,
    ImmutableArray<double> Correlation, ImmutableArray<string> Findings, bool HasConverged, int Starts)
{
    /// <summary>Number of residuals.</summary>
    public int Residuals => (Quantity == FitQuantity.Modulus ? 1 : 2) * Model.Length;

    /// <summary>Number of free parameters; tied ones do not count.</summary>
    public required int Free { get; init; }

    /// <summary>Names of the free parameters, in the order of <see cref="Correlation"/>.</summary>
    public ImmutableArray<string> FreeNames { get; init; } = [];

    /// <summary>What was compared with the model.</summary>
    public FitQuantity Quantity { get; init; }

    /// <summary>Sum of squares for one degree of freedom.</summary>
    public double ReducedSumOfSquares => SumOfSquares / Math.Max(1, Residuals - Free);

    /// <summary>Akaike's criterion up to a constant of the spectrum; lower is better.</summary>
    public double Akaike => Likelihood + (2 * Free);

    /// <summary>Bayesian criterion up to a constant of the spectrum; lower is better.</summary>
    public double Bayesian => Likelihood + (Free * Math.Log(Residuals));

    // −2 ln L up to a constant: χ² where the errors are known, else with the variance that the fit itself gives.
    private double Likelihood => Weight == FitWeight.Measured ? SumOfSquares : Residuals * Math.Log(SumOfSquares / Residuals);

    /// <summary>A parameter by its name.</summary>
    /// <param name="name">Name.</param>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public FittedParameter this[string name] => Parameters.FirstOrDefault(parameter => parameter.Name == name) ?? throw new KeyNotFoundException($"no parameter {name}; there are {string.Join(", ", Circuit.ParameterNames)}");
}
