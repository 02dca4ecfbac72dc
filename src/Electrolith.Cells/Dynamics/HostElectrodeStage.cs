using Electrolith.Quantities;

namespace Electrolith.Cells.Dynamics;

/// <summary>Parts of the potential between terminal and electrolyte of an electrode, V; they add up to it.</summary>
internal readonly record struct ElectrodeSplit(double Equilibrium, double Inhomogeneity, double Diffusion, double ChargeTransfer, double Film, double Ionic, double Electronic)
{
    public double Total => Equilibrium + Inhomogeneity + Diffusion + ChargeTransfer + Film + Ionic + Electronic;
}

/// <summary>
/// One electrode within a stage. Depth is counted from the separator face; the current that enters there as ions is positive when
/// the host is filled. Unknowns per cell are the potential difference between solid and electrolyte and the local current; the
/// second is eliminated, so that a Newton step is one scalar tridiagonal system.
/// </summary>
internal sealed partial class HostElectrodeStage
{
    private const double Margin = 1e-12;
    private readonly HostElectrode host;
    private readonly int cells;
    private readonly double width;
    private readonly double smallestCurrent;
    // Share of a cell's width between its middle and the faces: a half, or a third of the electrode for uniform current.
    private readonly double edge;
    private readonly double[] slopesOfLaw;
    private readonly double[] residuals;
    private readonly double[] pivots;
    private readonly double[] step;
    private readonly double[] stepOfCurrent;
    private readonly double[] potentialSlope;
    private readonly double[] means;
    private double conductance;
    private double ionic;
    private double diffusivity;
    private double halfFilled;
    private double temperature;
    private double entropicShift;
    private double entering;

    public HostElectrodeStage(HostElectrode host, int cells, MeshOptions mesh, double smallestCurrent)
    {
        (this.host, this.cells, this.smallestCurrent) = (host, cells, smallestCurrent);
        var isUniform = mesh.IsSingleParticle;
        width = host.Thickness / cells;
        edge = width * (isUniform ? 1.0 / 3 : 0.5) * (host.Shape == HostShape.Slab ? 0 : 1);
        Particles = new HostParticles(host, cells, mesh.Shells);
        (slopesOfLaw, residuals, pivots, step, stepOfCurrent) = (new double[cells], new double[cells], new double[cells], new double[cells], new double[cells]);
        (potentialSlope, means, Difference, Current, SaltFactor) = (new double[cells], new double[cells], new double[cells], new double[cells], new double[cells]);
        Array.Fill(SaltFactor, 1);
        Array.Fill(potentialSlope, -1);
    }

    public HostParticles Particles { get; }

    public int Cells => cells;

    /// <summary>Potential of solid against electrolyte, V.</summary>
    public double[] Difference { get; }

    /// <summary>Local reduction current, A/m².</summary>
    public double[] Current { get; }

    /// <summary>Factor of the exchange current from the salt concentration; 1 without salt transport.</summary>
    public double[] SaltFactor { get; }

    /// <summary>Parameters.</summary>
    public HostElectrode Host => host;

    /// <summary>Width of a cell, m.</summary>
    public double Width => width;

    /// <summary>Terminal against the electrolyte at the separator face, V.</summary>
    public double Potential { get; private set; }

    /// <summary>Its derivative with respect to the entering current, ohm m².</summary>
    public double PotentialSlope { get; private set; }

    private double PotentialStep { get; set; }

    public void SetTemperature(double kelvin, double reference)
    {
        temperature = kelvin;
        ionic = host.IonicConductivity * CellDynamicsEquations.Arrhenius(host.ConductivityActivationEnergy, kelvin, reference);
        conductance = 1 / (width * ((1 / ionic) + (1 / host.ElectronicConductivity)));
        diffusivity = host.Diffusivity * CellDynamicsEquations.Arrhenius(host.DiffusivityActivationEnergy, kelvin, reference);
        halfFilled = host.ExchangeCurrentDensity * CellDynamicsEquations.Arrhenius(host.ExchangeActivationEnergy, kelvin, reference);
        entropicShift = host.EntropicCoefficient * (kelvin - reference);
    }

    /// <summary>Begins a stage.</summary>
    /// <returns>False when a particle could not stay within its limits without current.</returns>
    public bool Begin(double coefficient, ReadOnlySpan<double> basis, ReadOnlySpan<double> predicted, ReadOnlySpan<double> algebraic, double current, bool isJump)
    {
        Particles.Sweep(coefficient, basis, predicted, diffusivity);
        algebraic[..cells].CopyTo(Difference);
        algebraic[cells..].CopyTo(Current);
        var uniform = current / (host.ActiveSurface * host.Thickness);
        for (var cell = 0; cell < cells; cell++)
        {
            var (start, slope) = (Particles.SurfaceBase[cell], Particles.SurfaceSlope[cell]);
            if (isJump)
            {
                Current[cell] = uniform;
            }

            // The law holds between empty and full: a guess outside is taken back to just inside.
            var (low, high) = slope > 0 ? ((1e-12 - start) / slope, (1 - 1e-12 - start) / slope) : (double.NegativeInfinity, double.PositiveInfinity);
            if (!(low < high) || (slope <= 0 && !(start > 0 && start < 1)))
            {
                return false;
            }

            var margin = (high - low) * 1e-6;
            Current[cell] = slope > 0 ? Math.Clamp(Current[cell], low + margin, high - margin) : Current[cell];
            if (isJump)
            {
                Difference[cell] = 0;
                Difference[cell] = -Law(cell, out _);
            }
        }

        return true;
    }

