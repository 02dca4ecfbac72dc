using System.Collections.Immutable;

namespace Electrolith.Processing;

/// <summary>How a filler sits in its matrix.</summary>
public enum FillerArrangement
{
    /// <summary>Separate particles.</summary>
    Dispersed,

    /// <summary>A continuous framework through the layer.</summary>
    Framework,

    /// <summary>Layers across the current.</summary>
    Layers,
}

/// <summary>What a lot is at the moment.</summary>
public enum LotForm
{
    /// <summary>Powder or glass, or not said: can be pressed, cast, fired.</summary>
    Solid,

    /// <summary>Solution, slurry or monomer: flows, cannot be pressed or fired.</summary>
    Liquid,
}

/// <summary>A second conducting material in the lot.</summary>
/// <param name="Id">Material id.</param>
/// <param name="Family">Its family.</param>
/// <param name="IonicConductivity">S/m at the operating temperature.</param>
/// <param name="Density">kg/m³.</param>
public sealed record Constituent(string Id, string Family, double IonicConductivity, double Density);

/// <summary>
/// A batch of electrolyte on its way from powder, glass, slurry or target to a finished layer. Immutable: every operation gives
/// a new lot. Amounts are per kilogram of electrolyte that entered the recipe.
/// </summary>
public sealed record Lot
{
    /// <summary>Family of the electrolyte.</summary>
    public required string Family { get; init; }

    /// <summary>Density of the solid, kg/m³.</summary>
    public required double SolidDensity { get; init; }

    /// <summary>Density over that of the solid, above 0 to 1.</summary>
    public double RelativeDensity { get; init; } = 0.55;

    /// <summary>Mean grain size, m.</summary>
    public double GrainSize { get; init; } = 1e-6;

    /// <summary>Mean particle size of the powder, m.</summary>
    public double ParticleSize { get; init; } = 5e-6;

    /// <summary>Layer thickness, m; 0 while there is no layer.</summary>
    public double Thickness { get; init; }

    /// <summary>Mass fraction that is still glassy or disordered.</summary>
    public double GlassFraction { get; init; }

    /// <summary>Mass fraction of phases that hardly conduct.</summary>
    public double SecondaryPhaseFraction { get; init; }

    /// <summary>Factor on the conductivity that microstructure does not explain (exposure, extrusion damage).</summary>
    public double ConductivityFactor { get; init; } = 1;

    /// <summary>Thickness of a poorly conducting surface layer, m.</summary>
    public double SurfaceLayerThickness { get; init; }

    /// <summary>Ionic conductivity of that layer, S/m.</summary>
    public double SurfaceLayerConductivity { get; init; } = 1e-6;

    /// <summary>Lithium left in the solid over that of the ideal formula (an excess makes it larger than 1).</summary>
    public double LithiumInSolid { get; init; } = 1;

    /// <summary>Lithium that left as vapour, same unit; with <see cref="LithiumInSolid"/> it is constant after weighing.</summary>
    public double LithiumInVapour { get; init; }

    /// <summary>Residual solvent, mass fraction.</summary>
    public double ResidualSolvent { get; init; }

    /// <summary>Hydrogen sulfide set free, m³/kg.</summary>
    public double HydrogenSulfide { get; init; }

    /// <summary>Solid or liquid.</summary>
    public LotForm Form { get; init; }

    /// <summary>Relative scatter of the composition from place to place; 0 when perfectly mixed.</summary>
    public double Segregation { get; init; }

    /// <summary>Share of the solid-state reaction that is done; 1 for a powder that was bought.</summary>
    public double Conversion { get; init; } = 1;

    /// <summary>Share of grain boundaries that hold a poorly conducting glass.</summary>
    public double GlassyBoundary { get; init; }

    /// <summary>Conversion of a monomer; 1 where there is none.</summary>
    public double Cure { get; init; } = 1;

    /// <summary>Mass fraction worn off the milling media.</summary>
    public double Contamination { get; init; }

    /// <summary>Standard deviation of the thickness over its mean.</summary>
    public double ThicknessScatter { get; init; }

    /// <summary>Area-specific resistance of interfaces inside the layer, ohm m².</summary>
    public double InternalResistance { get; init; }

    /// <summary>A second conducting material; null without.</summary>
    public Constituent? Filler { get; init; }

    /// <summary>Volume fraction of the filler.</summary>
    public double FillerFraction { get; init; }

    /// <summary>How the filler sits in the matrix.</summary>
    public FillerArrangement FillerArrangement { get; init; }

    /// <summary>Energy used so far, J per kg of electrolyte that entered.</summary>
    public double Energy { get; init; }

    /// <summary>Time so far, s.</summary>
    public double Time { get; init; }

    /// <summary>Share of what entered that is still good.</summary>
    public double Yield { get; init; } = 1;

    /// <summary>The lot with more energy and time and a further yield.</summary>
    /// <param name="energy">J/kg.</param>
    /// <param name="time">s.</param>
    /// <param name="yield">Share that stays good.</param>
    public Lot After(double energy, double time, double yield) => this with { Energy = Energy + energy, Time = Time + time, Yield = Yield * yield };
}

/// <summary>Something that a process engineer should know about a lot.</summary>
/// <param name="Code">Stable code <c>EL21xx</c>.</param>
/// <param name="Operation">Name of the operation.</param>
/// <param name="Message">What is unusual and what it means.</param>
public sealed record ProcessWarning(string Code, string Operation, string Message);

/// <summary>What one operation did.</summary>
/// <param name="Operation">Name of the operation.</param>
/// <param name="Before">Lot before.</param>
/// <param name="After">Lot after.</param>
public sealed record ProcessStep(string Operation, Lot Before, Lot After);

/// <summary>A recipe that was run.</summary>
/// <param name="Lot">The finished lot.</param>
/// <param name="Steps">What each operation did; empty unless asked for.</param>
/// <param name="Warnings">What is unusual.</param>
public sealed record ProcessResult(Lot Lot, ImmutableArray<ProcessStep> Steps, ImmutableArray<ProcessWarning> Warnings);
