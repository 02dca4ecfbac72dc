using Electrolith.Quantities;

namespace Electrolith.Transport;

/// <summary>Grain boundaries and pores in one material. Conductivities in any common unit.</summary>
public static class PolycrystalEquations
{
    /// <summary>Brick layer, boundaries in series.</summary>
    /// <param name="bulk">Bulk conductivity.</param>
    /// <param name="boundary">Conductivity of the boundary phase.</param>
    /// <param name="boundaryThickness">m.</param>
    /// <param name="grainSize">m.</param>
    [Equation("transport.brick-layer", @"\frac1\sigma=\frac1{\sigma_b}+\frac{\delta}{D\,\sigma_{gb}}", Source = "irvine1990", Locator = "brick-layer model")]
    public static double BrickLayer(double bulk, double boundary, double boundaryThickness, double grainSize) =>
        1 / ((1 / bulk) + (boundaryThickness / (grainSize * boundary)));

    /// <summary>Cubic grains with a boundary shell (Maxwell-Garnett with the boundary phase as matrix).</summary>
    /// <param name="bulk">Bulk conductivity.</param>
    /// <param name="boundary">Conductivity of the boundary phase.</param>
    /// <param name="boundaryThickness">m.</param>
    /// <param name="grainSize">m.</param>
    [Equation("transport.brick-shell", @"\phi=1-3\delta/D", Source = "maxwell1873", Locator = "Maxwell-Garnett, boundary as matrix")]
    public static double BrickShell(double bulk, double boundary, double boundaryThickness, double grainSize) =>
        EffectiveMediumEquations.MaxwellGarnett(boundary, bulk, 1 - (3 * boundaryThickness / grainSize));

    /// <summary>Spherical pores, any fraction (Bruggeman's differential medium).</summary>
    /// <param name="porosity">Pore fraction.</param>
    [Equation("transport.porosity-bruggeman", @"\sigma/\sigma_0=(1-p)^{1.5}", Source = "bruggeman1935", Locator = "differential medium")]
    public static double PorosityFactor(double porosity) => Math.Pow(1 - porosity, 1.5);

    /// <summary>Few spherical pores (Maxwell).</summary>
    /// <param name="porosity">Pore fraction.</param>
    [Equation("transport.porosity-maxwell", @"\sigma/\sigma_0=\frac{2(1-p)}{2+p}", Source = "maxwell1873", Locator = "insulating spheres")]
    public static double PorosityFactorMaxwell(double porosity) => 2 * (1 - porosity) / (2 + porosity);

    /// <summary>Powder compact: contacts percolate above a threshold density.</summary>
    /// <param name="relativeDensity">Relative density.</param>
    /// <param name="threshold">Relative density at which the last path breaks.</param>
    /// <param name="exponent">Percolation exponent, about 2.</param>
    [Equation("transport.contact-percolation", @"\sigma/\sigma_0=\left(\frac{D-D_c}{1-D_c}\right)^t", Source = "electrolith-derived", Locator = "percolation scaling, normalised to 1 at full density")]
    public static double ContactPercolationFactor(double relativeDensity, double threshold, double exponent) =>
        relativeDensity <= threshold ? 0 : Math.Pow((relativeDensity - threshold) / (1 - threshold), exponent);
}
