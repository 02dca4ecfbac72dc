using Electrolith.Interfaces;
using Electrolith.Quantities;

namespace Electrolith.Cells.Dynamics;

/// <summary>
/// Voids that stripping opens at a flat lithium anode, and the contact that is left: hemispheres of one radius, opened by the
/// current beyond what reaches the contacts, closed by creep of the lithium under pressure. No first-principles law of the critical
/// current is validated: the supply is measured (or diffusion's, where a length is given), the closure is a bound. At room temperature.
/// </summary>
public sealed record StrippingVoids
{
    /// <summary>Stack pressure, Pa.</summary>
    public required double Pressure { get; init; }

    /// <summary>Critical stripping current at <see cref="ReferencePressure"/>, A/m²: 0.2 mA/cm² was measured on Li6PS5Cl at 3 MPa (kasemchainan2019).</summary>
    public double ReferenceCurrent { get; init; } = 2;

    /// <summary>Pressure of the measurement, Pa.</summary>
    public double ReferencePressure { get; init; } = 3e6;

    /// <summary>Exponent of the pressure; 1.9 lies between two reports, one of them unconfirmed.</summary>
    public double PressureExponent { get; init; } = 1.9;

    /// <summary>Self-diffusivity of lithium, m²/s; with <see cref="DiffusionLength"/> it replaces the measured critical current.</summary>
    public double? SelfDiffusivity { get; init; }

    /// <summary>Length over which diffusion feeds the contacts, m.</summary>
    public double? DiffusionLength { get; init; }

    /// <summary>Radius of the voids, m. Assumed: voids are seen from below a micrometre to tens of micrometres.</summary>
    public double VoidRadius { get; init; } = 1e-6;

    /// <summary>Creep of lithium: rate at the reference stress, 1/s (roy2021).</summary>
    public double CreepRate { get; init; } = 0.01;

    /// <summary>Reference stress of the creep, Pa (roy2021).</summary>
    public double CreepStress { get; init; } = 1e6;

    /// <summary>Stress exponent of the creep (roy2021).</summary>
    public double CreepExponent { get; init; } = 5;

    /// <summary>Contacted share of the interface at the start.</summary>
    public double InitialContact { get; init; } = 1;

    /// <summary>Current that reaches the contacts without voids, A/m² of contact: above it voids open.</summary>
    public double Supply => SelfDiffusivity is { } diffusivity && DiffusionLength is { } length
        ? DiffusionSupply(diffusivity, length)
        : StrippingEquations.EmpiricalCriticalCurrent(Pressure, ReferencePressure, ReferenceCurrent, PressureExponent);

    /// <summary>Rate at which pressure closes voids, 1/s.</summary>
    public double ClosureRate => Pressure > 0 ? -LithiumEquations.VoidClosureRate(Pressure, CreepRate, CreepStress, CreepExponent) : 0;

    /// <summary>Charge whose lithium would fill voids under the whole interface, C/m².</summary>
    public double VoidCharge => 2.0 / 3 * VoidRadius * PhysicalConstants.Faraday / LithiumEquations.MolarVolume;

    /// <summary>Steady current above which the whole contact is lost, A/m²: the larger of supply and closure. Between the two a share of the contact is left.</summary>
    public double CriticalCurrent => Math.Max(Supply, VoidCharge * ClosureRate);

    /// <summary>Current that self-diffusion carries to the contacts, A/m².</summary>
    /// <param name="selfDiffusivity">m²/s.</param>
    /// <param name="length">m.</param>
    [Equation("cells.self-diffusion-supply", @"i=\frac{FD}{V_m\ell}", Source = "electrolith-derived", Locator = "Fick's law over one length with the whole lattice as gradient: an upper bound")]
    public static double DiffusionSupply(double selfDiffusivity, double length) => PhysicalConstants.Faraday * selfDiffusivity / (LithiumEquations.MolarVolume * length);

    /// <summary>Change of the contacted share with time, 1/s.</summary>
    /// <param name="contact">Contacted share, 0 to 1.</param>
    /// <param name="current">Stripping current density over the whole interface, A/m²; negative for plating.</param>
    /// <param name="supply">A/m² of contact.</param>
    /// <param name="closureRate">1/s.</param>
    /// <param name="voidCharge">C/m².</param>
    /// <returns>1/s. Plating closes no void by itself: it buries them (kasemchainan2019).</returns>
    [Equation("cells.contact-balance", @"\frac{df}{dt}=k(1-f)-\frac{\max(i-f\,i_s,0)}{Q_v},\ Q_v=\tfrac23\frac{aF}{V_m},\ k=\tfrac32\dot\varepsilon_0\left(\frac{3p}{2n\sigma_0}\right)^n", Source = "electrolith-assumed", Locator = "balance of lithium in hemispherical voids; closure as in budiansky1982, its flux k Q_v is the creep supply of roy2021")]
    public static double ContactRate(double contact, double current, double supply, double closureRate, double voidCharge) =>
        (closureRate * (1 - contact)) - (Math.Max(current - (contact * supply), 0) / voidCharge);
}
