using Electrolith.Interfaces;
using Electrolith.Routes.Compiling;
using Electrolith.Routes.Reading;

namespace Electrolith.Routes.Pipeline;

/// <summary>Collects the inputs of the interface model.</summary>
internal static class InterfaceStage
{
    /// <summary>Evaluates the interfaces.</summary>
    /// <param name="route">Compiled route.</param>
    /// <param name="separator">Finished separator.</param>
    /// <param name="temperature">K.</param>
    /// <param name="draw">One sample.</param>
    public static InterfaceSet Run(CompiledRoute route, in FinishedSeparator separator, double temperature, ReadOnlySpan<double> draw)
    {
        var (cathode, anode) = (route.Cathode, route.Anode);
        return InterfaceModel.Evaluate(new InterfaceInputs
        {
            Temperature = temperature,
            StackPressure = draw[route.Operation.StackPressure],
            Age = draw[route.Operation.Age],
            SeparatorConductivity = separator.Conductivity,
            CathodeExchangeCurrentDensity = draw[cathode.ExchangeCurrentDensity],
            CathodeCoating = cathode.Coating is null ? default : new InterfaceLayer(draw[cathode.CoatingThickness], draw[cathode.CoatingConductivity]),
            CathodeInterphase = Growth(cathode.Interphase, draw),
            AnodeExchangeCurrentDensity = draw[anode.ExchangeCurrentDensity],
            AnodeContact = IsPressed(route) ? AnodeContact.PressedMetal : AnodeContact.Full,
            AnodeHardness = anode.Hardness >= 0 ? draw[anode.Hardness] : 1,
            AnodeContactSpacing = anode.ContactSpacing >= 0 ? draw[anode.ContactSpacing] : 1,
            AnodeInterlayer = anode.Interlayer is null ? default : new InterfaceLayer(draw[anode.InterlayerThickness], draw[anode.InterlayerConductivity]),
            AnodeSurfaceLayer = new InterfaceLayer(separator.Lot.SurfaceLayerThickness, separator.Lot.SurfaceLayerConductivity),
            AnodeInterphase = Growth(anode.Interphase, draw),
            CollectorContactResistance = draw[route.Operation.CollectorContact],
        });
    }

    /// <summary>Metal on a hard electrolyte touches in spots; polymers wet, films and composites are made in one piece.</summary>
    /// <param name="route">Compiled route.</param>
    public static bool IsPressed(CompiledRoute route)
    {
        var neighbour = route.Anode.Interlayer?.Family ?? route.Separator.Electrolyte.Material.Family;
        return (AnodeFamilies.IsMetal(route.Anode.Material.Family) || AnodeFamilies.IsAlloy(route.Anode.Material.Family))
            && neighbour is not ("polymer" or "composite" or "lipon");
    }

    private static Interphase? Growth(InterphasePlan? plan, ReadOnlySpan<double> draw) =>
        plan is null ? null : new Interphase(0, draw[plan.RateConstant], draw[plan.Conductivity], draw[plan.VolumePerCharge]);
}
