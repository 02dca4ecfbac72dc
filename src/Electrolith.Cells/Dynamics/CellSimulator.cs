using System.Collections.Immutable;
using Electrolith.Numerics.DifferentialEquations;

namespace Electrolith.Cells.Dynamics;

/// <summary>Runs protocols on a cell. One instance may run many times, one at a time; nothing is allocated per time step.</summary>
public sealed class CellSimulator
{
    private const int StallSteps = 1000;
    private readonly CellParameters cell;
    private readonly SimulationOptions options;
    private readonly CellStage stage;
    private readonly BackwardDifferentiation integrator;
    private readonly double[] trial;
    private readonly double[] scratch;
    private readonly List<CellSample> samples = [];
    private readonly List<StepResult> results = [];
    private readonly List<CellProfile> profiles = [];
    private double[] state;
    private double lithium;
    private double salted;
    private double positiveCharge;
    private double chargeResidual;
    private double lithiumResidual;
    private double throughputResidual;
    private bool isExhausted;
    private int nextTime;
    private int nextProfile;
    private int stallAt;
    private double stallTime;

    /// <summary>Prepares a cell.</summary>
    /// <param name="cell">The cell; it must have passed <see cref="CellCheck"/> or be known to be sound.</param>
    /// <param name="options">Choices; null for the usual ones.</param>
    /// <exception cref="ArgumentException">A parameter makes no sense.</exception>
    public CellSimulator(CellParameters cell, SimulationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        CellCheck.ThrowIfUnsound(cell);
        (this.cell, this.options) = (cell, options ?? SimulationOptions.Default);
        stage = new CellStage(cell, this.options.Mesh, this.options.VoltageTolerance, this.options.WithParts);
        // Where steps shrink below a ten-billionth of the time, the solution has come to its end.
        integrator = new BackwardDifferentiation(stage, new BackwardDifferentiationOptions { MinimumRelativeStep = 1e-10 });
        (trial, scratch, state) = (new double[stage.Size], new double[stage.Size], stage.InitialState());
    }

    /// <summary>Runs a protocol from the initial state.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="cancellation">Asked between time steps.</param>
    public CellRun Run(Protocol protocol, CancellationToken cancellation = default) => RunFrom(stage.InitialState(), protocol, cancellation);

    /// <summary>Runs a protocol from where another run ended, of this cell or of one with the same electrodes and mesh.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="lost">Lithium that has left the anode since then, C/m².</param>
    /// <param name="cancellation">Asked between time steps.</param>
    /// <exception cref="ArgumentException">The state belongs to another kind of cell.</exception>
    public CellRun Run(Protocol protocol, CellState start, double lost = 0, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        return RunFrom(stage.Restart(start.Values, lost), protocol, cancellation);
    }

    private CellRun RunFrom(double[] from, Protocol protocol, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        samples.Clear();
        results.Clear();
        profiles.Clear();
        var (before, rejected, iterations) = (integrator.Steps, integrator.Rejections, stage.Iterations);
        state = from;
        (lithium, salted, positiveCharge) = (stage.Lithium(state), stage.Salt(state), stage.Positive.Charge(stage.PositiveParticles(state)));
        (chargeResidual, lithiumResidual, throughputResidual, nextTime, nextProfile, isExhausted) = (0, 0, 0, 0, 0, false);
        var (time, index, isGoing, isAtLimit) = (0.0, 0, true, false);
        for (var repeat = 0; repeat < protocol.Repeats && isGoing && !isAtLimit; repeat++)
        {
            foreach (var step in protocol.Steps)
            {
                time = RunStep(step, index++, time, before, cancellation, out isGoing);
                isAtLimit = protocol.StopsAtVoltage && step.Kind != StepKind.Rest && (results[^1].End is StepEnd.Voltage or StepEnd.AlreadyMet);
                if (!isGoing || isAtLimit)
                {
                    break;
                }
            }
        }

        return new CellRun(
            [.. samples], [.. results], new ConservationAudit(chargeResidual, lithiumResidual, throughputResidual), isGoing && !isExhausted,
            integrator.Steps - before, integrator.Rejections - rejected, stage.Iterations - iterations)
        {
            Profiles = [.. profiles],
            End = new CellState([.. state]),
        };
    }

