namespace Electrolith.Interfaces.Tests;

/// <summary>Values computed independently from the cited laws, to the digits printed, unless a test says otherwise.</summary>
public sealed class StrippingAndDelaminationTests
{
    [Theory]
    [InlineData(0.1, 1.055)]
    [InlineData(1, 1.378)]
    [InlineData(3.75, 1.980)]
    [InlineData(30, 4.611)]
    [InlineData(100, 8.13)]
    [InlineData(0, 1)]
    [InlineData(1000, 8.13)]
    public void Current_at_the_edge_of_a_debonded_disc(double reduced, double factor) =>
        Assert.Equal(factor, StrippingEquations.EdgeFactor(reduced * 20e-6, 0.04, 5e-4), 1e-9);

    [Fact]
    public void The_edge_factor_never_falls_with_the_radius()
    {
        var previous = 0.0;
        for (var radius = 1e-7; radius < 1e-2; radius *= 1.3)
        {
            var factor = StrippingEquations.EdgeFactor(radius, 0.04, 5e-4);
            Assert.True(factor >= previous);
            previous = factor;
        }
    }

    [Fact]
    public void One_milliampere_strips_1_35_nanometres_per_second()
    {
        // 1.347 nm/s with 12.996 cm3/mol; the stability analyses use 13.
        Assert.Equal(1.347e-9, StrippingEquations.RecessionSpeed(10), 1e-12);
        Assert.Equal(4.849e-6, DelaminationEquations.PlatedThickness(36_000), 5e-10);
    }

    [Fact]
    public void Two_critical_currents_give_an_exponent_near_two() =>
        Assert.Equal(10, StrippingEquations.EmpiricalCriticalCurrent(7e6, 3e6, 2, Math.Log(5) / Math.Log(7 / 3.0)), 1e-9);

    [Fact]
    public void Leakage_of_a_good_electronic_insulator() =>
        // 1e-8 S/cm, 1 V, 0.05 cm: 0.2 uA/cm2.
        Assert.Equal(0.2e-6 * 1e4, StrippingEquations.LeakageCurrent(1e-6, 1, 5e-4), 1e-15);

    [Fact]
    public void A_crack_of_one_micrometre_in_garnet_grows_at_its_overpotential_over_the_resistance()
    {
        // Edge crack, 1 MPa m^0.5: 67.87 mV; 10 ohm cm2: 6.787 mA/cm2; with twice the current at the edge half of it.
        var pressure = LithiumEquations.EdgeCrackPressure(1e6, 1e-6);
        Assert.Equal(67.87, StrippingEquations.FractureCurrent(pressure, 1e-3, 1), 0.01);
        Assert.Equal(67.87 / 2, StrippingEquations.FractureCurrent(pressure, 1e-3, 2), 0.01);
    }

    [Theory]
    [InlineData(-0.075, 22.1, 0.37, -757.8)]
    [InlineData(-0.03, 22.1, 0.37, -298.4)]
    [InlineData(-0.075, 150, 0.26, -3635)]
    public void Misfit_pressure_of_nickel_rich_particles(double volumeChange, double modulus, double poisson, double megapascal)
    {
        var compliance = MisfitEquations.Compliance(140e9, 0.3, modulus * 1e9, poisson);
        var pressure = DelaminationEquations.MisfitPressure(MisfitEquations.LinearStrain(volumeChange), compliance) / 1e6;
        Assert.Equal(1, pressure / megapascal, 5e-4);
    }

    [Theory]
    [InlineData(-0.075, 64.1)]
    [InlineData(-0.03, 25.3)]
    [InlineData(0.03, 0)]
    public void Gap_around_a_particle_of_2_5_micrometres(double volumeChange, double nanometre) =>
        Assert.Equal(nanometre, DelaminationEquations.FreeGap(2.5e-6, MisfitEquations.LinearStrain(volumeChange)) * 1e9, 0.1);

    [Fact]
    public void Contact_decays_from_one_to_its_floor()
    {
        Assert.Equal(1, DelaminationEquations.ContactLeft(0.4, 0, 50));
        Assert.Equal(0.4, DelaminationEquations.ContactLeft(0.4, 1e6, 50), 12);
    }

