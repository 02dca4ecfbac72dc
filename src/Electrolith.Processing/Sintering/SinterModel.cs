using System.Collections.Immutable;
using Electrolith.Numerics.Rosenbrock;
using Electrolith.Processing.Kinetics;
using Electrolith.Quantities;

namespace Electrolith.Processing.Sintering;

/// <summary>A body and how it is fired.</summary>
public sealed record SinterRun
{
    /// <summary>Constants of the powder.</summary>
    public required SinterKinetics Kinetics { get; init; }

    /// <summary>Temperature against time.</summary>
    public required TemperatureProfile Profile { get; init; }

    /// <summary>Gas and cover; none loses no lithium.</summary>
    public FiringAtmosphere Atmosphere { get; init; }

    /// <summary>Which law densifies.</summary>
    public DensificationLaw Law { get; init; }

    /// <summary>Relative density before firing.</summary>
    public double GreenDensity { get; init; } = 0.55;

    /// <summary>Grain size before firing, m.</summary>
    public double GrainSize { get; init; } = 0.5e-6;

    /// <summary>Particle size of the powder, m.</summary>
    public double ParticleSize { get; init; } = 5e-6;

    /// <summary>Lithium over that of the formula, an excess included.</summary>
    public double Lithium { get; init; } = 1;

    /// <summary>True when lithium leaves the body.</summary>
    public bool LosesLithium { get; init; }

    /// <summary>Outer surface over volume of the body, 1/m; a pellet of 10 mm by 1 mm has 2400.</summary>
    public double SurfacePerVolume { get; init; } = 2400;

    /// <summary>Applied pressure, Pa.</summary>
    public double Pressure { get; init; }

    /// <summary>Mass fraction of an aid that melts, such as Li3BO3.</summary>
    public double LiquidAid { get; init; }

    /// <summary>Temperature at which the aid melts, K; Li3BO3 at 988 K.</summary>
    public double AidMelting { get; init; } = 988;

    /// <summary>Zener limit of the grain size, m.</summary>
    public double LargestGrain { get; init; } = double.PositiveInfinity;
}

/// <summary>State of a body at a time.</summary>
/// <param name="Time">s.</param>
/// <param name="Temperature">K.</param>
/// <param name="Density">Relative density.</param>
/// <param name="GrainSize">m.</param>
/// <param name="Lithium">Left in the solid, over that of the formula.</param>
/// <param name="LogWork">ln of the work of sintering Θ (s/K), pressure and aid included; 0 with the combined-stage law.</param>
public readonly record struct SinterState(double Time, double Temperature, double Density, double GrainSize, double Lithium, double LogWork);

/// <summary>What firing made of a body.</summary>
/// <param name="Final">State at the end.</param>
/// <param name="History">States along the profile; empty unless asked for.</param>
/// <param name="DensityLimit">Density at which trapped gas ends the shrinkage.</param>
/// <param name="Steps">Steps of the integration.</param>
public sealed record SinterOutcome(SinterState Final, ImmutableArray<SinterState> History, double DensityLimit, int Steps);

/// <summary>
/// Fires a body: densification, grain growth and loss of lithium as one stiff system along the profile. Temperature and composition
/// are uniform in the body; the order of phases, cracks and warpage are not modelled.
/// </summary>
public static class SinterModel
{
    /// <summary>Energy of the surface, J/m² (assumed, usual for oxides).</summary>
    public const double SurfaceEnergy = 1;

    private static readonly RosenbrockOptions Tolerance = new() { RelativeTolerance = 3e-5, AbsoluteTolerance = 1e-7 };

    /// <summary>Fires a body.</summary>
    /// <param name="run">Body and schedule.</param>
    /// <param name="keepHistory">Whether the states along the way are kept.</param>
    public static SinterOutcome Fire(SinterRun run, bool keepHistory = false)
    {
        ArgumentNullException.ThrowIfNull(run);
        Check(run);
        var system = new SinterSystem(run);
        Span<double> state = [run.Law == DensificationLaw.MasterCurve ? 0 : run.GreenDensity, run.GrainSize * 1e6, run.Lithium];
        var history = keepHistory ? ImmutableArray.CreateBuilder<SinterState>() : null;
        history?.Add(system.Describe(run.Profile.Points[0].Time, state));
        var steps = 0;
        for (var i = 1; i < run.Profile.Points.Length; i++)
        {
            var (from, to) = (run.Profile.Points[i - 1], run.Profile.Points[i]);
            if (!(to.Time > from.Time))
            {
                continue;
            }

            system.Segment(from, to);
            steps += RosenbrockIntegrator.Integrate(system.Rates, from.Time, to.Time, state, Tolerance, history is null ? null : (time, values) => history.Add(system.Describe(time, values)));
        }

        return new SinterOutcome(system.Describe(run.Profile.Points[^1].Time, state), history?.ToImmutable() ?? [], system.DensityLimit, steps);
    }

