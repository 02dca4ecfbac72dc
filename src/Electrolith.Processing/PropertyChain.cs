using Electrolith.Transport;

namespace Electrolith.Processing;

/// <summary>The sample on which a library conductivity was measured; the recipe changes the conductivity relative to it.</summary>
/// <param name="Conductivity">Total conductivity at the operating temperature, S/m.</param>
/// <param name="RelativeDensity">Relative density of that sample.</param>
/// <param name="GrainSize">Its grain size, m.</param>
/// <param name="GrainBoundaryShare">Share of its resistance at grain boundaries, 0 when unknown.</param>
public readonly record struct ReferenceState(double Conductivity, double RelativeDensity, double GrainSize, double GrainBoundaryShare);

/// <summary>Conduction of a finished layer.</summary>
/// <param name="IonicConductivity">S/m.</param>
/// <param name="AreaSpecificResistance">Thickness over conductivity, and interfaces inside the layer, ohm m².</param>
/// <param name="GrainBoundaryShare">Share of that resistance at grain boundaries.</param>
/// <param name="DensityFactor">Conductivity change by density against the reference.</param>
/// <param name="PhaseFactor">Conductivity change by glass and poor phases.</param>
public readonly record struct SeparatorProperties(
    double IonicConductivity, double AreaSpecificResistance, double GrainBoundaryShare, double DensityFactor, double PhaseFactor);

/// <summary>From microstructure to conductivity: density, grain boundaries, phases, filler, damage, each relative to the reference sample.</summary>
public static class PropertyChain
{
    /// <summary>Below this grain size the critical size of microcracks in NASICON is not reached, m (Jackman and Cutler: 1.7 against 4.8 um).</summary>
    private const double NasiconCrackSize = 2e-6;

    /// <summary>
    /// Resistance of boundaries full of glass after cold sintering over clean ones: 2.01e-6 S/cm against 4.29e-4 S/cm after 900 degC, with
    /// four fifths of the clean resistance at boundaries.
    /// </summary>
    private const double GlassyBoundaryRatio = 266;

    /// <summary>Evaluates a layer.</summary>
    /// <param name="lot">The finished lot.</param>
    /// <param name="reference">Where the library conductivity comes from.</param>
    /// <param name="densityExponent">m in (D/D_ref)^m: 1.5 for round pores, more where contacts between grains suffer.</param>
    public static SeparatorProperties Evaluate(Lot lot, in ReferenceState reference, double densityExponent)
    {
        ArgumentNullException.ThrowIfNull(lot);
        var density = Math.Pow(lot.RelativeDensity / reference.RelativeDensity, densityExponent);
        // Cracks of coarse NASICON run along the boundaries: growth beyond the critical size no longer thins them out.
        var contact = lot.Family == "nasicon" ? Math.Min(lot.GrainSize, NasiconCrackSize) : lot.GrainSize;
        var boundary = reference.GrainBoundaryShare * (reference.GrainSize > 0 && contact > 0 ? reference.GrainSize / contact : 1) * (1 + ((GlassyBoundaryRatio - 1) * lot.GlassyBoundary));
        var polycrystal = 1 / (1 - reference.GrainBoundaryShare + boundary);
        var phase = PhaseFactor(lot);
        var crack = lot.Family == "nasicon" && lot.GrainSize > NasiconCrackSize ? Math.Max(0.5, NasiconCrackSize / lot.GrainSize) : 1;
        var conductivity = reference.Conductivity * density * polycrystal * phase * crack * lot.ConductivityFactor;
        if (lot.Filler is { } filler && lot.FillerFraction > 0)
        {
            conductivity = Mix(conductivity, filler.IonicConductivity, lot);
        }

        return new SeparatorProperties(
            conductivity, (lot.Thickness / conductivity) + lot.InternalResistance, boundary / (1 - reference.GrainBoundaryShare + boundary), density, phase);
    }

    /// <summary>Flexural strength, Pa; null where no grain-size series is known.</summary>
    /// <param name="lot">The finished lot.</param>
    /// <remarks>
    /// Through LATP of 1.7 um (123 MPa) and 4.8 um (26 MPa) grains, Jackman and Cutler 2012; the exponent of porosity, 4, is assumed.
    /// </remarks>
    public static double? Strength(Lot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return lot.Family == "nasicon" ? ProcessEquations.KnudsenStrength(123e6, lot.GrainSize / 1.7e-6, 1.497, 1 - lot.RelativeDensity, 4) : null;
    }

    /// <summary>Conducting crystal with glass and poor phases, as a symmetric medium.</summary>
    private static double PhaseFactor(Lot lot)
    {
        var factor = 1.0;
        if (lot.GlassFraction > 0)
        {
            factor = EffectiveMediumEquations.Bruggeman(1, GlassRatio(lot.Family), Math.Min(lot.GlassFraction, 1));
        }

        // What has not reacted conducts no better than a secondary phase.
        var poor = Math.Min(1, lot.SecondaryPhaseFraction + (lot.GlassFraction > 0 ? 0 : 1 - lot.Conversion));
        return poor > 0 ? EffectiveMediumEquations.Bruggeman(factor, factor * 1e-3, poor) : factor;
    }

    /// <summary>Conductivity of the glass over that of the annealed material.</summary>
    private static double GlassRatio(string family) => family switch
    {
        "thiophosphate-glass" => 1,
        "glass-ceramic" => 0.03,
        "halide" => 0.5,
        "nasicon" => 1e-3,
        "thiophosphate-crystal" => 1,
        _ => 0.05,
    };

    private static double Mix(double matrix, double filler, Lot lot) => lot.FillerArrangement switch
    {
        FillerArrangement.Framework => EffectiveMediumEquations.Parallel(matrix, filler, lot.FillerFraction),
        FillerArrangement.Layers => EffectiveMediumEquations.Series(matrix, filler, lot.FillerFraction),
        _ => EffectiveMediumEquations.MaxwellGarnett(matrix, filler, lot.FillerFraction),
    };
}
