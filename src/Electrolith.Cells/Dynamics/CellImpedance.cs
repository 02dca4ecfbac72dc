using System.Collections.Immutable;
using System.Numerics;
using Electrolith.Quantities;

namespace Electrolith.Cells.Dynamics;

/// <summary>Impedance of the cell model, linearised at rest on the same volumes and shells, frequency by frequency; salt moves with it where it is resolved.</summary>
public static class CellImpedance
{
    /// <summary>Impedance of a cell at rest, ohm m².</summary>
    /// <param name="cell">The cell; each electrode is at its initial stoichiometry throughout.</param>
    /// <param name="frequencies">Hz, above 0.</param>
    /// <param name="mesh">Fineness.</param>
    /// <param name="doubleLayer">Capacitance of the reacting surfaces, F per m² of them; 0 for none.</param>
    public static ImmutableArray<Complex> Spectrum(CellParameters cell, ReadOnlySpan<double> frequencies, MeshOptions mesh, double doubleLayer = 0)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(mesh);
        CellCheck.ThrowIfUnsound(cell);
        var result = ImmutableArray.CreateBuilder<Complex>(frequencies.Length);
        if (cell.Salt is not null && (!mesh.IsSingleParticle || mesh.ResolvesSalt))
        {
            var salted = new SaltImpedance(cell, mesh, doubleLayer);
            foreach (var frequency in frequencies)
            {
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frequency, nameof(frequencies));
                result.Add(salted.At(2 * Math.PI * frequency));
            }

