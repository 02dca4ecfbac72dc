using Electrolith.Quantities;

namespace Electrolith.Cells.Dynamics;

/// <summary>Parts of the potential between terminal and electrolyte of an electrode, V; they add up to it.</summary>
internal readonly record struct ElectrodeSplit(double Equilibrium, double Inhomogeneity, double Diffusion, double ChargeTransfer, double Film, double Ionic, double Electronic)
{
    public double Total => Equilibrium + Inhomogeneity + Diffusion + ChargeTransfer + Film + Ionic + Electronic;
}

/// <summary>
/// One electrode within a stage. Depth is counted from the separator face; the current that enters there as ions is positive when
/// the host is filled. Unknowns per cell are the potential difference between solid and electrolyte and the local currents of each
/// kind of particles; these are eliminated, so that a Newton step is one scalar tridiagonal system.
/// </summary>
internal sealed partial class HostElectrodeStage
{
    private readonly HostElectrode host;
    private readonly int cells;
    private readonly double width;
    private readonly double smallestCurrent;
    // Share of a cell's width between its middle and the faces: a half, or a third of the electrode for uniform current.
    private readonly double edge;
    private readonly double totalSurface;
    private readonly double[] fullCharges;
    private readonly double[] pivots;
    private readonly double[] step;
    private readonly double[] stepOfCurrent;
    private double conductance;
    private double ionic;
    private double entering;

    public HostElectrodeStage(HostElectrode host, int cells, MeshOptions mesh, double smallestCurrent)
    {
        (this.host, this.cells, this.smallestCurrent) = (host, cells, smallestCurrent);
        width = host.Thickness / cells;
        edge = width * (mesh.IsSingleParticle ? 1.0 / 3 : 0.5) * (host.Shape == HostShape.Slab ? 0 : 1);
        Kinds = [.. host.Kinds.Select(kind => new ParticleKind(kind, cells, mesh.Shells))];
        totalSurface = Kinds.Sum(kind => kind.Surface);
        FullCharge = host.FullCharge;
        fullCharges = [.. host.Kinds.Select(host.ChargeOf)];
        ParticleSize = Kinds.Sum(kind => kind.Particles.Size);
        (pivots, step, stepOfCurrent) = (new double[cells], new double[cells], new double[cells]);
        (Difference, SaltFactor) = (new double[cells], new double[cells]);
        Array.Fill(SaltFactor, 1);
    }

    /// <summary>Kinds of particles, one or more.</summary>
    public ParticleKind[] Kinds { get; }

    /// <summary>Unknowns of the particles of all kinds, kind after kind.</summary>
    public int ParticleSize { get; }

    /// <summary>Algebraic unknowns: differences, then the currents of each kind.</summary>
    public int AlgebraicSize => (1 + Kinds.Length) * cells;

    public int Cells => cells;

    /// <summary>Potential of solid against electrolyte, V.</summary>
    public double[] Difference { get; }

    /// <summary>Factor of the exchange current from the salt concentration; 1 without salt transport.</summary>
    public double[] SaltFactor { get; }

    /// <summary>Charge that the full electrode holds, C/m².</summary>
    public double FullCharge { get; }

    /// <summary>Parameters.</summary>
    public HostElectrode Host => host;

    /// <summary>Width of a cell, m.</summary>
    public double Width => width;

    /// <summary>Effective ionic conductivity at this temperature, S/m.</summary>
    public double Ionic => ionic;

    /// <summary>Terminal against the electrolyte at the separator face, V.</summary>
    public double Potential { get; private set; }

    /// <summary>Its derivative with respect to the entering current, ohm m².</summary>
    public double PotentialSlope { get; private set; }

    private double PotentialStep { get; set; }

    public void SetTemperature(double kelvin, double reference)
    {
        ionic = host.IonicConductivity * CellDynamicsEquations.Arrhenius(host.ConductivityActivationEnergy, kelvin, reference);
        conductance = 1 / (width * ((1 / ionic) + (1 / host.ElectronicConductivity)));
        foreach (var kind in Kinds)
        {
            kind.SetTemperature(kelvin, reference);
        }
    }

