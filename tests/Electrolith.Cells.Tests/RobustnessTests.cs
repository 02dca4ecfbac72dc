using Electrolith.Cells.Dynamics;
using Electrolith.Numerics;

namespace Electrolith.Cells.Tests;

/// <summary>Ten thousand random cells and protocols: an answer or a reason, never a number that is none, never lost lithium.</summary>
public sealed class RobustnessTests
{
    private static readonly string[] Protocols =
    [
        "discharge at 1C", "charge at 1C", "discharge at 10C, rest 1 min, charge at 10C", "hold at 3.6 V until C/50 or for 1 h", "discharge at 5 mW/cm2, rest 5 min",
        "discharge at C/10, hold at 2 V for 10 min, charge at C/3, hold at 4.3 V for 10 min", "rest 1 h", "discharge at 1000C", "charge at 20 mW/cm2",
    ];

    [Fact]
    public void Ten_thousand_random_cells_end_in_an_answer_or_a_reason()
    {
        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.For(0, 10_000, new ParallelOptions { MaxDegreeOfParallelism = 2 }, index =>
        {
            if (Trouble(index) is { } trouble)
            {
                failures.Add($"{index}: {trouble}");
            }
        });
        Assert.True(failures.IsEmpty, string.Join("\n", failures.Take(20)) + $"\n{failures.Count} in all");
    }

    private static string? Trouble(int index)
    {
        var random = new RandomStream(77).Fork(index.ToString());
        var cell = Random(random);
        var protocol = ProtocolParser.Parse(Protocols[index % Protocols.Length], out _)!;
        var mesh = new MeshOptions { Cells = 1 + random.NextInt32(12), Shells = 2 + random.NextInt32(10), IsSingleParticle = random.NextInt32(5) == 0, ResolvesSalt = random.NextInt32(2) == 0 };
        var run = new CellSimulator(cell, new SimulationOptions { Mesh = mesh, MostSteps = 3_000 }).Run(protocol);
        if (run.Samples.Any(sample => !double.IsFinite(sample.Voltage + sample.Current + sample.Charge + sample.Energy + sample.Temperature + sample.Parts.Voltage + sample.Heat.Total + sample.AnodeContact)))
        {
            return "a sample is not finite";
        }

        if (run.Steps.Any(step => step.Reason.Length == 0) || (run.IsComplete && run.Steps.Length != protocol.Steps.Length))
        {
            return "a step ended without a reason";
        }

        return run.Audit.LithiumResidual > 1e-9 || run.Audit.ThroughputResidual > 1e-9 || run.Audit.ChargeResidual > 1e-10
            ? $"residuals {run.Audit}" : null;
    }

    private static SaltElectrolyte Salt(RandomStream random)
    {
        var (diffusivity, conductivity) = (Math.Pow(10, -13 + (4 * random.NextDouble())), Math.Pow(10, -4 + (4 * random.NextDouble())));
        return new SaltElectrolyte
        {
            InitialConcentration = 100 + (2000 * random.NextDouble()),
            TransferenceNumber = random.NextDouble(),
            ThermodynamicFactor = 0.5 + (3 * random.NextDouble()),
            Diffusivity = _ => diffusivity,
            Conductivity = c => conductivity * c / 1000 * Math.Exp(-c / 3000),
            SeparatorFraction = 0.3 + (0.7 * random.NextDouble()),
            SeparatorEfficiency = 0.1 + (0.9 * random.NextDouble()),
            ActivationEnergy = 3e4,
        };
    }

    private static CellParameters Random(RandomStream random)
    {
        double Log(double low, double high) => low * Math.Pow(high / low, random.NextDouble());
        double Edge(double low, double high) => random.NextInt32(8) switch { 0 => low, 1 => high, _ => low + ((high - low) * random.NextDouble()) };
        HostElectrode Host(double start) => new()
        {
            Thickness = Log(1e-7, 1e-3),
            ActiveFraction = Edge(0.05, 1),
            ParticleRadius = Log(1e-8, 2e-5),
            ContactFraction = Edge(0.02, 1),
            IonicConductivity = Log(1e-6, 10),
            ElectronicConductivity = Log(1e-4, 1e4),
            Diffusivity = Log(1e-18, 1e-11),
            MaximumConcentration = Log(1e4, 1e5),
            InitialStoichiometry = start,
            Potential = PublishedCurves.All[random.NextInt32(PublishedCurves.All.Length)].Sampled,
            ExchangeCurrentDensity = Log(1e-4, 1e3),
            TransferCoefficient = random.NextInt32(4) == 0 ? Edge(0.2, 0.8) : 0.5,
            FilmResistance = random.NextInt32(2) * Log(1e-5, 1),
            EntropicCoefficient = 1e-4 * (random.NextDouble() - 0.5),
            ConductivityActivationEnergy = 3e4,
            DiffusivityActivationEnergy = 4e4,
            ExchangeActivationEnergy = 5e4,
            DiffusivityFactor = random.NextInt32(4) == 0 ? new SampledCurve("falling", at => Math.Exp(-2 * at)) : null,
        };
        var positive = Host(Edge(0, 1));
        var isComposite = random.NextInt32(4) == 0;
        return new CellParameters
        {
            Positive = random.NextInt32(6) == 0 ? positive with { ActiveFraction = positive.ActiveFraction / 2, Others = [Host(Edge(0, 1)) with { ActiveFraction = positive.ActiveFraction / 2 }] } : positive,
            Negative = isComposite ? Host(Edge(0, 1)) : null,
            Anode = isComposite ? null : new PlanarAnode
            {
                ExchangeCurrentDensity = Log(1e-3, 1e3),
                InterfaceResistance = Log(1e-6, 1),
                TransferCoefficient = Edge(0.2, 0.8),
                Reserve = random.NextInt32(2) == 0 ? double.PositiveInfinity : Log(1, 1e6),
                ActivationEnergy = 5e4,
                Voids = random.NextInt32(4) == 0 ? new StrippingVoids { Pressure = Edge(0, 2e7), VoidRadius = Log(1e-8, 1e-4), ReferenceCurrent = Log(1e-2, 1e3), InitialContact = Edge(0.01, 1) } : null,
            },
            Separator = [new SeparatorLayer(Log(1e-7, 1e-3), Log(1e-5, 1), 3e4)],
            NominalCharge = 0.5 * positive.FullCharge,
            Salt = random.NextInt32(4) == 0 ? Salt(random) : null,
            Temperature = Edge(243.15, 373.15),
            Heat = random.NextInt32(3) == 0 ? new HeatBalance(Log(10, 1e4), Log(0.1, 100)) : null,
            LowerVoltage = Edge(-1, 3),
            UpperVoltage = Edge(3, 5),
        };
    }
}
