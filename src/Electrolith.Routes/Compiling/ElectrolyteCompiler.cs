using Electrolith.Materials.Library;
using Electrolith.Quantities;

namespace Electrolith.Routes.Compiling;

/// <summary>Finds the inputs of an electrolyte.</summary>
/// <param name="find">Finds inputs.</param>
internal sealed class ElectrolyteCompiler(InputResolver find)
{
    /// <summary>The plan of one electrolyte.</summary>
    /// <param name="material">The electrolyte.</param>
    /// <param name="section">Section whose <c>properties</c> can give missing values.</param>
    public ElectrolytePlan Compile(Material material, string section)
    {
        var row = material.Recommended("ionic-conductivity");
        var given = find.Override(material, "ionic-conductivity");
        var glass = find.Optional(material, "vtf-ideal-glass-temperature");
        var polymerEnergy = find.Optional(material, "vtf-activation-energy");
        // A measured line through ln σT replaces the library's curve.
        var isPolymerLaw = glass >= 0 && polymerEnergy >= 0 && find.Override(material, "activation-energy") is null;
        var (energy, law) = isPolymerLaw ? (polymerEnergy, TemperatureLaw.VogelTammannFulcher) : Arrhenius(material);
        return new ElectrolytePlan
        {
            Material = material,
            Conductivity = find.Required(material, "ionic-conductivity", section),
            ReferenceTemperature = given?.TemperatureKelvin ?? (given is null ? row?.TemperatureKelvin : null) ?? PhysicalConstants.RoomTemperature,
            Law = law,
            ActivationEnergy = energy,
            IdealGlassTemperature = glass,
            Density = find.Required(material, "density", section),
            ElectronicConductivity = find.Optional(material, "electronic-conductivity"),
            Price = find.Required(material, "price", section),
        };
    }

    private (int Energy, TemperatureLaw Law) Arrhenius(Material material)
    {
        var row = material.Recommended("activation-energy");
        var handle = find.Optional(material, "activation-energy");
        // A value of the route's own is of the kind that it states, or of that of the row whose number it replaces.
        var law = (find.Override(material, "activation-energy")?.Kind ?? row?.Kind) == "sigma" ? TemperatureLaw.ArrheniusSigma : TemperatureLaw.ArrheniusSigmaT;
        return handle >= 0
            ? (handle, law)
            : (find.Default($"{material.Id} activation-energy", QuantityKinds.ActivationEnergy, "0.35 (0.25..0.45) eV",
                ValueStatus.Assumed, "electrolith-assumed", "the library has none; usual range of solid electrolytes"), law);
    }
}
