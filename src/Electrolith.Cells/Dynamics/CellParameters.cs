using System.Collections.Immutable;

namespace Electrolith.Cells.Dynamics;

/// <summary>Form of the host particles.</summary>
public enum HostShape
{
    /// <summary>Spheres of one size in a composite.</summary>
    Sphere,

    /// <summary>One dense slab, the electrode of a thin-film cell: its thickness is the diffusion length.</summary>
    Slab,
}

/// <summary>How the stoichiometry at the surface follows from those of the shells.</summary>
public enum SurfaceExtrapolation
{
    /// <summary>From the outermost shell along the flux that crosses the surface.</summary>
    Flux,

    /// <summary>Along the line through the two outermost shells, as some programs do.</summary>
    Linear,
}

/// <summary>An electrode of host particles in electrolyte (or one dense slab), SI units, at the reference temperature.</summary>
public sealed record HostElectrode
{
    /// <summary>Thickness, m.</summary>
    public required double Thickness { get; init; }

    /// <summary>Volume fraction of active material that takes part.</summary>
    public required double ActiveFraction { get; init; }

    /// <summary>Particle radius, or thickness of a slab, m.</summary>
    public required double ParticleRadius { get; init; }

    /// <summary>Share of the particle surface that touches electrolyte, above 0 to 1.</summary>
    public double ContactFraction { get; init; } = 1;

    /// <summary>Effective ionic conductivity, S/m.</summary>
    public required double IonicConductivity { get; init; }

    /// <summary>Effective electronic conductivity, S/m.</summary>
    public required double ElectronicConductivity { get; init; }

    /// <summary>Diffusivity in the host, m²/s.</summary>
    public required double Diffusivity { get; init; }

    /// <summary>Factor of the diffusivity over the stoichiometry; none for a constant.</summary>
    public SampledCurve? DiffusivityFactor { get; init; }

    /// <summary>Lithium concentration of the full host, mol/m³.</summary>
    public required double MaximumConcentration { get; init; }

    /// <summary>Stoichiometry at the start.</summary>
    public required double InitialStoichiometry { get; init; }

    /// <summary>Stoichiometry of the charged cell (SOC 1).</summary>
    public double? ChargedStoichiometry { get; init; }

    /// <summary>Stoichiometry of the discharged cell (SOC 0).</summary>
    public double? DischargedStoichiometry { get; init; }

    /// <summary>Open-circuit potential against lithium, V.</summary>
    public required SampledCurve Potential { get; init; }

    /// <summary>Exchange current density i00 at half filling, A/m² of contacted surface: i0 = 2 i00 sqrt(θ (1 − θ)).</summary>
    public required double ExchangeCurrentDensity { get; init; }

    /// <summary>Anodic charge-transfer coefficient: i0 = 2 i00 (1 − θ)^α θ^(1 − α).</summary>
    public double TransferCoefficient { get; init; } = 0.5;

    /// <summary>Resistance of films on the particles, ohm m² of contacted surface.</summary>
    public double FilmResistance { get; init; }

    /// <summary>Change of the potential with temperature, V/K.</summary>
    public double EntropicCoefficient { get; init; }

    /// <summary>Activation energy of the diffusivity, J/mol.</summary>
    public double DiffusivityActivationEnergy { get; init; }

    /// <summary>Activation energy of the exchange current, J/mol.</summary>
    public double ExchangeActivationEnergy { get; init; }

    /// <summary>Activation energy of the ionic conductivity, J/mol.</summary>
    public double ConductivityActivationEnergy { get; init; }

    /// <summary>Volume fraction of electrolyte; used with salt transport only.</summary>
    public double ElectrolyteFraction { get; init; } = 0.3;

    /// <summary>Effective over bulk transport in the electrolyte, for example ε to 1.5; used with salt transport only, instead of <see cref="IonicConductivity"/>.</summary>
    public double TransportEfficiency { get; init; } = 0.16;

    /// <summary>Spheres or a slab.</summary>
    public HostShape Shape { get; init; }

    /// <summary>How the surface follows from the shells.</summary>
    public SurfaceExtrapolation Extrapolation { get; init; }

    /// <summary>
    /// Further kinds of particles in the same electrode, as in blends and for two sizes of one material: of these the members that
    /// describe particles count (fraction, radius, contact, diffusion, potential, kinetics, stoichiometries), the others are those of this one.
    /// </summary>
    public ImmutableArray<HostElectrode> Others { get; init; } = [];

    /// <summary>All kinds of particles, this one first.</summary>
    public IEnumerable<HostElectrode> Kinds => Others.IsDefaultOrEmpty ? [this] : Others.Prepend(this);

    /// <summary>Contacted surface of this kind per electrode volume, 1/m.</summary>
    public double ActiveSurface => (Shape == HostShape.Slab ? 1 : 3) * ActiveFraction / ParticleRadius * ContactFraction;

    /// <summary>Charge that the whole host holds, C/m².</summary>
    public double FullCharge => Kinds.Sum(ChargeOf);

    /// <summary>Charge that one of the kinds holds when full, C/m².</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    public double ChargeOf(HostElectrode kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Quantities.PhysicalConstants.Faraday * kind.MaximumConcentration * kind.ActiveFraction * Thickness;
    }

    /// <summary>Mean stoichiometry at the start over all kinds.</summary>
    public double MeanInitialStoichiometry => Kinds.Sum(kind => ChargeOf(kind) * kind.InitialStoichiometry) / FullCharge;

    /// <summary>Every kind of particles changed in the same way.</summary>
    /// <param name="change">The change.</param>
    public HostElectrode WithKinds(Func<HostElectrode, HostElectrode> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var others = Others.IsDefaultOrEmpty ? [] : Others.Select(change).ToImmutableArray();
        return change(this) with { Others = others };
    }
}

