using Electrolith.Quantities;

namespace Electrolith.Interfaces;

/// <summary>An interface of lithium with an electrolyte for the linear stability analysis, SI units.</summary>
/// <param name="ElectrodeShearModulus">Pa.</param>
/// <param name="ElectrodePoisson">Poisson ratio of lithium.</param>
/// <param name="ElectrolyteShearModulus">Pa.</param>
/// <param name="ElectrolytePoisson">Poisson ratio of the electrolyte.</param>
/// <param name="VolumeRatio">Molar volume of Li+ in the electrolyte over that of lithium.</param>
/// <param name="SurfaceEnergy">J/m².</param>
/// <param name="WaveNumber">1/m.</param>
public readonly record struct RoughenedInterface(
    double ElectrodeShearModulus, double ElectrodePoisson, double ElectrolyteShearModulus, double ElectrolytePoisson,
    double VolumeRatio, double SurfaceEnergy, double WaveNumber);

/// <summary>The three causes of growth or decay of a roughness, J/(mol m); a negative sum is stable.</summary>
/// <param name="Surface">Surface energy.</param>
/// <param name="Deviatoric">Shear stress.</param>
/// <param name="Pressure">Hydrostatic stress.</param>
public readonly record struct StabilityTerms(double Surface, double Deviatoric, double Pressure)
{
    /// <summary>Sum; negative is stable.</summary>
    public double Sum => Surface + Deviatoric + Pressure;
}

/// <summary>Linear stability of a plating interface.</summary>
public static class StabilityEquations
{
    /// <summary>Change of the chemical potential per amplitude of a roughness.</summary>
    /// <param name="at">The interface.</param>
    /// <remarks>Plane strain, flat to first order, pressure taken as the mean of the two in-plane stresses. A stiff ceramic (volume ratio below 1) is destabilised by pressure.</remarks>
    [Equation("interfaces.linear-stability", @"\chi=-\frac{\gamma k^2V_m(1+v)}{2z}+\frac{2G_eG_skV_m(1+v)[\nu_e(4\nu_s-3)-3\nu_s+2]}{zD}+\frac{kV_m(1-v)[G_e^2(4\nu_s-3)+G_s^2(3-4\nu_e)]}{2zD}",
        Source = "ahmad2017", Locator = "stability parameter")]
    public static StabilityTerms Terms(in RoughenedInterface at)
    {
        var (ge, ne, gs, ns, v, gamma, k) = at;
        const double Volume = LithiumEquations.MolarVolume;
        var d = (ge * (ne - 1) * ((4 * ns) - 3)) + (gs * ((4 * ne) - 3) * (ns - 1));
        return new StabilityTerms(
            -gamma * k * k * Volume * (1 + v) / 2,
            2 * ge * gs * k * Volume * (1 + v) * ((ne * ((4 * ns) - 3)) - (3 * ns) + 2) / d,
            k * Volume * (1 - v) * ((ge * ge * ((4 * ns) - 3)) + (gs * gs * (3 - (4 * ne)))) / (2 * d));
    }
}
