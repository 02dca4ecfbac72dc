using System.Reflection;
using Electrolith.Processing.Coating;
using Electrolith.Quantities;

namespace Electrolith.Processing.Tests;

/// <summary>Operations beyond those of the closed forms: against published numbers, limits and conservation.</summary>
public sealed class OperationCardTests
{
    [Fact]
    public void Every_operation_says_what_it_computes_and_leaves_out()
    {
        var known = typeof(ProcessEquations).Assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .SelectMany(method => method.GetCustomAttributes<EquationAttribute>()).Select(equation => equation.Id).ToHashSet();
        Assert.True(OperationCatalog.All.Length >= 19);
        foreach (var operation in OperationCatalog.All)
        {
            Assert.True(operation.Card.Range.Length > 5 && operation.Card.Ignores.Length > 5 && operation.Card.Assumed.Length > 3, operation.Name);
            Assert.All(operation.Card.Equations, id => Assert.Contains(id, known));
        }
    }

    [Theory]
    [InlineData("press")]
    [InlineData("sinter")]
    [InlineData("calender")]
    public void A_liquid_is_neither_pressed_nor_fired(string name)
    {
        var operation = OperationCatalog.All.Single(item => item.Name == name);
        var problem = Assert.Throws<ProcessException>(() => operation.Apply(Powder("garnet") with { Form = LotForm.Liquid }, Usual(operation, "garnet"), null));
        Assert.Contains("liquid", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("garnet", 3273.15)]
    [InlineData("nasicon", 1700)]
    [InlineData("argyrodite", 1400)]
    public void A_body_above_its_melting_point_is_refused(string family, double kelvin)
    {
        var problem = Assert.Throws<ProcessException>(() => Apply("sinter", Powder(family), ("temperature", kelvin)));
        Assert.Contains("melts", problem.Message, StringComparison.Ordinal);
        Assert.True(Operation("sinter").Parameters[0].Low > 0, "no temperature below 0 K");
    }

    [Fact]
    public void Annealing_without_a_glass_says_why_nothing_forms()
    {
        var told = new List<string>();
        var operation = Operation("anneal");
        operation.Apply(Powder("glass-ceramic"), Usual(operation, "glass-ceramic"), (_, message) => told.Add(message));
        Assert.Contains(told, message => message.Contains("no glass", StringComparison.Ordinal));
    }

    [Fact]
    public void A_garnet_moves_the_right_way_with_every_lever()
    {
        var usual = Apply("sinter", Powder("garnet"));
        double Loss(params (string, double)[] changes) => Apply("sinter", Powder("garnet"), changes).LithiumInVapour;
        Assert.True(Loss(("temperature", 1448.15)) > usual.LithiumInVapour);
        Assert.True(Loss(("time", 36 * 3600)) > usual.LithiumInVapour);
        Assert.True(Loss(("cover", 1)) > Loss(("cover", 2)) && Loss(("cover", 2)) > usual.LithiumInVapour && usual.LithiumInVapour > Loss(("cover", 3)));
        Assert.True(Loss(("dew-point", 213.15)) < usual.LithiumInVapour, "a dry gas keeps lithium");
        Assert.True(Apply("sinter", Powder("garnet"), ("gas", 2)).RelativeDensity < Apply("sinter", Powder("garnet"), ("gas", 1)).RelativeDensity, "argon stays in the pores");
        Assert.True(Apply("sinter", Powder("garnet"), ("temperature", 1273.15), ("liquid-aid", 0.05)).RelativeDensity > Apply("sinter", Powder("garnet"), ("temperature", 1273.15)).RelativeDensity);
        Assert.True(Apply("sinter", Powder("garnet"), ("pressure", 50e6), ("time", 600)).RelativeDensity > Apply("sinter", Powder("garnet"), ("time", 600)).RelativeDensity);
        Assert.True(Apply("sinter", Powder("garnet"), ("grain-limit", 1e-6)).GrainSize < usual.GrainSize);
        var starved = Apply("sinter", Powder("garnet"), ("lithium-excess", 0), ("cover", 1), ("temperature", 1503.15), ("time", 36 * 3600));
        Assert.True(starved.SecondaryPhaseFraction > 0.01, "La2Zr2O7 forms");
        Assert.True(Apply("sinter", Powder("garnet"), ("lithium-excess", 0.1), ("cover", 1), ("temperature", 1503.15), ("time", 36 * 3600)).SecondaryPhaseFraction < starved.SecondaryPhaseFraction);
        Assert.Equal(1.1, usual.LithiumInSolid + usual.LithiumInVapour, 1e-9);
    }

    [Fact]
    public void Conduction_of_latp_rises_and_falls_with_grain_size()
    {
        double At(double micrometre) => PropertyChain.Evaluate(Powder("nasicon") with { RelativeDensity = 0.95, GrainSize = micrometre * 1e-6 }, new ReferenceState(0.07, 0.95, 2e-6, 0.8), 1.5).IonicConductivity;
        Assert.True(At(1.7) > At(0.5));
        // Jackman and Cutler 2012: 1.7 um conducts twice as well as 4.8 um, 123 MPa against 26 MPa.
        Assert.InRange(At(1.7) / At(4.8), 1.5, 2.5);
        double Strength(double micrometre) => PropertyChain.Strength(Powder("nasicon") with { RelativeDensity = 1, GrainSize = micrometre * 1e-6 })!.Value;
        Assert.Equal(123e6, Strength(1.7), 1e5);
        Assert.Equal(26e6, Strength(4.8), 5e5);
    }

    [Fact]
    public void An_anneal_after_cold_sintering_raises_conduction_a_hundredfold()
    {
        // Loughborough repository 22236613: 2.01e-6 S/cm, 4.29e-4 S/cm after 900 degC for 1 h.
        var reference = new ReferenceState(0.07, 0.95, 2e-6, 0.8);
        var cold = Apply("cold-sinter", Powder("nasicon") with { ParticleSize = 0.5e-6 });
        var annealed = Apply("anneal", cold, ("temperature", 1173.15), ("time", 3600));
        Assert.True(PropertyChain.Evaluate(annealed, reference, 1.5).IonicConductivity > 100 * PropertyChain.Evaluate(cold, reference, 1.5).IonicConductivity);
    }

    [Fact]
    public void A_mill_gives_the_dose_of_its_geometry_and_weak_hits_do_nothing()
    {
        // 400 rpm, 60 g of 4 mm balls, 2 g: 38 kJ/g in 10 h by Burgio's balance; at 110 rpm nothing turned amorphous (Yu 2016).
        var raw = Apply("weigh", Powder("glass-ceramic"));
        var milled = Apply("synthesize", raw);
        Assert.Equal(38e6, (milled.Energy - raw.Energy) * 0.3, 1e6);
        Assert.True(milled.Conversion > 0.9 && milled.GlassFraction > 0.9);
        Assert.Equal(0, Apply("synthesize", raw, ("speed", 110 / 60.0)).GlassFraction);
    }

    [Theory]
    [InlineData(60, 656.5, 4582.4)]
    [InlineData(80, 55.42, 386.83)]
    [InlineData(100, 6.098, 42.56)]
    public void A_monomer_cures_in_its_time(double celsius, double halfMinutes, double mostMinutes)
    {
        // Integration of the triplet of Cadenato 2007 from 1e-3.
        Assert.Equal(0.5, FilmEquations.Cured(celsius + 273.15, 1e-3, halfMinutes * 60), 0.01);
        Assert.Equal(0.9, FilmEquations.Cured(celsius + 273.15, 1e-3, mostMinutes * 60), 0.01);
        var liquid = Apply("dissolve", Powder("polymer"), ("into", 1));
        Assert.Equal(LotForm.Liquid, liquid.Form);
        Assert.Equal(LotForm.Solid, Apply("cure", liquid, ("time", 20 * 3600)).Form);
    }

    [Fact]
    public void Precursors_react_with_time_temperature_and_fineness()
    {
        var raw = Apply("weigh", Powder("garnet"));
        Assert.Equal(0, raw.Conversion);
        var usual = Apply("calcine", raw, ("temperature", 1173.15), ("time", 36000));
        Assert.InRange(usual.Conversion, 0.94, 0.97);
        Assert.True(Apply("calcine", raw, ("temperature", 1073.15), ("time", 36000)).Conversion < usual.Conversion);
        Assert.True(Apply("calcine", raw with { ParticleSize = 1e-6 }, ("temperature", 1073.15), ("time", 36000)).Conversion > 0.94);
    }

    [Fact]
    public void Balance_of_weighing_and_yield_of_stacking_follow_their_closed_forms()
    {
        Assert.Equal(1 / 0.99 / 0.95, ProcessEquations.CorrectedMass(1, 0.99, 0.05), 1e-12);
        // Two sides at three standard deviations: 99.73 % of a layer; ten layers.
        Assert.Equal(Math.Pow(0.9973002, 10), ProcessEquations.StackYield(10, 3, 0), 1e-6);
    }

    private static Lot Powder(string family) => new() { Family = family, SolidDensity = 3000, GrainSize = 0.5e-6 };

    private static OperationDefinition Operation(string name) => OperationCatalog.All.Single(item => item.Name == name);

    private static OperationValues Usual(OperationDefinition operation, string family) => new(
        [.. operation.Parameters.Select(parameter => parameter.Kind is { } kind && parameter.Default(family) is { } usual && QuantityParser.TryParseEstimate(usual.Text, kind, out var value, out _) ? value.Value : double.NaN)],
        new Constituent?[operation.Parameters.Length]);

    private static Lot Apply(string name, Lot lot, params (string Name, double Value)[] changes)
    {
        var operation = Operation(name);
        var values = Usual(operation, lot.Family);
        foreach (var (parameter, value) in changes)
        {
            values.Numbers[operation.Parameters.Select(item => item.Name).ToList().IndexOf(parameter)] = value;
        }

        return operation.Apply(lot, values, null);
    }
}
