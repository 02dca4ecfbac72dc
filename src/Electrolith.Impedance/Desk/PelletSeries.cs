using System.Collections.Immutable;
using Electrolith.Impedance.Fitting;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Desk;

/// <summary>One temperature of a series.</summary>
/// <param name="Spectrum">The spectrum.</param>
/// <param name="Temperature">K; null when it is not known.</param>
/// <param name="Fit">The fitted circuit.</param>
/// <param name="Pellet">Its conductivities.</param>
public sealed record PelletPoint(Spectrum Spectrum, double? Temperature, FitResult Fit, PelletAnalysis Pellet);

/// <summary>Conductivities of one pellet at several temperatures with their activation energies.</summary>
/// <param name="Points">From cold to warm.</param>
/// <param name="Total">Activation energy of the total conductivity; null with fewer than two different temperatures.</param>
/// <param name="Bulk">Of the bulk; null when fewer than two temperatures show an arc of it.</param>
/// <param name="GrainBoundary">Of the grain boundaries; null when fewer than two temperatures show an arc of them.</param>
/// <param name="Vogel">VTF law of the total conductivity; null with fewer than four temperatures.</param>
/// <param name="Findings">What to be careful about.</param>
public sealed record PelletSeries(
    ImmutableArray<PelletPoint> Points, ArrheniusFit? Total, ArrheniusFit? Bulk, ArrheniusFit? GrainBoundary, VogelFit? Vogel, ImmutableArray<string> Findings)
{
    // Fewer degrees than this make an activation energy that the noise decides.
    private const double ShortRange = 30;

    // Above this share of its value a resistance is not worth an activation energy.
    private const double WideShare = 0.03;

    /// <summary>Puts analysed spectra together.</summary>
    /// <param name="points">Spectra with temperatures; those without one are kept, and left out of the lines.</param>
    public static PelletSeries Of(IEnumerable<PelletPoint> points)
    {
        ImmutableArray<PelletPoint> all = [.. points.OrderBy(point => point.Temperature ?? double.PositiveInfinity)];
        var findings = ImmutableArray.CreateBuilder<string>();
        var total = Line(all, pellet => pellet.Total);
        var known = all.Where(point => point.Temperature is not null && point.Pellet.Total is not null).ToList();
        var vogel = known.Select(point => point.Temperature).Distinct().Count() >= 4
            ? VogelFit.Of([.. known.Select(point => point.Temperature!.Value)], [.. known.Select(point => point.Pellet.Total!.Value)]) : null;
        if (known.Count > 1 && known.Max(point => point.Temperature) - known.Min(point => point.Temperature) < ShortRange)
        {
            findings.Add($"the temperatures are {known.Max(point => point.Temperature) - known.Min(point => point.Temperature):F0} K apart: measure over 30 K or more, and one decade of conductivity, for an activation energy");
        }

        // Bulk and grain boundaries of different activation energy bend the line of their sum too, and then their own lines say it.
        if (vogel is { IsDetermined: true } && total is not null && known.Count >= 5 && vogel.Deviation < 0.3 * total.Deviation && Line(all, pellet => pellet.GrainBoundary) is null)
        {
            findings.Add($"the points bend: the Vogel-Tammann-Fulcher law deviates by {vogel.Deviation:P1}, the Arrhenius law by {total.Deviation:P1}");
        }

        if (all.Select(point => point.Pellet.Arcs.Any(arc => arc.Process == "bulk")).Distinct().Count() > 1)
        {
            findings.Add("the arc of the bulk is seen at some temperatures only; elsewhere the series resistance stands for it");
        }

        var together = all.Where(point => point.Temperature is not null && point.Pellet.SplitCorrelation < -0.97 && point.Pellet.Arcs.Any(arc => arc.ResistanceError > WideShare * arc.Resistance)).Select(point => $"{point.Temperature - 273.15:0.##}").ToList();
        if (together.Count > 0)
        {
            findings.Add($"bulk and grain boundary are determined together only at {string.Join(", ", together)} degC: their sum is known, their parts and activation energies are not");
        }

        return new PelletSeries(all, total, Line(all, pellet => Arc(pellet, "bulk")), Line(all, pellet => pellet.GrainBoundary), vogel, findings.ToImmutable());
    }

    private static double? Arc(PelletAnalysis pellet, string process) => pellet.Arcs.Any(arc => arc.Process == process) ? pellet.Bulk : null;

    private static ArrheniusFit? Line(ImmutableArray<PelletPoint> points, Func<PelletAnalysis, double?> of)
    {
        var known = points.Where(point => point.Temperature is not null && of(point.Pellet) is not null).ToList();
        return known.Select(point => point.Temperature).Distinct().Count() < 2 ? null
            : ArrheniusFit.Of([.. known.Select(point => point.Temperature!.Value)], [.. known.Select(point => of(point.Pellet)!.Value)]);
    }
}
