using System.Globalization;
using System.Text;
using Electrolith.Cells.Dynamics;
using Electrolith.Routes.Figures;

namespace Electrolith.Cli.Output.Cell;

/// <summary>The cell through its depth: reaction, fillings, potentials, the inside of particles and salt, one panel below the other.</summary>
internal static class ProfileFigures
{
    private const double PanelHeight = 220;

    /// <summary>Draws the panels of a run with profiles.</summary>
    public static string Draw(string name, CellRun run)
    {
        var panels = new List<Figure>
        {
            Depth(name, run, "reaction", "Reaction / mean", "", point => point.RelativeReaction),
            Depth(name, run, "filling at the surface of the particles", "Surface filling", "", point => point.Particles.IsEmpty ? null : point.Particles[0].Surface),
            Depth(name, run, "potential of the electrolyte against the negative terminal", "Electrolyte", "V", point => point.ElectrolytePotential),
            Inside(name, run),
        };
        if (run.Profiles.Any(profile => profile.Points[0].Salt is not null))
        {
            panels.Add(Depth(name, run, "salt", "Salt", "mol/m³", point => point.Salt));
        }

        return Stacked(panels.Select((panel, index) => SvgRenderer.Render(panel, $"panel{index}-")));
    }

    /// <summary>Time of a profile.</summary>
    public static string Label(CellProfile profile) => profile.Time is > 0 and < 60 ? FormattableString.Invariant($"{profile.Time:0.###} s") : FormattableString.Invariant($"{profile.Time / 60:0.##} min");

    private static Figure Depth(string name, CellRun run, string what, string label, string unit, Func<ProfilePoint, double?> value) => new()
    {
        Title = $"{name}: {what}",
        AltText = $"{what} through the depth of {name}",
        XAxis = new FigureAxis { Label = "From the negative side", Unit = "µm" },
        YAxis = new FigureAxis { Label = label, Unit = unit },
        PlotHeight = PanelHeight,
        // A line breaks where a region has no value.
        Series = [.. run.Profiles.Select(profile => new LineSeries { Name = Label(profile), Points = [.. profile.Points.Select(point => (point.Depth * 1e6, value(point) ?? double.NaN))] })],
    };

    private static Figure Inside(string name, CellRun run)
    {
        var series = new List<FigureSeries>();
        foreach (var profile in run.Profiles)
        {
            var cathode = profile.Points.Where(point => point.Region == CellRegion.Cathode).ToList();
            foreach (var (place, point, style) in new[] { ("at the separator", cathode[0], SeriesStyle.Model), ("at the collector", cathode[^1], SeriesStyle.Extrapolated) }.Take(cathode.Count > 1 ? 2 : 1))
            {
                var shells = point.Particles[0].Shells;
                series.Add(new LineSeries
                {
                    Name = cathode.Count > 1 ? $"{Label(profile)}, {place}" : Label(profile),
                    Style = style,
                    Colour = FigurePalette.Series(run.Profiles.IndexOf(profile)),
                    Points = [.. shells.Select((filling, index) => ((index + 0.5) / shells.Length, filling)), (1, point.Particles[0].Surface)],
                });
            }
        }

        return new Figure
        {
            Title = $"{name}: filling inside cathode particles",
            AltText = $"filling from the centre to the surface of cathode particles of {name}",
            XAxis = new FigureAxis { Label = "Radius / particle radius", Low = 0, High = 1 },
            YAxis = new FigureAxis { Label = "Filling" },
            PlotHeight = PanelHeight,
            Series = series,
        };
    }

    /// <summary>Whole drawings below each other in one.</summary>
    private static string Stacked(IEnumerable<string> drawings)
    {
        var (body, top, width) = (new StringBuilder(), 0.0, 0.0);
        foreach (var drawing in drawings)
        {
            var start = drawing.IndexOf("<svg ", StringComparison.Ordinal);
            double Size(string attribute)
            {
                var at = drawing.IndexOf($" {attribute}=\"", start, StringComparison.Ordinal) + attribute.Length + 3;
                return double.Parse(drawing[at..drawing.IndexOf('"', at)], CultureInfo.InvariantCulture);
            }

            body.Append(CultureInfo.InvariantCulture, $"<svg y=\"{top}\" ").Append(drawing.AsSpan(start + 5)).Append('\n');
            (top, width) = (top + Size("height"), Math.Max(width, Size("width")));
        }

        return string.Create(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{top}\" viewBox=\"0 0 {width} {top}\">\n{body}</svg>\n");
    }
}