    /// <summary>
    /// Open-circuit potential with a guard in the last thousandth at both ends, where fits do not fall off as a full or empty lattice
    /// makes them: 2RT/F (ln x − x + 1) with x the distance from the end in thousandths, which joins smoothly.
    /// </summary>
    public double GuardedPotential(double filling, out double slope)
    {
        const double Guard = 1e-3;
        var potential = host.Potential.At(filling, out slope) + entropicShift;
        var thermal = 2 * PhysicalConstants.MolarGas * temperature / PhysicalConstants.Faraday;
        if (1 - filling < Guard)
        {
            var x = (1 - filling) / Guard;
            slope -= thermal / Guard * ((1 / x) - 1);
            return potential + (thermal * (Math.Log(x) - x + 1));
        }

        if (filling < Guard)
        {
            var x = filling / Guard;
            slope -= thermal / Guard * ((1 / x) - 1);
            return potential - (thermal * (Math.Log(x) - x + 1));
        }

        return potential;
    }

    /// <summary>What the difference exceeds the equilibrium and the overpotential by; zero when the law of the reaction holds.</summary>
    private double Law(int cell, out double slope)
    {
        var current = Current[cell];
        var growth = Particles.SurfaceSlope[cell];
        var filling = Particles.SurfaceBase[cell] + (growth * current);
        var potential = GuardedPotential(filling, out var potentialBySurface);
        potentialSlope[cell] = potentialBySurface;
        var exchange = CellDynamicsEquations.ExchangeCurrent(halfFilled, filling) * SaltFactor[cell];
        var thermal = 2 * PhysicalConstants.MolarGas * temperature / PhysicalConstants.Faraday;
        var relative = 0.5 * ((1 / filling) - (1 / (1 - filling))) * growth;
        slope = (-potentialBySurface * growth) + host.FilmResistance
            + (thermal / Math.Sqrt((current * current) + (4 * exchange * exchange)) * (1 - (current * relative)));
        return Difference[cell] - potential + (current * host.FilmResistance) + (thermal * Math.Asinh(current / (2 * exchange)));
    }

    /// <summary>The law of the reaction in a cell and its derivatives, for a solver that knows the salt concentration.</summary>
    /// <param name="cell">Cell, counted from the separator.</param>
    /// <param name="byCurrent">With respect to the local current.</param>
    /// <param name="byLogExchange">With respect to the logarithm of the exchange current.</param>
    public double Law(int cell, out double byCurrent, out double byLogExchange)
    {
        var law = Law(cell, out byCurrent);
        var exchange = CellDynamicsEquations.ExchangeCurrent(halfFilled, SurfaceFilling(cell)) * SaltFactor[cell];
        byLogExchange = -2 * PhysicalConstants.MolarGas * temperature / PhysicalConstants.Faraday * Current[cell] / Math.Sqrt((Current[cell] * Current[cell]) + (4 * exchange * exchange));
        return law;
    }

    /// <summary>Takes the entering current as known, for a solver that moves the unknowns itself.</summary>
    public void Enter(double current) => entering = current;

