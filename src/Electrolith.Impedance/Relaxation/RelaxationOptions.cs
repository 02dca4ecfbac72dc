namespace Electrolith.Impedance.Relaxation;

/// <summary>How the strength of the regularisation is found.</summary>
public enum LambdaSelection
{
    /// <summary>It is given.</summary>
    Given,

    /// <summary>Generalised cross-validation: the residual that leaving one point out would give.</summary>
    GeneralisedCrossValidation,

    /// <summary>The corner of the curve of roughness against residual.</summary>
    LCurve,

    /// <summary>Fit one part, predict the other: real and imaginary part must tell the same story.</summary>
    RealImaginary,

    /// <summary>Leave out every fifth point in turn and predict it.</summary>
    KFold,
}

/// <summary>How a distribution of relaxation times is computed.</summary>
public sealed record RelaxationOptions
{
    /// <summary>How λ is found; leaving out every fifth point by default: of the rules it comes closest to the true height of a known peak.</summary>
    public LambdaSelection Selection { get; init; } = LambdaSelection.KFold;

    /// <summary>λ when it is given.</summary>
    public double Lambda { get; init; } = 1e-3;

    /// <summary>Order of the derivative that is kept small: 1 or 2.</summary>
    public int Derivative { get; init; } = 1;

    /// <summary>γ is nowhere negative. Off for inductive loops, which need a signed distribution.</summary>
    public bool IsNonNegative { get; init; } = true;

    /// <summary>Include a series inductance.</summary>
    public bool WithInductor { get; init; } = true;

    /// <summary>Include a series capacitance, for a blocking tail.</summary>
    public bool WithCapacitor { get; init; }

    /// <summary>Weigh each point by 1/|Z|: for spectra over several decades of impedance.</summary>
    public bool IsRelative { get; init; }

    /// <summary>Time constants of the basis stand at 1/f instead of 1/(2πf), as in some other programs.</summary>
    public bool TimesAtInverseFrequency { get; init; }
}
