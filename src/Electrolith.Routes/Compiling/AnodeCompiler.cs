using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Routes.Reading;

namespace Electrolith.Routes.Compiling;

/// <summary>Finds the inputs of the anode.</summary>
/// <param name="find">Finds inputs.</param>
internal sealed class AnodeCompiler(InputResolver find)
{
    /// <summary>The plan of the anode.</summary>
    /// <param name="root">The route.</param>
    /// <param name="separator">Electrolyte that it meets.</param>
    public AnodePlan Compile(SectionValue root, Material separator)
    {
        var material = root.Material("anode.material")!;
        var isMetal = AnodeFamilies.IsMetal(material.Family);
        var isAlloy = AnodeFamilies.IsAlloy(material.Family);
        var interlayer = root.Material("anode.interlayer.material");
        return new AnodePlan
        {
            Material = material,
            Excess = isMetal ? Excess(material) : -1,
            Potential = isMetal ? LithiumPotential() : find.Required(material, "average-potential", "anode"),
            Capacity = isMetal ? -1 : find.Required(material, "practical-specific-capacity", "anode"),
            Density = find.Required(material, "density", "anode"),
            Price = find.Required(material, "price", "anode"),
            CapacityRatio = isMetal ? -1 : find.Field("anode.capacity-ratio"),
            Porosity = isMetal || isAlloy ? -1 : find.Field("anode.porosity"),
            ActiveShare = isMetal || isAlloy ? -1 : find.Field("anode.active-share"),
            ExchangeCurrentDensity = Either(material, "exchange-current-density", QuantityKinds.CurrentDensity, "1..100 A/m2 (log)",
                "10 A/m2 is usual in models of lithium metal; the spread is assumed"),
            ParticleRadius = isMetal || isAlloy ? -1 : Either(material, "particle-radius", QuantityKinds.Length, "5 (2..10) um", "usual size"),
            Hardness = isMetal || isAlloy ? Either(material, "hardness", QuantityKinds.Pressure, "2.4 (1.5..8) MPa", "three times the flow strength of bulk lithium") : -1,
            ContactSpacing = isMetal || isAlloy
                ? find.Default("anode.contact-spacing", QuantityKinds.Length, "10 (2..20) um", ValueStatus.Assumed, "electrolith-assumed", "spacing of asperities of a polished surface")
                : -1,
            VolumeChange = isMetal ? -1 : find.Optional(material, "volume-change"),
            Interlayer = interlayer,
            InterlayerThickness = interlayer is null ? -1 : find.Field("anode.interlayer.thickness"),
            InterlayerConductivity = interlayer is null ? -1 : Either(interlayer, "ionic-conductivity", QuantityKinds.Conductivity, "1e-7..1e-5 S/cm (log)", "the library has none"),
            InterlayerDensity = interlayer is null ? -1 : find.Required(interlayer, "density", "anode"),
            InterlayerPrice = interlayer is null ? -1 : find.Optional(interlayer, "price"),
            Interphase = InterphasePlans.For(find, separator, interlayer?.Id ?? material.Id, interlayer is null ? material.Family : interlayer.Family),
        };
    }

    private int Excess(Material material)
    {
        var given = find.Field("anode.excess");
        return given >= 0
            ? given
            : material.Family == "anode-free"
                ? find.Default("anode.excess", QuantityKinds.Length, "0 um", ValueStatus.Derived, "electrolith-derived", "anode-free: all lithium comes from the cathode")
                : find.Default("anode.excess", QuantityKinds.Length, "20 um", ValueStatus.Assumed, "electrolith-assumed", "thin lithium foil");
    }

    private int LithiumPotential() =>
        find.Default("lithium average-potential", QuantityKinds.Voltage, "0 V", ValueStatus.Derived, "electrolith-derived", "the reference electrode");

    private int Either(Material material, string property, QuantityKind kind, string fallback, string why)
    {
        var handle = find.Optional(material, property);
        return handle >= 0 ? handle : find.Default($"{material.Id} {property}", kind, fallback, ValueStatus.Assumed, "electrolith-assumed", why);
    }
}
