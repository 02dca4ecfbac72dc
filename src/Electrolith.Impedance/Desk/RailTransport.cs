namespace Electrolith.Impedance.Desk;

/// <summary>Transport of one phase of a composite electrode, in the conventions that are in use side by side.</summary>
/// <param name="Resistance">Direct-current resistance of the rail, ohm.</param>
/// <param name="EffectiveConductivity">L/(A R), S/m.</param>
/// <param name="TortuosityFactor">τ² = φ σ0/σ_eff; null without fraction and conductivity of the pure phase. Some papers call this number τ.</param>
/// <param name="Tortuosity">Its root, the lengthening of the path; null likewise.</param>
/// <param name="MacMullin">σ0/σ_eff; null without the conductivity of the pure phase.</param>
/// <param name="BruggemanExponent">n in σ_eff = σ0 φⁿ, 1.5 for well-mixed spheres; null without both.</param>
public sealed record RailTransport(double Resistance, double EffectiveConductivity, double? TortuosityFactor, double? Tortuosity, double? MacMullin, double? BruggemanExponent)
{
    /// <summary>From the resistance of a rail.</summary>
    /// <param name="resistance">ohm.</param>
    /// <param name="thickness">Of the electrode, m.</param>
    /// <param name="area">m².</param>
    /// <param name="pureConductivity">Of the phase alone, S/m; null when not known.</param>
    /// <param name="volumeFraction">Of the phase, above 0 and below 1; null when not known.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not above zero, or the fraction not below 1.</exception>
    public static RailTransport Of(double resistance, double thickness, double area, double? pureConductivity = null, double? volumeFraction = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resistance);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(thickness);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(area);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pureConductivity ?? 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(volumeFraction ?? 0.5);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(volumeFraction ?? 0.5, 1);
        var effective = PelletEquations.Conductivity(resistance, thickness, area);
        double? factor = pureConductivity is { } pure && volumeFraction is { } fraction ? TransmissionLineEquations.TortuosityFactor(fraction, pure, effective) : null;
        return new RailTransport(
            resistance, effective, factor, factor is { } square ? Math.Sqrt(square) : null, pureConductivity / effective,
            pureConductivity is { } own && volumeFraction is { } share ? Math.Log(effective / own) / Math.Log(share) : null);
    }
}
