using Electrolith.Cells;
using Electrolith.Cells.Dynamics;
using Electrolith.Quantities;
using Electrolith.Routes.Compiling;
using Electrolith.Routes.Reading;

namespace Electrolith.Routes.Pipeline;

/// <summary>The cell of a route as parameters of the one-dimensional cell model.</summary>
public static class RouteCell
{
    private const double AnodeElectronicConductivity = 100;

    /// <summary>Open-circuit potentials by material, and the filling of the discharged cathode.</summary>
    private static readonly Dictionary<string, (string Curve, double Discharged)> Hosts = new(StringComparer.Ordinal)
    {
        ["nmc811"] = ("nmc811-chen2020", 0.95),
        ["nmc622"] = ("nmc-mohtat2020", 0.95),
        ["nca"] = ("nca-kim2011", 0.95),
        ["lco"] = ("lco-torchio2016", 0.99),
        ["lfp"] = ("lfp-afshar2017", 0.99),
    };

    /// <summary>Parameters of the charged cell at the route's temperature.</summary>
    /// <param name="route">Compiled route.</param>
    /// <param name="draw">One number for each input, SI.</param>
    /// <param name="problem">Why there are none; empty otherwise.</param>
    /// <returns>The cell; null when a material has no open-circuit potential here.</returns>
    public static CellParameters? From(CompiledRoute route, ReadOnlySpan<double> draw, out string problem)
    {
        ArgumentNullException.ThrowIfNull(route);
        problem = "";
        if (!Hosts.TryGetValue(route.Cathode.Active.Id, out var host))
        {
            problem = $"no open-circuit potential of {route.Cathode.Active.Name} is known; there are {string.Join(", ", Hosts.Keys)}";
            return null;
        }

        var temperature = draw[route.Operation.Temperature];
        var separator = SeparatorStage.Run(route, draw, temperature, warnings: null);
        var interfaces = InterfaceStage.Run(route, separator, temperature, draw);
        var loading = draw[route.Cathode.Loading];
        var cathode = ElectrodeStage.Cathode(route.Cathode, draw);
        var anode = ElectrodeStage.Anode(route.Anode, route.Separator.Electrolyte, loading, draw);
        var parts = ResistanceStage.Evaluate(route, draw, separator, interfaces, cathode, anode, temperature);
        var positive = Positive(route, draw, host, cathode, interfaces.CathodeCoating + interfaces.CathodeInterphase, temperature);
        var cell = new CellParameters
        {
            Name = route.Document.Name,
            Positive = positive,
            Separator = [new SeparatorLayer(separator.Lot.Thickness, separator.Conductivity)],
            ContactResistance = parts[(int)ResistancePart.Collectors],
            NominalCharge = loading,
            Temperature = temperature,
            ReferenceTemperature = temperature,
        };
        if (anode.Composite is { } composite)
        {
            var conductivity = PorousElectrodeEquations.EffectiveConductivity(separator.Conductivity, composite.ElectrolyteVolumeFraction, draw[route.Cathode.TortuosityExponent]);
            cell = cell with { Negative = Composite(route, draw, anode.Layer.Thickness, composite, conductivity, loading) };
        }
        else
        {
            cell = cell with { Anode = Flat(route, draw, parts, loading, temperature) };
        }

        var reference = cell.Anode?.Potential ?? cell.Negative!.Potential.At(cell.Negative.InitialStoichiometry);
        return cell with
        {
            UpperVoltage = positive.Potential.At(positive.InitialStoichiometry) - reference + 0.05,
            LowerVoltage = positive.Potential.At(host.Discharged) - (cell.Anode?.Potential ?? 0.5) - draw[route.Operation.PolarisationLimit],
        };
    }

    /// <summary>What is simpler in the cell than in the route; empty when nothing is.</summary>
    /// <param name="route">Compiled route.</param>
    public static string Remark(CompiledRoute route)
    {
        ArgumentNullException.ThrowIfNull(route);
        var anode = route.Anode;
        return AnodeFamilies.IsMetal(anode.Material.Family) || AnodeFamilies.IsAlloy(anode.Material.Family) || IsGraphite(anode)
            ? ""
            : $"no open-circuit potential of {anode.Material.Name} is known: it is held at the mean of the route, so that its slope and hysteresis are missing"
                + (anode.Material.Recommended("diffusivity") is null ? "; diffusion in it is taken from graphite" : "");
    }

    private static bool IsGraphite(AnodePlan plan) => plan.Material.Id == "graphite";

    private static SampledCurve Flat(string name, double potential) => new($"{name}, constant", _ => potential);

