namespace Electrolith.Routes.Figures;

/// <summary>How an axis maps values to places.</summary>
public enum AxisScaleKind
{
    /// <summary>Equal differences are equally long.</summary>
    Linear,

    /// <summary>Equal ratios are equally long; values not above zero are left out and counted in a note.</summary>
    Logarithmic,
}

/// <summary>One axis of a figure.</summary>
public sealed record FigureAxis
{
    /// <summary>What the axis shows, without the unit; empty for none.</summary>
    public string Label { get; init; } = "";

    /// <summary>The unit, printed in brackets after the label; empty for a pure number or categories.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Linear or logarithmic.</summary>
    public AxisScaleKind Scale { get; init; } = AxisScaleKind.Linear;

    /// <summary>The fixed lower end, or null to follow the data.</summary>
    public double? Low { get; init; }

    /// <summary>The fixed upper end, or null to follow the data.</summary>
    public double? High { get; init; }

    /// <summary>Whether an automatic linear range reaches zero.</summary>
    public bool IncludesZero { get; init; }

    /// <summary>Names at the places 0, 1, 2, …; empty for an axis of numbers. A vertical axis counts from the top.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];
}