/// <summary>A flat anode: lithium, lithium plated on a bare collector, or an alloy in its two-phase region.</summary>
public sealed record PlanarAnode
{
    /// <summary>Potential against lithium, V: 0 for lithium; 0.62 V is used for lithium-indium.</summary>
    public double Potential { get; init; }

    /// <summary>Exchange current density, A/m².</summary>
    public required double ExchangeCurrentDensity { get; init; }

    /// <summary>Anodic charge-transfer coefficient.</summary>
    public double TransferCoefficient { get; init; } = 0.5;

    /// <summary>Resistance of the interface, ohm m².</summary>
    public double InterfaceResistance { get; init; }

    /// <summary>Lithium that can be stripped at the start, C/m²; infinite for a foil that never ends.</summary>
    public double Reserve { get; init; } = double.PositiveInfinity;

    /// <summary>Activation energy of the exchange current and of the interface conductance, J/mol.</summary>
    public double ActivationEnergy { get; init; }

    /// <summary>Voids that stripping opens; null keeps the contact whole.</summary>
    public StrippingVoids? Voids { get; init; }
}

/// <summary>A layer of the separator.</summary>
/// <param name="Thickness">m.</param>
/// <param name="Conductivity">S/m at the reference temperature.</param>
/// <param name="ActivationEnergy">J/mol.</param>
public readonly record struct SeparatorLayer(double Thickness, double Conductivity, double ActivationEnergy = 0);

/// <summary>An electrolyte with a mobile anion: liquid, polymer or hybrid, as a concentrated solution of one salt, SI units.</summary>
public sealed record SaltElectrolyte
{
    /// <summary>Concentration at rest, mol/m³.</summary>
    public double InitialConcentration { get; init; } = 1000;

    /// <summary>Cation transference number.</summary>
    public required double TransferenceNumber { get; init; }

    /// <summary>Thermodynamic factor.</summary>
    public double ThermodynamicFactor { get; init; } = 1;

    /// <summary>Salt diffusivity over the concentration in mol/m³, m²/s.</summary>
    public required Func<double, double> Diffusivity { get; init; }

    /// <summary>Conductivity over the concentration in mol/m³, S/m.</summary>
    public required Func<double, double> Conductivity { get; init; }

    /// <summary>Volume fraction of electrolyte in the separator.</summary>
    public double SeparatorFraction { get; init; } = 1;

    /// <summary>Effective over bulk transport in the separator.</summary>
    public double SeparatorEfficiency { get; init; } = 1;

    /// <summary>Activation energy of conductivity and diffusivity, J/mol.</summary>
    public double ActivationEnergy { get; init; }
}

/// <summary>Lumped heat balance per geometric area; an infinite transfer coefficient or heat capacity keeps the cell isothermal.</summary>
/// <param name="HeatCapacity">J/(m² K).</param>
/// <param name="TransferCoefficient">To the surroundings, W/(m² K).</param>
public readonly record struct HeatBalance(double HeatCapacity, double TransferCoefficient);

/// <summary>A cell with a single-ion electrolyte, per geometric area, SI units.</summary>
public sealed record CellParameters
{
    /// <summary>Name for reports.</summary>
    public string Name { get; init; } = "cell";

    /// <summary>The positive electrode.</summary>
    public required HostElectrode Positive { get; init; }

    /// <summary>Layers between the electrodes, in series.</summary>
    public required ImmutableArray<SeparatorLayer> Separator { get; init; }

    /// <summary>A flat anode; null when <see cref="Negative"/> is given.</summary>
    public PlanarAnode? Anode { get; init; }

    /// <summary>A composite negative electrode; null when <see cref="Anode"/> is given.</summary>
    public HostElectrode? Negative { get; init; }

    /// <summary>Salt transport; null for a single-ion conductor. With it the separator's conductivity and the electrodes' ionic conductivities are those of the salt.</summary>
    public SaltElectrolyte? Salt { get; init; }

    /// <summary>Any further resistance in series, ohm m².</summary>
    public double ContactResistance { get; init; }

    /// <summary>Charge that 1C delivers in an hour, C/m².</summary>
    public required double NominalCharge { get; init; }

    /// <summary>Temperature of the surroundings and at the start, K.</summary>
    public double Temperature { get; init; } = Quantities.PhysicalConstants.RoomTemperature;

    /// <summary>Temperature at which the parameters hold, K.</summary>
    public double ReferenceTemperature { get; init; } = Quantities.PhysicalConstants.RoomTemperature;

    /// <summary>Lower voltage limit, V.</summary>
    public double LowerVoltage { get; init; } = 2.5;

    /// <summary>Upper voltage limit, V.</summary>
    public double UpperVoltage { get; init; } = 4.3;

    /// <summary>Heat balance; null keeps the cell at <see cref="Temperature"/>.</summary>
    public HeatBalance? Heat { get; init; }

    /// <summary>Current density of 1C, A/m².</summary>
    public double CurrentAt1C => NominalCharge / 3600;

    /// <summary>Largest charge that the positive electrode can pass from one end of its stoichiometry window to the other, C/m².</summary>
    public double WindowCharge => Positive.Kinds.Sum(kind => Positive.ChargeOf(kind) * ((kind.DischargedStoichiometry ?? 1) - (kind.ChargedStoichiometry ?? kind.InitialStoichiometry)));
}
