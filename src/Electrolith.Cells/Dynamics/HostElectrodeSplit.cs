using System.Collections.Immutable;

namespace Electrolith.Cells.Dynamics;

/// <summary>What the potential of an electrode is made of.</summary>
internal sealed partial class HostElectrodeStage
{
    /// <summary>Open-circuit potential of the mean filling, V: of several kinds, the potential at which together they hold the charge.</summary>
    public double Equilibrium(double charge)
    {
        if (Kinds.Length == 1)
        {
            return Kinds[0].GuardedPotential(charge / FullCharge, out _);
        }

        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var kind in Kinds)
        {
            low = Math.Min(low, kind.GuardedPotential(1 - 1e-12, out _));
            high = Math.Max(high, kind.GuardedPotential(1e-12, out _));
        }

        for (var iteration = 0; iteration < 50; iteration++)
        {
            var middle = (low + high) / 2;
            var held = 0.0;
            for (var index = 0; index < Kinds.Length; index++)
            {
                held += fullCharges[index] * Kinds[index].FillingAt(middle);
            }

            (low, high) = held > charge ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>Mean of the change of potential with temperature, V/K, weighted with the current that each kind takes.</summary>
    public double Entropic()
    {
        double sum = 0, total = 0, plain = 0;
        foreach (var kind in Kinds)
        {
            var part = 0.0;
            foreach (var current in kind.Current)
            {
                part += current * kind.Surface;
            }

            (sum, total, plain) = (sum + (part * kind.Host.EntropicCoefficient), total + part, plain + (kind.Surface / totalSurface * kind.Host.EntropicCoefficient));
        }

        return Kinds.Length == 1 || total == 0 ? plain : sum / total;
    }

    /// <summary>Splits the potential into what it is made of.</summary>
    public ElectrodeSplit Split(ReadOnlySpan<double> particles) => Split(particles, [], []);

    /// <summary>The same with the ionic flows between cells given, and the electrolyte's share left to the caller.</summary>
    /// <param name="particles">Particles.</param>
    /// <param name="flows">Entering ionic flow left at each inner face, from the separator; empty for the electrode's own.</param>
    /// <param name="weights">Receives the weights of the cells; may be empty.</param>
    public ElectrodeSplit Split(ReadOnlySpan<double> particles, ReadOnlySpan<double> flows, Span<double> weights)
    {
        var equilibrium = Equilibrium(Charge(particles));
        var (total, sameSign) = (0.0, true);
        foreach (var kind in Kinds)
        {
            foreach (var current in kind.Current)
            {
                total += current * kind.Surface;
                sameSign &= current * entering > 0;
            }
        }

        double inhomogeneity = 0, diffusion = 0, transfer = 0, film = 0, depthIonic = 0, depthSolid = 0;
        double electrolyte = -entering * edge / ionic, solid = 0, last = 0;
        for (var cell = 0; cell < cells; cell++)
        {
            var weight = 0.0;
            foreach (var kind in Kinds)
            {
                // Weighted with the reaction where it runs one way, with the volume otherwise: the parts add up for any weights.
                var part = sameSign ? kind.Current[cell] * kind.Surface / total : kind.Surface / totalSurface / cells;
                var (atMean, atSurface) = (kind.GuardedPotential(kind.Means[cell], out _), kind.GuardedPotential(kind.SurfaceFilling(cell), out _));
                inhomogeneity += part * (atMean - equilibrium);
                diffusion += part * (atSurface - atMean);
                transfer += part * kind.Transfer(cell, SaltFactor[cell]);
                film -= part * kind.Current[cell] * kind.Host.FilmResistance;
                weight += part;
            }

            if (!weights.IsEmpty)
            {
                weights[cell] = weight;
            }

            depthIonic += weight * electrolyte;
            depthSolid += weight * solid;
            last = solid;
            if (cell < cells - 1)
            {
                var flow = flows.IsEmpty ? conductance * (Difference[cell + 1] - Difference[cell] + (entering * width / host.ElectronicConductivity)) : flows[cell];
                electrolyte -= flow * width / ionic;
                solid -= (entering - flow) * width / host.ElectronicConductivity;
            }
        }

        var terminal = last - (entering * edge / host.ElectronicConductivity);
        return new ElectrodeSplit(equilibrium, inhomogeneity, diffusion, transfer, film, flows.IsEmpty ? depthIonic : 0, terminal - depthSolid);
    }

    /// <summary>Electrolyte potential in each cell against that at the separator face, V, with the electrode's own conduction.</summary>
    public void ReadDepth(Span<double> potentials)
    {
        var electrolyte = -entering * edge / ionic;
        for (var cell = 0; cell < cells; cell++)
        {
            potentials[cell] = electrolyte;
            if (cell < cells - 1)
            {
                electrolyte -= conductance * (Difference[cell + 1] - Difference[cell] + (entering * width / host.ElectronicConductivity)) * width / ionic;
            }
        }
    }

    /// <summary>Particles of a cell, after the charge was read.</summary>
    /// <param name="particles">Particles.</param>
    /// <param name="cell">Cell, from the separator.</param>
    /// <param name="reaction">Current that enters them, A per m³ of electrode.</param>
    public ImmutableArray<ParticleProfile> ReadParticles(ReadOnlySpan<double> particles, int cell, out double reaction)
    {
        var result = ImmutableArray.CreateBuilder<ParticleProfile>(Kinds.Length);
        var at = 0;
        reaction = 0;
        foreach (var kind in Kinds)
        {
            var shells = new double[kind.Particles.Size / cells];
            for (var shell = 0; shell < shells.Length; shell++)
            {
                shells[shell] = particles[at + (shell * cells) + cell];
            }

            reaction += kind.Surface * kind.Current[cell];
            result.Add(new ParticleProfile(kind.Current[cell], kind.SurfaceFilling(cell), kind.Means[cell], [.. shells]));
            at += kind.Particles.Size;
        }

        return result.MoveToImmutable();
    }
}
