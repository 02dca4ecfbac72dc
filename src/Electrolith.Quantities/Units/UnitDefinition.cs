namespace Electrolith.Quantities.Units;

/// <summary>What a share is a share of.</summary>
public enum ShareBasis
{
    /// <summary>Not said, or not a share.</summary>
    Any,

    /// <summary>Of mass.</summary>
    Mass,

    /// <summary>Of volume.</summary>
    Volume,

    /// <summary>Of the number of atoms or molecules.</summary>
    Amount,
}

/// <summary>A unit symbol.</summary>
/// <param name="Symbol">As written.</param>
/// <param name="Factor">SI value of one unit.</param>
/// <param name="Dimension">Dimension.</param>
/// <param name="Prefixes">SI prefixes that people put before it; empty for none.</param>
/// <param name="Basis">What a share is a share of.</param>
public sealed record UnitDefinition(string Symbol, double Factor, Dimension Dimension, string Prefixes = "", ShareBasis Basis = ShareBasis.Any);

/// <summary>A unit expression that was read, such as <c>mS/cm</c>.</summary>
/// <param name="Factor">SI value of one unit.</param>
/// <param name="Dimension">Dimension.</param>
/// <param name="Basis">What a share is a share of.</param>
/// <param name="IsCelsius">True for degrees Celsius alone, which have an offset.</param>
/// <param name="Money">Currency and price year, when money occurs.</param>
public readonly record struct Unit(double Factor, Dimension Dimension, ShareBasis Basis = ShareBasis.Any, bool IsCelsius = false, MoneyBasis? Money = null);