    /// <summary>Writes a uniform state.</summary>
    public void Fill(Span<double> particles)
    {
        var at = 0;
        foreach (var kind in Kinds)
        {
            // Empty and full hosts carry no reaction at all: they start a billionth away.
            particles.Slice(at, kind.Particles.Size).Fill(Math.Clamp(kind.Host.InitialStoichiometry, 1e-9, 1 - 1e-9));
            at += kind.Particles.Size;
        }
    }

    /// <summary>Begins a stage.</summary>
    /// <returns>False when a particle could not stay within its limits without current.</returns>
    public bool Begin(double coefficient, ReadOnlySpan<double> basis, ReadOnlySpan<double> predicted, ReadOnlySpan<double> algebraic, double current, bool isJump)
    {
        algebraic[..cells].CopyTo(Difference);
        var uniform = current / (totalSurface * host.Thickness);
        var at = 0;
        for (var index = 0; index < Kinds.Length; index++)
        {
            var kind = Kinds[index];
            if (!kind.Begin(coefficient, basis.Slice(at, kind.Particles.Size), predicted.Slice(at, kind.Particles.Size), algebraic.Slice((1 + index) * cells, cells), isJump ? uniform : null))
            {
                return false;
            }

            at += kind.Particles.Size;
        }

        for (var cell = 0; isJump && cell < cells; cell++)
        {
            var sum = 0.0;
            foreach (var kind in Kinds)
            {
                sum -= kind.Surface / totalSurface * kind.Law(cell, 0, SaltFactor[cell], out _);
            }

            Difference[cell] = sum;
        }

        return true;
    }

    /// <summary>Takes the entering current as known, for a solver that moves the unknowns itself.</summary>
    public void Enter(double current) => entering = current;

    /// <summary>Linearises at an entering current; afterwards a step is known as a function of the change of that current.</summary>
    public void Linearise(double current)
    {
        entering = current;
        var solid = width / host.ElectronicConductivity;
        var (flowIn, answering) = (current, 0.0);
        for (var cell = 0; cell < cells; cell++)
        {
            double reaction = 0, taken = 0;
            foreach (var kind in Kinds)
            {
                var part = kind.Surface * width * kind.Linearise(cell, Difference[cell], SaltFactor[cell], out var shift);
                reaction += part;
                taken += (kind.Surface * width * kind.Current[cell]) - (part * shift);
            }

            var isLast = cell == cells - 1;
            var flowOut = isLast ? 0 : conductance * (Difference[cell + 1] - Difference[cell] + (current * solid));
            // Pivots as sums of positive terms: nothing is lost where conduction is facile.
            answering = reaction + (cell > 0 ? conductance / pivots[cell - 1] * answering : 0);
            pivots[cell] = answering + (isLast ? 0 : conductance);
            step[cell] = flowOut - flowIn + taken;
            stepOfCurrent[cell] = (isLast ? 0 : conductance * solid) - (cell > 0 ? conductance * solid : 1);
            flowIn = flowOut;
        }

        for (var cell = 1; cell < cells; cell++)
        {
            var factor = conductance / pivots[cell - 1];
            step[cell] += factor * step[cell - 1];
            stepOfCurrent[cell] += factor * stepOfCurrent[cell - 1];
        }

        step[cells - 1] /= pivots[cells - 1];
        stepOfCurrent[cells - 1] /= pivots[cells - 1];
        for (var cell = cells - 2; cell >= 0; cell--)
        {
            step[cell] = (step[cell] + (conductance * step[cell + 1])) / pivots[cell];
            stepOfCurrent[cell] = (stepOfCurrent[cell] + (conductance * stepOfCurrent[cell + 1])) / pivots[cell];
        }

        ReadPotential();
    }

    private void ReadPotential()
    {
        // Ionic drop between the middles of the first and last cell, with the flows G (dΔ + I w / s).
        var share = conductance * width / ionic;
        var (last, solid) = (cells - 1, width / host.ElectronicConductivity);
        var faces = edge * ((1 / ionic) + (1 / host.ElectronicConductivity));
        Potential = Difference[last] - (share * (Difference[last] - Difference[0] + (last * entering * solid))) - (entering * faces);
        PotentialStep = step[last] - (share * (step[last] - step[0]));
        PotentialSlope = stepOfCurrent[last] - (share * (stepOfCurrent[last] - stepOfCurrent[0] + (last * solid))) - faces;
    }