    private double RunStep(ProtocolStep step, int index, double start, int firstStep, CancellationToken cancellation, out bool isGoing)
    {
        var ends = new StepEnds(step, cell);
        (stage.Mode, stage.Target) = (ends.Mode, ends.Target);
        var (charge, energy, heat) = (stage.Passed(state), stage.Energy(state), stage.Heat(state));
        isGoing = true;
        var mostSteps = firstStep + options.MostSteps;
        // Times are counted from the beginning of the step, so that a long protocol loses no digits.
        if (!integrator.Start(0, state, ends.FirstStep(options)))
        {
            isGoing = false;
            return Close(StepEnd.NoSolution, ends.NoStart(stage, start), 0);
        }

        if (ends.IsMet(stage, integrator.State, charge, 0) is { } already && step.Kind != StepKind.Rest)
        {
            return Close(StepEnd.AlreadyMet, $"left out: {already.Reason}", 0);
        }

        Record(integrator.State, start, index);
        FirstProfile(start);
        (stallAt, stallTime) = (integrator.Steps + StallSteps, 0);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (integrator.Steps >= mostSteps || HasStalled() || !integrator.Advance(ends.Limit))
            {
                isGoing = false;
                integrator.State.CopyTo(state);
                return Close(StepEnd.NoSolution, integrator.Steps >= mostSteps ? $"given up after {options.MostSteps} time steps" : ends.NoWayOn(stage, start + integrator.Time, cell), integrator.Time);
            }

            Watch();
            if (ends.IsMet(stage, integrator.State, charge, integrator.Time) is { } end)
            {
                var time = Locate(ends, charge, out var met);
                var reached = met ?? end;
                Intermediate(start, time, index);
                if (!Settle(ref time))
                {
                    isGoing = false;
                    return Close(StepEnd.NoSolution, ends.NoWayOn(stage, start + time, cell), time);
                }

                Record(state, start + time, index);
                isExhausted |= reached.End == StepEnd.AnodeExhausted;
                return Close(reached.End, reached.Reason, time);
            }

            // Samples inside the step leave the solver at their own time; it is brought back to the end before that is recorded.
            var hasMoved = Intermediate(start, integrator.Time, index) && Evaluate(integrator.Time, trial);
            Record(hasMoved ? trial : integrator.State, start + integrator.Time, index);
        }

