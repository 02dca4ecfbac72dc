using Electrolith.Cells.Dynamics;
using Electrolith.Cells.Microstructure;
using Electrolith.Quantities;

namespace Electrolith.Cells.Files;

/// <summary>The <c>microstructure</c> of an electrode in a cell file: conductivities, contact and use from a random packing.</summary>
/// <param name="Ionic">Effective ionic conductivity, S/m.</param>
/// <param name="Electronic">Effective electronic conductivity, S/m.</param>
/// <param name="Contact">Share of the surface of the used active material that touches connected electrolyte.</param>
/// <param name="Utilisation">Share of the active material that is connected.</param>
internal sealed record MicrostructureSection(double Ionic, double Electronic, double Contact, double Utilisation)
{
    /// <summary>Voxels across an active particle; the surface of a sphere is then right to a few per cent.</summary>
    private const double Resolution = 8;

    /// <summary>Reads the section and computes the packing; null where there is none.</summary>
    public static MicrostructureSection? Read(FieldReader host)
    {
        if (host.Section("microstructure", isRequired: false) is not { } section)
        {
            return null;
        }

        var active = host.Quantity("active-fraction", QuantityKinds.VolumeFraction, null, 1e-6, 1);
        var electrolyte = section.Quantity("electrolyte-fraction", QuantityKinds.VolumeFraction, null, 1e-6, 1);
        var (ionic, electronic) = (section.Quantity("electrolyte-conductivity", QuantityKinds.Conductivity, null, 1e-12, 1e9), section.Quantity("active-conductivity", QuantityKinds.Conductivity, null, 1e-12, 1e9));
        var ratio = section.Quantity("size-ratio", QuantityKinds.Dimensionless, 2, 0.5, Resolution);
        var seed = section.Count("seed", 1, 0, int.MaxValue);
        section.Close();
        if (!(active + electrolyte <= 1 + 1e-12))
        {
            section.Problem("EL2305", section.Map.Span, "electrolyte-fraction", $"active material and electrolyte fill {(active + electrolyte) * 100:0.#} % of the volume", "at most 100 % are expected; what is left are pores");
            return new MicrostructureSection(1, 1, 1, 1);
        }

        var found = CompositeMicrostructure.Evaluate(new PackingOptions
        {
            ActiveFraction = active, ElectrolyteFraction = electrolyte, ActiveDiameter = Resolution, ElectrolyteDiameter = Resolution / ratio, Seed = (ulong)seed,
        });
        if (!(found.Ionic > 1e-9 && found.Electronic > 1e-9 && found.ContactFraction > 0))
        {
            section.Problem("EL2305", section.Map.Span, "microstructure", $"no path for {(found.Ionic > 1e-9 ? "electrons through the active material" : "ions through the electrolyte")} crosses the electrode", "more of that phase is needed: random particles percolate between about 20 and 30 vol%");
            return new MicrostructureSection(1, 1, 1, 1);
        }

        return new MicrostructureSection(found.Ionic * ionic, found.Electronic * electronic, found.ContactFraction, found.Utilisation);
    }

    /// <summary>The electrode with what is not connected left out.</summary>
    public HostElectrode Apply(HostElectrode host) => host with
    {
        IonicConductivity = Ionic, ElectronicConductivity = Electronic,
        ActiveFraction = host.ActiveFraction * Utilisation, ContactFraction = host.ContactFraction * Contact,
    };
}
