using Electrolith.Numerics;
using Electrolith.Quantities;

namespace Electrolith.Processing.Tests;

/// <summary>Whatever is done in whatever order: nothing is created, nothing leaves its range.</summary>
public sealed class RandomRecipeTests
{
    public static TheoryData<string> Families =>
        ["garnet", "nasicon", "perovskite", "lipon", "lgps", "argyrodite", "thiophosphate-crystal", "thiophosphate-glass", "glass-ceramic", "halide", "polymer", "composite"];

    [Theory]
    [MemberData(nameof(Families))]
    public void Lots_stay_physical_and_lithium_is_accounted_for(string family)
    {
        var stream = new RandomStream(42).Fork(family);
        for (var trial = 0; trial < 200; trial++)
        {
            var lot = new Lot { Family = family, SolidDensity = 2000, Thickness = 50e-6 };
            for (var step = 0; step < 8; step++)
            {
                var operation = OperationCatalog.All[stream.NextInt32(OperationCatalog.All.Length)];
                if (operation.Refusal(family) is not null)
                {
                    continue;
                }

                var values = Draw(operation, family, stream);
                var next = operation.Apply(lot, values, null);
                Check(lot, next, Excess(operation, values), operation.Name);
                lot = next;
            }
        }
    }

    /// <summary>Random values over the whole allowed range of each parameter, on a logarithmic axis where it spans decades.</summary>
    private static OperationValues Draw(OperationDefinition operation, string family, RandomStream stream)
    {
        var numbers = operation.Parameters.Select(parameter =>
        {
            if (parameter.Kind is null)
            {
                return parameter.Choices.IsEmpty ? double.NaN : stream.NextInt32(parameter.Choices.Length);
            }

            if (stream.NextDouble() < 0.5 && parameter.Default(family) is { } usual && QuantityParser.TryParseEstimate(usual.Text, parameter.Kind, out var estimate, out _))
            {
                return estimate.Value;
            }

            return parameter.Low > 0 && parameter.High / parameter.Low > 100
                ? parameter.Low * Math.Pow(parameter.High / parameter.Low, stream.NextDouble())
                : parameter.Low + ((parameter.High - parameter.Low) * stream.NextDouble());
        }).ToArray();
        var materials = operation.Parameters.Select(parameter => parameter.IsMaterial ? new Constituent("llzto", "garnet", 0.1, 5476) : null).ToArray();
        return new OperationValues(numbers, materials);
    }

    private static double Excess(OperationDefinition operation, OperationValues values)
    {
        var index = operation.Parameters.ToList().FindIndex(parameter => parameter.Name == "lithium-excess");
        return index < 0 ? 0 : values.Numbers[index];
    }

    private static void Check(Lot before, Lot after, double excess, string operation)
    {
        double[] all =
        [
            after.RelativeDensity, after.GrainSize, after.ParticleSize, after.Thickness, after.GlassFraction, after.SecondaryPhaseFraction, after.ConductivityFactor,
            after.SurfaceLayerThickness, after.LithiumInSolid, after.LithiumInVapour, after.ResidualSolvent, after.HydrogenSulfide, after.Energy, after.Time, after.Yield,
        ];
        Assert.All(all, value => Assert.True(double.IsFinite(value) && value >= 0, $"{operation}: {value}"));
        Assert.InRange(after.RelativeDensity, 1e-9, 1);
        Assert.InRange(after.GlassFraction, 0, 1);
        Assert.InRange(after.SecondaryPhaseFraction, 0, 1);
        Assert.InRange(after.ConductivityFactor, 0, 1);
        Assert.InRange(after.Yield, 0, before.Yield);
        Assert.True(after.Energy >= before.Energy && after.Time >= before.Time, operation);
        Assert.Equal(before.LithiumInSolid + before.LithiumInVapour + excess, after.LithiumInSolid + after.LithiumInVapour, 1e-9);
    }
}