    private static HostElectrode Positive(CompiledRoute route, ReadOnlySpan<double> draw, (string Curve, double Discharged) host, in BuiltElectrode built, double film, double temperature)
    {
        var plan = route.Cathode;
        var theoretical = plan.Active.Recommended("theoretical-specific-capacity")?.Value ?? (draw[plan.Capacity] / 0.7);
        // The window is what the practical capacity is of the theoretical one, so that the loading of the route is what is cycled.
        var window = Math.Min(draw[plan.Capacity] / theoretical, host.Discharged - 0.01);
        var isFilm = plan.Catholyte is null;
        var fraction = isFilm ? 1 : built.Composite!.ActiveVolumeFraction;
        var thickness = built.Layer.Thickness;
        return new HostElectrode
        {
            Shape = isFilm ? HostShape.Slab : HostShape.Sphere,
            Thickness = thickness,
            ActiveFraction = fraction,
            ParticleRadius = isFilm ? thickness : draw[plan.ParticleRadius],
            ContactFraction = draw[plan.ContactFraction],
            IonicConductivity = isFilm ? 1 : PorousElectrodeEquations.EffectiveConductivity(plan.Catholyte!.ConductivityAt(draw, temperature), built.Composite!.ElectrolyteVolumeFraction, draw[plan.TortuosityExponent]),
            ElectronicConductivity = draw[plan.ElectronicConductivity],
            Diffusivity = plan.Active.Recommended("diffusivity")?.Value ?? 4e-15,
            MaximumConcentration = draw[plan.Loading] / (PhysicalConstants.Faraday * fraction * thickness * window),
            InitialStoichiometry = host.Discharged - window,
            ChargedStoichiometry = host.Discharged - window,
            DischargedStoichiometry = host.Discharged,
            Potential = PublishedCurves.Find(host.Curve)!.Sampled,
            ExchangeCurrentDensity = draw[plan.ExchangeCurrentDensity],
            FilmResistance = film,
        };
    }

    private static PlanarAnode Flat(CompiledRoute route, ReadOnlySpan<double> draw, double[] parts, double loading, double temperature)
    {
        double Part(ResistancePart part) => parts[(int)part];
        var excess = route.Anode.Excess >= 0 ? draw[route.Anode.Excess] * CellEquations.LithiumSpecificCapacity * CellEquations.LithiumDensity : double.PositiveInfinity;
        return new PlanarAnode
        {
            Potential = draw[route.Anode.Potential],
            // From the charge transfer of the budget, which knows the contacted area.
            ExchangeCurrentDensity = PhysicalConstants.MolarGas * temperature / (PhysicalConstants.Faraday * Math.Max(Part(ResistancePart.AnodeChargeTransfer), 1e-9)),
            InterfaceResistance = Part(ResistancePart.AnodeContact) + Part(ResistancePart.AnodeInterlayer) + Part(ResistancePart.AnodeSurfaceLayer) + Part(ResistancePart.AnodeInterphase),
            // An anode-free or thin anode has what the cathode brings, and the excess.
            Reserve = loading + excess,
        };
    }

    private static HostElectrode Composite(CompiledRoute route, ReadOnlySpan<double> draw, double thickness, CompositeElectrode composite, double conductivity, double loading)
    {
        var plan = route.Anode;
        const double Empty = 0.03, Full = 0.93;
        var ratio = Math.Max(draw[plan.CapacityRatio], 1.001);
        return new HostElectrode
        {
            Thickness = thickness,
            ActiveFraction = composite.ActiveVolumeFraction,
            ParticleRadius = draw[plan.ParticleRadius],
            ContactFraction = draw[route.Cathode.ContactFraction],
            IonicConductivity = conductivity,
            ElectronicConductivity = AnodeElectronicConductivity,
            Diffusivity = plan.Material.Recommended("diffusivity")?.Value ?? 3.3e-14,
            MaximumConcentration = ratio * loading / (PhysicalConstants.Faraday * composite.ActiveVolumeFraction * thickness * (Full - Empty)),
            InitialStoichiometry = Empty + ((Full - Empty) / ratio),
            ChargedStoichiometry = Empty + ((Full - Empty) / ratio),
            DischargedStoichiometry = Empty,
            Potential = IsGraphite(plan) ? PublishedCurves.Find("graphite-chen2020")!.Sampled : Flat(plan.Material.Name, draw[plan.Potential]),
            ExchangeCurrentDensity = draw[plan.ExchangeCurrentDensity],
        };
    }
}