            return result.ToImmutable();
        }

        foreach (var frequency in frequencies)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frequency, nameof(frequencies));
            var omega = 2 * Math.PI * frequency;
            var series = cell.ContactResistance;
            foreach (var layer in cell.Separator)
            {
                series += layer.Thickness / (layer.Conductivity * CellDynamicsEquations.Arrhenius(layer.ActivationEnergy, cell.Temperature, cell.ReferenceTemperature));
            }

            var anode = cell.Negative is { } negative ? Electrode(negative, cell, omega, mesh, doubleLayer) : Flat(cell.Anode!, cell, omega, doubleLayer);
            result.Add(series + anode + Electrode(cell.Positive, cell, omega, mesh, doubleLayer));
        }

        return result.ToImmutable();
    }

    /// <summary>Impedance of one composite electrode, ohm m².</summary>
    /// <param name="host">The electrode at its initial stoichiometry.</param>
    /// <param name="cell">The cell, for the temperatures.</param>
    /// <param name="omega">Angular frequency, rad/s.</param>
    /// <param name="mesh">Fineness.</param>
    /// <param name="doubleLayer">F/m² of reacting surface.</param>
    public static Complex Electrode(HostElectrode host, CellParameters cell, double omega, MeshOptions mesh, double doubleLayer)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(mesh);
        var cells = mesh.IsSingleParticle || host.Shape == HostShape.Slab ? 1 : mesh.Cells;
        var width = host.Thickness / cells;
        var ionic = host.IonicConductivity * CellDynamicsEquations.Arrhenius(host.ConductivityActivationEnergy, cell.Temperature, cell.ReferenceTemperature);
        Complex reaction = 0;
        foreach (var kind in host.Kinds)
        {
            reaction += kind.ActiveSurface * width / Local(kind, cell, omega, mesh.Shells, doubleLayer);
        }

        var conductance = 1 / (width * ((1 / ionic) + (1 / host.ElectronicConductivity)));
        var solid = width / host.ElectronicConductivity;
        // The same elimination as in time, with complex reactions; pivots from sums.
        var (pivots, step) = (new Complex[cells], new Complex[cells]);
        Complex answering = 0;
        for (var cell_ = 0; cell_ < cells; cell_++)
        {
            var isLast = cell_ == cells - 1;
            answering = reaction + (cell_ > 0 ? conductance / pivots[cell_ - 1] * answering : 0);
            pivots[cell_] = answering + (isLast ? 0 : conductance);
            step[cell_] = (isLast ? 0 : conductance * solid) - (cell_ > 0 ? conductance * solid : 1) + (cell_ > 0 ? conductance / pivots[cell_ - 1] * step[cell_ - 1] : 0);
        }

        step[cells - 1] /= pivots[cells - 1];
        for (var cell_ = cells - 2; cell_ >= 0; cell_--)
        {
            step[cell_] = (step[cell_] + (conductance * step[cell_ + 1])) / pivots[cell_];
        }

        var edge = width * (mesh.IsSingleParticle ? 1.0 / 3 : 0.5) * (host.Shape == HostShape.Slab ? 0 : 1);
        var share = conductance * width / ionic;
        var slope = step[cells - 1] - (share * (step[cells - 1] - step[0] + ((cells - 1) * solid))) - (edge * ((1 / ionic) + (1 / host.ElectronicConductivity)));
        return -slope;
    }

    /// <summary>Impedance of the reacting surface at rest, ohm m² of it: charge transfer and diffusion beside the double layer, after the film.</summary>
    /// <param name="host">The electrode.</param>
    /// <param name="cell">The cell, for the temperatures.</param>
    /// <param name="omega">rad/s.</param>
    /// <param name="shells">Shells of a particle.</param>
    /// <param name="doubleLayer">F/m².</param>
    public static Complex Local(HostElectrode host, CellParameters cell, double omega, int shells, double doubleLayer)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(cell);
        var filling = host.InitialStoichiometry;
        _ = host.Potential.At(filling, out var potentialSlope);
        var diffusivity = host.Diffusivity * CellDynamicsEquations.Arrhenius(host.DiffusivityActivationEnergy, cell.Temperature, cell.ReferenceTemperature) * (host.DiffusivityFactor?.At(filling) ?? 1);
        var exchange = CellDynamicsEquations.ExchangeCurrent(host.ExchangeCurrentDensity * CellDynamicsEquations.Arrhenius(host.ExchangeActivationEnergy, cell.Temperature, cell.ReferenceTemperature), Math.Clamp(filling, 1e-9, 1 - 1e-9), host.TransferCoefficient);
        var isSphere = host.Shape == HostShape.Sphere;
        var flux = host.ContactFraction / (PhysicalConstants.Faraday * host.MaximumConcentration * host.ParticleRadius);
        // i omega V θ = rate (differences): shells eliminated from the centre outwards, everything divided by i omega.
        var rate = diffusivity / (host.ParticleRadius * host.ParticleRadius) / new Complex(0, omega);
        Complex answering = 0, pivot = 1, link = 0, inside = 0;
        for (var shell = 0; shell < shells; shell++)
        {
            double inner = (double)shell / shells, outer = (double)(shell + 1) / shells;
            var volume = isSphere ? ((outer * outer * outer) - (inner * inner * inner)) / 3 : outer - inner;
            inside = shell > 0 ? link / pivot : 0;
            answering = volume + (inside * answering);
            link = shell < shells - 1 ? rate * (isSphere ? outer * outer : 1) * shells : 0;
            pivot = answering + link;
        }

        var outermost = flux / new Complex(0, omega) / pivot;
        var surface = host.Extrapolation == SurfaceExtrapolation.Flux || shells == 1
            ? outermost + (flux * host.ParticleRadius * host.ParticleRadius / (2 * shells * diffusivity)) : outermost * (1.5 - (0.5 * inside));
        var faradaic = (PhysicalConstants.MolarGas * cell.Temperature / (PhysicalConstants.Faraday * exchange)) - (potentialSlope * surface);
        return host.FilmResistance + (faradaic / (1 + (new Complex(0, omega * doubleLayer) * faradaic)));
    }

    /// <summary>Closed form of the impedance of a particle with a flux through its surface, per unit of stoichiometry, m²/A.</summary>
    /// <param name="host">The electrode.</param>
    /// <param name="diffusivity">m²/s.</param>
    /// <param name="omega">rad/s.</param>
    /// <returns>Surface stoichiometry per local reduction current.</returns>
    [Equation("cells.particle-impedance", @"\hat\theta=\frac{f_cR}{Fc_{max}D}\frac{\tanh s}{s-\tanh s},\ s=R\sqrt{i\omega/D}", Source = "electrolith-derived", Locator = "finite diffusion in a sphere")]
    public static Complex Particle(HostElectrode host, double diffusivity, double omega)
    {
        ArgumentNullException.ThrowIfNull(host);
        var s = host.ParticleRadius * Complex.Sqrt(new Complex(0, omega / diffusivity));
        // tanh through exp(-2 s), which does not overflow.
        var decay = Complex.Exp(-2 * s);
        var tanh = (1 - decay) / (1 + decay);
        return host.ContactFraction * host.ParticleRadius / (PhysicalConstants.Faraday * host.MaximumConcentration * diffusivity) * tanh / (s - tanh);
    }

    /// <summary>Closed form of a porous electrode with a local impedance, ohm m².</summary>
    /// <param name="thickness">m.</param>
    /// <param name="ionic">S/m.</param>
    /// <param name="electronic">S/m.</param>
    /// <param name="activeSurface">1/m.</param>
    /// <param name="local">Of the reacting surface, ohm m².</param>
    [Equation("cells.transmission-line", @"Z=\frac{L}{\kappa+\sigma}\left[1+\frac{2+(\sigma/\kappa+\kappa/\sigma)\cosh\nu}{\nu\sinh\nu}\right],\ \nu=L\sqrt{\frac{a}{z}\left(\frac1\kappa+\frac1\sigma\right)}", Source = "newman1962", Locator = "with a complex local impedance")]
    public static Complex TransmissionLine(double thickness, double ionic, double electronic, double activeSurface, Complex local)
    {
        var number = thickness * Complex.Sqrt(activeSurface / local * ((1 / ionic) + (1 / electronic)));
        var decay = Complex.Exp(-2 * number);
        var (coth, inverseSinh) = ((1 + decay) / (1 - decay), 2 * Complex.Exp(-number) / (1 - decay));
        var ratio = (electronic / ionic) + (ionic / electronic);
        return thickness / (ionic + electronic) * (1 + (((2 * inverseSinh) + (ratio * coth)) / number));
    }

    /// <summary>Impedance of the concentration differences that a current builds up in a layer between an electrode that gives and one that takes cations, ohm m².</summary>
    /// <param name="thickness">m.</param>
    /// <param name="diffusivity">Effective: flux over gradient, m²/s.</param>
    /// <param name="fraction">Volume fraction of electrolyte.</param>
    /// <param name="salt">The salt.</param>
    /// <param name="temperature">K.</param>
    /// <param name="omega">rad/s.</param>
    [Equation("cells.separator-warburg", @"Z=\frac{2RT\,\Theta(1-t_+)^2}{F^2c_0}\frac{L}{D}\frac{\tanh(s/2)}{s/2},\ s=L\sqrt{i\omega\varepsilon/D}", Source = "electrolith-derived", Locator = "concentrated solution, flux of opposite sign through both faces; at s = 0 the steady concentration overpotential over the current")]
    public static Complex SeparatorWarburg(double thickness, double diffusivity, double fraction, SaltElectrolyte salt, double temperature, double omega)
    {
        ArgumentNullException.ThrowIfNull(salt);
        var half = thickness / 2 * Complex.Sqrt(new Complex(0, omega * fraction / diffusivity));
        var decay = Complex.Exp(-2 * half);
        var shape = Complex.Abs(half) < 1e-6 ? Complex.One : (1 - decay) / (1 + decay) / half;
        var anions = 1 - salt.TransferenceNumber;
        return 2 * PhysicalConstants.MolarGas * temperature * salt.ThermodynamicFactor * anions * anions / (PhysicalConstants.Faraday * PhysicalConstants.Faraday * salt.InitialConcentration)
            * thickness / diffusivity * shape;
    }

    internal static Complex Flat(PlanarAnode anode, CellParameters cell, double omega, double doubleLayer)
    {
        var factor = CellDynamicsEquations.Arrhenius(anode.ActivationEnergy, cell.Temperature, cell.ReferenceTemperature);
        var contact = anode.Voids?.InitialContact ?? 1;
        var transfer = PhysicalConstants.MolarGas * cell.Temperature / (PhysicalConstants.Faraday * anode.ExchangeCurrentDensity * factor);
        // The contacted share carries the current, double layer included.
        return ((anode.InterfaceResistance / factor) + (transfer / (1 + new Complex(0, omega * doubleLayer * transfer)))) / contact;
    }
}
