using System.Collections.Immutable;

namespace Electrolith.Cells.Dynamics;

/// <summary>Regions of a cell.</summary>
public enum CellRegion
{
    /// <summary>Composite negative electrode.</summary>
    Anode,

    /// <summary>Separator.</summary>
    Separator,

    /// <summary>Positive electrode.</summary>
    Cathode,
}

/// <summary>One kind of particles at a place of the depth.</summary>
/// <param name="Current">Reduction current, A per m² of its contacted surface.</param>
/// <param name="Surface">Stoichiometry at the surface.</param>
/// <param name="Mean">Mean stoichiometry.</param>
/// <param name="Shells">Stoichiometries from the centre to the outermost shell.</param>
public sealed record ParticleProfile(double Current, double Surface, double Mean, ImmutableArray<double> Shells);

/// <summary>One place of the depth.</summary>
/// <param name="Region">Where it is.</param>
/// <param name="Depth">From the side of the negative terminal, m.</param>
/// <param name="Salt">Concentration, mol/m³; null for a single-ion conductor.</param>
/// <param name="ElectrolytePotential">Against the negative terminal, V.</param>
/// <param name="SolidPotential">The same in the solid; null in the separator.</param>
/// <param name="Reaction">Current that enters the particles (reduction positive), A per m³ of electrode; null in the separator.</param>
/// <param name="RelativeReaction">The same over the mean of the electrode, where a current flows; null otherwise.</param>
/// <param name="Particles">Kinds of particles; empty in the separator.</param>
public sealed record ProfilePoint(
    CellRegion Region, double Depth, double? Salt, double ElectrolytePotential, double? SolidPotential, double? Reaction, double? RelativeReaction, ImmutableArray<ParticleProfile> Particles);

/// <summary>The cell through its depth at one time.</summary>
/// <param name="Time">From the start, s.</param>
/// <param name="Voltage">V.</param>
/// <param name="Current">A/m², positive on discharge.</param>
/// <param name="Points">From the negative to the positive side.</param>
public sealed record CellProfile(double Time, double Voltage, double Current, ImmutableArray<ProfilePoint> Points);
