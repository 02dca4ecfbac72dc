using System.Runtime.CompilerServices;

namespace Electrolith.Interfaces;

/// <summary>Holds the inputs to their ranges and to the validity of the models.</summary>
internal static class InterfaceInputsCheck
{
    private const double LithiumMelting = 453.65;

    /// <summary>Throws on the first value outside its range.</summary>
    /// <param name="inputs">The inputs.</param>
    public static void Require(InterfaceInputs inputs)
    {
        Positive(inputs.Temperature);
        NotNegative(inputs.StackPressure);
        NotNegative(inputs.Age);
        Positive(inputs.SeparatorConductivity);
        Positive(inputs.CathodeExchangeCurrentDensity);
        Positive(inputs.AnodeExchangeCurrentDensity);
        Positive(inputs.AnodeHardness);
        NotNegative(inputs.AnodeContactSpacing);
        NotNegative(inputs.CollectorContactResistance);
        NotNegative(inputs.MeasuredAnodeResistance ?? 0);
        NotNegative(inputs.MeasuredCathodeResistance ?? 0);
        Share(inputs.AnodeBondedFraction);
        Share(inputs.AnodeSurfacePorosity);
        Require(inputs.CathodeCoating);
        Require(inputs.AnodeInterlayer);
        Require(inputs.AnodeSurfaceLayer);
        Require(inputs.CathodeInterphase);
        Require(inputs.AnodeInterphase);
    }

    /// <summary>What lies outside the validity of the models.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="set">The result of the models.</param>
    public static InterfaceWarnings Warnings(InterfaceInputs inputs, in InterfaceSet set)
    {
        var isPressed = inputs.AnodeContact == AnodeContact.PressedMetal;
        var isResting = isPressed && inputs.StackPressure == 0 && inputs.AnodeBondedFraction == 0 && inputs.MeasuredAnodeResistance is null;
        return (isResting ? InterfaceWarnings.NoContact : InterfaceWarnings.None)
            | (isPressed && inputs.StackPressure > inputs.AnodeHardness ? InterfaceWarnings.PressureAboveHardness : InterfaceWarnings.None)
            | (set.AnodeInterphaseThickness > 1e-6 || set.CathodeInterphaseThickness > 1e-6 ? InterfaceWarnings.ThickInterphase : InterfaceWarnings.None)
            | (isPressed && inputs.Temperature > LithiumMelting ? InterfaceWarnings.AboveLithiumMelting : InterfaceWarnings.None)
            | (inputs.CathodeCoating.Thickness > 50e-9 ? InterfaceWarnings.ThickCoating : InterfaceWarnings.None);
    }

    private static void Require(InterfaceLayer layer)
    {
        NotNegative(layer.Thickness);
        if (layer.Thickness > 0)
        {
            Positive(layer.Conductivity);
        }
    }

    private static void Require(Interphase? interphase)
    {
        if (interphase is { } layer)
        {
            NotNegative(layer.InitialThickness);
            NotNegative(layer.RateConstant);
            Positive(layer.Conductivity);
            Positive(layer.VolumePerCharge);
        }
    }

    private static void Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(name, value, "must be above zero and finite");
        }
    }

    private static void NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= 0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(name, value, "must be zero or more and finite");
        }
    }

    private static void Share(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= 0 && value <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "must be from 0 to 1");
        }
    }
}
