using System.Numerics;
using Electrolith.Impedance.Relaxation;
using Electrolith.Impedance.Spectra;
using Electrolith.Routes.Figures;

namespace Electrolith.Cli.Output.Eis;

/// <summary>Figures of spectra.</summary>
internal static class EisFigures
{
    private const double DataWidth = 616;

    /// <summary>Nyquist diagram with equal axes: measured points, and a line of the model when there is one.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="model">Impedances at its frequencies; empty for none.</param>
    /// <param name="name">Name of the model.</param>
    public static string Nyquist(Spectrum spectrum, IReadOnlyList<Complex> model, string name) => SvgRenderer.Render(NyquistFigure(spectrum, model, name));

    /// <summary>The same as a figure.</summary>
    public static Figure NyquistFigure(Spectrum spectrum, IReadOnlyList<Complex> model, string name)
    {
        // A blocking tail would press the arcs into a corner: it is cut a little above them.
        var shown = Arcs(spectrum);
        var outside = spectrum.Count - shown.Count;
        var (left, right) = (Math.Min(0, shown.Min(z => z.Real)), shown.Max(z => z.Real));
        var (bottom, top) = (Math.Min(0, shown.Min(z => -z.Imaginary)), shown.Max(z => -z.Imaginary));
        // Equal aspect: the longer side of the data decides the length of an ohm; a steep tail is cut to a square.
        var width = Math.Max(right - left, (top - bottom) / 1.2);
        var height = Math.Clamp((top - bottom) / width * DataWidth, 120, 1.2 * DataWidth);
        var series = new List<FigureSeries> { new PointSeries { Name = "measured", Style = SeriesStyle.Measured, Points = [.. spectrum.Impedances.Select(z => new FigurePoint(z.Real, -z.Imaginary))] } };
        if (model.Count > 0)
        {
            series.Insert(0, new LineSeries { Name = name, Points = [.. model.Select(z => (z.Real, -z.Imaginary))] });
        }

        return new Figure
        {
            Title = spectrum.Name.Length > 0 ? Path.GetFileName(spectrum.Name) : "Nyquist diagram",
            XAxis = new FigureAxis { Label = "Z'", Unit = "ohm", Low = left, High = left + width },
            YAxis = new FigureAxis { Label = "-Z''", Unit = "ohm", Low = bottom, High = bottom + (height / DataWidth * width) },
            PlotHeight = height, Series = series,
            Notes = outside > 0 ? [FormattableString.Invariant($"{outside} points of the tail lie outside, up to {spectrum.Impedances.Max(z => -z.Imaginary):G4} ohm.")] : [],
        };
    }

    /// <summary>All points, or those of the arcs and the foot of the tail when the tail is more than four times as high.</summary>
    private static List<Complex> Arcs(Spectrum spectrum)
    {
        var falling = Enumerable.Range(0, spectrum.Count).OrderByDescending(at => spectrum.Frequencies[at]).Select(at => spectrum.Impedances[at]).ToList();
        // The foot: the lowest point after the highest point of the arcs, from which the tail rises to the end.
        var foot = Enumerable.Range(1, Math.Max(0, falling.Count - 2)).Where(at => -falling[at].Imaginary < -falling[at - 1].Imaginary && falling[at].Real > 0).DefaultIfEmpty(-1).Last();
        if (foot < 2)
        {
            return falling;
        }

        var arcs = Math.Max(falling[foot].Real, falling.Take(foot).Max(z => -z.Imaginary));
        var kept = falling.Where((z, at) => at <= foot || -z.Imaginary <= 0.6 * arcs).ToList();
        return falling.Max(z => -z.Imaginary) > 4 * arcs && kept.Count >= 5 ? kept : falling;
    }

    /// <summary>Modulus over frequency.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="model">Impedances at its frequencies; empty for none.</param>
    public static Figure Modulus(Spectrum spectrum, IReadOnlyList<Complex> model) => Bode(spectrum, model, "|Z|", "ohm", z => z.Magnitude, AxisScaleKind.Logarithmic);

    /// <summary>Phase over frequency.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="model">Impedances at its frequencies; empty for none.</param>
    public static Figure Phase(Spectrum spectrum, IReadOnlyList<Complex> model) => Bode(spectrum, model, "-phase", "degrees", z => -z.Phase * 180 / Math.PI, AxisScaleKind.Linear);

