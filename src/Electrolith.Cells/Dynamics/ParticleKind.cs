using Electrolith.Quantities;

namespace Electrolith.Cells.Dynamics;

/// <summary>One kind of particles in an electrode: its diffusion and its law of reaction in every cell of the depth.</summary>
internal sealed class ParticleKind
{
    private const double Margin = 1e-12;
    private readonly int cells;
    private readonly double alpha;
    private readonly double[] residuals;
    private readonly double[] slopes;
    private readonly double[] byConcentration;
    private readonly double[] potentialSlope;
    private double diffusivity;
    private double halfFilled;
    private double temperature;
    private double entropicShift;

    public ParticleKind(HostElectrode host, int cells, int shells)
    {
        (Host, this.cells, alpha) = (host, cells, host.TransferCoefficient);
        Particles = new HostParticles(host, cells, shells);
        (residuals, slopes, byConcentration, potentialSlope) = (new double[cells], new double[cells], new double[cells], new double[cells]);
        (Current, Means) = (new double[cells], new double[cells]);
        Array.Fill(potentialSlope, -1);
    }

    public HostElectrode Host { get; }

    public HostParticles Particles { get; }

    /// <summary>Local reduction current, A/m² of contacted surface.</summary>
    public double[] Current { get; }

    /// <summary>Mean stoichiometries, after <see cref="ReadMeans"/>.</summary>
    public double[] Means { get; }

    /// <summary>Contacted surface per electrode volume, 1/m.</summary>
    public double Surface => Host.ActiveSurface;

    public void SetTemperature(double kelvin, double reference)
    {
        temperature = kelvin;
        diffusivity = Host.Diffusivity * CellDynamicsEquations.Arrhenius(Host.DiffusivityActivationEnergy, kelvin, reference);
        halfFilled = Host.ExchangeCurrentDensity * CellDynamicsEquations.Arrhenius(Host.ExchangeActivationEnergy, kelvin, reference);
        entropicShift = Host.EntropicCoefficient * (kelvin - reference);
    }

