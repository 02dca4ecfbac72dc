using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Routes.Compiling;
using Electrolith.Routes.Reading;
using Electrolith.Routes.Stability;
using Electrolith.Transport;

namespace Electrolith.Routes.Pipeline;

/// <summary>Where a route leaves the range in which models hold, and where its chemistry is in trouble.</summary>
internal static class RouteWarnings
{
    private const double FarFromReference = 60;
    private const double LeastShelfLife = 365;

    /// <summary>Adds the warnings of a route.</summary>
    /// <param name="route">Compiled route.</param>
    /// <param name="draw">Nominal draw.</param>
    /// <param name="temperature">Operating temperature, K.</param>
    /// <param name="thickness">Thickness of the finished separator, m.</param>
    /// <param name="warnings">Receives what there is to say.</param>
    public static void Add(CompiledRoute route, ReadOnlySpan<double> draw, double temperature, double thickness, List<RouteWarning> warnings)
    {
        AddTemperature(route.Separator.Electrolyte, temperature, warnings);
        if (route.Cathode.Catholyte is { } catholyte)
        {
            if (!ReferenceEquals(catholyte.Material, route.Separator.Electrolyte.Material))
            {
                AddTemperature(catholyte, temperature, warnings);
            }

            AddWindow(catholyte.Material, route.Cathode, draw[route.Cathode.Potential], warnings);
        }
        else
        {
            warnings.Add(new RouteWarning(WarningKind.Validity, "a cathode without electrolyte in it is treated as a film: diffusion of lithium in the film is not modelled, so the rate is an upper bound"));
        }

        AddAnode(route, warnings);
        AddLeakage(route, draw, thickness, warnings);
    }

    private static void AddTemperature(ElectrolytePlan plan, double temperature, List<RouteWarning> warnings)
    {
        var id = plan.Material.Id;
        if (plan.Law == TemperatureLaw.VogelTammannFulcher && temperature < 333.15 - 1e-6)
        {
            warnings.Add(new RouteWarning(WarningKind.Validity, $"{id} below 60 degC is partly crystalline: the polymer law overestimates its conductivity by up to a hundred times"));
        }

        if (Math.Abs(temperature - plan.ReferenceTemperature) > FarFromReference)
        {
            warnings.Add(new RouteWarning(WarningKind.Validity, $"{id}: the conductivity is extrapolated by {Math.Abs(temperature - plan.ReferenceTemperature):F0} K from where it was measured"));
        }
    }

    private static void AddWindow(Material catholyte, CathodePlan cathode, double potential, List<RouteWarning> warnings)
    {
        var limit = catholyte.Recommended("oxidation-limit", "practical") ?? catholyte.Recommended("oxidation-limit", "thermodynamic");
        if (limit is not null && potential > limit.Value && cathode.Coating is null && ContactEnergies.Obstacle(catholyte) is not null)
        {
            warnings.Add(new RouteWarning(WarningKind.Design, $"{catholyte.Id} oxidises above {limit.Value:F2} V ({limit.Kind}), the cathode works at {potential:F2} V and has no coating"));
        }
    }

    private static void AddLeakage(CompiledRoute route, ReadOnlySpan<double> draw, double thickness, List<RouteWarning> warnings)
    {
        if (route.Separator.Electrolyte.ElectronicConductivity is var handle and >= 0)
        {
            var leakage = DiffusionEquations.ElectronicLeakage(draw[handle], draw[route.Cathode.Potential] - draw[route.Anode.Potential], thickness);
            var days = draw[route.Cathode.Loading] / leakage / 86400;
            if (days < LeastShelfLife)
            {
                warnings.Add(new RouteWarning(WarningKind.Design, $"with the electronic conductivity of the library ({route.Separator.Electrolyte.Material.Id}) the cell would discharge itself in {days:F0} days"));
            }
        }
    }

    private static void AddAnode(CompiledRoute route, List<RouteWarning> warnings)
    {
        var family = route.Anode.Material.Family;
        if (!AnodeFamilies.IsMetal(family) || route.Anode.Interlayer is not null)
        {
            return;
        }

        // Where energies are computed, the verdict on the anode comes from them; polymers have only what the library holds.
        var electrolyte = route.Separator.Electrolyte.Material;
        if (ContactEnergies.Obstacle(electrolyte) is null)
        {
            return;
        }

        var limit = electrolyte.Recommended("reduction-limit", "practical") ?? electrolyte.Recommended("reduction-limit", "thermodynamic");
        if (limit is not null && limit.Value > 0.6 && route.Anode.Interphase is not null)
        {
            warnings.Add(new RouteWarning(WarningKind.Design, $"{electrolyte.Id} is reduced by lithium (limit {limit.Value:F2} V): an interphase grows for as long as they touch"));
        }
    }
}
