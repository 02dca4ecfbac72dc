using System.Collections.Immutable;
using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Routes.Reading;

namespace Electrolith.Routes.Compiling;

/// <summary>Finds the inputs of the cathode.</summary>
/// <param name="library">Materials, for the default additives.</param>
/// <param name="find">Finds inputs.</param>
/// <param name="electrolytes">Finds the inputs of electrolytes.</param>
internal sealed class CathodeCompiler(MaterialLibrary library, InputResolver find, ElectrolyteCompiler electrolytes)
{
    private static readonly string[] ShareNames = ["active", "electrolyte", "carbon", "binder"];

    /// <summary>The plan of the cathode.</summary>
    /// <param name="root">The route.</param>
    /// <param name="separator">Electrolyte of the separator, the catholyte when none is named.</param>
    public CathodePlan Compile(SectionValue root, Material separator)
    {
        var active = root.Material("cathode.active")!;
        var hasCatholyte = root.Find("cathode.composition.electrolyte") is QuantityValue { Estimate.Value: > 0 };
        var catholyte = hasCatholyte ? electrolytes.Compile(root.Material("cathode.catholyte") ?? separator, "cathode") : null;
        var isPure = root.Find("cathode.composition") is null;
        ImmutableArray<Material> additives =
        [
            RouteCompiler.MaterialOrDefault(library, root, "cathode.carbon"), RouteCompiler.MaterialOrDefault(library, root, "cathode.binder"),
        ];
        var coating = root.Material("cathode.coating.material");
        return new CathodePlan
        {
            Active = active,
            Catholyte = catholyte,
            SharesAreOfVolume = root.Text("cathode.composition.basis") == "volume",
            Loading = find.Field("cathode.loading"),
            Capacity = find.Required(active, "practical-specific-capacity", "cathode"),
            Potential = find.Required(active, "average-potential", "cathode"),
            Density = find.Required(active, "density", "cathode"),
            ParticleRadius = Either(active, "particle-radius", QuantityKinds.Length, "2.5 (1..5) um", "usual size in solid-state cathodes"),
            ExchangeCurrentDensity = Either(active, "exchange-current-density", QuantityKinds.CurrentDensity, "1..10 A/m2 (log)", "order of magnitude of layered oxides"),
            VolumeChange = find.Optional(active, "volume-change"),
            Price = find.Required(active, "price", "cathode"),
            Shares = [.. ShareNames.Select(name => isPure && name == "active" ? PureActive() : find.Field($"cathode.composition.{name}"))],
            Additives = additives,
            AdditiveDensities = [.. additives.Select(item => find.Required(item, "density", "cathode"))],
            AdditivePrices = [.. additives.Select(item => find.Required(item, "price", "cathode"))],
            Porosity = find.Field("cathode.porosity"),
            ContactFraction = ContactFraction(catholyte),
            TortuosityExponent = find.Field("cathode.tortuosity-exponent"),
            ElectronicConductivity = find.Field("cathode.electronic-conductivity"),
            Coating = coating,
            CoatingThickness = coating is null ? -1 : find.Field("cathode.coating.thickness"),
            CoatingConductivity = coating is null ? -1 : CoatingConductivity(coating),
            Interphase = catholyte is null ? null : InterphasePlans.For(find, catholyte.Material, coating?.Id ?? active.Id, active.Family),
        };
    }

    private int PureActive() =>
        find.Default("cathode.composition.active", QuantityKinds.Fraction, "100 %", ValueStatus.UserGiven, "user", "no composition given: pure active material");

    /// <summary>How much of the active surface touches electrolyte: soft electrolytes wet it, hard ones touch it in spots, films fully.</summary>
    private int ContactFraction(ElectrolytePlan? catholyte)
    {
        const string Name = "cathode.contact-fraction";
        if (find.Field(Name) is var given and >= 0)
        {
            return given;
        }

        return catholyte is null
            ? find.Default(Name, QuantityKinds.Fraction, "1", ValueStatus.Assumed, "electrolith-assumed", "a deposited film touches everywhere")
            : catholyte.IsSoft
                ? find.Default(Name, QuantityKinds.Fraction, "0.9 (0.7..1)", ValueStatus.Assumed, "electrolith-assumed", "a polymer flows around the particles")
                : find.Default(Name, QuantityKinds.Fraction, "0.134 (0.1..0.5)", ValueStatus.Measured, "stavola2023",
                    "NMC111 with Li6PS5Cl: 296 of 2216 1/cm; the upper end is assumed");
    }

    private int CoatingConductivity(Material coating)
    {
        var handle = find.Optional(coating, "ionic-conductivity");
        return handle >= 0
            ? handle
            : find.Default($"{coating.Id} ionic-conductivity", QuantityKinds.Conductivity, "1e-8..1e-6 S/cm (log)", ValueStatus.Unconfirmed, "unverified",
                "usual range of amorphous coatings");
    }

    private int Either(Material material, string property, QuantityKind kind, string fallback, string why)
    {
        var handle = find.Optional(material, property);
        return handle >= 0 ? handle : find.Default($"{material.Id} {property}", kind, fallback, ValueStatus.Assumed, "electrolith-assumed", why);
    }
}
