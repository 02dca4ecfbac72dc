namespace Electrolith.Impedance.Relaxation;

/// <summary>How a distribution is found.</summary>
public enum RelaxationMethod
{
    /// <summary>
    /// The logarithm of γ is smooth, with room for corners; how smooth, and how noisy the spectrum is, follows from the spectrum. γ is above zero
    /// and has a credible band.
    /// </summary>
    Bayesian,

    /// <summary>Least squares with a penalty on the roughness of γ.</summary>
    Tikhonov,

    /// <summary>Discrete relaxations of either sign: the poles of the rational function through the spectrum (Loewner matrices).</summary>
    Loewner,
}

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

    /// <summary>The probability of the spectrum, all distributions counted (MacKay 1992).</summary>
    Evidence,
}

/// <summary>What stands for the processes that are slower than the lowest frequency.</summary>
public enum RelaxationTail
{
    /// <summary>Nothing: the impedance comes to rest at low frequency.</summary>
    None,

    /// <summary>A series capacitance.</summary>
    Capacitor,

    /// <summary>A constant-phase element in series; its exponent is found. Of the Bayesian method only.</summary>
    ConstantPhase,

    /// <summary>Nothing when the spectrum comes to rest; else a constant-phase element, or a capacitance with the Tikhonov method.</summary>
    Automatic,
}

/// <summary>How points are weighed.</summary>
public enum RelaxationWeight
{
    /// <summary>All alike: noise of one size in ohm.</summary>
    Absolute,

    /// <summary>By 1/|Z|: noise is a fraction of the impedance.</summary>
    Relative,

    /// <summary>
    /// The Bayesian method takes the likelier of both. The Tikhonov method: relative when |Z| spans more than a decade, where large impedances
    /// would drown the small ones; else absolute.
    /// </summary>
    Automatic,
}

/// <summary>How a distribution of relaxation times is computed.</summary>
public sealed record RelaxationOptions
{
    /// <summary>How γ is found; the Bayesian method by default: on spectra of known truth its peaks come closer to it, and it invents fewer.</summary>
    public RelaxationMethod Method { get; init; } = RelaxationMethod.Bayesian;

    /// <summary>How λ is found with the Tikhonov method; leaving out every fifth point by default: of the rules it comes closest to the true height of a known peak.</summary>
    public LambdaSelection Selection { get; init; } = LambdaSelection.KFold;

    /// <summary>λ when it is given.</summary>
    public double Lambda { get; init; } = 1e-3;

    /// <summary>Order of the derivative that the Tikhonov method keeps small: 1 or 2.</summary>
    public int Derivative { get; init; } = 1;

    /// <summary>Functions that γ is made of; Gaussians give smooth curves.</summary>
    public RelaxationBasisKind Basis { get; init; } = RelaxationBasisKind.Gaussian;

    /// <summary>γ is nowhere negative. Off for inductive loops, which need a signed distribution; the Tikhonov method then takes over.</summary>
    public bool IsNonNegative { get; init; } = true;

    /// <summary>Include a series inductance.</summary>
    public bool WithInductor { get; init; } = true;

    /// <summary>What stands for a blocking tail; looked for by default, because a tail that is not taken out spoils the slow end.</summary>
    public RelaxationTail Tail { get; init; } = RelaxationTail.Automatic;

    /// <summary>How points are weighed.</summary>
    public RelaxationWeight Weight { get; init; } = RelaxationWeight.Automatic;

    /// <summary>Time constants of the Tikhonov method stand at 1/f instead of 1/(2πf), as in some other programs.</summary>
    public bool TimesAtInverseFrequency { get; init; }
}
