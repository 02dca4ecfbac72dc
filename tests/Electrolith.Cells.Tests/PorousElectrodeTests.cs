using Electrolith.Interfaces;

namespace Electrolith.Cells.Tests;

/// <summary>Closed forms of porous electrodes against values computed independently, and their limits.</summary>
public sealed class PorousElectrodeTests
{
    private const double Ionic = 0.0225;
    private const double Electronic = 1.0;
    private const double Surface = 7.2e5;
    private const double Thickness = 60e-6;
    private static readonly double Local = KineticEquations.ChargeTransferResistance(3.0298861, 298.15);

    [Fact]
    public void The_resistance_with_both_conductivities_finite_is_met()
    {
        // L 60 um, kappa 0.0225, sigma 1.0 S/m, a 7.2e5 1/m, i0 3.0298861 A/m2, 298.15 K: 7.6110394 ohm cm2. The eight digits of i0
        // leave 1e-7 of the result open.
        Assert.Equal(7.6110394, PorousElectrodeEquations.Resistance(Thickness, Ionic, Electronic, Surface, Local) * 1e4, 1e-7);
    }

    [Fact]
    public void The_limit_of_slow_kinetics_is_the_sum_of_its_three_terms()
    {
        Assert.Equal(1.9629, Local / (Surface * Thickness) * 1e4, 5e-5);
        Assert.Equal(8.8889, Thickness / (3 * Ionic) * 1e4, 5e-5);
        var slow = PorousElectrodeEquations.Resistance(Thickness, Ionic, Electronic, Surface, Local * 1e9);
        Assert.Equal((Local * 1e9 / (Surface * Thickness)) + (Thickness / (3 * Ionic)) + (Thickness / (3 * Electronic)), slow, slow * 1e-9);
    }

    [Fact]
    public void A_solver_on_a_grid_converges_to_the_closed_form_with_second_order()
    {
        // Cell-centred finite volumes, independent program: 40 cells 7.61870, 80 cells 7.61296, 160 cells 7.61152.
        var exact = PorousElectrodeEquations.Resistance(Thickness, Ionic, Electronic, Surface, Local) * 1e4;
        Assert.Equal(4, (7.61870 - exact) / (7.61296 - exact), 0.05);
        Assert.Equal(4, (7.61296 - exact) / (7.61152 - exact), 0.1);
    }

    [Fact]
    public void Fast_kinetics_neither_overflow_nor_jump()
    {
        var below = PorousElectrodeEquations.Resistance(Thickness, Ionic, Electronic, Surface, Local * Math.Pow(3.7270670 / 299.9, 2));
        var above = PorousElectrodeEquations.Resistance(Thickness, Ionic, Electronic, Surface, Local * Math.Pow(3.7270670 / 300.1, 2));
        Assert.Equal(below, above, below * 1e-3);
        Assert.True(double.IsFinite(PorousElectrodeEquations.Resistance(1e-2, 1e-8, 1e-8, 1e7, 1e-9)));
    }

    [Fact]
    public void The_kinetic_resistance_of_10_ampere_per_square_metre_is_met() =>
        // RT/(F i0) for i0 = 10 A/m2 at 298.15 K by hand from CODATA 2018: 8.314462618 * 298.15 / 96485.33212 / 10 = 25.69258e-4 ohm m2.
        Assert.Equal(25.69258, KineticEquations.ChargeTransferResistance(10, 298.15) * 1e4, 5e-6);

    [Fact]
    public void The_parts_of_an_electrode_add_up_exactly()
    {
        var parts = CellPerformanceModel.Electrode(new ElectrodeTransport(Thickness, Ionic, Electronic, Surface, Local, Local / 3, Local * 2));
        var total = PorousElectrodeEquations.Resistance(Thickness, Ionic, Electronic, Surface, Local * (1 + (1 / 3.0) + 2));
        Assert.Equal(total, parts.Total, total * 1e-12);
        Assert.Equal(parts.ChargeTransfer / 3, parts.Coating, 1e-18);
        Assert.True(parts.Transport > 0);
    }

    [Theory]
    // Minnmann et al. 2021: 1.6 mS/cm in the electrolyte, 1.663e-4 S/cm in the composite, tau^2 = phi sigma0 / sigma_eff = 4.27.
    [InlineData(0.16, 0.443, 1.663e-2, 4.27)]
    public void Tortuosity_and_effective_conductivity_agree(double conductivity, double fraction, double effective, double tortuosity)
    {
        Assert.Equal(tortuosity, fraction * conductivity / effective, 0.02);
        var exponent = Math.Log(tortuosity) / -Math.Log(fraction);
        Assert.Equal(effective, PorousElectrodeEquations.EffectiveConductivity(conductivity, fraction, exponent), effective * 5e-3);
    }

    [Fact]
    public void The_contacted_surface_of_stavola_is_a_seventh_of_the_geometric_one() =>
        // Stavola et al.: 296 of 2216 1/cm.
        Assert.Equal(29600, PorousElectrodeEquations.ActiveSurface(0.5, 3 * 0.5 / 221600, 296.0 / 2216), 1);

    [Fact]
    public void Efficiency_for_1000_cycles_to_80_percent() => Assert.Equal(0.99977688, PorousElectrodeEquations.RequiredCoulombicEfficiency(0.8, 1000), 5e-9);

    [Fact]
    public void Rate_and_drop_follow_ohms_law()
    {
        var cell = CellPerformanceModel.Evaluate(20e-4, 144000, 3.8, 1 / 10800.0, 0.3);
        Assert.Equal(144000 / 10800.0 * 20e-4, cell.VoltageDrop, 1e-12);
        Assert.Equal(1 - (cell.VoltageDrop / 3.8), cell.EnergyFraction, 1e-12);
        Assert.Equal(0.3, cell.MaximumRate * 144000 * 20e-4, 1e-12);
        Assert.Equal(40, cell.CurrentDensityAt1C, 1e-9);
        Assert.Equal(0, CellPerformanceModel.Evaluate(1, 144000, 3.8, 1, 0.3).EnergyFraction);
    }
}
