using System.Collections.Immutable;
using Electrolith.Materials.Library;
using Electrolith.Routes.Compiling;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Routes.Stability;

/// <summary>Computes what touches what in a route, and how it reacts.</summary>
internal static class StabilityAssessor
{
    /// <summary>Assesses the contacts of a route.</summary>
    /// <param name="route">Compiled route.</param>
    /// <param name="draw">Nominal draw.</param>
    public static RouteStability Assess(CompiledRoute route, ReadOnlySpan<double> draw)
    {
        var separator = route.Separator.Electrolyte.Material;
        var catholyte = route.Cathode.Catholyte?.Material;
        var places = new List<(string Place, Material Material)> { ("separator", separator) };
        AddNew(places, "catholyte", catholyte);
        AddNew(places, "coating", route.Cathode.Coating);
        AddNew(places, "interlayer", route.Anode.Interlayer);
        var everything = places.Select(item => item.Material).Append(route.Cathode.Active).Append(route.Anode.Material).Distinct().ToList();
        var obstacles = everything.ToDictionary(material => material, ContactEnergies.Obstacle);
        var windows = places.Where(item => obstacles[item.Material] is null && !IsLithium(item.Material)).Select(item => Window(item.Place, item.Material));
        var pairs = Pairs(route, separator, catholyte).Where(pair => obstacles.GetValueOrDefault(pair.First) is null && obstacles.GetValueOrDefault(pair.Second) is null);
        var neighbour = route.Anode.Interlayer ?? separator;
        var anode = obstacles[neighbour] is null && !IsLithium(neighbour) ? Contact(neighbour, route.Anode.Material, draw[route.Anode.Potential]) : null;
        return new RouteStability([.. windows], anode, [.. pairs.Select(Interface)], [.. obstacles.Values.OfType<string>().Distinct(StringComparer.Ordinal)]);
    }

    private static void AddNew(List<(string Place, Material Material)> places, string place, Material? material)
    {
        if (material is not null && !places.Exists(item => ReferenceEquals(item.Material, material)))
        {
            places.Add((place, material));
        }
    }

    private static bool IsLithium(Material material) => material.Family is "lithium-metal" or "anode-free";

    private static ComputedWindow Window(string place, Material material)
    {
        var substance = ContactEnergies.SubstanceOf(material);
        var window = ContactEnergies.Window(substance);
        return new ComputedWindow(
            place, material, substance.Formula, window.ReductionPotential, window.OxidationPotential,
            window.ReductionReaction?.ToString() ?? "", window.OxidationReaction?.ToString() ?? "");
    }

    private static IEnumerable<(string Place, Material First, Material Second, bool IsCharged)> Pairs(CompiledRoute route, Material separator, Material? catholyte)
    {
        if (IsLithium(route.Anode.Material))
        {
            yield return ("anode", route.Anode.Interlayer ?? separator, route.Anode.Material, false);
        }

        if (route.Anode.Interlayer is { } interlayer)
        {
            yield return ("interlayer", separator, interlayer, false);
        }

        if (catholyte is not null && !ReferenceEquals(catholyte, separator))
        {
            yield return ("catholyte", catholyte, separator, false);
        }

        var inner = catholyte ?? separator;
        if (route.Cathode.Coating is { } coating)
        {
            yield return ("coating", inner, coating, false);
            yield return ("cathode", coating, route.Cathode.Active, true);
        }
        else
        {
            yield return ("cathode", inner, route.Cathode.Active, false);
            yield return ("cathode", inner, route.Cathode.Active, true);
        }
    }

    private static ComputedInterface Interface((string Place, Material First, Material Second, bool IsCharged) pair)
    {
        var second = ContactEnergies.SubstanceOf(pair.Second);
        second = pair.IsCharged ? ContactEnergies.Charged(second) : second;
        var minimum = ContactEnergies.Reaction(ContactEnergies.SubstanceOf(pair.First), second).Minimum;
        return new ComputedInterface(pair.Place, pair.First, pair.Second, second.Formula, minimum.Energy, minimum.Energy < -1e-6 ? minimum.Reaction.ToString() : "") { IsCharged = pair.IsCharged };
    }

    private static AnodeContactFinding Contact(Material electrolyte, Material anode, double potential)
    {
        var substance = ContactEnergies.SubstanceOf(electrolyte);
        var step = ContactEnergies.At(substance, potential);
        var ground = ContactEnergies.Window(substance);
        var energy = Math.Min(0, step.ReactionEnergy + (step.Uptake * (potential - step.From) / substance.Composition.AtomCount)) + (ground.EnergyAboveHull ?? 0);
        var isStable = step.Uptake <= 0;
        return new AnodeContactFinding(electrolyte, anode, potential, isStable, Math.Min(0, energy), isStable ? "" : step.Reaction.ToString(), ContactEnergies.Conducting(step));
    }
}
