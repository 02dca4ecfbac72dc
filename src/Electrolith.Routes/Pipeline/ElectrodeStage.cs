using Electrolith.Cells;
using Electrolith.Routes.Compiling;
using Electrolith.Routes.Reading;

namespace Electrolith.Routes.Pipeline;

/// <summary>A built electrode.</summary>
/// <param name="Layer">Mass and thickness of one face, as built.</param>
/// <param name="Composite">Its composition; null for metals and alloys.</param>
/// <param name="Growth">What one face grows on charge by plating or alloying, m.</param>
internal readonly record struct BuiltElectrode(Layer Layer, CompositeElectrode? Composite, double Growth);

/// <summary>Builds the electrodes from their composition.</summary>
internal static class ElectrodeStage
{
    /// <summary>The cathode.</summary>
    /// <param name="plan">Handles.</param>
    /// <param name="draw">One sample.</param>
    public static BuiltElectrode Cathode(CathodePlan plan, ReadOnlySpan<double> draw)
    {
        Span<Constituent> constituents =
        [
            new(draw[plan.Shares[0]], draw[plan.Density]),
            new(draw[plan.Shares[1]], plan.Catholyte is { } catholyte ? draw[catholyte.Density] : 1000),
            new(draw[plan.Shares[2]], draw[plan.AdditiveDensities[0]]),
            new(draw[plan.Shares[3]], draw[plan.AdditiveDensities[1]]),
        ];
        var electrode = new CompositeElectrode(constituents, plan.SharesAreOfVolume, plan.Catholyte is null ? 0 : draw[plan.Porosity]);
        var layer = electrode.LayerFor(draw[plan.Loading], draw[plan.Capacity]);
        return new BuiltElectrode(layer, electrode, 0);
    }

    /// <summary>The anode, with its interlayer.</summary>
    /// <param name="plan">Handles.</param>
    /// <param name="electrolyte">Electrolyte of a composite anode.</param>
    /// <param name="arealCapacity">Capacity of the cathode, C/m².</param>
    /// <param name="draw">One sample.</param>
    public static BuiltElectrode Anode(AnodePlan plan, ElectrolytePlan electrolyte, double arealCapacity, ReadOnlySpan<double> draw)
    {
        var interlayer = plan.Interlayer is null ? default : Layer.Of(draw[plan.InterlayerThickness], draw[plan.InterlayerDensity]);
        if (AnodeFamilies.IsMetal(plan.Material.Family))
        {
            return new BuiltElectrode(Layer.Of(draw[plan.Excess], draw[plan.Density]) + interlayer, null, CellEquations.PlatedLithiumThickness(arealCapacity));
        }

        var capacity = draw[plan.Capacity];
        var swelling = plan.VolumeChange >= 0 ? draw[plan.VolumeChange] : 0;
        if (AnodeFamilies.IsAlloy(plan.Material.Family))
        {
            var mass = arealCapacity * draw[plan.CapacityRatio] / capacity;
            var active = arealCapacity / capacity / draw[plan.Density];
            return new BuiltElectrode(new Layer(mass, mass / draw[plan.Density]) + interlayer, null, active * swelling);
        }

        var share = draw[plan.ActiveShare];
        var composite = new CompositeElectrode([new(share, draw[plan.Density]), new(1 - share, draw[electrolyte.Density])], false, draw[plan.Porosity]);
        var layer = composite.LayerFor(arealCapacity * draw[plan.CapacityRatio], capacity);
        return new BuiltElectrode(layer + interlayer, composite, layer.Thickness * composite.ActiveVolumeFraction * swelling / draw[plan.CapacityRatio]);
    }
}
