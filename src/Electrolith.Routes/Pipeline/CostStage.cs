using System.Collections.Immutable;
using Electrolith.Cells;
using Electrolith.Industry.Costs;
using Electrolith.Routes.Compiling;

namespace Electrolith.Routes.Pipeline;

/// <summary>Bill of materials and energy of the factory.</summary>
internal static class CostStage
{
    /// <summary>Yearly production and dry-room floor behind the dry-room figure: the 6 GWh plant of the BatPaC-style baseline.</summary>
    private const double PlantEnergyPerYear = 6e9 * 3600;
    private const double DryRoomArea = 6100;

    /// <summary>Materials of one good cell.</summary>
    /// <param name="route">Compiled route.</param>
    /// <param name="draw">One sample.</param>
    /// <param name="design">Cell design.</param>
    /// <param name="energy">Its energy.</param>
    /// <param name="cathode">Built cathode.</param>
    /// <param name="anode">Built anode.</param>
    public static MaterialCost Materials(
        CompiledRoute route, ReadOnlySpan<double> draw, CellDesign design, CellEnergy energy, in BuiltElectrode cathode, in BuiltElectrode anode)
    {
        var bill = new Bill(draw[route.Factory.MaterialYield]);
        var area = energy.Area;
        var shares = cathode.Composite!.MassShares;
        var cathodeMass = cathode.Layer.MassPerArea * area;
        bill.Add(route.Cathode.Active.Id, "cathode active material", cathodeMass * shares[0], draw[route.Cathode.Price]);
        if (route.Cathode.Catholyte is { } catholyte)
        {
            bill.Add(catholyte.Material.Id, "catholyte", cathodeMass * shares[1], draw[catholyte.Price]);
            bill.Add(route.Cathode.Additives[0].Id, "carbon", cathodeMass * shares[2], draw[route.Cathode.AdditivePrices[0]]);
            bill.Add(route.Cathode.Additives[1].Id, "binder", cathodeMass * shares[3], draw[route.Cathode.AdditivePrices[1]]);
        }

        bill.Add(route.Separator.Electrolyte.Material.Id, "separator", design.Separator.MassPerArea * area, draw[route.Separator.Electrolyte.Price]);
        AddAnode(bill, route, draw, area, anode);
        bill.Add(route.AnodeFoil.Foil.Id, "anode collector", design.NegativeCollector.MassPerArea * ((area / 2) + (design.Format.EndElectrode == EndElectrode.None ? 0 : area / (2 * design.Format.DoubleLayers))), draw[route.AnodeFoil.Price]);
        bill.Add(route.CathodeFoil.Foil.Id, "cathode collector", design.PositiveCollector.MassPerArea * area / 2, draw[route.CathodeFoil.Price]);
        if (route.Cell.IsPouch)
        {
            bill.Add(route.Cell.Pouch.Foil.Id, "pouch", energy.PouchFoilMass, draw[route.Cell.Pouch.Price]);
        }

        return MaterialCostModel.Evaluate(new BillOfMaterials
        {
            Items = bill.ToImmutable(),
            StepYields = [draw[route.Factory.CellYield]],
            CellEnergyJoule = energy.Energy,
            PriceYear = DollarPrices.Year,
        });
    }

    /// <summary>Energy of a dry room at the route's dew point over the energy of the cells made in it.</summary>
    /// <param name="dewPoint">K.</param>
    public static double DryRoomEnergy(double dewPoint) =>
        new DryRoom { AreaSquareMetre = DryRoomArea, DewPointKelvin = dewPoint }.EnergyPerCellEnergy(PlantEnergyPerYear);

    private static void AddAnode(Bill bill, CompiledRoute route, ReadOnlySpan<double> draw, double area, in BuiltElectrode anode)
    {
        var plan = route.Anode;
        var interlayer = plan.Interlayer is null ? 0 : draw[plan.InterlayerThickness] * draw[plan.InterlayerDensity] * area;
        var mass = (anode.Layer.MassPerArea * area) - interlayer;
        if (anode.Composite is { } composite)
        {
            bill.Add(plan.Material.Id, "anode active material", mass * composite.MassShares[0], draw[plan.Price]);
            bill.Add(route.Separator.Electrolyte.Material.Id, "anolyte", mass * composite.MassShares[1], draw[route.Separator.Electrolyte.Price]);
        }
        else if (mass > 0)
        {
            bill.Add(plan.Material.Id, "anode", mass, draw[plan.Price]);
        }

        if (interlayer > 0 && plan.InterlayerPrice >= 0)
        {
            bill.Add(plan.Interlayer!.Id, "interlayer", interlayer, draw[plan.InterlayerPrice]);
        }
    }

    private sealed class Bill(double materialYield)
    {
        private readonly ImmutableArray<BillItem>.Builder items = ImmutableArray.CreateBuilder<BillItem>(12);

        public void Add(string id, string name, double mass, double price) =>
            items.Add(new BillItem { Id = id, Name = name, Amount = mass, Price = price, MaterialYield = materialYield });

        public ImmutableArray<BillItem> ToImmutable() => items.ToImmutable();
    }
}
