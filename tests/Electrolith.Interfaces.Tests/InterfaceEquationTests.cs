namespace Electrolith.Interfaces.Tests;

/// <summary>Equations against values computed independently (numpy/scipy) from the cited papers, to the digits printed.</summary>
public sealed class InterfaceEquationTests
{
    [Theory]
    [InlineData(0.1, 0.859366, 6.749449)]
    [InlineData(0.2, 0.720811, 2.830616)]
    [InlineData(0.3, 0.586465, 1.535362)]
    [InlineData(0.5, 0.339640, 0.533506)]
    public void Flux_tube_factor_and_constriction(double relativeRadius, double factor, double reduced)
    {
        Assert.Equal(factor, ContactEquations.FluxTubeFactor(relativeRadius), 5e-7);
        Assert.Equal(reduced, ContactEquations.ConstrictionResistance(1, relativeRadius * relativeRadius, 1), 5e-6);
    }

    [Theory]
    [InlineData(0.1, 7.0765)]
    [InlineData(0.5, 2.0798)]
    [InlineData(1, 1.0596)]
    [InlineData(2, 0.4730)]
    [InlineData(5, 0.1294)]
    [InlineData(10, 0.0415)]
    public void Lithium_pressed_on_a_garnet(double megapascal, double ohmSquareCentimetre)
    {
        // H 2.4 MPa, b 10 um, 0.4 mS/cm.
        var fraction = ContactEquations.PlasticContactFraction(megapascal * 1e6, 2.4e6);
        Assert.Equal(ohmSquareCentimetre, ContactEquations.ConstrictionResistance(10e-6, fraction, 0.04) * 1e4, 5.1e-5);
    }

    [Theory]
    [InlineData(0.01, 0.01595663)]
    [InlineData(0.1, 0.15851942)]
    [InlineData(0.5, 0.68268949)]
    [InlineData(1, 0.95449974)]
    public void Elastic_contact_of_persson(double reducedPressure, double fraction) =>
        Assert.Equal(fraction, ContactEquations.ElasticContactFraction(reducedPressure, 1, 1), 5e-9);

    [Fact]
    public void Reduced_modulus_of_lithium_on_garnet() =>
        Assert.Equal(5.449981e9, ContactEquations.ReducedModulus(4.91e9, 0.36, 150e9, 0.26), 5e2);

    [Theory]
    [InlineData(0.5, 3.125e-4, 1.940e-4, 9.309e-4, 2.260e-5)]
    [InlineData(1, 1.000e-2, 1.971e-2, 9.457e-2, 1.063e-3)]
    [InlineData(2, 3.200e-1, 2.003, 9.608, 5.000e-2)]
    public void Creep_laws_of_lithium(double megapascal, double fleck, double anand25, double anand60, double narayan)
    {
        var stress = megapascal * 1e6;
        Assert.Equal(fleck, LithiumEquations.PowerLawCreepRate(stress, 0.01, 1e6, 5), fleck * 1e-9);
        Assert.Equal(anand25, LithiumEquations.ViscoplasticRate(stress, 4.25e4, 37e3, 298.15, 0.95e6, 0.15), anand25 * 5e-4);
        Assert.Equal(anand60, LithiumEquations.ViscoplasticRate(stress, 4.25e4, 37e3, 333.15, 0.95e6, 0.15), anand60 * 5e-4);
        Assert.Equal(narayan, LithiumEquations.ViscoplasticRate(stress, 0.05, 0, 298.15, 2e6, 0.18), narayan * 5e-4);
    }

    [Theory]
    [InlineData(1, 0.018)]
    [InlineData(2, 0.577)]
    [InlineData(3, 4.38)]
    [InlineData(5, 56.4)]
    [InlineData(7, 303)]
    public void Stripping_current_that_creep_can_feed(double megapascal, double milliampere) =>
        Assert.Equal(milliampere, LithiumEquations.CreepSupplyCurrent(1e-6, megapascal * 1e6, 0.01, 1e6, 5) / 10, milliampere * 5e-3);

    [Theory]
    [InlineData(1, 0.001000)]
    [InlineData(60, 0.059644)]
    [InlineData(3600, 2.810250)]
    [InlineData(86400, 24.816103)]
    [InlineData(2592000, 156.0745)]
    public void Linear_parabolic_growth(double seconds, double nanometre) =>
        Assert.Equal(nanometre, InterphaseEquations.LinearParabolicThickness(1e-20, 1e-12, seconds) * 1e9, nanometre * 5e-4);

    [Fact]
    public void A_quarter_micrometre_after_a_year_needs_this_rate()
    {
        // 250 nm after one year: k = 9.90e-22 m2/s in X2 = 2kt.
        Assert.Equal(250e-9, InterphaseEquations.ParabolicThickness(0, 9.90e-22, 365.25 * 86400), 1e-10);
        Assert.Equal(3e-9, InterphaseEquations.ParabolicThickness(3e-9, 1e-20, 0), 1e-18);
    }

    [Fact]
    public void One_microampere_hour_makes_nine_nanometres_of_argyrodite_interphase() =>
        // Li6PS5Cl + 8 Li: 24.387 cm3 per mole of electrons, 9.099 nm per uAh/cm2.
        Assert.Equal(36e-0, InterphaseEquations.ConsumedCharge(9.099e-9, 24.387e-6 / 96485.33212), 0.01);

