namespace Electrolith.Routes.Figures.ReadyMade;

/// <summary>Specific energy over areal capacity and electrolyte thickness, with lines of equal energy.</summary>
public static class EnergyMapFigure
{
    /// <summary>Builds the figure.</summary>
    /// <param name="loadings">Ascending areal capacities in mAh/cm².</param>
    /// <param name="thicknesses">Ascending electrolyte thicknesses in µm.</param>
    /// <param name="values">Specific energies in Wh/kg, first index over the loadings; not finite where no cell exists.</param>
    /// <param name="markerLoading">Areal capacity of the marked cell in mAh/cm²; not finite for no marker.</param>
    /// <param name="markerThickness">Electrolyte thickness of the marked cell in µm; not finite for no marker.</param>
    /// <param name="markerLabel">Text at the marker.</param>
    /// <returns>A heat map with a line every 50 Wh/kg (every 100 or more where that would crowd the map).</returns>
    public static Figure Build(
        IReadOnlyList<double> loadings,
        IReadOnlyList<double> thicknesses,
        double[,] values,
        double markerLoading,
        double markerThickness,
        string markerLabel)
    {
        double[] finite = [.. values.Cast<double>().Where(double.IsFinite)];
        (double low, double high) = finite.Length == 0 ? (0, 0) : (finite.Min(), finite.Max());
        double step = Step(high - low);
        List<FigureSeries> series =
        [
            new HeatMapSeries { Xs = loadings, Ys = thicknesses, Values = values, ValueLabel = "Specific energy (Wh/kg)" },
            new ContourSeries { Name = $"every {NumberText.Format(step)} Wh/kg", Xs = loadings, Ys = thicknesses, Values = values, Levels = Levels(low, high, step) },
        ];
        bool isMarked = double.IsFinite(markerLoading) && double.IsFinite(markerThickness);
        bool isInside = !Outside(loadings, markerLoading) && !Outside(thicknesses, markerThickness);
        if (isMarked && isInside)
        {
            series.Add(new PointSeries { Name = "this route", Colour = "#D55E00", Points = [new FigurePoint(markerLoading, markerThickness) { Label = markerLabel }] });
        }
        List<string> notes = finite.Length < values.Length ? ["White: no cell can be built with these dimensions."] : [];
        if (isMarked && !isInside)
        {
            notes.Add($"{markerLabel} lies outside the map: {NumberText.Format(markerLoading)} mAh/cm², {NumberText.Format(markerThickness)} µm.");
        }
        return new Figure
        {
            Title = "Specific energy by areal capacity and electrolyte thickness",
            AltText = finite.Length == 0 ? "No values." : $"Map of specific energy from {NumberText.Format(low)} to {NumberText.Format(high)} Wh/kg.",
            XAxis = new FigureAxis { Label = "Areal capacity", Unit = "mAh/cm²" },
            YAxis = new FigureAxis { Label = "Electrolyte thickness", Unit = "µm", Scale = SpansDecades(thicknesses) ? AxisScaleKind.Logarithmic : AxisScaleKind.Linear },
            Series = finite.Length == 0 ? [] : series,
            Notes = notes,
        };
    }

    private static double Step(double range)
    {
        double step = 50;
        while (range / step > 16)
        {
            step *= 2;
        }
        return step;
    }

    private static double[] Levels(double low, double high, double step) =>
        [.. Enumerable.Range(0, 40).Select(k => (Math.Floor(low / step) + 1 + k) * step).Where(level => level < high)];

    private static bool SpansDecades(IReadOnlyList<double> places) => places.Count > 1 && places[0] > 0 && places[^1] >= 20 * places[0];

    private static bool Outside(IReadOnlyList<double> places, double value) => places.Count > 0 && (value < places[0] || value > places[^1]);
}
