using Electrolith.Numerics;
using Electrolith.Quantities;

namespace Electrolith.Transport;

/// <summary>Conductivity of two-phase composites. Conductivities in any common unit, fractions of volume.</summary>
public static class EffectiveMediumEquations
{
    /// <summary>Layers across the current.</summary>
    /// <param name="matrix">Conductivity of the matrix.</param>
    /// <param name="filler">Conductivity of the filler.</param>
    /// <param name="fraction">Volume fraction of the filler.</param>
    [Equation("transport.series", @"\frac1\sigma=\frac{1-\phi}{\sigma_m}+\frac{\phi}{\sigma_f}", Source = "wiener1912", Locator = "lower bound of any arrangement")]
    public static double Series(double matrix, double filler, double fraction) => 1 / (((1 - fraction) / matrix) + (fraction / filler));

    /// <summary>A continuous framework along the current.</summary>
    /// <param name="matrix">Conductivity of the matrix.</param>
    /// <param name="filler">Conductivity of the filler.</param>
    /// <param name="fraction">Volume fraction of the filler.</param>
    [Equation("transport.parallel", @"\sigma=(1-\phi)\sigma_m+\phi\sigma_f", Source = "wiener1912", Locator = "upper bound of any arrangement")]
    public static double Parallel(double matrix, double filler, double fraction) => ((1 - fraction) * matrix) + (fraction * filler);

    /// <summary>Separate particles in a matrix.</summary>
    /// <param name="matrix">Conductivity of the matrix.</param>
    /// <param name="filler">Conductivity of the filler.</param>
    /// <param name="fraction">Volume fraction of the filler.</param>
    [Equation("transport.maxwell-garnett", @"\sigma=\sigma_m\frac{\sigma_f+2\sigma_m+2\phi(\sigma_f-\sigma_m)}{\sigma_f+2\sigma_m-\phi(\sigma_f-\sigma_m)}", Source = "maxwell1873", Locator = "spheres")]
    public static double MaxwellGarnett(double matrix, double filler, double fraction)
    {
        var difference = filler - matrix;
        return matrix * (filler + (2 * matrix) + (2 * fraction * difference)) / (filler + (2 * matrix) - (fraction * difference));
    }

    /// <summary>Upper bound of isotropic composites; the lower one is the same with the phases exchanged.</summary>
    /// <param name="matrix">Conductivity of the matrix.</param>
    /// <param name="filler">Conductivity of the filler.</param>
    /// <param name="fraction">Volume fraction of the filler.</param>
    [Equation("transport.hashin-shtrikman", @"\sigma_+=\sigma_2+\frac{\phi_1}{1/(\sigma_1-\sigma_2)+\phi_2/3\sigma_2}", Source = "hashin1962", Locator = "bounds for two phases")]
    public static double HashinShtrikmanUpper(double matrix, double filler, double fraction) => filler >= matrix
        ? MaxwellGarnett(filler, matrix, 1 - fraction)
        : MaxwellGarnett(matrix, filler, fraction);

    /// <summary>Lower bound of isotropic composites.</summary>
    /// <param name="matrix">Conductivity of the matrix.</param>
    /// <param name="filler">Conductivity of the filler.</param>
    /// <param name="fraction">Volume fraction of the filler.</param>
    public static double HashinShtrikmanLower(double matrix, double filler, double fraction) => filler >= matrix
        ? MaxwellGarnett(matrix, filler, fraction)
        : MaxwellGarnett(filler, matrix, 1 - fraction);

    /// <summary>Two phases on the same footing (symmetric Bruggeman); percolates at one third.</summary>
    /// <param name="matrix">Conductivity of the matrix.</param>
    /// <param name="filler">Conductivity of the filler.</param>
    /// <param name="fraction">Volume fraction of the filler.</param>
    [Equation("transport.bruggeman", @"\sum_i\phi_i\frac{\sigma_i-\sigma}{\sigma_i+2\sigma}=0", Source = "bruggeman1935", Locator = "symmetric medium, closed form for two phases")]
    public static double Bruggeman(double matrix, double filler, double fraction)
    {
        var b = (((3 * fraction) - 1) * filler) + (((3 * (1 - fraction)) - 1) * matrix);
        return (b + Math.Sqrt((b * b) + (8 * matrix * filler))) / 4;
    }

