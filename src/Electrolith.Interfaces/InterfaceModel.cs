using Electrolith.Quantities;

namespace Electrolith.Interfaces;

/// <summary>
/// Resistance of every interface of a cell at one temperature, pressure and age. Small currents; contact as in a first cycle,
/// without the voids that stripping opens; space charge left out (below 0.05 ohm cm² for steps under 0.2 V).
/// </summary>
public static class InterfaceModel
{
    /// <summary>A metal that is not pressed at all still rests on its asperities; below this pressure the contact model has no meaning, Pa.</summary>
    private const double LeastPressure = 1e3;

    /// <summary>Evaluates the interfaces.</summary>
    /// <param name="inputs">The interfaces.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range or not a number.</exception>
    public static InterfaceSet Evaluate(InterfaceInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        InterfaceInputsCheck.Require(inputs);
        var cathodeThickness = Thickness(inputs.CathodeInterphase, inputs.Age);
        var anodeThickness = Thickness(inputs.AnodeInterphase, inputs.Age);
        var isPressed = inputs.AnodeContact == AnodeContact.PressedMetal;
        var fraction = isPressed ? PressedFraction(inputs) : 1;

        // Ions crowd in the layer that touches the metal: the interlayer when there is one, else the separator.
        var crowded = inputs.AnodeInterlayer.Thickness > 0 ? inputs.AnodeInterlayer.Conductivity : inputs.SeparatorConductivity;
        var set = new InterfaceSet(
            CathodeChargeTransfer: KineticEquations.ChargeTransferResistance(inputs.CathodeExchangeCurrentDensity, inputs.Temperature),
            CathodeCoating: inputs.CathodeCoating.Resistance,
            CathodeInterphase: Resistance(inputs.CathodeInterphase, cathodeThickness),
            AnodeConstriction: isPressed ? ContactEquations.ConstrictionResistance(inputs.AnodeContactSpacing, fraction, crowded) : 0,
            AnodeInterlayer: inputs.AnodeInterlayer.Resistance,
            AnodeSurfaceLayer: inputs.AnodeSurfaceLayer.Resistance / fraction,
            AnodeInterphase: Resistance(inputs.AnodeInterphase, anodeThickness) / fraction,
            AnodeChargeTransfer: KineticEquations.ChargeTransferResistance(inputs.AnodeExchangeCurrentDensity, inputs.Temperature) / fraction,
            Collectors: inputs.CollectorContactResistance,
            AnodeContactFraction: fraction,
            AnodeInterphaseThickness: anodeThickness,
            CathodeInterphaseThickness: cathodeThickness,
            AnodeConsumedCharge: Charge(inputs.AnodeInterphase, anodeThickness),
            CathodeConsumedCharge: Charge(inputs.CathodeInterphase, cathodeThickness));
        return Measured(set, inputs) with { Warnings = InterfaceInputsCheck.Warnings(inputs, set) };
    }

    private static double PressedFraction(InterfaceInputs inputs)
    {
        var pressed = ContactEquations.PlasticContactFraction(Math.Max(inputs.StackPressure, LeastPressure), inputs.AnodeHardness);
        return Math.Min(1 - inputs.AnodeSurfacePorosity, Math.Max(pressed, inputs.AnodeBondedFraction));
    }

    // A measured resistance stands in the place of the charge transfer; it holds at assembly, so growth since then is added.
    private static InterfaceSet Measured(InterfaceSet set, InterfaceInputs inputs)
    {
        if (inputs.MeasuredAnodeResistance is { } anode)
        {
            var grown = inputs.AnodeInterphase is { } layer ? Resistance(layer, set.AnodeInterphaseThickness - layer.InitialThickness) / set.AnodeContactFraction : 0;
            set = set with { AnodeConstriction = 0, AnodeInterlayer = 0, AnodeSurfaceLayer = 0, AnodeInterphase = grown, AnodeChargeTransfer = anode, IsAnodeMeasured = true };
        }

        if (inputs.MeasuredCathodeResistance is { } cathode)
        {
            var grown = inputs.CathodeInterphase is { } layer ? Resistance(layer, set.CathodeInterphaseThickness - layer.InitialThickness) : 0;
            set = set with { CathodeCoating = 0, CathodeInterphase = grown, CathodeChargeTransfer = cathode, IsCathodeMeasured = true };
        }

        return set;
    }

    private static double Thickness(Interphase? interphase, double age) =>
        interphase is { } layer ? InterphaseEquations.ParabolicThickness(layer.InitialThickness, layer.RateConstant, age) : 0;

    private static double Resistance(Interphase? interphase, double thickness) =>
        interphase is { } layer ? InterphaseEquations.FilmResistance(thickness, layer.Conductivity) : 0;

    private static double Charge(Interphase? interphase, double thickness) =>
        interphase is { } layer ? InterphaseEquations.ConsumedCharge(thickness - layer.InitialThickness, layer.VolumePerCharge) : 0;
}