    private static void Check(SinterRun run)
    {
        if (run.Profile.Peak > run.Kinetics.Limit)
        {
            throw new ArgumentOutOfRangeException(nameof(run), run.Profile.Peak, $"the material melts or falls apart above {run.Kinetics.Limit - PhysicalConstants.ZeroCelsius:F0} degC");
        }

        if (!(run.GreenDensity > 0 && run.GreenDensity <= 1) || !(run.GrainSize > 0) || !(run.ParticleSize > 0) || !(run.Lithium >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(run), run.GreenDensity, "relative density above 0 to 1, grain and particle size above 0, lithium from 0");
        }
    }

    private sealed class SinterSystem
    {
        private readonly SinterRun run;
        private readonly SinterKinetics kinetics;
        private readonly double scale;
        private ProfilePoint start;
        private double slope;

        public SinterSystem(SinterRun run)
        {
            (this.run, kinetics) = (run, run.Kinetics);
            // Work is counted in units of the middle of the curve for this particle size, so that it is of order one where it matters.
            scale = -kinetics.CurveCentre + (kinetics.SizeExponent * Math.Log(kinetics.ReferenceParticleSize / run.ParticleSize));
            DensityLimit = 1 - (run.Atmosphere.TrappedGasPressure > 0
                ? SinterEquations.TrappedPorosity(run.Atmosphere.TrappedGasPressure, Math.Max(run.ParticleSize / 5, 0.1e-6), SurfaceEnergy, run.Pressure) : 0);
            DensityLimit = Math.Max(DensityLimit, run.GreenDensity);
        }

        public double DensityLimit { get; }

        public void Segment(ProfilePoint from, ProfilePoint to) => (start, slope) = (from, (to.Temperature - from.Temperature) / (to.Time - from.Time));

        public void Rates(double time, ReadOnlySpan<double> state, Span<double> rates)
        {
            var temperature = start.Temperature + (slope * (time - start.Time));
            var grain = Math.Max(state[1], 1e-4) * 1e-6;
            var density = Density(state[0]);
            var help = Help(temperature, density);
            if (run.Law == DensificationLaw.MasterCurve)
            {
                // Beyond this the curve is flat to fifteen digits, and a faster rate is over before the first reading.
                rates[0] = state[0] > 1e15 ? 0 : Math.Min(1e9, Math.Exp(Math.Min(700, scale - (kinetics.ActivationEnergy / (PhysicalConstants.MolarGas * temperature)))) / temperature * help);
            }
            else
            {
                var diffusion = ProcessEquations.ThermalRate(kinetics.BoundaryDiffusion, kinetics.GrowthTemperature, temperature, kinetics.ActivationEnergy) / temperature;
                var size = Math.Pow(kinetics.ReferenceParticleSize / run.ParticleSize, kinetics.SizeExponent);
                rates[0] = SinterEquations.CombinedStageRate(density, grain, diffusion * size, 0) * help * Math.Max(0, DensityLimit - density) / Math.Max(1 - density, 1e-12);
            }

            var growth = ProcessEquations.ThermalRate(kinetics.GrowthConstant, kinetics.GrowthTemperature, temperature, kinetics.GrowthActivationEnergy);
            rates[1] = 1e6 * SinterEquations.GrainGrowthRate(grain, growth * (1 + (20 * Liquid(temperature))), kinetics.GrowthExponent, run.LargestGrain);
            rates[2] = run.LosesLithium ? -LithiumVapour.LossRate(temperature, state[2], run.Atmosphere, run.SurfacePerVolume) : 0;
        }

        public SinterState Describe(double time, ReadOnlySpan<double> state) => new(
            time, run.Profile.At(time), Density(state[0]), Math.Max(state[1], 1e-4) * 1e-6, Math.Clamp(state[2], 0, run.Lithium),
            run.Law == DensificationLaw.MasterCurve ? Math.Log(Math.Max(state[0], 1e-300)) - scale : 0);

        private double Density(double first) => run.Law == DensificationLaw.MasterCurve
            ? run.GreenDensity + ((DensityLimit - run.GreenDensity) * (SinterEquations.MasterCurve(0, first, kinetics.CurveWidth)))
            : Math.Clamp(first, 1e-9, 1);

        /// <summary>Pressure adds to the capillary driving force; a liquid carries matter (e^6.6 with 10 % of it, so that 900 degC does what 1125 degC does without).</summary>
        private double Help(double temperature, double density)
        {
            var pressure = 1 + (run.Pressure * run.ParticleSize / 5 / (2 * SurfaceEnergy) / Math.Max(density, 0.1));
            return pressure * Math.Exp(6.9 * (1 - Math.Exp(-Liquid(temperature) / 0.03)));
        }

        private double Liquid(double temperature) => run.LiquidAid / (1 + Math.Exp(-(temperature - run.AidMelting) / 10));
    }
}