    /// <summary>Particles of every size in a matrix (Bruggeman's differential medium, Hanai).</summary>
    /// <param name="matrix">Conductivity of the matrix.</param>
    /// <param name="filler">Conductivity of the filler.</param>
    /// <param name="fraction">Volume fraction of the filler.</param>
    [Equation("transport.bruggeman-differential", @"\frac{\sigma_f-\sigma}{\sigma_f-\sigma_m}\left(\frac{\sigma_m}{\sigma}\right)^{1/3}=1-\phi", Source = "bruggeman1935", Locator = "differential medium")]
    public static double BruggemanDifferential(double matrix, double filler, double fraction)
    {
        if (matrix == filler || fraction <= 0 || fraction >= 1)
        {
            return fraction >= 1 ? filler : matrix;
        }

        var (low, high) = (Math.Min(matrix, filler), Math.Max(matrix, filler));
        return RootFinding.Brent(
            value => ((filler - value) / (filler - matrix) * Math.Cbrt(matrix / value)) - (1 - fraction), low, high, low * 1e-14);
    }

    /// <summary>McLachlan's general effective media: percolation at a threshold, with exponents on both sides.</summary>
    /// <param name="low">Conductivity of the worse conductor.</param>
    /// <param name="high">Conductivity of the better conductor.</param>
    /// <param name="fraction">Volume fraction of the better conductor.</param>
    /// <param name="threshold">Its percolation threshold; 0.16 for random spheres.</param>
    /// <param name="exponentBelow">s, about 0.87.</param>
    /// <param name="exponentAbove">t, about 2.</param>
    [Equation("transport.general-effective-media", @"\frac{(1-\phi)(\sigma_l^{1/s}-x^{1/s})}{\sigma_l^{1/s}+Ax^{1/s}}+\frac{\phi(\sigma_h^{1/t}-x^{1/t})}{\sigma_h^{1/t}+Ax^{1/t}}=0", Source = "mclachlan1990", Locator = "two exponents, A = (1-phi_c)/phi_c")]
    public static double GeneralEffectiveMedia(double low, double high, double fraction, double threshold, double exponentBelow, double exponentAbove)
    {
        if (low == high || fraction <= 0 || fraction >= 1)
        {
            return fraction >= 1 ? high : low;
        }

        var a = (1 - threshold) / threshold;
        var (below, above) = (Math.Pow(low, 1 / exponentBelow), Math.Pow(high, 1 / exponentAbove));
        return Math.Exp(RootFinding.Brent(Balance, Math.Log(low), Math.Log(high), 1e-13));

        double Balance(double logarithm)
        {
            var (left, right) = (Math.Exp(logarithm / exponentBelow), Math.Exp(logarithm / exponentAbove));
            return ((1 - fraction) * (below - left) / (below + (a * left))) + (fraction * (above - right) / (above + (a * right)));
        }
    }

    /// <summary>Volume fraction of a filler from its mass fraction.</summary>
    /// <param name="massFraction">Mass fraction of the filler.</param>
    /// <param name="fillerDensity">kg/m³.</param>
    /// <param name="matrixDensity">kg/m³.</param>
    [Equation("transport.volume-fraction", @"\phi=\frac{w/\rho_f}{w/\rho_f+(1-w)/\rho_m}", Source = "electrolith-derived", Locator = "definition")]
    public static double VolumeFraction(double massFraction, double fillerDensity, double matrixDensity) =>
        massFraction / fillerDensity / ((massFraction / fillerDensity) + ((1 - massFraction) / matrixDensity));
}
