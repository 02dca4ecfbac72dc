using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Electrolith.Industry.Decisions;
using Electrolith.Quantities;

namespace Electrolith.Industry.Scenarios;

/// <summary>Something by which routes are limited or compared.</summary>
public sealed record EvaluationCriterion
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Name in a sentence.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of quantity.</summary>
    public required QuantityKind Quantity { get; init; }

    /// <summary>Whether more or less is better.</summary>
    public required CriterionKind Kind { get; init; }

    /// <summary>True when decades are compared.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Low end of the absolute scale of decisions, SI (dollars per SI unit for money).</summary>
    public required double ReferenceLow { get; init; }

    /// <summary>High end.</summary>
    public required double ReferenceHigh { get; init; }

    /// <summary>False for what the models of this version cannot predict: such a limit is reported as not assessed.</summary>
    public bool IsAssessed { get; init; } = true;

    /// <summary>True when the value is an amount of money.</summary>
    public bool IsMoney => Quantity == QuantityKinds.MoneyPerEnergy;

    /// <summary>The criterion as a column of a decision matrix.</summary>
    /// <param name="weight">Weight, 0 or more.</param>
    public Criterion ToColumn(double weight) =>
        new() { Id = Id, Kind = Kind, Weight = weight, IsLogarithmic = IsLogarithmic, ReferenceLow = ReferenceLow, ReferenceHigh = ReferenceHigh };
}

/// <summary>Every criterion. The reference values span what is reported from poor laboratory cells to the best claims, so that a score does not depend on the other routes.</summary>
public static class EvaluationCriteria
{
    private const double WattHour = 3600;
    private const double KilowattHour = 3.6e6;

    /// <summary>All criteria.</summary>
    public static ImmutableArray<EvaluationCriterion> All { get; } =
    [
        Of("specific-energy", "specific energy of the cell", QuantityKinds.SpecificEnergy, CriterionKind.Benefit, 50 * WattHour, 600 * WattHour),
        Of("energy-density", "energy density of the cell", QuantityKinds.VolumetricEnergy, CriterionKind.Benefit, 100 * WattHour * 1e3, 1500 * WattHour * 1e3),
        Of("area-specific-resistance", "area-specific resistance", QuantityKinds.AreaSpecificResistance, CriterionKind.Cost, 1e-4, 1) with { IsLogarithmic = true },
        Of("maximum-rate", "highest rate", QuantityKinds.ChargeRate, CriterionKind.Benefit, 0.01 / 3600, 10.0 / 3600) with { IsLogarithmic = true },
        Of("stack-pressure", "stack pressure", QuantityKinds.Pressure, CriterionKind.Cost, 0, 50e6),
        Of("operating-temperature", "operating temperature", QuantityKinds.Temperature, CriterionKind.Cost, 298.15, 423.15),
        Of("material-cost", "material cost", QuantityKinds.MoneyPerEnergy, CriterionKind.Cost, 10 / KilowattHour, 1000 / KilowattHour) with { IsLogarithmic = true },
        Of("cycle-life", "cycle life", QuantityKinds.Dimensionless, CriterionKind.Benefit, 10, 10000) with { IsLogarithmic = true, IsAssessed = false },
        Of("cell-capacity", "capacity of the cell", QuantityKinds.Charge, CriterionKind.Benefit, 0.36, 360000) with { IsLogarithmic = true },
        Of("dry-room", "dew point of the dry room", QuantityKinds.Temperature, CriterionKind.Benefit, 193.15, 293.15),
    ];

    /// <summary>Finds a criterion.</summary>
    /// <param name="id">Stable id.</param>
    /// <param name="criterion">The criterion; null when there is none.</param>
    public static bool TryGet(string id, [NotNullWhen(true)] out EvaluationCriterion? criterion) =>
        (criterion = All.FirstOrDefault(item => item.Id == id)) is not null;

    private static EvaluationCriterion Of(string id, string name, QuantityKind quantity, CriterionKind kind, double low, double high) =>
        new() { Id = id, Name = name, Quantity = quantity, Kind = kind, ReferenceLow = low, ReferenceHigh = high };
}
