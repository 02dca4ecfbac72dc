using Electrolith.Numerics.DifferentialEquations;

namespace Electrolith.Numerics.Tests;

/// <summary>The stiff integrator against closed forms, its observed order, invariants, events and allocation.</summary>
public sealed class DifferentialEquationTests
{
    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-6)]
    [InlineData(1e-8)]
    public void A_stiff_linear_pair_follows_its_closed_form_within_a_few_tolerances(double tolerance)
    {
        var system = new StiffPair(tolerance);
        var integrator = new BackwardDifferentiation(new NewtonStage(system));
        Assert.True(integrator.Start(0, [2, 0], 1e-8));
        while (integrator.Time < 2)
        {
            Assert.True(integrator.Advance(2));
            // y1 = exp(-t) + exp(-1000 t), y2 = exp(-t) - exp(-1000 t).
            var (slow, fast) = (Math.Exp(-integrator.Time), Math.Exp(-1000 * integrator.Time));
            Assert.Equal(slow + fast, integrator.State[0], 30 * tolerance);
            Assert.Equal(slow - fast, integrator.State[1], 30 * tolerance);
        }

        Assert.Equal(2, integrator.Time);
        Assert.InRange(integrator.Steps, 10, 800);
    }

    [Fact]
    public void Robertsons_reaction_reaches_the_published_concentrations_and_keeps_its_mass()
    {
        // Hairer and Wanner, Solving Ordinary Differential Equations II, test set value at t = 1e11 is
        // 0.2083340149701255e-07, 0.8333360770334713e-13, 0.9999999791665050.
        var integrator = new BackwardDifferentiation(new NewtonStage(new Robertson(), 1e-13));
        Assert.True(integrator.Start(0, [1, 0, 0], 1e-6));
        while (integrator.Time < 1e11)
        {
            Assert.True(integrator.Advance(1e11));
            Assert.Equal(1, integrator.State[0] + integrator.State[1] + integrator.State[2], 1e-11);
        }

        Assert.Equal(0.2083340149701255e-07, integrator.State[0], 0.2083340149701255e-07 * 1e-3);
        Assert.Equal(0.8333360770334713e-13, integrator.State[1], 0.8333360770334713e-13 * 1e-3);
    }

    [Fact]
    public void An_algebraic_unknown_is_made_consistent_at_the_start_and_follows()
    {
        // y' = -z, 0 = z^3 + z - y - 1: z from y, dy/dz = 3 z^2 + 1 = -z / z' so t = 3/2 (1 - z^2) - ln z with z(0) = 1, y(0) = 1.
        var integrator = new BackwardDifferentiation(new NewtonStage(new CubicConstraint()));
        Assert.True(integrator.Start(0, [1, 5], 1e-4));
        Assert.Equal(1, integrator.State[1], 1e-12);
        while (integrator.Time < 1.5)
        {
            Assert.True(integrator.Advance(1.5));
            var z = integrator.State[1];
            Assert.Equal(integrator.Time, (1.5 * (1 - (z * z))) - Math.Log(z), 1e-6);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_error_falls_with_the_number_of_steps_as_the_order_says(int order)
    {
        (double Error, int Steps) Run(double tolerance)
        {
            var integrator = new BackwardDifferentiation(new NewtonStage(new Forced(tolerance)), new BackwardDifferentiationOptions { MaximumOrder = order, IsPlain = true });
            Assert.True(integrator.Start(0, [0], 1e-9));
            // Start-up at low order is left out of both counts.
            var (worst, before) = (0.0, 0);
            while (integrator.Time < 42)
            {
                Assert.True(integrator.Advance(42));
                before = integrator.Time < 2 ? integrator.Steps : before;
                worst = Math.Max(worst, integrator.Time < 4 ? 0 : Math.Abs(integrator.State[0] - Math.Sin(integrator.Time)));
            }

            return (worst, integrator.Steps - before);
        }

        var (coarse, fine) = (Run(1e-5), Run(order == 1 ? 1e-7 : 1e-9));
        var observed = Math.Log(coarse.Error / fine.Error) / Math.Log((double)fine.Steps / coarse.Steps);
        Assert.InRange(observed, order - 0.3, order + 1.3);
    }

    [Fact]
    public void The_state_inside_a_step_is_as_good_as_at_its_ends()
    {
        var integrator = new BackwardDifferentiation(new NewtonStage(new StiffPair(1e-8)));
        Assert.True(integrator.Start(0, [2, 0], 1e-8));
        var inside = new double[2];
        while (integrator.Time < 1)
        {
            Assert.True(integrator.Advance(1));
            var time = (0.3 * integrator.PreviousTime) + (0.7 * integrator.Time);
            integrator.Interpolate(time, inside);
            Assert.Equal(Math.Exp(-time) + Math.Exp(-1000 * time), inside[0], 1e-6);
            integrator.Interpolate(integrator.Time, inside);
            Assert.Equal(integrator.State[0], inside[0], 1e-15);
        }
    }

    [Fact]
    public void Nothing_is_allocated_per_step()
    {
        var integrator = new BackwardDifferentiation(new NewtonStage(new Robertson()));
        Assert.True(integrator.Start(0, [1, 0, 0], 1e-6));
        for (var step = 0; step < 20; step++)
        {
            integrator.Advance(1e6);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var step = 0; step < 50; step++)
        {
            integrator.Advance(1e6);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_system_without_a_solution_ends_instead_of_turning_for_ever()
    {
        var integrator = new BackwardDifferentiation(new NewtonStage(new BlowUp()));
        Assert.True(integrator.Start(0, [1], 1e-4));
        var steps = 0;
        while (integrator.Time < 2 && integrator.Advance(2))
        {
            Assert.True(++steps < 20000);
        }

        // y' = y^2 from 1 has its pole at t = 1.
        Assert.InRange(integrator.Time, 0.99, 1.01);
    }

    private sealed class StiffPair(double tolerance) : IDifferentialAlgebraicSystem
    {
        public int Size => 2;

        public void Rates(double time, ReadOnlySpan<double> state, Span<double> rates) =>
            (rates[0], rates[1]) = ((-500.5 * state[0]) + (499.5 * state[1]), (499.5 * state[0]) - (500.5 * state[1]));

        public double Mass(int index) => 1;

        public double Tolerance(int index) => tolerance;
    }

    private sealed class Robertson : IDifferentialAlgebraicSystem
    {
        public int Size => 3;

        public void Rates(double time, ReadOnlySpan<double> state, Span<double> rates)
        {
            rates[0] = (-0.04 * state[0]) + (1e4 * state[1] * state[2]);
            rates[2] = 3e7 * state[1] * state[1];
            rates[1] = -rates[0] - rates[2];
        }

        public double Mass(int index) => 1;

        public double Tolerance(int index) => index == 1 ? 1e-17 : 1e-12;
    }

    private sealed class CubicConstraint : IDifferentialAlgebraicSystem
    {
        public int Size => 2;

        public void Rates(double time, ReadOnlySpan<double> state, Span<double> rates) =>
            (rates[0], rates[1]) = (-state[1], (state[1] * state[1] * state[1]) + state[1] - state[0] - 1);

        public double Mass(int index) => index == 0 ? 1 : 0;

        public double Tolerance(int index) => index == 0 ? 1e-9 : double.PositiveInfinity;
    }

    private sealed class Forced(double tolerance) : IDifferentialAlgebraicSystem
    {
        public int Size => 1;

        public void Rates(double time, ReadOnlySpan<double> state, Span<double> rates) => rates[0] = Math.Cos(time) - (2 * (state[0] - Math.Sin(time)));

        public double Mass(int index) => 1;

        public double Tolerance(int index) => tolerance;
    }

    private sealed class BlowUp : IDifferentialAlgebraicSystem
    {
        public int Size => 1;

        public void Rates(double time, ReadOnlySpan<double> state, Span<double> rates) => rates[0] = state[0] * state[0];

        public double Mass(int index) => 1;

        public double Tolerance(int index) => 1e-6;
    }
}
