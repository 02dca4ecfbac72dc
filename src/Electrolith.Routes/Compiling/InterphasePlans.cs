using Electrolith.Materials.Library;
using Electrolith.Quantities;

namespace Electrolith.Routes.Compiling;

/// <summary>Growth of the interphase between an electrolyte and its neighbour.</summary>
internal static class InterphasePlans
{
    /// <summary>
    /// The library's values for this pair, or the illustrative presets of the field, which span a decade or more and are
    /// shown as unconfirmed; null for a pair that does not react.
    /// </summary>
    /// <param name="find">Finds inputs.</param>
    /// <param name="electrolyte">The electrolyte.</param>
    /// <param name="partner">Id of the neighbour.</param>
    /// <param name="partnerFamily">Family of the neighbour.</param>
    public static InterphasePlan? For(InputResolver find, Material electrolyte, string partner, string partnerFamily)
    {
        var rate = find.Optional(electrolyte, "interphase-rate-constant", partner);
        if (rate < 0 && Preset(electrolyte.Family, partnerFamily) is { } preset)
        {
            rate = find.Default($"{electrolyte.Id} interphase-rate-constant ({partner})", QuantityKinds.Diffusivity, preset,
                ValueStatus.Unconfirmed, "unverified", "illustrative preset: slow passivating growth");
        }

        if (rate < 0)
        {
            return null;
        }

        var conductivity = find.Optional(electrolyte, "interphase-conductivity", partner);
        var volume = find.Optional(electrolyte, "interphase-volume-per-charge", partner);
        return new InterphasePlan(
            rate,
            conductivity >= 0 ? conductivity : find.Default($"{electrolyte.Id} interphase-conductivity ({partner})", QuantityKinds.Conductivity,
                "1e-8..1e-6 S/cm (log)", ValueStatus.Unconfirmed, "unverified", "range of Li2S- and LiF-rich layers"),
            volume >= 0 ? volume : find.Default($"{electrolyte.Id} interphase-volume-per-charge ({partner})", QuantityKinds.VolumePerCharge,
                "0.91 cm3/(A h)", ValueStatus.Derived, "electrolith-derived", "Li6PS5Cl + 8 Li, 24.387 cm3 per mole of electrons"));
    }

    /// <summary>Presets by what meets: sulfides and halides react with lithium and with uncoated oxides; garnets and LiPON hardly.</summary>
    private static string? Preset(string electrolyte, string partner) => (electrolyte, partner) switch
    {
        ("argyrodite" or "lgps" or "thiophosphate-crystal" or "thiophosphate-glass" or "glass-ceramic", "lithium-metal" or "anode-free") =>
            electrolyte == "lgps" ? "1e-19..1e-17 m2/s (log)" : "1e-22..1e-20 m2/s (log)",
        ("halide" or "nasicon" or "perovskite", "lithium-metal" or "anode-free") => "1e-19..1e-17 m2/s (log)",
        ("argyrodite" or "lgps" or "thiophosphate-crystal" or "thiophosphate-glass" or "glass-ceramic", "layered-oxide") => "1e-23..1e-21 m2/s (log)",
        ("polymer" or "composite", "lithium-metal" or "anode-free") => "1e-23..1e-21 m2/s (log)",
        _ => null,
    };
}
