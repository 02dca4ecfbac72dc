using Electrolith.Cells.Dynamics;
using Electrolith.Cells.Files;
using Electrolith.Numerics.DifferentialEquations;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cells.Tests;

/// <summary>Charge to 1e-12 in every step and lithium to 1e-10, for every model under every kind of protocol.</summary>
public sealed class ConservationTests
{
    private static readonly string[] Models = ["sulfide", "anode-free", "thermal", "single particle", "thin film", "composite", "composite single particle", "liquid", "liquid thermal", "polymer"];

    private static readonly (string Name, Func<CellParameters, Protocol> Make)[] Protocols =
    [
        ("current", cell => new Protocol([new ProtocolStep { Kind = StepKind.Current, Value = 0.5 * cell.CurrentAt1C, Duration = 900 }, new ProtocolStep { Kind = StepKind.Current, Value = -0.5 * cell.CurrentAt1C, Duration = 600 }])),
        ("rate", _ => Sentence("discharge at 2C for 5 min, charge at 1C for 5 min")),
        ("power", cell => new Protocol([new ProtocolStep { Kind = StepKind.Power, Value = 3 * cell.CurrentAt1C, Duration = 600 }, new ProtocolStep { Kind = StepKind.Power, Value = -2 * cell.CurrentAt1C, Duration = 600 }])),
        ("voltage", cell => Sentence(FormattableString.Invariant($"hold at {Middle(cell)} V for 20 min, hold at {Middle(cell) - 0.05} V for 20 min"))),
        ("constant current, constant voltage", cell => Sentence(FormattableString.Invariant($"discharge at 1C for 20 min, charge at C/2 to {Top(cell)} V, hold until C/20 or for 2 h"))),
        ("rest", _ => Sentence("rest 10 h")),
        ("pulses", _ => Sentence("discharge at 3C for 10 s, rest 40 s, charge at 3C for 8 s, rest 40 s, repeat 20 times")),
        ("drive cycle", _ => DriveCycle.Read(new SourceText("drive.csv", "time_s,rate_C\n0,0.5\n60,0\n90,-1\n120,2\n150,0.2\n180,0\n"), new DiagnosticBag(), 5)!),
        ("titration", cell => Sentence(FormattableString.Invariant($"gitt at C/5 for 15 min, rest 30 min to {Middle(cell) - 0.1} V"))),
        ("cycles", cell => Sentence(FormattableString.Invariant($"discharge at 1C to {Middle(cell) - 0.2} V, charge at 1C to {Top(cell)} V, repeat 10 times"))),
        ("list of sentences", _ => CellFile.Read(new SourceText("cell.yaml", ListFile), new DiagnosticBag())!.Protocol),
    ];

