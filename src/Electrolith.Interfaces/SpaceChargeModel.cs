using Electrolith.Quantities;

namespace Electrolith.Interfaces;

/// <summary>A lattice gas of lithium over sites with immobile counter-charge, SI units. All four are modelling choices rather than measured facts.</summary>
/// <param name="SiteConcentration">Lithium sites, mol/m³.</param>
/// <param name="Occupancy">Occupied share in the bulk, between 0 and 1.</param>
/// <param name="RelativePermittivity">Relative permittivity.</param>
/// <param name="Conductivity">Ionic conductivity of the bulk, S/m.</param>
public readonly record struct LatticeGas(double SiteConcentration, double Occupancy, double RelativePermittivity, double Conductivity);

/// <summary>A space-charge layer, SI units.</summary>
/// <param name="Width">Distance from the interface to where the potential has fallen to RT/F, m; 0 when it starts below.</param>
/// <param name="Charge">C/m², with the sign of the potential step.</param>
/// <param name="Capacitance">Differential, F/m².</param>
/// <param name="ExcessResistance">Resistance above that of the bulk, ohm m²; negative when the layer conducts better.</param>
/// <param name="IsBelowOneSite">True when the width is below 0.25 nm, the distance of lithium sites: a continuum has no meaning there.</param>
public readonly record struct SpaceChargeLayer(double Width, double Charge, double Capacitance, double ExcessResistance, bool IsBelowOneSite);

/// <summary>Solves the space-charge layer of a lattice gas exactly, by the first integral of Poisson's equation.</summary>
public static class SpaceChargeModel
{
    private const double SiteDistance = 0.25e-9;
    private const double LargestStep = 5;
    private const int Panels = 400;

    // Gauss-Legendre with four points.
    private static readonly double[] Nodes = [-0.8611363115940526, -0.3399810435848563, 0.3399810435848563, 0.8611363115940526];
    private static readonly double[] Weights = [0.3478548451374538, 0.6521451548625461, 0.6521451548625461, 0.3478548451374538];

    /// <summary>Occupied share at a potential.</summary>
    /// <param name="bulkOccupancy">Share in the bulk, between 0 and 1.</param>
    /// <param name="reducedPotential">ψ = F(φ − φ_bulk)/RT; positive depletes lithium.</param>
    [Equation("interfaces.lattice-gas-occupancy", @"y=\left[1+\frac{1-y_0}{y_0}e^{\psi}\right]^{-1}", Source = "beckersteinberger2021", Locator = "lattice gas")]
    public static double Occupancy(double bulkOccupancy, double reducedPotential) => 1 / (1 + ((1 - bulkOccupancy) / bulkOccupancy * Math.Exp(reducedPotential)));

    /// <summary>Square of the field at a potential, (V/m)².</summary>
    /// <param name="material">The electrolyte.</param>
    /// <param name="reducedPotential">ψ.</param>
    /// <param name="temperature">K.</param>
    [Equation("interfaces.space-charge-field", @"\left(\frac{d\varphi}{dx}\right)^2=\frac{2RTc_m}{\varepsilon}\left[\ln(1-y_0+y_0e^{-\psi})+y_0\psi\right]", Source = "beckersteinberger2021", Locator = "first integral of Poisson's equation")]
    public static double FieldSquared(LatticeGas material, double reducedPotential, double temperature)
    {
        var y = material.Occupancy;
        // Below 10⁻³ the bracket cancels; its series is y(1-y)ψ²/2 - y(1-y)(1-2y)ψ³/6.
        var bracket = Math.Abs(reducedPotential) < 1e-3
            ? y * (1 - y) * reducedPotential * reducedPotential * (0.5 - ((1 - (2 * y)) * reducedPotential / 6))
            : Math.Log(1 - y + (y * Math.Exp(-reducedPotential))) + (y * reducedPotential);
        return 2 * PhysicalConstants.MolarGas * temperature * material.SiteConcentration / Permittivity(material) * bracket;
    }

    /// <summary>Solves the layer.</summary>
    /// <param name="material">The electrolyte.</param>
    /// <param name="potentialStep">Potential of the interface against the bulk, V, not 0, at most 5 either way; positive depletes lithium.</param>
    /// <param name="temperature">K.</param>
    public static SpaceChargeLayer Solve(LatticeGas material, double potentialStep, double temperature)
    {
        if (!(Math.Abs(potentialStep) <= LargestStep && potentialStep != 0))
        {
            throw new ArgumentOutOfRangeException(nameof(potentialStep), potentialStep, "must not be 0 and at most 5 V either way");
        }

        if (!(material.Occupancy > 0 && material.Occupancy < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(material), material.Occupancy, "the occupancy must be between 0 and 1");
        }

        var thermal = PhysicalConstants.MolarGas * temperature / PhysicalConstants.Faraday;
        var end = potentialStep / thermal;
        var charge = Math.Sign(end) * Permittivity(material) * Math.Sqrt(FieldSquared(material, end, temperature));
        var capacitance = Permittivity(material) * PhysicalConstants.Faraday * material.SiteConcentration * (material.Occupancy - Occupancy(material.Occupancy, end)) / charge;
        var width = Math.Abs(end) > 1 ? Integrate(material, Math.Sign(end), end, temperature, isResistance: false) : 0;
        var excess = Integrate(material, 0, end, temperature, isResistance: true) / material.Conductivity;
        return new SpaceChargeLayer(width, charge, capacitance, excess, width < SiteDistance);
    }

    // Length along x between two potentials, or the same weighted with the excess of the local resistivity.
    private static double Integrate(LatticeGas material, double from, double to, double temperature, bool isResistance)
    {
        var thermal = PhysicalConstants.MolarGas * temperature / PhysicalConstants.Faraday;
        var half = (to - from) / (2 * Panels);
        var bulk = material.Occupancy * (1 - material.Occupancy);
        var sum = 0.0;
        for (var panel = 0; panel < Panels; panel++)
        {
            var middle = from + (((2 * panel) + 1) * half);
            for (var index = 0; index < Nodes.Length; index++)
            {
                var potential = middle + (half * Nodes[index]);
                // y(1 - y) = a/(1 + a)², which keeps its digits when the lattice is nearly full.
                var ratio = (1 - material.Occupancy) / material.Occupancy * Math.Exp(potential);
                var weight = isResistance ? (bulk * (1 + ratio) * (1 + ratio) / ratio) - 1 : 1;
                sum += Weights[index] * weight / Math.Sqrt(FieldSquared(material, potential, temperature));
            }
        }

        return sum * Math.Abs(half) * thermal;
    }

    private static double Permittivity(LatticeGas material) => material.RelativePermittivity * PhysicalConstants.VacuumPermittivity;
}
