using Electrolith.Numerics;
using Electrolith.Quantities;

namespace Electrolith.Processing.Tests;

/// <summary>Whatever is done in whatever order: nothing is created, nothing leaves its range.</summary>
public sealed class RandomRecipeTests
{
    public static TheoryData<string> Families =>
        [.. FamilyNames];

    [Theory]
    [MemberData(nameof(Families))]
    public void Lots_stay_physical_and_lithium_is_accounted_for(string family)
    {
        var stream = new RandomStream(42).Fork(family);
        for (var trial = 0; trial < 400; trial++)
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
                if (Try(operation, lot, values) is not { } next)
                {
                    continue;
                }

                Check(lot, next, Excess(operation, values), operation.Name);
                lot = next;
            }
        }
    }

    public static TheoryData<string> Operations => [.. OperationCatalog.All.Select<OperationDefinition, string>(static operation => operation.Name)];

    private static readonly string[] FamilyNames =
        ["garnet", "nasicon", "perovskite", "lipon", "lgps", "argyrodite", "thiophosphate-crystal", "thiophosphate-glass", "glass-ceramic", "halide", "polymer", "composite"];

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_thousand_random_lots_stay_physical(string name)
    {
        var operation = OperationCatalog.All.Single(item => item.Name == name);
        string[] families = [.. FamilyNames.Where(family => operation.Refusal(family) is null)];
        var stream = new RandomStream(7).Fork(name);
        var done = 0;
        for (var trial = 0; trial < 1000; trial++)
        {
            var family = families[stream.NextInt32(families.Length)];
            var glass = stream.NextDouble();
            var lot = new Lot
            {
                Family = family, SolidDensity = 500 + (7000 * stream.NextDouble()), RelativeDensity = 0.05 + (0.95 * stream.NextDouble()),
                GrainSize = Math.Pow(10, -8 + (4 * stream.NextDouble())), ParticleSize = Math.Pow(10, -8 + (5 * stream.NextDouble())), Thickness = stream.NextDouble() < 0.3 ? 0 : Math.Pow(10, -7 + (5 * stream.NextDouble())),
                GlassFraction = glass, SecondaryPhaseFraction = (1 - glass) * stream.NextDouble(), ConductivityFactor = stream.NextDouble(), LithiumInSolid = 0.5 + stream.NextDouble(),
                Conversion = stream.NextDouble(), Cure = stream.NextDouble() < 0.5 ? 1 : Math.Max(1e-3, stream.NextDouble()), GlassyBoundary = stream.NextDouble(), ResidualSolvent = 0.1 * stream.NextDouble(),
                Form = stream.NextDouble() < 0.1 ? LotForm.Liquid : LotForm.Solid,
            };
            var values = Draw(operation, family, stream);
            if (Try(operation, lot, values) is { } next)
            {
                Check(lot, next, Excess(operation, values), name);
                done++;
            }
        }

        Assert.True(done > 100, $"{done} could be done");
    }

    /// <summary>The next lot, or null when nature does not allow the step and the reason says so.</summary>
    private static Lot? Try(OperationDefinition operation, Lot lot, OperationValues values)
    {
        try
        {
            var next = operation.Apply(lot, values, null);
            Assert.False(lot.Form == LotForm.Liquid && operation.NeedsSolid, operation.Name);
            return next;
        }
        catch (ProcessException problem)
        {
            Assert.Equal(operation.Name, problem.Operation);
            Assert.True(problem.Reason.Length > 20);
            return null;
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

            var high = Math.Min(parameter.High, parameter.Limit(family)?.Value ?? double.PositiveInfinity);
            return parameter.Low > 0 && high / parameter.Low > 100
                ? parameter.Low * Math.Pow(high / parameter.Low, stream.NextDouble())
                : parameter.Low + ((high - parameter.Low) * stream.NextDouble());
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
            after.Segregation, after.Conversion, after.GlassyBoundary, after.Cure, after.Contamination, after.ThicknessScatter, after.InternalResistance,
        ];
        Assert.All(all, value => Assert.True(double.IsFinite(value) && value >= 0, $"{operation}: {value}"));
        Assert.InRange(after.RelativeDensity, 1e-9, 1);
        Assert.InRange(after.GlassFraction, 0, 1);
        Assert.InRange(after.SecondaryPhaseFraction, 0, 1);
        Assert.InRange(after.ConductivityFactor, 0, 1);
        Assert.All([after.Conversion, after.GlassyBoundary, after.Cure, after.Contamination], value => Assert.InRange(value, 0, 1));
        Assert.InRange(after.Yield, 0, before.Yield);
        Assert.True(after.Energy >= before.Energy && after.Time >= before.Time, operation);
        Assert.Equal(before.LithiumInSolid + before.LithiumInVapour + excess, after.LithiumInSolid + after.LithiumInVapour, 1e-9);
    }
}
