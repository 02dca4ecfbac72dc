namespace Electrolith.Interfaces.Tests;

/// <summary>Rough contact against values computed independently (numpy, scipy), to the digits printed.</summary>
public sealed class RoughnessTests
{
    private const double LithiumOnGarnet = 5.449981e9;

    [Theory]
    [InlineData(0, 5.000000e-1, 3.989423e-1, 4.300200e-1)]
    [InlineData(0.5, 3.085375e-1, 1.977966e-1, 1.952036e-1)]
    [InlineData(1, 1.586553e-1, 8.331547e-2, 7.566818e-2)]
    [InlineData(2, 2.275013e-2, 8.490703e-3, 6.648178e-3)]
    [InlineData(3, 1.349898e-3, 3.821543e-4, 2.639676e-4)]
    public void Integrals_of_asperities(double separation, double number, double area, double load)
    {
        Assert.Equal(1, RoughnessEquations.GaussianIntegral(0, separation) / number, 5e-7);
        Assert.Equal(1, RoughnessEquations.GaussianIntegral(1, separation) / area, 5e-7);
        Assert.Equal(1, RoughnessEquations.GaussianIntegral(1.5, separation) / load, 5e-7);
    }

    [Fact]
    public void Lithium_on_garnet_as_if_it_were_elastic()
    {
        var surface = new AsperitySurface(2.5e10, 2e-6, 0.5e-6);
        Assert.Equal(6.66858e-4, RoughnessEquations.ContactFraction(surface, 2), 1e-9);
        Assert.Equal(0.603874e6, RoughnessEquations.Pressure(surface, LithiumOnGarnet, 2), 1);
        // The index of about a thousand is why the plastic law is used instead.
        Assert.InRange(RoughnessEquations.PlasticityIndex(surface, LithiumOnGarnet, 2.4e6), 1e3, 1.3e3);
    }

    [Fact]
    public void Many_lone_spots_in_parallel_resist_like_one_over_their_number()
    {
        const double Cell = 1e-5;
        const double Fraction = 1e-8;
        var spots = RoughnessEquations.SpotResistance(0.1, Cell * Math.Sqrt(Fraction)) * Math.PI * Cell * Cell;
        Assert.Equal(1, ContactEquations.ConstrictionResistance(Cell, Fraction, 0.1) / spots, 2e-4);
    }

    [Fact]
    public void The_gap_of_a_polished_contact_lies_among_bulk_and_grain_boundary_capacitances() =>
        // 1e-10 to 1e-8 F/cm2, far below a double layer.
        Assert.InRange(RoughnessEquations.GapCapacitance(0.3, 0.5e-6) * 1e-4, 1e-10, 1e-8);

    [Fact]
    public void A_sphere_is_consistent_with_its_own_load()
    {
        var radius = HertzEquations.ContactRadius(1e-3, 1e-4, 1e11);
        Assert.Equal(1e-3, HertzEquations.PeakPressure(1e-3, radius) * 2 / 3 * Math.PI * radius * radius, 1e-15);
        Assert.Equal(1e-3, 4.0 / 3 * 1e11 * Math.Sqrt(1e-4) * Math.Pow(HertzEquations.Approach(radius, 1e-4), 1.5), 1e-12);
        var yield = HertzEquations.FirstYieldLoad(1e-4, 1e8, 1e11);
        // 21.2 is printed to three digits; the load goes with the third power of the pressure.
        Assert.Equal(1.6e8, HertzEquations.PeakPressure(yield, HertzEquations.ContactRadius(yield, 1e-4, 1e11)), 1e6);
    }

    [Fact]
    public void Creep_closes_the_contact_and_faster_under_pressure()
    {
        var law = new CreepLaw(0.01, 1e6, 5);
        var slow = CreepContact.Time(0.1, 0.9, 1e6, law);
        Assert.Equal(32, slow / CreepContact.Time(0.1, 0.9, 2e6, law), 1e-9);
        Assert.True(CreepContact.Time(0.1, 0.95, 1e6, law) > slow);
        Assert.Equal(0, CreepContact.Rate(1, 1e6, law));
        // The closed form of the integral for n = 5: -ln(1-u) - sum of u^k/k up to 5.
        static double Closed(double u) => -Math.Log(1 - u) - u - (u * u / 2) - (Math.Pow(u, 3) / 3) - (Math.Pow(u, 4) / 4) - (Math.Pow(u, 5) / 5);
        Assert.Equal((Closed(0.9) - Closed(0.1)) / (0.01 * Math.Pow(1 / 3.0, 5)), slow, slow * 1e-9);
    }
}