    [Theory]
    [InlineData(58e9, 0.26, 0.1, -3.5750e10, 3.6978e12, 4.2704e13)]
    [InlineData(8.1e9, 0.37, 0.3, -4.2250e10, 2.4062e12, 3.2271e12)]
    public void Linear_stability_of_garnet_and_argyrodite(double shear, double poisson, double ratio, double surface, double deviatoric, double pressure)
    {
        var terms = StabilityEquations.Terms(new RoughenedInterface(3.4e9, 0.42, shear, poisson, ratio, 0.5, 1e8));
        Assert.Equal(surface, terms.Surface, Math.Abs(surface) * 1e-9);
        Assert.Equal(deviatoric, terms.Deviatoric, deviatoric * 5e-5);
        Assert.Equal(pressure, terms.Pressure, pressure * 5e-5);
        Assert.True(terms.Sum > 0, "a stiff ceramic is unstable: its pressure term destabilises");
    }

    [Theory]
    [InlineData(1.5, 4.873)]
    [InlineData(2, 3.169)]
    [InlineData(10, 1.825)]
    public void A_polymer_is_stable_from_about_twice_the_modulus_of_lithium(double ratio, double critical)
    {
        // Critical ratio of shear moduli for Poisson ratios 0.42 and 0.33 and no surface energy.
        var at = new RoughenedInterface(3.4e9, 0.42, critical * 3.4e9, 0.33, ratio, 0, 1e8);
        var below = StabilityEquations.Terms(at with { ElectrolyteShearModulus = (critical - 5e-4) * 3.4e9 }).Sum;
        var above = StabilityEquations.Terms(at with { ElectrolyteShearModulus = (critical + 5e-4) * 3.4e9 }).Sum;
        Assert.True(below > 0 && above < 0);
    }

    [Theory]
    [InlineData(1.0, 0.1, 1593, 214.6, 2803, 377.6)]
    [InlineData(1.0, 1, 503.7, 67.87, 886.2, 119.4)]
    [InlineData(0.23, 1, 115.9, 15.61, 203.8, 27.46)]
    [InlineData(1.25, 1, 629.7, 84.84, 1107.8, 149.3)]
    public void Griffith_cracks(double toughness, double micrometre, double edge, double edgeMillivolt, double penny, double pennyMillivolt)
    {
        var edgePressure = LithiumEquations.EdgeCrackPressure(toughness * 1e6, micrometre * 1e-6);
        var pennyPressure = LithiumEquations.PennyCrackPressure(toughness * 1e6, micrometre * 1e-6);
        // 1 mV of overpotential can build up 7.424 MPa (F/V_m with the molar volume of dense lithium, 12.996 cm3/mol); with 13 cm3/mol 7.4220.
        var perMillivolt = LithiumEquations.StressOfOverpotential(1e-3) / 1e6;
        Assert.Equal(edge, edgePressure / 1e6, edge * 5e-4);
        Assert.Equal(penny, pennyPressure / 1e6, penny * 5e-4);
        Assert.Equal(edgeMillivolt, edgePressure / 1e6 / perMillivolt, edgeMillivolt * 5e-4);
        Assert.Equal(pennyMillivolt, pennyPressure / 1e6 / perMillivolt, pennyMillivolt * 5e-4);
    }

    [Theory]
    [InlineData(54600, 7 / 9.0, 60, 0.1224)]
    [InlineData(332, 0.5, 60, 1.3055)]
    public void Debye_lengths(double sites, double occupancy, double permittivity, double nanometre) =>
        Assert.Equal(nanometre, SpaceChargeEquations.DebyeLength(permittivity, sites, occupancy, 298.15) * 1e9, nanometre * 5e-4);

    [Theory]
    [InlineData(0.1, SpaceChargeVerdict.Negligible)]
    [InlineData(-0.3, SpaceChargeVerdict.Check)]
    [InlineData(0.6, SpaceChargeVerdict.CouldDominate)]
    public void Space_charge_rule(double step, SpaceChargeVerdict verdict) => Assert.Equal(verdict, SpaceChargeEquations.Verdict(step));

    [Fact]
    public void Nickel_rich_particles_debond_elastically()
    {
        // NMC811 (140 GPa, 0.3) -7.5 % in Li6PS5Cl (22.1 GPa, 0.37): strain -0.02565, -757.8 MPa, critical radius 41 nm with 0.4 J/m2.
        var strain = MisfitEquations.LinearStrain(-0.075);
        var compliance = MisfitEquations.Compliance(140e9, 0.3, 22.1e9, 0.37);
        Assert.Equal(-0.02565, strain, 5e-6);
        Assert.Equal(3.385e-11, compliance, 5e-15);
        Assert.Equal(-757.8, strain / compliance / 1e6, 0.05);
        Assert.Equal(41e-9, MisfitEquations.DebondingRadius(0.4, compliance, strain), 0.5e-9);
        Assert.Equal(0.27e-6, MisfitEquations.DebondingRadius(0.4, compliance, MisfitEquations.LinearStrain(-0.03)), 5e-9);
    }

    [Theory]
    [InlineData(5e-9, 1e-6, 0.5)]
    [InlineData(10e-9, 1e-8, 100)]
    public void Coating_resistance(double thickness, double siemensPerCentimetre, double ohmSquareCentimetre) =>
        Assert.Equal(ohmSquareCentimetre, new InterfaceLayer(thickness, siemensPerCentimetre * 100).Resistance * 1e4, 1e-9);
}