    /// <summary>Deviation of a model over frequency, as a share of |Z|.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="model">Impedances at its frequencies.</param>
    public static Figure Residuals(Spectrum spectrum, IReadOnlyList<Complex> model)
    {
        FigureSeries Part(string name, Func<Complex, double> of, string marker) => new PointSeries
        {
            Name = $"{name}{marker}", Style = SeriesStyle.Measured,
            Points = [.. spectrum.Frequencies.Select((f, at) => new FigurePoint(f, 100 * of(spectrum.Impedances[at] - model[at]) / spectrum.Impedances[at].Magnitude))],
        };
        return new Figure
        {
            Title = "Measured less model", PlotHeight = 200,
            XAxis = new FigureAxis { Label = "Frequency", Unit = "Hz", Scale = AxisScaleKind.Logarithmic }, YAxis = new FigureAxis { Label = "Share of |Z|", Unit = "%", IncludesZero = true },
            Series = [Part("real part", z => z.Real, ""), Part("imaginary part", z => z.Imaginary, "")],
        };
    }

    private static Figure Bode(Spectrum spectrum, IReadOnlyList<Complex> model, string label, string unit, Func<Complex, double> of, AxisScaleKind scale)
    {
        var order = Enumerable.Range(0, spectrum.Count).OrderBy(at => spectrum.Frequencies[at]).ToList();
        var series = new List<FigureSeries> { new PointSeries { Name = "measured", Style = SeriesStyle.Measured, Points = [.. order.Select(at => new FigurePoint(spectrum.Frequencies[at], of(spectrum.Impedances[at])))] } };
        if (model.Count > 0)
        {
            series.Insert(0, new LineSeries { Name = "model", Points = [.. order.Select(at => (spectrum.Frequencies[at], of(model[at])))] });
        }

        return new Figure { Title = $"{label} over frequency", PlotHeight = 220, XAxis = new FigureAxis { Label = "Frequency", Unit = "Hz", Scale = AxisScaleKind.Logarithmic }, YAxis = new FigureAxis { Label = label, Unit = unit, Scale = scale }, Series = series };
    }

    /// <summary>γ over τ.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="result">The distribution.</param>
    public static string Relaxation(Spectrum spectrum, RelaxationResult result) => SvgRenderer.Render(RelaxationFigure(spectrum, result));

    /// <summary>The same as a figure.</summary>
    public static Figure RelaxationFigure(Spectrum spectrum, RelaxationResult result) => new()
    {
        Title = "Distribution of relaxation times" + (spectrum.Name.Length > 0 ? ": " + Path.GetFileName(spectrum.Name) : ""),
        XAxis = new FigureAxis { Label = "Relaxation time", Unit = "s", Scale = AxisScaleKind.Logarithmic },
        YAxis = new FigureAxis { Label = "γ(ln τ)", Unit = "ohm", IncludesZero = true },
        Series =
        [
            .. result.Lower.IsEmpty ? Array.Empty<FigureSeries>() : [new BandSeries { Name = "95 % band", Points = [.. result.Times.Select((time, point) => (time, result.Lower[point], result.Upper[point]))] }],
            new LineSeries { Name = result.Lower.IsEmpty ? result.IsDiscrete ? "R over its stretch of ln τ" : $"λ = {result.Lambda:G2}" : "most probable", Points = [.. result.Times.Zip(result.Gamma)] },
            new PointSeries { Name = "peaks", Points = [.. result.Peaks.Select(peak => new FigurePoint(peak.Time, peak.Height) { Label = $"{FitText.Number(peak.Resistance)} ohm" })] },
        ],
    };

    /// <summary>ln(σT) over 1000/T.</summary>
    /// <param name="temperatures">K.</param>
    /// <param name="conductivities">S/m.</param>
    /// <param name="fit">The line.</param>
    public static string Arrhenius(IReadOnlyList<double> temperatures, IReadOnlyList<double> conductivities, Electrolith.Impedance.Desk.ArrheniusFit fit) => SvgRenderer.Render(ArrheniusFigure(temperatures, conductivities, fit));

    /// <summary>The same as a figure.</summary>
    public static Figure ArrheniusFigure(IReadOnlyList<double> temperatures, IReadOnlyList<double> conductivities, Electrolith.Impedance.Desk.ArrheniusFit fit) => new()
    {
        Title = $"Activation energy {fit.ActivationEnergy:F3} eV",
        XAxis = new FigureAxis { Label = "1000 / T", Unit = "1/K" },
        YAxis = new FigureAxis { Label = "σT", Unit = "S K/cm", Scale = AxisScaleKind.Logarithmic },
        Series =
        [
            new LineSeries { Name = "fit", Points = [.. temperatures.Order().Select(t => (1000 / t, fit.Conductivity(t) * t / 100))] },
            new PointSeries { Name = "measured", Style = SeriesStyle.Measured, Points = [.. temperatures.Zip(conductivities, (t, sigma) => new FigurePoint(1000 / t, sigma * t / 100))] },
        ],
    };
}