    /// <summary>Potential after the Newton step at an unchanged entering current, V.</summary>
    public double PotentialAhead => Potential + PotentialStep;

    /// <summary>Largest share of the step, up to 1, that keeps every surface between empty and full.</summary>
    public double Limit(double change)
    {
        var share = 1.0;
        foreach (var kind in Kinds)
        {
            for (var cell = 0; cell < cells; cell++)
            {
                share = kind.Limit(cell, kind.CurrentStep(cell, Move(cell, change)), share);
            }
        }

        return share;
    }

    private double Move(int cell, double change) => step[cell] + (stepOfCurrent[cell] * change);

    /// <summary>Takes a share of the step.</summary>
    /// <returns>Largest change of a potential difference, V; NaN when something is not finite.</returns>
    public double Apply(double share, double change)
    {
        var largest = 0.0;
        for (var cell = 0; cell < cells; cell++)
        {
            var difference = Move(cell, change);
            foreach (var kind in Kinds)
            {
                var current = kind.CurrentStep(cell, difference);
                kind.Current[cell] += share * current;
                if (!double.IsFinite(current + difference))
                {
                    return double.NaN;
                }
            }

            Difference[cell] += share * difference;
            largest = Math.Max(largest, Math.Abs(difference));
        }

        entering += share * change;
        return largest;
    }

    /// <summary>Whether every surface is between empty and full, with a margin that digits can still tell.</summary>
    public bool IsWithin()
    {
        foreach (var kind in Kinds)
        {
            for (var cell = 0; cell < cells; cell++)
            {
                if (!kind.IsWithin(cell))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Ends a stage: writes particles and algebraic unknowns and refreshes the potential.</summary>
    public void Finish(Span<double> particles, Span<double> algebraic)
    {
        var at = 0;
        Difference.CopyTo(algebraic);
        for (var index = 0; index < Kinds.Length; index++)
        {
            var kind = Kinds[index];
            kind.Particles.Substitute(kind.Current, particles.Slice(at, kind.Particles.Size));
            kind.Current.CopyTo(algebraic[((1 + index) * cells)..]);
            at += kind.Particles.Size;
        }

        (step[0], step[cells - 1]) = (0, 0);
        ReadPotential();
    }

    /// <summary>Mean over the cells of the square of what a change of the outermost shells is worth in volts.</summary>
    public double SquaredVolts(ReadOnlySpan<double> difference)
    {
        var (sum, at) = (0.0, 0);
        foreach (var kind in Kinds)
        {
            sum += kind.SquaredVolts(difference.Slice(at, kind.Particles.Size));
            at += kind.Particles.Size;
        }

        return sum / cells;
    }

    /// <summary>Sum of local currents against the current that enters, relative to the larger of the currents (a thousandth of 1C at least).</summary>
    public double ChargeResidual()
    {
        double total = 0, size = Math.Max(Math.Abs(entering), smallestCurrent);
        foreach (var kind in Kinds)
        {
            var sum = 0.0;
            for (var cell = 0; cell < cells; cell++)
            {
                sum += kind.Current[cell];
                size = Math.Max(size, Math.Abs(kind.Current[cell]) * kind.Surface * host.Thickness);
            }

            total += sum * kind.Surface * width;
        }

        return size == 0 ? 0 : Math.Abs(total - entering) / size;
    }

    /// <summary>Charge held by the host, C/m².</summary>
    public double Charge(ReadOnlySpan<double> particles)
    {
        var (sum, at) = (0.0, 0);
        for (var index = 0; index < Kinds.Length; index++)
        {
            var kind = Kinds[index];
            sum += fullCharges[index] * kind.ReadMeans(particles.Slice(at, kind.Particles.Size));
            at += kind.Particles.Size;
        }

        return sum;
    }
}
