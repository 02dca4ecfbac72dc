using System.Collections.Immutable;
using System.Numerics;
using Electrolith.Cells.Dynamics;
using Electrolith.Cli.Commands.Cell;
using Electrolith.Routes.Figures;

namespace Electrolith.Cli.Output.Cell;

/// <summary>Figures of the verbs on cell files.</summary>
internal static class CellFigures
{
    /// <summary>Voltage and open-circuit voltage over the charge of one discharge, or over time for a longer protocol.</summary>
    public static string Simulation(string name, CellRun run)
    {
        var isDischarge = run.Steps.Length == 1 && run.Steps[0].Charge > 0;
        double X(CellSample sample) => isDischarge ? sample.Charge / 36000 : sample.Time / 3600;
        return SvgRenderer.Render(new Figure
        {
            Title = name,
            AltText = $"Voltage of {name}",
            XAxis = isDischarge ? new FigureAxis { Label = "Charge", Unit = "mAh/cm²" } : new FigureAxis { Label = "Time", Unit = "h" },
            YAxis = new FigureAxis { Label = "Voltage", Unit = "V" },
            Series =
            [
                new LineSeries { Name = "voltage", Points = [.. run.Samples.Select(sample => (X(sample), sample.Voltage))] },
                new LineSeries { Name = "open circuit", Points = [.. run.Samples.Select(sample => (X(sample), sample.Parts.OpenCircuit))] },
            ],
        });
    }

    /// <summary>Capacity over rate.</summary>
    public static string Rates(string name, IEnumerable<RatePoint> points) => SvgRenderer.Render(new Figure
    {
        Title = name,
        AltText = $"Capacity of {name} over the discharge rate",
        XAxis = new FigureAxis { Label = "Rate", Unit = "C", Scale = AxisScaleKind.Logarithmic },
        YAxis = new FigureAxis { Label = "Capacity", Unit = "mAh/cm²", IncludesZero = true },
        Series = [new LineSeries { Name = "capacity", Points = [.. points.Select(point => (point.Rate, point.Capacity / 36000))] }],
    });

    /// <summary>Energy over power.</summary>
    public static string Ragone(string name, IEnumerable<RatePoint> points) => SvgRenderer.Render(new Figure
    {
        Title = name,
        AltText = $"Energy of {name} over its power",
        XAxis = new FigureAxis { Label = "Power", Unit = "mW/cm²", Scale = AxisScaleKind.Logarithmic },
        YAxis = new FigureAxis { Label = "Energy", Unit = "mWh/cm²", IncludesZero = true },
        Series = [new LineSeries { Name = "energy", Points = [.. points.Where(point => point.Power > 0).Select(point => (point.Power / 10, point.Energy / 36000))] }],
    });

    /// <summary>Mean losses as bars.</summary>
    public static string Limits(string name, LimitReport limits)
    {
        var order = Enumerable.Range(0, limits.Losses.Length).OrderByDescending(index => limits.Losses[index]).ToList();
        return SvgRenderer.Render(new Figure
        {
            Title = name,
            AltText = $"Mean losses of {name}",
            XAxis = new FigureAxis { Label = "Mean loss", Unit = "mV", IncludesZero = true },
            YAxis = new FigureAxis { Categories = [.. order.Select(index => VoltageParts.LossNames[index].Replace('-', ' '))] },
            Series = [new BarSeries { Name = "loss", Values = [.. order.Select(index => limits.Losses[index] * 1e3)] }],
        });
    }

    /// <summary>Nyquist plot: an ohm is as long on both axes, the steep end of the tail is cut to a square.</summary>
    public static string Impedance(string name, ImmutableArray<Complex> spectrum)
    {
        const double DataWidth = 616;
        var (left, right) = (spectrum.Min(z => z.Real) * 1e4, spectrum.Max(z => z.Real) * 1e4);
        var (bottom, top) = (Math.Min(0, spectrum.Min(z => -z.Imaginary) * 1e4), spectrum.Max(z => -z.Imaginary) * 1e4);
        var width = 1.05 * Math.Max(Math.Max(right - left, top - bottom), 1e-9);
        var height = Math.Clamp(1.05 * (top - bottom) / width, 0.2, 1);
        return SvgRenderer.Render(new Figure
        {
            Title = name,
            AltText = $"Impedance of {name}",
            XAxis = new FigureAxis { Label = "Re Z", Unit = "Ω cm²", Low = left - (0.02 * width), High = left + (0.98 * width) },
            YAxis = new FigureAxis { Label = "−Im Z", Unit = "Ω cm²", Low = bottom, High = bottom + (height * width) },
            PlotHeight = height * DataWidth,
            Series = [new LineSeries { Name = "impedance", Points = [.. spectrum.Select(z => (z.Real * 1e4, -z.Imaginary * 1e4))] }],
        });
    }

    /// <summary>Capacity over cycles.</summary>
    public static string Cycles(string name, ImmutableArray<CycleResult> cycles) => SvgRenderer.Render(new Figure
    {
        Title = name,
        AltText = $"Capacity of {name} over cycles",
        XAxis = new FigureAxis { Label = "Cycle" },
        YAxis = new FigureAxis { Label = "Capacity", Unit = "mAh/cm²", IncludesZero = true },
        Series = [new LineSeries { Name = "capacity", Points = [.. cycles.Select(cycle => ((double)cycle.Cycle, cycle.Capacity / 36000))] }],
    });
}
