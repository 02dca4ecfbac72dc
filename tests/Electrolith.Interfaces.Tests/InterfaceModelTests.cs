namespace Electrolith.Interfaces.Tests;

/// <summary>The whole set of interfaces: limits, monotony, conservation.</summary>
public sealed class InterfaceModelTests
{
    private static readonly InterfaceInputs Usual = new()
    {
        Temperature = 298.15,
        StackPressure = 5e6,
        Age = 30 * 86400,
        SeparatorConductivity = 0.3,
        CathodeExchangeCurrentDensity = 3,
        CathodeCoating = new InterfaceLayer(10e-9, 1e-5),
        CathodeInterphase = new Interphase(0, 1e-22, 1e-5, 2.5e-10),
        AnodeExchangeCurrentDensity = 10,
        AnodeInterphase = new Interphase(0, 1e-21, 1e-5, 2.5e-10),
    };

    [Fact]
    public void Pressure_lowers_every_resistance_at_the_anode()
    {
        var loose = InterfaceModel.Evaluate(Usual with { StackPressure = 0.5e6 });
        var tight = InterfaceModel.Evaluate(Usual with { StackPressure = 50e6 });
        Assert.True(tight.AnodeConstriction < loose.AnodeConstriction);
        Assert.True(tight.AnodeChargeTransfer < loose.AnodeChargeTransfer);
        Assert.True(tight.AnodeInterphase < loose.AnodeInterphase);
        Assert.Equal(loose.CathodeChargeTransfer, tight.CathodeChargeTransfer);
    }

    [Fact]
    public void Full_contact_has_no_constriction_and_reacts_on_the_whole_area()
    {
        var full = InterfaceModel.Evaluate(Usual with { AnodeContact = AnodeContact.Full });
        Assert.Equal(0, full.AnodeConstriction);
        Assert.Equal(1, full.AnodeContactFraction);
        Assert.Equal(25.69e-4, full.AnodeChargeTransfer, 1e-6);
    }

    [Fact]
    public void No_pressure_is_a_very_bad_contact_but_a_finite_one()
    {
        var none = InterfaceModel.Evaluate(Usual with { StackPressure = 0 });
        Assert.True(double.IsFinite(none.AnodeConstriction));
        Assert.True(none.AnodeConstriction > 10 * InterfaceModel.Evaluate(Usual).AnodeConstriction);
    }

    [Fact]
    public void Interphases_grow_with_the_square_root_of_time_and_bind_lithium()
    {
        var month = InterfaceModel.Evaluate(Usual);
        var fourMonths = InterfaceModel.Evaluate(Usual with { Age = 4 * Usual.Age });
        Assert.Equal(2, fourMonths.AnodeInterphaseThickness / month.AnodeInterphaseThickness, 1e-12);
        Assert.Equal(month.AnodeInterphaseThickness / 2.5e-10, month.AnodeConsumedCharge, 1e-9);
        var fresh = InterfaceModel.Evaluate(Usual with { Age = 0 });
        Assert.Equal(0, fresh.AnodeInterphase);
        Assert.Equal(0, fresh.AnodeConsumedCharge);
    }

    [Fact]
    public void What_is_absent_costs_nothing()
    {
        var bare = InterfaceModel.Evaluate(Usual with { CathodeCoating = default, CathodeInterphase = null, AnodeInterphase = null });
        Assert.Equal(0, bare.CathodeCoating + bare.CathodeInterphase + bare.AnodeInterphase + bare.AnodeInterlayer + bare.AnodeSurfaceLayer + bare.Collectors);
    }
}
