using System.Runtime.InteropServices;
using Vector = System.Numerics.Vector<double>;

namespace Electrolith.Cells.Dynamics;

/// <summary>
/// Diffusion in the particles of an electrode, in shells of finite volume, eliminated exactly: after one sweep from the centre
/// outwards the surface stoichiometry is a linear function of the local current. Shell after shell, all particles side by side.
/// </summary>
internal sealed class HostParticles
{
    private readonly HostElectrode host;
    private readonly int shells;
    private readonly int particles;
    private readonly double[] volumes;
    private readonly double[] areas;
    private readonly double[] links;
    private readonly double[] pivots;
    private readonly double[] swept;
    private readonly double[] factors;
    private readonly double[] answering;
    private double lastRate = double.NaN;
    private double lastSurface;
    private double fluxFactor;

    public HostParticles(HostElectrode host, int particles, int shells)
    {
        (this.host, this.particles, this.shells) = (host, particles, shells);
        (volumes, areas) = (new double[shells], new double[shells + 1]);
        var isSphere = host.Shape == HostShape.Sphere;
        for (var shell = 0; shell < shells; shell++)
        {
            double inner = (double)shell / shells, outer = (double)(shell + 1) / shells;
            volumes[shell] = isSphere ? ((outer * outer * outer) - (inner * inner * inner)) / 3 : outer - inner;
            areas[shell + 1] = isSphere ? outer * outer : 1;
        }

        areas[0] = isSphere ? 0 : 1;
        var width = host.DiffusivityFactor is null ? 1 : particles;
        (links, pivots, factors) = (new double[shells * width], new double[shells * width], new double[particles]);
        answering = new double[particles];
        (swept, SurfaceBase, SurfaceSlope) = (new double[shells * particles], new double[particles], new double[particles]);
    }

    /// <summary>Unknowns: shells times particles, shell after shell from the centre.</summary>
    public int Size => shells * particles;

    /// <summary>Surface stoichiometry without current.</summary>
    public double[] SurfaceBase { get; }

    /// <summary>Its growth with the local current, m²/A.</summary>
    public double[] SurfaceSlope { get; }

    /// <summary>Mean stoichiometry of each particle.</summary>
    public void Means(ReadOnlySpan<double> state, Span<double> means)
    {
        means.Clear();
        var scale = host.Shape == HostShape.Sphere ? 3 : 1;
        for (var shell = 0; shell < shells; shell++)
        {
            var row = state.Slice(shell * particles, particles);
            for (var particle = 0; particle < particles; particle++)
            {
                means[particle] += scale * volumes[shell] * row[particle];
            }
        }
    }

    /// <summary>First sweep: eliminates all shells for a stage with the given basis.</summary>
    /// <param name="coefficient">Coefficient of the stage, s; 0 leaves the shells as they are.</param>
    /// <param name="basis">Basis of the particles.</param>
    /// <param name="predicted">Predicted stoichiometries, at which a varying diffusivity is taken.</param>
    /// <param name="diffusivity">At this temperature, m²/s, before the factor.</param>
    public void Sweep(double coefficient, ReadOnlySpan<double> basis, ReadOnlySpan<double> predicted, double diffusivity)
    {
        // Flux into the sphere in units of radius and full concentration, for a unit of local current.
        fluxFactor = host.ContactFraction / (Quantities.PhysicalConstants.Faraday * host.MaximumConcentration * host.ParticleRadius);
        var rate = coefficient * diffusivity / (host.ParticleRadius * host.ParticleRadius);
        if (host.DiffusivityFactor is { } varying)
        {
            SweepVarying(coefficient, rate, basis, predicted, diffusivity, varying);
        }
        else
        {
            SweepConstant(coefficient, rate, basis, diffusivity);
        }
    }

    private void SweepConstant(double coefficient, double rate, ReadOnlySpan<double> basis, double diffusivity)
    {
        if (rate != lastRate)
        {
            Factor(rate);
        }

        ScaledRow(basis, volumes[0], swept.AsSpan(0, particles));
        for (var shell = 1; shell < shells; shell++)
        {
            Forward(basis.Slice(shell * particles, particles), volumes[shell], swept.AsSpan((shell - 1) * particles, particles), links[shell - 1] / pivots[shell - 1], swept.AsSpan(shell * particles, particles));
        }

        var last = swept.AsSpan((shells - 1) * particles, particles);
        lastSurface = coefficient * fluxFactor;
        var pivot = pivots[shells - 1];
        for (var particle = 0; particle < particles; particle++)
        {
            var (outer, slope) = (last[particle] / pivot, lastSurface / pivot);
            if (host.Extrapolation == SurfaceExtrapolation.Flux || shells == 1)
            {
                (SurfaceBase[particle], SurfaceSlope[particle]) = (outer, slope + (fluxFactor * host.ParticleRadius * host.ParticleRadius / (2 * shells * diffusivity)));
            }
            else
            {
                var (before, link) = (swept[((shells - 2) * particles) + particle] / pivots[shells - 2], links[shells - 2] / pivots[shells - 2]);
                (SurfaceBase[particle], SurfaceSlope[particle]) = ((1.5 * outer) - (0.5 * (before + (link * outer))), (1.5 - (0.5 * link)) * slope);
            }
        }
    }