    /// <summary>Begins a stage.</summary>
    /// <param name="coefficient">Of the stage, s.</param>
    /// <param name="basis">Basis of the particles.</param>
    /// <param name="predicted">Their prediction.</param>
    /// <param name="currents">Predicted currents.</param>
    /// <param name="uniform">Uniform current to begin from after a jump; null otherwise.</param>
    /// <returns>False when a particle could not stay within its limits without current.</returns>
    public bool Begin(double coefficient, ReadOnlySpan<double> basis, ReadOnlySpan<double> predicted, ReadOnlySpan<double> currents, double? uniform)
    {
        Particles.Sweep(coefficient, basis, predicted, diffusivity);
        currents.CopyTo(Current);
        for (var cell = 0; cell < cells; cell++)
        {
            var (start, slope) = (Particles.SurfaceBase[cell], Particles.SurfaceSlope[cell]);
            if (uniform is { } jump)
            {
                Current[cell] = jump;
            }

            // The law holds between empty and full: a guess outside is taken back to just inside.
            var (low, high) = slope > 0 ? ((Margin - start) / slope, (1 - Margin - start) / slope) : (double.NegativeInfinity, double.PositiveInfinity);
            if (!(low < high) || (slope <= 0 && !(start > 0 && start < 1)))
            {
                return false;
            }

            var margin = (high - low) * 1e-6;
            Current[cell] = slope > 0 ? Math.Clamp(Current[cell], low + margin, high - margin) : Current[cell];
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
        var potential = Host.Potential.At(filling, out slope) + entropicShift;
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

    /// <summary>Stoichiometry between empty and full whose potential is given; the ends where it lies beyond them.</summary>
    public double FillingAt(double potential)
    {
        var (low, high) = (1e-12, 1 - 1e-12);
        for (var iteration = 0; iteration < 60; iteration++)
        {
            var middle = (low + high) / 2;
            (low, high) = GuardedPotential(middle, out _) > potential ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>What the difference exceeds the equilibrium and the overpotential by; zero when the law of the reaction holds.</summary>
    /// <param name="cell">Cell, counted from the separator.</param>
    /// <param name="difference">Of solid against electrolyte, V.</param>
    /// <param name="saltFactor">Factor of the exchange current.</param>
    /// <param name="slope">Derivative with respect to the local current.</param>
    public double Law(int cell, double difference, double saltFactor, out double slope)
    {
        var current = Current[cell];
        var growth = Particles.SurfaceSlope[cell];
        var filling = Particles.SurfaceBase[cell] + (growth * current);
        var potential = GuardedPotential(filling, out var potentialBySurface);
        potentialSlope[cell] = potentialBySurface;
        var exchange = Exchange(filling, saltFactor);
        var relative = (((1 - alpha) / filling) - (alpha / (1 - filling))) * growth;
        var overpotential = Overpotential(current, exchange, out var byCurrent);
        slope = (-potentialBySurface * growth) + Host.FilmResistance + (byCurrent * (1 - (current * relative)));
        return difference - potential + (current * Host.FilmResistance) + overpotential;
    }

    private double Exchange(double filling, double saltFactor) =>
        CellDynamicsEquations.ExchangeCurrent(halfFilled, filling, alpha) * (alpha == 0.5 ? saltFactor : Math.Pow(saltFactor, 2 * alpha));

    /// <summary>What a reduction current takes, V, positive for a positive current.</summary>
    private double Overpotential(double current, double exchange, out double byCurrent)
    {
        if (alpha == 0.5)
        {
            var thermal = 2 * PhysicalConstants.MolarGas * temperature / PhysicalConstants.Faraday;
            byCurrent = thermal / Math.Sqrt((current * current) + (4 * exchange * exchange));
            return thermal * Math.Asinh(current / (2 * exchange));
        }

        // Reduction is the cathodic direction: the mirror image of the anodic one.
        return CellDynamicsEquations.MetalOverpotential(current, exchange, 1 - alpha, temperature, out byCurrent);
    }

    /// <summary>Linearises the law in a cell.</summary>
    /// <returns>Reacting conductance, S per m² of surface: inverse of the slope.</returns>
    public double Linearise(int cell, double difference, double saltFactor, out double shift)
    {
        residuals[cell] = Law(cell, difference, saltFactor, out var slope);
        slopes[cell] = slope;
        byConcentration[cell] = 0;
        shift = residuals[cell];
        return 1 / slope;
    }

    /// <summary>The same with the derivative of the law with respect to the salt concentration, V m³/mol.</summary>
    public double Linearise(int cell, double difference, double saltFactor, double concentration, out double shift, out double byConcentration)
    {
        var conductance = Linearise(cell, difference, saltFactor, out shift);
        _ = Overpotential(Current[cell], Exchange(SurfaceFilling(cell), saltFactor), out var byCurrent);
        // The exchange current grows with the power alpha of the concentration.
        byConcentration = -Current[cell] * byCurrent * alpha / concentration;
        this.byConcentration[cell] = byConcentration;
        return conductance;
    }

    /// <summary>Change of the local current that goes with changes of the potential difference and the concentration.</summary>
    public double CurrentStep(int cell, double difference, double concentration = 0) => -(residuals[cell] + difference + (byConcentration[cell] * concentration)) / slopes[cell];

    /// <summary>Largest share, up to the given one, of a change of the local current that keeps the surface between empty and full.</summary>
    public double Limit(int cell, double currentStep, double share)
    {
        var move = Particles.SurfaceSlope[cell] * currentStep;
        var filling = SurfaceFilling(cell);
        var room = move > 0 ? 1 - filling : filling;
        return Math.Abs(move) > 0.9 * room ? Math.Min(share, 0.9 * room / Math.Abs(move)) : share;
    }

    /// <summary>The law is monotone in the local current between empty and full: Newton inside a bracket.</summary>
    public void SolveLaw(int cell, double difference, double saltFactor)
    {
        const int MostIterations = 60;
        var (start, slope) = (Particles.SurfaceBase[cell], Particles.SurfaceSlope[cell]);
        var (low, high) = ((Margin - start) / slope, (1 - Margin - start) / slope);
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            var excess = Law(cell, difference, saltFactor, out var rise);
            var here = Current[cell];
            (low, high) = excess > 0 ? (low, here) : (here, high);
            var next = here - (excess / rise);
            // Where the tangent leaves the bracket, a tenth of the way to its end is left: the end is a logarithm away.
            Current[cell] = next > low && next < high ? next : excess > 0 ? low + (0.1 * (here - low)) : high - (0.1 * (high - here));
            if (Math.Abs(excess) < 1e-9)
            {
                return;
            }
        }
    }

    /// <summary>Surface stoichiometry of a cell.</summary>
    public double SurfaceFilling(int cell) => Particles.SurfaceBase[cell] + (Particles.SurfaceSlope[cell] * Current[cell]);

    /// <summary>Whether a surface is between empty and full, with a margin that digits can still tell.</summary>
    public bool IsWithin(int cell) => SurfaceFilling(cell) is >= Margin and <= 1 - Margin;

    /// <summary>Overpotential of the charge transfer in a cell, V.</summary>
    public double Transfer(int cell, double saltFactor) => -Overpotential(Current[cell], Exchange(SurfaceFilling(cell), saltFactor), out _);

    /// <summary>Sum over the cells of the squares of what a change of the outermost shells is worth in volts.</summary>
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

        return sum;
    }

    /// <summary>Reads the mean stoichiometries of all cells.</summary>
    /// <returns>Their mean over the depth.</returns>
    public double ReadMeans(ReadOnlySpan<double> particles)
    {
        Particles.Means(particles, Means);
        var sum = 0.0;
        foreach (var mean in Means)
        {
            sum += mean;
        }

        return sum / cells;
    }
}