    /// <summary>Linearises at an entering current; afterwards a step is known as a function of the change of that current.</summary>
    public void Linearise(double current)
    {
        entering = current;
        var surface = host.ActiveSurface * width;
        var solid = width / host.ElectronicConductivity;
        var (flowIn, answering) = (current, 0.0);
        for (var cell = 0; cell < cells; cell++)
        {
            residuals[cell] = Law(cell, out var slope);
            slopesOfLaw[cell] = slope;
            var isLast = cell == cells - 1;
            var flowOut = isLast ? 0 : conductance * (Difference[cell + 1] - Difference[cell] + (current * solid));
            var reaction = surface / slope;
            // Pivots as sums of positive terms: nothing is lost where conduction is facile.
            answering = reaction + (cell > 0 ? conductance / pivots[cell - 1] * answering : 0);
            pivots[cell] = answering + (isLast ? 0 : conductance);
            step[cell] = flowOut - flowIn + (surface * Current[cell]) - (reaction * residuals[cell]);
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
        for (var cell = 0; cell < cells; cell++)
        {
            var move = Particles.SurfaceSlope[cell] * CurrentStep(cell, change);
            var filling = Particles.SurfaceBase[cell] + (Particles.SurfaceSlope[cell] * Current[cell]);
            var room = move > 0 ? 1 - filling : filling;
            if (Math.Abs(move) > 0.9 * room)
            {
                share = Math.Min(share, 0.9 * room / Math.Abs(move));
            }
        }

        return share;
    }

    /// <summary>Takes a share of the step.</summary>
    /// <returns>Largest change of a potential difference, V; NaN when something is not finite.</returns>
    public double Apply(double share, double change)
    {
        var largest = 0.0;
        for (var cell = 0; cell < cells; cell++)
        {
            var current = CurrentStep(cell, change);
            var difference = step[cell] + (stepOfCurrent[cell] * change);
            Current[cell] += share * current;
            Difference[cell] += share * difference;
            largest = Math.Max(largest, Math.Abs(difference));
            if (!double.IsFinite(current + difference))
            {
                return double.NaN;
            }
        }

        entering += share * change;
        return largest;
    }

    private double CurrentStep(int cell, double change) => -(residuals[cell] + step[cell] + (stepOfCurrent[cell] * change)) / slopesOfLaw[cell];

    /// <summary>Whether every surface is between empty and full, with a margin that digits can still tell.</summary>
    public bool IsWithin()
    {
        for (var cell = 0; cell < cells; cell++)
        {
            if (!(SurfaceFilling(cell) is >= Margin and <= 1 - Margin))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Ends a stage: writes particles and algebraic unknowns and refreshes the potential.</summary>
    public void Finish(Span<double> particles, Span<double> algebraic)
    {
        Particles.Substitute(Current, particles);
        Difference.CopyTo(algebraic);
        Current.CopyTo(algebraic[cells..]);
        (step[0], step[cells - 1]) = (0, 0);
        ReadPotential();
    }

    /// <summary>Square sum over the cells of what a change of the outermost shells is worth in volts.</summary>
    public double SquaredVolts(ReadOnlySpan<double> difference)
    {
        var outer = difference.Slice(Particles.Size - cells, cells);
        var sum = 0.0;
        for (var cell = 0; cell < cells; cell++)
        {
            // Half a volt per unit of filling at least, so that plateaus do not hide the filling altogether.
            var volts = outer[cell] * Math.Max(-potentialSlope[cell], 0.5);
            sum += volts * volts;
        }

        return sum / cells;
    }

    /// <summary>Sum of local currents against the current that enters, relative to the larger of the currents (a thousandth of 1C at least).</summary>
    public double ChargeResidual()
    {
        double sum = 0, size = Math.Max(Math.Abs(entering), smallestCurrent);
        for (var cell = 0; cell < cells; cell++)
        {
            sum += Current[cell];
            size = Math.Max(size, Math.Abs(Current[cell]) * host.ActiveSurface * host.Thickness);
        }

        return size == 0 ? 0 : Math.Abs((sum * host.ActiveSurface * width) - entering) / size;
    }

    /// <summary>Charge held by the host, C/m².</summary>
    public double Charge(ReadOnlySpan<double> particles)
    {
        Particles.Means(particles, means);
        var sum = 0.0;
        foreach (var mean in means)
        {
            sum += mean;
        }

        return host.FullCharge * sum / cells;
    }

    /// <summary>Surface stoichiometry of a cell.</summary>
    public double SurfaceFilling(int cell) => Particles.SurfaceBase[cell] + (Particles.SurfaceSlope[cell] * Current[cell]);

    /// <summary>Splits the potential into what it is made of.</summary>
    public ElectrodeSplit Split(ReadOnlySpan<double> particles) => Split(particles, [], []);

    /// <summary>The same with the ionic flows between cells given, and the electrolyte's share left to the caller.</summary>
    /// <param name="particles">Particles.</param>
    /// <param name="flows">Entering ionic flow left at each inner face, from the separator; empty for the electrode's own.</param>
    /// <param name="weights">Receives the weights of the cells; may be empty.</param>
    public ElectrodeSplit Split(ReadOnlySpan<double> particles, ReadOnlySpan<double> flows, Span<double> weights)
    {
        var mean = Charge(particles) / host.FullCharge;
        var equilibrium = GuardedPotential(mean, out _);
        var thermal = 2 * PhysicalConstants.MolarGas * temperature / PhysicalConstants.Faraday;
        var total = 0.0;
        var sameSign = true;
        for (var cell = 0; cell < cells; cell++)
        {
            total += Current[cell];
            sameSign &= Current[cell] * entering > 0;
        }

        double inhomogeneity = 0, diffusion = 0, transfer = 0, film = 0, depthIonic = 0, depthSolid = 0;
        double electrolyte = -entering * edge / ionic, solid = 0, last = 0;
        for (var cell = 0; cell < cells; cell++)
        {
            // Weighted with the reaction where it runs one way, with the volume otherwise: the parts add up for any weights.
            var weight = sameSign ? Current[cell] / total : 1.0 / cells;
            var filling = SurfaceFilling(cell);
            var (atMean, atSurface) = (GuardedPotential(means[cell], out _), GuardedPotential(filling, out _));
            if (!weights.IsEmpty)
            {
                weights[cell] = weight;
            }

            inhomogeneity += weight * (atMean - equilibrium);
            diffusion += weight * (atSurface - atMean);
            transfer -= weight * thermal * Math.Asinh(Current[cell] / (2 * SaltFactor[cell] * CellDynamicsEquations.ExchangeCurrent(halfFilled, filling)));
            film -= weight * Current[cell] * host.FilmResistance;
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
}