    private const string ListFile = """
        format: electrolith-cell/1
        cathode: {thickness: 60 um, active-fraction: 60 vol%, particle-radius: 2.5 um, ionic-conductivity: 0.2 mS/cm, electronic-conductivity: 10 mS/cm, diffusivity: 4e-15 m2/s, maximum-concentration: 63104 mol/m3, initial-stoichiometry: 30 %, potential: nmc811-chen2020, exchange-current-density: 0.3 mA/cm2}
        separator: {thickness: 30 um, conductivity: 3 mS/cm}
        anode: {type: lithium, exchange-current-density: 1 mA/cm2}
        protocol:
          - discharge at 1C for 10 min
          - rest 5 min
          - charge at C/2 to 4.15 V
          - hold for 5 min
          - repeat 3 times
        """;

    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var model in Models)
            {
                foreach (var (name, _) in Protocols)
                {
                    data.Add(model, name);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_model_conserves_under_every_protocol(string model, string protocol)
    {
        var (cell, isSingle) = Model(model);
        var mesh = new MeshOptions { Cells = 6, Shells = 8, IsSingleParticle = isSingle };
        var run = new CellSimulator(cell, new SimulationOptions { Mesh = mesh, WithParts = false }).Run(Protocols.Single(one => one.Name == protocol).Make(cell));
        Assert.True(run.IsComplete, run.Steps[^1].Reason);
        ReferenceDischargeTests.Conserves(run);
    }

    [Theory]
    [InlineData("anode-free", 1000)]
    [InlineData("thermal", 1000)]
    [InlineData("composite single particle", 1000)]
    [InlineData("polymer", 1000)]
    [InlineData("liquid", 1000)]
    public void A_thousand_cycles_lose_nothing(string model, int cycles)
    {
        var (cell, isSingle) = Model(model);
        var mesh = new MeshOptions { Cells = 4, Shells = 6, IsSingleParticle = isSingle };
        var run = new CellSimulator(cell, new SimulationOptions { Mesh = mesh, WithParts = false, VoltageTolerance = 1e-3 })
            .Run(Sentence(FormattableString.Invariant($"discharge at 1C to {Middle(cell) - 0.2} V, charge at 1C to {Top(cell)} V, hold until C/5, repeat {cycles} times")));
        Assert.True(run.IsComplete, run.Steps[^1].Reason);
        Assert.Equal(3 * cycles, run.Steps.Length);
        ReferenceDischargeTests.Conserves(run);
    }

    [Theory]
    [InlineData("sulfide")]
    [InlineData("single particle")]
    [InlineData("thin film")]
    [InlineData("composite")]
    [InlineData("composite single particle")]
    [InlineData("liquid")]
    [InlineData("polymer")]
    public void At_very_low_frequency_the_impedance_counts_the_charge_of_both_electrodes(string model)
    {
        // Slow enough, the whole cell moves along its open-circuit voltage: i omega Z tends to -(U+'/Q+ + U-'/Q-), whatever the transport.
        var (cell, isSingle) = Model(model);
        double Slope(HostElectrode host)
        {
            _ = host.Potential.At(host.InitialStoichiometry, out var slope);
            return slope / host.FullCharge;
        }

        const double Frequency = 1e-9;
        var z = CellImpedance.Spectrum(cell, [Frequency], new MeshOptions { Cells = 6, Shells = 8, IsSingleParticle = isSingle })[0];
        var expected = -Slope(cell.Positive) - (cell.Negative is { } negative ? Slope(negative) : 0);
        Assert.Equal(expected, -2 * Math.PI * Frequency * z.Imaginary, 1e-4 * expected);
    }

    [Fact]
    public void The_plain_twin_conserves_too()
    {
        var cell = Model("sulfide").Cell;
        var mesh = new MeshOptions { Cells = 5, Shells = 6 };
        var basic = new BasicCell(cell, mesh, cell.CurrentAt1C, 1e-8);
        var integrator = new BackwardDifferentiation(new NewtonStage(basic, 1e-13));
        Assert.True(integrator.Start(0, basic.Start(), 1e-6));
        while (integrator.Time < 1800)
        {
            Assert.True(integrator.Advance(1800));
        }

        double filling = 0, reaction = 0;
        for (var i = 0; i < mesh.Cells; i++)
        {
            for (var k = 0; k < mesh.Shells; k++)
            {
                double inner = (double)k / mesh.Shells, outer = (k + 1.0) / mesh.Shells;
                filling += ((outer * outer * outer) - (inner * inner * inner)) * integrator.State[(i * mesh.Shells) + k] / mesh.Cells;
            }

            reaction += cell.Positive.ActiveSurface * cell.Positive.Thickness / mesh.Cells * integrator.State[(mesh.Cells * (mesh.Shells + 2)) + i];
        }

        Assert.Equal(cell.CurrentAt1C, reaction, 1e-12 * cell.CurrentAt1C);
        Assert.Equal(0.27 + (cell.CurrentAt1C * 1800 / cell.Positive.FullCharge), filling, 1e-10);
    }

    private static Protocol Sentence(string text) => ProtocolParser.Parse(text, out var problem) ?? throw new InvalidOperationException(problem);

    private static double Top(CellParameters cell) => cell.UpperVoltage - 0.1;

    private static double Middle(CellParameters cell) => 3.75;

    private static (CellParameters Cell, bool IsSingle) Model(string name)
    {
        var sulfide = ReferenceCells.SulfideLithium;
        var liquid = LiquidCells.Chen2020;
        return name switch
        {
            "anode-free" => (sulfide with { Anode = sulfide.Anode! with { Reserve = 100 * 3600 } }, false),
            "thermal" => (sulfide with { Heat = new HeatBalance(500, 5), Positive = sulfide.Positive with { ConductivityActivationEnergy = 3e4, ExchangeActivationEnergy = 4e4, EntropicCoefficient = -1e-4 } }, false),
            "single particle" => (sulfide, true),
            "thin film" => (CellModelTests.ThinFilm, false),
            "composite" => (liquid with { Salt = null }, false),
            "composite single particle" => (liquid with { Salt = null }, true),
            "liquid" => (liquid, false),
            "liquid thermal" => (liquid with { Heat = new HeatBalance(500, 5) }, false),
            "polymer" => (sulfide with
            {
                Positive = sulfide.Positive with { ElectrolyteFraction = 0.3, TransportEfficiency = 0.3, Thickness = 30e-6 },
                Salt = new SaltElectrolyte { TransferenceNumber = 0.3, Diffusivity = _ => 3e-11, Conductivity = _ => 0.3 },
                NominalCharge = sulfide.NominalCharge / 2,
            }, false),
            _ => (sulfide, false),
        };
    }
}