        double Close(StepEnd end, string reason, double duration)
        {
            results.Add(new StepResult(index, step.Text, end, reason, duration, stage.Passed(state) - charge, stage.Energy(state) - energy, stage.Heat(state).Since(heat)));
            return start + duration;
        }
    }

    /// <summary>A thousand steps that move the time by less than a thousandth come to no end.</summary>
    private bool HasStalled()
    {
        if (integrator.Steps < stallAt)
        {
            return false;
        }

        var isStalled = integrator.Time - stallTime < 1e-3 * integrator.Time;
        (stallAt, stallTime) = (integrator.Steps + StallSteps, integrator.Time);
        return isStalled;
    }

    /// <summary>State at the located time; its neighbours stand in where it has no solution at the very edge.</summary>
    private bool Settle(ref double time)
    {
        if (Evaluate(time, state))
        {
            return true;
        }

        time = integrator.Time;
        if (Evaluate(time, state))
        {
            return true;
        }

        time = integrator.PreviousTime;
        return Evaluate(time, state);
    }

    /// <summary>First time within the last step at which an end is met, by bisection and secants on the interpolated state.</summary>
    private double Locate(StepEnds ends, double charge, out (StepEnd End, string Reason)? met)
    {
        var (low, high) = (integrator.PreviousTime, integrator.Time);
        met = null;
        if (Evaluate(low, trial))
        {
            var below = ends.Excess(stage, trial, charge, low);
            Evaluate(high, trial);
            var above = ends.Excess(stage, trial, charge, high);
            for (var iteration = 0; iteration < 60 && high - low > 1e-9 * (1e-3 + high); iteration++)
            {
                var share = iteration % 3 == 2 || !(above > below) ? 0.5 : Math.Clamp(-below / (above - below), 0.02, 0.98);
                var middle = low + (share * (high - low));
                if (!Evaluate(middle, trial))
                {
                    high = middle;
                    continue;
                }

                var excess = ends.Excess(stage, trial, charge, middle);
                (low, below, high, above) = excess < 0 ? (middle, excess, high, above) : (low, below, middle, excess);
                if (Math.Abs(excess) < 1e-9)
                {
                    high = middle;
                    break;
                }
            }
        }

        Evaluate(high, trial);
        met = ends.IsMet(stage, trial, charge, high);
        return high;
    }

    /// <summary>State at a time within the last step, its algebraic unknowns made consistent.</summary>
    private bool Evaluate(double time, double[] result)
    {
        integrator.Interpolate(time, scratch);
        scratch.CopyTo(result, 0);
        return stage.Solve(time, 0, scratch, result);
    }

    /// <summary>Records the samples asked for between two solver steps.</summary>
    /// <returns>Whether there was any.</returns>
    private bool Intermediate(double start, double end, int index)
    {
        var before = samples.Count;
        var previous = integrator.PreviousTime;
        if (double.IsFinite(options.Every))
        {
            var next = (Math.Floor((start + previous) / options.Every) + 1) * options.Every;
            for (; next < start + end; next += options.Every)
            {
                if (next - start > previous && Evaluate(next - start, trial))
                {
                    Record(trial, next, index);
                }
            }
        }

        for (; nextTime < options.Times.Length && options.Times[nextTime] <= start + end; nextTime++)
        {
            var wanted = options.Times[nextTime];
            if (wanted > start + previous && wanted < start + end && Evaluate(wanted - start, trial))
            {
                Record(trial, wanted, index);
            }
        }

        return ReadProfiles(start, previous, end) || samples.Count > before;
    }

    private void FirstProfile(double start)
    {
        if (nextProfile < options.ProfileTimes.Length && options.ProfileTimes[nextProfile] <= start)
        {
            profiles.Add(stage.Profile(integrator.State, start));
            nextProfile++;
        }
    }

    /// <summary>Profiles asked for between two solver steps, and at the later one.</summary>
    private bool ReadProfiles(double start, double previous, double end)
    {
        var before = profiles.Count;
        for (; nextProfile < options.ProfileTimes.Length && options.ProfileTimes[nextProfile] <= start + end; nextProfile++)
        {
            var wanted = options.ProfileTimes[nextProfile];
            if (wanted > start + previous && Evaluate(wanted - start, trial))
            {
                profiles.Add(stage.Profile(trial, wanted));
            }
        }

        return profiles.Count > before;
    }

    private void Watch()
    {
        chargeResidual = Math.Max(chargeResidual, stage.ChargeResidual());
        var current = integrator.State;
        if (salted > 0)
        {
            lithiumResidual = Math.Max(lithiumResidual, Math.Abs(stage.Salt(current) - salted) / salted);
        }

        lithiumResidual = Math.Max(lithiumResidual, Math.Abs(stage.Lithium(current) - lithium) / (stage.Positive.FullCharge + (stage.Negative?.FullCharge ?? 0)));
        var filled = stage.Positive.Charge(stage.PositiveParticles(current)) - positiveCharge;
        throughputResidual = Math.Max(throughputResidual, Math.Abs(filled - stage.Passed(current)) / stage.Positive.FullCharge);
    }

    private void Record(ReadOnlySpan<double> at, double time, int index) => samples.Add(new CellSample(
        time, index, stage.Current, stage.Voltage, stage.Passed(at), stage.Energy(at), stage.Temperature(at),
        stage.Positive.Charge(stage.PositiveParticles(at)) / stage.Positive.FullCharge, stage.Parts, stage.AnodeContact(at), stage.HeatRate, stage.Heat(at)));
}
