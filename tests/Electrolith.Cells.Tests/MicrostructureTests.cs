using Electrolith.Cells.Files;
using Electrolith.Cells.Microstructure;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Transport;

namespace Electrolith.Cells.Tests;

/// <summary>Resistor networks on packings against closed forms and the percolation of the simple cubic lattice.</summary>
public sealed class MicrostructureTests
{
    private static double Two(VoxelPhase phase) => phase switch { VoxelPhase.Electrolyte => 1, VoxelPhase.Active => 10, _ => 0 };

    [Fact]
    public void Layers_along_and_across_the_current_are_the_bounds_of_Wiener()
    {
        var along = VoxelPacking.Of(8, (_, row, _) => row < 2 ? VoxelPhase.Active : VoxelPhase.Electrolyte);
        var across = VoxelPacking.Of(8, (plane, _, _) => plane < 2 ? VoxelPhase.Active : VoxelPhase.Electrolyte);

        Assert.Equal(EffectiveMediumEquations.Parallel(1, 10, 0.25), VoxelConduction.Effective(along, Two), 6);
        Assert.Equal(EffectiveMediumEquations.Series(1, 10, 0.25), VoxelConduction.Effective(across, Two), 6);
    }

    [Fact]
    public void Random_spheres_lie_between_the_bounds_of_Hashin_and_Shtrikman()
    {
        // Voxels of harmonic faces err towards the lower bound by a few per cent; the bounds are 2.05 and 3.33 here.
        var packing = VoxelPacking.Random(new PackingOptions { ActiveFraction = 0.3, ElectrolyteFraction = 0.7, Voxels = 32 });
        var effective = VoxelConduction.Effective(packing, Two);

        Assert.InRange(effective, EffectiveMediumEquations.HashinShtrikmanLower(1, 10, 0.3) * 0.97, EffectiveMediumEquations.HashinShtrikmanUpper(1, 10, 0.3));
    }

    [Theory]
    [InlineData(0.25, false)]
    [InlineData(0.38, true)]
    public void Single_voxels_percolate_where_sites_of_the_cubic_lattice_do(double fraction, bool percolates)
    {
        // Site percolation on the simple cubic lattice: 0.3116.
        var relative = VoxelConduction.Relative(VoxelPacking.Random(new PackingOptions { ActiveFraction = fraction, ElectrolyteFraction = 0, ActiveDiameter = 1 }), VoxelPhase.Active);

        Assert.Equal(percolates, relative > 1e-6);
    }

    [Fact]
    public void The_packing_has_the_fractions_that_were_asked_for_and_the_same_seed_gives_the_same_packing()
    {
        var options = new PackingOptions { ActiveFraction = 0.5, ElectrolyteFraction = 0.35, Voxels = 20 };
        var (first, second) = (VoxelPacking.Random(options), VoxelPacking.Random(options));

        Assert.Equal(4000, first.Phases.ToArray().Count(phase => phase == VoxelPhase.Active));
        Assert.Equal(2800, first.Phases.ToArray().Count(phase => phase == VoxelPhase.Electrolyte));
        Assert.Equal(first.Phases.ToArray(), second.Phases.ToArray());
    }

    [Fact]
    public void Dense_half_and_half_uses_everything_and_little_active_material_is_partly_lost()
    {
        var dense = CompositeMicrostructure.Evaluate(new PackingOptions { ActiveFraction = 0.5, ElectrolyteFraction = 0.5, Voxels = 32 });
        var poor = CompositeMicrostructure.Evaluate(new PackingOptions { ActiveFraction = 0.15, ElectrolyteFraction = 0.85, Voxels = 32 });

        Assert.InRange(dense.Utilisation, 0.95, 1);
        Assert.InRange(dense.ContactFraction, 0.95, 1);
        Assert.True(poor.Utilisation < 0.7, $"{poor}");
        // The electrolyte between random spheres conducts less than Maxwell's upper bound.
        Assert.True(dense.Ionic < EffectiveMediumEquations.HashinShtrikmanUpper(1e-12, 1, 0.5), $"{dense}");
    }

    [Fact]
    public void A_cell_file_takes_conductivities_from_the_packing()
    {
        var bag = new DiagnosticBag();
        var file = CellFile.Read(new SourceText("cell.yaml", Text("30 vol%")), bag);

        Assert.Equal(0, bag.Count);
        var direct = CompositeMicrostructure.Evaluate(new PackingOptions { ActiveFraction = 0.6, ElectrolyteFraction = 0.3 });
        Assert.Equal(0.3 * direct.Ionic, file!.Cell.Positive.IonicConductivity, 12);
        Assert.Equal(direct.ContactFraction, file.Cell.Positive.ContactFraction, 12);
    }

    [Theory]
    [InlineData("50 vol%", "110 %")]
    [InlineData("1 vol%", "no path for ions")]
    public void A_packing_that_cannot_be_says_why(string electrolyte, string expected)
    {
        var bag = new DiagnosticBag();
        CellFile.Read(new SourceText("cell.yaml", Text(electrolyte)), bag);

        Assert.Contains(bag.ToSorted(), diagnostic => diagnostic.Message.Contains(expected, StringComparison.Ordinal));
    }

    private static string Text(string electrolyte) => $$"""
        format: electrolith-cell/1
        name: packed
        cathode:
          thickness: 60 um
          active-fraction: 60 vol%
          particle-radius: 2.5 um
          microstructure: {electrolyte-fraction: {{electrolyte}}, electrolyte-conductivity: 3 mS/cm, active-conductivity: 10 mS/cm}
          diffusivity: 4e-15 m2/s
          maximum-concentration: 63104 mol/m3
          initial-stoichiometry: 27 %
          potential: nmc811-chen2020
          exchange-current-density: 0.34123 mA/cm2
        separator: {thickness: 30 um, conductivity: 3 mS/cm}
        anode: {type: lithium, exchange-current-density: 1 mA/cm2}
        """;
}
