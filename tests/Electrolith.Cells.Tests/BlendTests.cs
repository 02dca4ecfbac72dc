using System.Numerics;
using System.Text.Json.Nodes;
using Electrolith.Cells.Dynamics;
using Electrolith.Cells.Files;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cells.Tests;

/// <summary>Electrodes of several kinds of particles.</summary>
public sealed class BlendTests
{
    private static CellParameters Cell => ReferenceCells.SulfideLithium;

    /// <summary>NMC811 with a third of its volume in larger particles of another material.</summary>
    private static CellParameters Blend
    {
        get
        {
            var host = Cell.Positive;
            var other = host with { ActiveFraction = 0.2, ParticleRadius = 4e-6, MaximumConcentration = 48230, Potential = PublishedCurves.Find("nmc-mohtat2020")!.Sampled, InitialStoichiometry = 0.35, ExchangeCurrentDensity = 2, EntropicCoefficient = 1e-4 };
            return Cell with { Positive = host with { ActiveFraction = 0.4, Others = [other] } };
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void One_material_counted_as_two_is_the_same_cell(bool isSingle, bool hasSalt)
    {
        var whole = hasSalt ? LiquidCells.Chen2020 : Cell;
        var halves = whole with { Positive = Halved(whole.Positive, 0.3), Negative = whole.Negative is { } negative ? Halved(negative, 0.6) : null };
        var options = new SimulationOptions { Mesh = new MeshOptions { Cells = 8, Shells = 10, IsSingleParticle = isSingle }, VoltageTolerance = 1e-6, Times = [60, 900, 2400] };
        var (one, two) = (new CellSimulator(whole, options).Run(Protocol.Discharge(1)), new CellSimulator(halves, options).Run(Protocol.Discharge(1)));
        Assert.Equal(one.Steps[0].Charge, two.Steps[0].Charge, 1e-5 * one.Steps[0].Charge);
        foreach (var time in options.Times)
        {
            var (a, b) = (one.Samples.First(sample => sample.Time == time), two.Samples.First(sample => sample.Time == time));
            Assert.Equal(a.Voltage, b.Voltage, 1e-6);
            Assert.Equal(a.Parts.CathodeDiffusion, b.Parts.CathodeDiffusion, 1e-6);
            Assert.Equal(a.Parts.OpenCircuit, b.Parts.OpenCircuit, 1e-6);
        }

        ReferenceDischargeTests.Conserves(two);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_blend_conserves_under_currents_holds_power_and_rests(bool isSingle)
    {
        var run = new CellSimulator(Blend, new SimulationOptions { Mesh = new MeshOptions { Cells = 6, Shells = 8, IsSingleParticle = isSingle } })
            .Run(ProtocolParser.Parse("discharge at 1C for 30 min, rest 1 h, charge at C/2 to 4.15 V, hold until C/20, discharge at 5 mW/cm2 for 10 min, repeat 20 times", out _)!);
        Assert.True(run.IsComplete, run.Steps[^1].Reason);
        Assert.All(run.Samples, sample => Assert.Equal(sample.Voltage, sample.Parts.Voltage, 1e-9));
        ReferenceDischargeTests.Conserves(run);
    }

    [Fact]
    public void After_a_long_rest_both_kinds_have_one_potential_and_hold_the_charge()
    {
        // Thermodynamics: Q1 theta1 + Q2 theta2 = Q with U1(theta1) = U2(theta2), solved here by its own bisection.
        var cell = Blend;
        var run = new CellSimulator(cell).Run(ProtocolParser.Parse("discharge at C/2 for 1 h, rest 2000 h", out _)!);
        var (first, second) = (cell.Positive, cell.Positive.Others[0]);
        double ChargeOf(HostElectrode kind) => 96485.33212 * kind.MaximumConcentration * kind.ActiveFraction * first.Thickness;
        var (q1, q2) = (ChargeOf(first), ChargeOf(second));
        var charge = (q1 * 0.27) + (q2 * 0.35) + run.Samples[^1].Charge;
        var (low, high) = (0.2, 0.9);
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = first.Potential.At(middle) > second.Potential.At(Math.Clamp((charge - (q1 * middle)) / q2, 0, 1)) ? (middle, high) : (low, middle);
        }

        Assert.Equal(first.Potential.At(low), run.Samples[^1].Voltage, 1e-5);
        Assert.Equal(first.Potential.At(low), run.Samples[^1].Parts.OpenCircuit, 1e-5);
    }

    [Fact]
    public void The_impedance_of_a_blend_is_that_of_its_kinds_side_by_side()
    {
        // Facile transport: the electrode is both surfaces in parallel.
        var cell = Blend with { Positive = Blend.Positive with { IonicConductivity = 1e6, ElectronicConductivity = 1e6 } };
        var (mesh, omega) = (new MeshOptions { Cells = 4, Shells = 30 }, 2 * Math.PI * 0.01);
        var expected = 1 / cell.Positive.Kinds.Aggregate(Complex.Zero, (sum, kind) => sum + (kind.ActiveSurface * cell.Positive.Thickness / CellImpedance.Local(kind, cell, omega, 30, 0.2)));
        var found = CellImpedance.Electrode(cell.Positive, cell, omega, mesh, 0.2);
        Assert.InRange(Complex.Abs(found - expected) / Complex.Abs(expected), 0, 1e-6);
    }

    [Fact]
    public void An_exchange_file_with_two_sizes_of_particles_is_read_and_lies_between_its_sizes()
    {
        var plain = JsonNode.Parse(File.ReadAllText(FileTests.Golden("nmc_pouch_cell_BPX.json")))!;
        var positive = plain["Parameterisation"]!["Positive electrode"]!.AsObject();
        var (radius, area) = ((double)positive["Particle radius [m]"]!, (double)positive["Surface area per unit volume [m-1]"]!);
        CellRun Discharged(params (double Radius, double Share)[] sizes)
        {
            var file = JsonNode.Parse(plain.ToJsonString())!;
            var electrode = file["Parameterisation"]!["Positive electrode"]!.AsObject();
            var kinds = new JsonObject();
            foreach (var (size, share) in sizes)
            {
                var kind = new JsonObject();
                foreach (var (key, value) in positive.Where(pair => pair.Key is not ("Thickness [m]" or "Conductivity [S.m-1]" or "Porosity" or "Transport efficiency")))
                {
                    kind[key] = value!.DeepClone();
                }

                kind["Particle radius [m]"] = size;
                kind["Surface area per unit volume [m-1]"] = area * radius / size * share;
                kinds[$"{size * 1e6} um"] = kind;
            }

            electrode["Particle"] = kinds;
            var bag = new DiagnosticBag();
            var cell = CellFile.Read(new SourceText("blend.json", file.ToJsonString()), bag);
            Assert.False(bag.HasErrors);
            return new CellSimulator(cell!.Cell, new SimulationOptions { Times = [1800] }).Run(Protocol.Discharge(3));
        }

        var (small, large, both) = (Discharged((2e-6, 1)), Discharged((8e-6, 1)), Discharged((2e-6, 0.5), (8e-6, 0.5)));
        Assert.InRange(both.Steps[0].Charge, large.Steps[0].Charge, small.Steps[0].Charge);
        Assert.True(small.Steps[0].Charge > large.Steps[0].Charge * 1.01);
        ReferenceDischargeTests.Conserves(both);
    }

    [Fact]
    public void A_cell_file_takes_further_particles_and_names_what_is_wrong_with_them()
    {
        const string Text = """
            format: electrolith-cell/1
            cathode:
              thickness: 60 um
              active-fraction: 40 vol%
              particle-radius: 2.5 um
              ionic-conductivity: 0.2 mS/cm
              electronic-conductivity: 10 mS/cm
              diffusivity: 4e-15 m2/s
              maximum-concentration: 63104 mol/m3
              initial-stoichiometry: 30 %
              potential: nmc811-chen2020
              exchange-current-density: 0.3 mA/cm2
              further-particles:
                - active-fraction: 20 vol%
                  particle-radius: 5 um
                  diffusivity: 4e-15 m2/s
                  maximum-concentration: 48230 mol/m3
                  initial-stoichiometry: 35 %
                  potential: nmc-mohtat2020
                  exchange-current-density: 0.2 mA/cm2
            separator: {thickness: 30 um, conductivity: 3 mS/cm}
            anode: {type: lithium, exchange-current-density: 1 mA/cm2}
            """;
        var bag = new DiagnosticBag();
        var host = CellFile.Read(new SourceText("blend.yaml", Text), bag)!.Cell.Positive;
        Assert.Equal(2, host.Kinds.Count());
        Assert.Equal(96485.33212 * 60e-6 * ((0.4 * 63104) + (0.2 * 48230)), host.FullCharge, 1e-3);
        Assert.Null(CellFile.Read(new SourceText("blend.yaml", Text.Replace("particle-radius: 5 um", "particle-radios: 5 um", StringComparison.Ordinal)), bag));
        Assert.Contains(bag.ToSorted(), problem => problem.FieldPath.Contains("further-particles[0].particle-radius", StringComparison.Ordinal));
    }

    [Fact]
    public void A_battmo_file_becomes_the_cell_that_it_describes()
    {
        // Chen2020 as BattMo writes it, cut to what is read: the same 5 Ah cell as the built-in one but for its own surface and electronic conductivity.
        var bag = new DiagnosticBag();
        var file = CellFile.Read(new SourceText("chen.json", BattMo), bag);
        Assert.False(bag.HasErrors);
        var (read, known) = (file!.Cell, LiquidCells.Chen2020);
        Assert.Equal(known.Positive.ActiveFraction, read.Positive.ActiveFraction, 1e-4);
        Assert.Equal(0.75, read.Negative!.ActiveFraction, 1e-4);
        Assert.Equal(known.Positive.ExchangeCurrentDensity, read.Positive.ExchangeCurrentDensity, 0.01 * known.Positive.ExchangeCurrentDensity);
        Assert.Equal(known.Salt!.Diffusivity(1200), read.Salt!.Diffusivity(1200), 1e-14);
        Assert.Equal(known.Salt.Conductivity(1200), read.Salt.Conductivity(1200), 1e-9);
        Assert.Equal(known.Positive.Potential.At(0.5), read.Positive.Potential.At(0.5), 1e-3);
        Assert.Null(CellFile.Read(new SourceText("chen.json", BattMo.Replace("\"8.794*10^(-11)*(c/1000)^2 - 3.972*10^(-10)*(c/1000) + 4.862*10^(-10)\"", "{\"FunctionName\": \"secret\"}", StringComparison.Ordinal)), bag));
        Assert.Contains(bag.ToSorted(), problem => problem is { Code: "EL2312", FieldPath: "DiffusionCoefficient" } && problem.Message.Contains("secret", StringComparison.Ordinal));
    }

    private static HostElectrode Halved(HostElectrode host, double share) => host with
    {
        ActiveFraction = host.ActiveFraction * share,
        Others = [host with { ActiveFraction = host.ActiveFraction * (1 - share), Thickness = 1 }],
    };

    private const string BattMo = """
        {
          "Cell": {"Name": "M50", "ElectrodeGeometricSurfaceArea": 0.1027, "NominalCapacity": 5},
          "NegativeElectrode": {
            "Coating": {"BruggemanCoefficient": 1.5, "EffectiveDensity": 1695, "Thickness": 8.52e-05},
            "ActiveMaterial": {"MassFraction": 1.0, "Density": 2260.0, "VolumetricSurfaceArea": 383959.0, "ElectronicConductivity": 215, "DiffusionCoefficient": 3.3e-14,
              "ParticleRadius": 5.86e-06, "MaximumConcentration": 33133.0, "StoichiometricCoefficientAtSOC0": 0.0279, "StoichiometricCoefficientAtSOC100": 0.9014,
              "OpenCircuitPotential": "1.9793 * exp(-39.3631*(c/cmax)) + 0.2482 - 0.0909 * tanh(29.8538*((c/cmax) - 0.1234)) - 0.04478 * tanh(14.9159*((c/cmax) - 0.2769)) - 0.0205 * tanh(30.4444*((c/cmax) - 0.6103))",
              "ReactionRateConstant": 6.716e-12}
          },
          "PositiveElectrode": {
            "Coating": {"BruggemanCoefficient": 1.5, "EffectiveDensity": 3292, "Thickness": 7.56e-05},
            "ActiveMaterial": {"MassFraction": 1.0, "Density": 4950, "VolumetricSurfaceArea": 383959.0, "ElectronicConductivity": 0.18, "DiffusionCoefficient": 4e-15,
              "ParticleRadius": 5.22e-06, "MaximumConcentration": 63104.0, "StoichiometricCoefficientAtSOC0": 0.9084, "StoichiometricCoefficientAtSOC100": 0.27,
              "OpenCircuitPotential": "-0.8090 * (c/cmax) + 4.4875 - 0.0428 * tanh(18.5138*((c/cmax) - 0.5542)) - 17.7326 * tanh(15.7890*((c/cmax) - 0.3117)) + 17.5842 * tanh(15.9308*((c/cmax) - 0.3120))",
              "ReactionRateConstant": 3.545e-11}
          },
          "Separator": {"Porosity": 0.47, "BruggemanCoefficient": 1.5, "Thickness": 1.2e-05},
          "Electrolyte": {"Concentration": 1000, "TransferenceNumber": 0.2594,
            "IonicConductivity": "0.1297*(c/1000)^3 - 2.51*(c/1000)^(1.5) + 3.329*(c/1000)",
            "DiffusionCoefficient": "8.794*10^(-11)*(c/1000)^2 - 3.972*10^(-10)*(c/1000) + 4.862*10^(-10)"}
        }
        """;
}
