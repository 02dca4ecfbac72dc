using System.Collections.Immutable;
using Electrolith.Quantities;

namespace Electrolith.Industry.Costs;

/// <summary>What an amount counts.</summary>
public enum BillUnit
{
    /// <summary>Mass, kg.</summary>
    Kilogram,

    /// <summary>Area, m².</summary>
    SquareMetre,

    /// <summary>Pieces.</summary>
    Piece,
}

/// <summary>One material of a cell.</summary>
public sealed record BillItem
{
    /// <summary>Id of the material.</summary>
    public required string Id { get; init; }

    /// <summary>Name in tables.</summary>
    public required string Name { get; init; }

    /// <summary>Amount in one good cell, in <see cref="Unit"/>, 0 or more.</summary>
    public required double Amount { get; init; }

    /// <summary>What the amount counts.</summary>
    public BillUnit Unit { get; init; } = BillUnit.Kilogram;

    /// <summary>Price per unit in US dollars of the price year, 0 or more.</summary>
    public required double Price { get; init; }

    /// <summary>How sure the price is.</summary>
    public ValueStatus Status { get; init; } = ValueStatus.Assumed;

    /// <summary>Source of the price.</summary>
    public string SourceKey { get; init; } = "electrolith-assumed";

    /// <summary>Step of the line at which it enters, from 0: every later step wastes some of it.</summary>
    public int EntersAtStep { get; init; }

    /// <summary>Share of the bought material that reaches its step, above 0, at most 1 (cutting, edges, dust).</summary>
    public double MaterialYield { get; init; } = 1;
}

/// <summary>Everything the material cost of a cell depends on.</summary>
public sealed record BillOfMaterials
{
    /// <summary>The materials.</summary>
    public required ImmutableArray<BillItem> Items { get; init; }

    /// <summary>Yields of the steps of the line in order, above 0, at most 1.</summary>
    public ImmutableArray<double> StepYields { get; init; } = [];

    /// <summary>Energy of one good cell, J, above 0.</summary>
    public required double CellEnergyJoule { get; init; }

    /// <summary>Year of the US dollars.</summary>
    public required int PriceYear { get; init; }
}

/// <summary>Cost of one material in one good cell.</summary>
/// <param name="Item">The material.</param>
/// <param name="BoughtAmount">Bought per good cell, in the unit of the item.</param>
/// <param name="CostPerCell">US dollars.</param>
/// <param name="ScrapCostPerCell">Part of it that ended as scrap, US dollars.</param>
/// <param name="Share">Share of the material cost.</param>
public readonly record struct MaterialCostItem(BillItem Item, double BoughtAmount, double CostPerCell, double ScrapCostPerCell, double Share);

/// <summary>Material cost of a cell.</summary>
/// <param name="Items">By material, in the order of the bill.</param>
/// <param name="CostPerCell">US dollars of the price year.</param>
/// <param name="ScrapCostPerCell">Part of it that ended as scrap.</param>
/// <param name="CostPerJoule">US dollars per joule of cell energy.</param>
/// <param name="PriceYear">Year of the dollars.</param>
public sealed record MaterialCost(ImmutableArray<MaterialCostItem> Items, double CostPerCell, double ScrapCostPerCell, double CostPerJoule, int PriceYear)
{
    /// <summary>US dollars per kWh.</summary>
    public double CostPerKilowattHour => CostPerJoule * 3.6e6;

    /// <summary>Share of the cost that rests on prices that are assumed or unconfirmed.</summary>
    public double UncertainShare => Items.Where(item => item.Item.Status is ValueStatus.Assumed or ValueStatus.Unconfirmed).Sum(item => item.Share);
}

/// <summary>What the materials of a cell cost, with what is wasted on the way.</summary>
public static class MaterialCostModel
{
    /// <summary>Adds up the bill. Scrap has no value; sell-back is a price below.</summary>
    /// <param name="bill">The bill.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount, a price or a yield is outside its range.</exception>
    public static MaterialCost Evaluate(BillOfMaterials bill)
    {
        ArgumentNullException.ThrowIfNull(bill);
        if (!(bill.CellEnergyJoule > 0 && double.IsFinite(bill.CellEnergyJoule)))
        {
            throw new ArgumentOutOfRangeException(nameof(bill), bill.CellEnergyJoule, "the energy of a cell must be above zero and finite");
        }

        var items = new MaterialCostItem[bill.Items.Length];
        var (total, scrap) = (0.0, 0.0);
        for (var index = 0; index < items.Length; index++)
        {
            items[index] = Cost(bill.Items[index], bill.StepYields.AsSpan());
            total += items[index].CostPerCell;
            scrap += items[index].ScrapCostPerCell;
        }

        foreach (ref var item in items.AsSpan())
        {
            item = item with { Share = total > 0 ? item.CostPerCell / total : 0 };
        }

        return new MaterialCost([.. items], total, scrap, total / bill.CellEnergyJoule, bill.PriceYear);
    }

    private static MaterialCostItem Cost(BillItem item, ReadOnlySpan<double> yields)
    {
        if (!(item.Amount >= 0 && item.Price >= 0 && double.IsFinite(item.Amount) && double.IsFinite(item.Price)))
        {
            throw new ArgumentOutOfRangeException(nameof(item), (item.Amount, item.Price), $"amount and price of {item.Id} must be zero or more and finite");
        }

        if (!(item.MaterialYield > 0 && item.MaterialYield <= 1) || item.EntersAtStep < 0 || item.EntersAtStep > yields.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(item), (item.MaterialYield, item.EntersAtStep), $"yield of {item.Id} must be above 0 and at most 1, its step one of {yields.Length}");
        }

        var bought = item.Amount / (item.MaterialYield * CostEquations.YieldFrom(yields, item.EntersAtStep));
        return new MaterialCostItem(item, bought, bought * item.Price, (bought - item.Amount) * item.Price, 0);
    }
}
