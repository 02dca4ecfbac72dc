using Electrolith.Routes.Pipeline;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Routes.Tests.Pipeline;

/// <summary>The discharge of a route by the closed form and by the cell models.</summary>
public sealed class RouteDischargeTests
{
    public static TheoryData<string> Files => [.. RouteText.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_reference_route_is_discharged_by_every_model(string path)
    {
        var discharge = Discharge(RouteText.CompileFile(path));

        Assert.Equal([RouteModel.Closed, RouteModel.SingleParticle, RouteModel.Resolved], discharge.Estimates.Select(estimate => estimate.Model));
        Assert.All(discharge.Estimates.Skip(1), estimate =>
        {
            Assert.InRange(estimate.DeliveredShare, 0, 1 + 1e-9);
            Assert.InRange(estimate.EnergyFraction, 0, 1);
            Assert.NotEmpty(estimate.Reason);
            Assert.True(estimate.Audit!.Value.LithiumResidual < 1e-10);
        });
    }

    [Fact]
    public void At_a_slow_rate_every_model_delivers_the_whole_capacity_at_the_open_circuit_potential()
    {
        var discharge = Discharge(RouteText.Compile(RouteText.Of(rest: "operation: {rate: C/1000}\n")));

        // The limit of no current: no loss, whatever the model.
        Assert.All(discharge.Estimates, estimate => Assert.Equal(1, estimate.EnergyFraction, 3));
        Assert.All(discharge.Estimates, estimate => Assert.Equal(1, estimate.DeliveredShare, 6));
    }

    [Theory]
    [InlineData("silicon")]
    [InlineData("lto")]
    public void An_anode_without_a_known_potential_is_held_at_its_mean_and_that_is_said(string anode)
    {
        var discharge = Discharge(RouteText.Compile(RouteText.Of(anode: $"  material: {anode}\n")));

        Assert.Equal(3, discharge.Estimates.Length);
        Assert.Contains("held at the mean", discharge.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_model_there_is_none_and_the_results_are_the_same()
    {
        var route = RouteText.Compile(RouteText.Of());
        var (plain, modelled) = (RouteAssessor.Assess(route, new AssessmentOptions { Samples = 0 }), RouteAssessor.Assess(route, new AssessmentOptions { Samples = 0, Model = RouteModel.Resolved }));

        Assert.Null(plain.Discharge);
        Assert.Equal(plain.Metrics.ToArray(), modelled.Metrics.ToArray());
    }

    private static RouteDischarge Discharge(Electrolith.Routes.Compiling.CompiledRoute route) =>
        RouteAssessor.Assess(route, new AssessmentOptions { Samples = 0, Model = RouteModel.Resolved }).Discharge!;
}
