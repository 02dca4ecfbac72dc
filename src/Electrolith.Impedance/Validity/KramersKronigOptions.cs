namespace Electrolith.Impedance.Validity;

/// <summary>Which parts of the immittance are fitted.</summary>
public enum KramersKronigParts
{
    /// <summary>Real and imaginary part together.</summary>
    Complex,

    /// <summary>The real part; the imaginary part is then predicted.</summary>
    Real,

    /// <summary>The imaginary part; the real part is then predicted.</summary>
    Imaginary,
}

/// <summary>What is fitted.</summary>
public enum KramersKronigForm
{
    /// <summary>Impedance: resistor, capacitor, inductor and RC elements in series.</summary>
    Impedance,

    /// <summary>Admittance: conductor, capacitor, inductor and RC chains side by side. For spectra with a blocking tail or an inductive loop.</summary>
    Admittance,
}

/// <summary>What ends the rise of the order.</summary>
public enum KramersKronigRule
{
    /// <summary>Too many negative resistances (Schönleber et al. 2014).</summary>
    Mu,

    /// <summary>The least of Schwarz's information criterion.</summary>
    Information,
}

/// <summary>How the test is made.</summary>
/// <param name="Parts">What is fitted.</param>
/// <param name="WithCapacitor">Include a capacitor: needed in series for a blocking tail, or the test raises a false alarm.</param>
/// <param name="Limit">The order rises until μ falls to this; 0.85 after Schönleber et al. 2014.</param>
/// <param name="HighestOrder">Most RC elements.</param>
public sealed record KramersKronigOptions(KramersKronigParts Parts = KramersKronigParts.Complex, bool WithCapacitor = true, double Limit = 0.85, int HighestOrder = 100)
{
    /// <summary>Include an inductor: leads have one in series.</summary>
    public bool WithInductor { get; init; } = true;

    /// <summary>Impedance or admittance.</summary>
    public KramersKronigForm Form { get; init; } = KramersKronigForm.Impedance;

    /// <summary>What ends the rise of the order.</summary>
    public KramersKronigRule Rule { get; init; } = KramersKronigRule.Mu;

    /// <summary>A fixed number of elements; null to find it.</summary>
    public int? Order { get; init; }
}