    private void Factor(double rate)
    {
        lastRate = rate;
        var responding = 0.0;
        for (var shell = 0; shell < shells; shell++)
        {
            links[shell] = shell < shells - 1 ? rate * areas[shell + 1] * shells : 0;
            // Volume that this shell and those inside it answer with: a sum of positive terms, so that nothing is lost where
            // diffusion is fast.
            responding = volumes[shell] + (shell > 0 ? links[shell - 1] / pivots[shell - 1] * responding : 0);
            pivots[shell] = responding + links[shell];
        }
    }

    private void SweepVarying(double coefficient, double rate, ReadOnlySpan<double> basis, ReadOnlySpan<double> predicted, double diffusivity, SampledCurve varying)
    {
        lastSurface = coefficient * fluxFactor;
        for (var shell = 0; shell < shells; shell++)
        {
            for (var particle = 0; particle < particles; particle++)
            {
                var at = (shell * particles) + particle;
                var here = shell == 0 ? varying.At(predicted[at]) : factors[particle];
                var next = shell < shells - 1 ? varying.At(predicted[at + particles]) : here;
                var link = shell < shells - 1 ? rate * areas[shell + 1] * shells * 0.5 * (here + next) : 0;
                var inner = shell > 0 ? links[at - particles] : 0;
                links[at] = link;
                answering[particle] = volumes[shell] + (shell > 0 ? inner / pivots[at - particles] * answering[particle] : 0);
                pivots[at] = answering[particle] + link;
                swept[at] = (volumes[shell] * basis[at]) + (shell > 0 ? inner / pivots[at - particles] * swept[at - particles] : 0);
                factors[particle] = next;
                if (shell == shells - 1)
                {
                    SurfaceBase[particle] = swept[at] / pivots[at];
                    SurfaceSlope[particle] = (lastSurface / pivots[at]) + (fluxFactor * host.ParticleRadius * host.ParticleRadius / (2 * shells * diffusivity * here));
                }
            }
        }
    }

    /// <summary>Second sweep: the shells for the local currents that were found.</summary>
    /// <param name="currents">Local reduction currents, A/m².</param>
    /// <param name="state">Receives the stoichiometries.</param>
    public void Substitute(ReadOnlySpan<double> currents, Span<double> state)
    {
        var varies = host.DiffusivityFactor is not null;
        for (var shell = shells - 1; shell >= 0; shell--)
        {
            var row = state.Slice(shell * particles, particles);
            var right = swept.AsSpan(shell * particles, particles);
            if (shell == shells - 1)
            {
                for (var particle = 0; particle < particles; particle++)
                {
                    row[particle] = (right[particle] + (lastSurface * currents[particle])) / (varies ? pivots[(shell * particles) + particle] : pivots[shell]);
                }
            }
            else if (varies)
            {
                for (var particle = 0; particle < particles; particle++)
                {
                    var at = (shell * particles) + particle;
                    row[particle] = (right[particle] + (links[at] * state[at + particles])) / pivots[at];
                }
            }
            else
            {
                Backward(right, links[shell], state.Slice((shell + 1) * particles, particles), 1 / pivots[shell], row);
            }
        }
    }

    private static void ScaledRow(ReadOnlySpan<double> values, double factor, Span<double> result)
    {
        for (var index = 0; index < result.Length; index++)
        {
            result[index] = values[index] * factor;
        }
    }

    private static void Forward(ReadOnlySpan<double> basis, double volume, ReadOnlySpan<double> inner, double factor, Span<double> result)
    {
        var a = MemoryMarshal.Cast<double, Vector>(basis);
        var b = MemoryMarshal.Cast<double, Vector>(inner);
        var r = MemoryMarshal.Cast<double, Vector>(result);
        for (var index = 0; index < r.Length; index++)
        {
            r[index] = (a[index] * volume) + (b[index] * factor);
        }

        for (var index = r.Length * Vector.Count; index < result.Length; index++)
        {
            result[index] = (basis[index] * volume) + (inner[index] * factor);
        }
    }

    private static void Backward(ReadOnlySpan<double> right, double link, ReadOnlySpan<double> outer, double inverse, Span<double> result)
    {
        var a = MemoryMarshal.Cast<double, Vector>(right);
        var b = MemoryMarshal.Cast<double, Vector>(outer);
        var r = MemoryMarshal.Cast<double, Vector>(result);
        for (var index = 0; index < r.Length; index++)
        {
            r[index] = (a[index] + (b[index] * link)) * inverse;
        }

        for (var index = r.Length * Vector.Count; index < result.Length; index++)
        {
            result[index] = (right[index] + (outer[index] * link)) * inverse;
        }
    }
}
