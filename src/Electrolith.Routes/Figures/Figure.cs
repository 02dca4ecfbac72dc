namespace Electrolith.Routes.Figures;

/// <summary>A figure without any drawing decision: what is shown, on which axes, with which words.</summary>
public sealed record Figure
{
    /// <summary>The heading printed above the data.</summary>
    public required string Title { get; init; }

    /// <summary>What a reader who cannot see the figure should know; it becomes the description of the drawing.</summary>
    public string AltText { get; init; } = "";

    /// <summary>The horizontal axis.</summary>
    public FigureAxis XAxis { get; init; } = new();

    /// <summary>The vertical axis.</summary>
    public FigureAxis YAxis { get; init; } = new();

    /// <summary>What is drawn, the first at the back.</summary>
    public IReadOnlyList<FigureSeries> Series { get; init; } = [];

    /// <summary>Lines printed below the legend.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Width of the drawing in pixels; 720 suits a report column and stays readable at half of it.</summary>
    public double Width { get; init; } = 720;

    /// <summary>Height of the data area in pixels when the vertical axis has no categories (else it follows from their number).</summary>
    public double PlotHeight { get; init; } = 360;
}