    [Fact]
    public void A_soft_spring_keeps_the_pressure()
    {
        var layer = DelaminationEquations.LayerStiffness(20e9, 1e-3);
        var stiff = DelaminationEquations.StackPressureChange(20e-6, [layer]);
        Assert.Equal(20e-6 * layer, stiff, stiff * 1e-12);
        Assert.Equal(20e-6 * 1e9, DelaminationEquations.StackPressureChange(20e-6, [layer, 1e9]), 2.0);
        Assert.True(DelaminationEquations.StackPressureChange(20e-6, [layer, 1e9]) < stiff / 1000);
        Assert.Throws<ArgumentException>(() => DelaminationEquations.StackPressureChange(1, []));
    }

    [Fact]
    public void A_matrix_flows_at_a_few_times_its_yield_strength() =>
        Assert.InRange(DelaminationEquations.YieldPressure(0.1e9, 22.1e9, 0.37) / 0.1e9, 2.5, 4.5);

    [Theory]
    [InlineData(159.16, 5.6, 2, 63.546, 8.96, 2.00)]
    [InlineData(90.76, 5.8, 1, 58.693, 8.908, 2.37)]
    [InlineData(240.21, 5.82, 3, 58.693, 8.908, 2.09)]
    [InlineData(101.96, 3.97, 2, 26.982, 2.70, 1.28)]
    public void Volume_ratios_of_films_on_collectors(double product, double density, double atoms, double metal, double metalDensity, double ratio) =>
        // Cu2S on Cu, NiS and Ni3S2 on Ni, Al2O3 on Al, from handbook densities.
        Assert.Equal(ratio, CollectorEquations.PillingBedworthRatio(product * 1e-3, density * 1e3, atoms, metal * 1e-3, metalDensity * 1e3), 6e-3);

    [Fact]
    public void Copper_and_sulfide_raise_alarms_that_nickel_does_not()
    {
        Assert.Equal(CollectorAlarm.Corrosion | CollectorAlarm.MoistureSulfidation, CollectorEquations.Alarms("copper", isSulfide: true, 2.5, 223.15));
        Assert.Equal(CollectorAlarm.None, CollectorEquations.Alarms("copper", isSulfide: true, 0.5, dewPoint: null));
        Assert.Equal(CollectorAlarm.None, CollectorEquations.Alarms("nickel", isSulfide: true, 2.5, 223.15));
        Assert.Equal(CollectorAlarm.Alloying, CollectorEquations.Alarms("aluminium", isSulfide: false, 0.1, dewPoint: null));
    }

    [Fact]
    public void Interphase_of_argyrodite_and_of_thiophosphate()
    {
        // Li6PS5Cl + 8 Li -> 5 Li2S + Li3P + LiCl: 24.387 cm3 per mole of electrons (Li2S 1.66, Li3P 1.43, LiCl 2.07 g/cm3);
        // Li7P3S11 + 24 Li -> 11 Li2S + 3 Li3P: 17.214.
        const double Sulfide = 45.94 / 1.66;
        const double Phosphide = 51.794 / 1.43;
        const double Chloride = 42.39 / 2.07;
        Assert.Equal(24.387, InterphaseEquations.VolumePerCharge((5 * Sulfide) + Phosphide + Chloride, 8) * 96485.33212, 0.01);
        Assert.Equal(17.214, InterphaseEquations.VolumePerCharge((11 * Sulfide) + (3 * Phosphide), 24) * 96485.33212, 0.01);
    }

    [Fact]
    public void Conductivity_behind_a_quarter_micrometre_per_year() =>
        // k = 9.90e-22 m2/s and 1.7 V: 2.30e-14 S/cm.
        Assert.Equal(9.90e-22, InterphaseEquations.WagnerConstant(24.387e-6 / 96485.33212, 2.30e-12, 1.7), 5e-24);

    [Fact]
    public void Logarithmic_growth_starts_linear()
    {
        Assert.Equal(5e-9, InterphaseEquations.LogarithmicThickness(5e-9, 1e-9, 100, 0));
        Assert.Equal(1e-11 * 1e-3, InterphaseEquations.LogarithmicThickness(0, 1e-9, 100, 1e-3), 1e-19);
    }
}
