using Electrolith.Cli.Commands.Eis;
using Electrolith.Impedance.Desk;
using Electrolith.Impedance.Fitting;
using Electrolith.Impedance.Relaxation;
using Electrolith.Impedance.Spectra;
using Electrolith.Impedance.Validity;
using Electrolith.Routes.Html;

namespace Electrolith.Cli.Output.Eis;

/// <summary>Reports of spectra as one HTML file each.</summary>
internal static class EisReport
{
    /// <summary>Fits with their figures.</summary>
    /// <param name="spectra">The spectra.</param>
    /// <param name="fits">Their fits; several fits of one spectrum are a comparison of circuits.</param>
    /// <param name="intervals">Of the first fit.</param>
    public static string Fit(IReadOnlyList<Spectrum> spectra, IReadOnlyList<FitResult> fits, FitIntervals intervals)
    {
        var page = new HtmlPage($"Impedance: {string.Join(", ", spectra.Take(3).Select(spectrum => Path.GetFileName(spectrum.Name)))}{(spectra.Count > 3 ? ", ..." : "")}")
        {
            Lead = $"{(fits.Count == 1 ? "Circuit" : spectra.Count == 1 ? "Circuits, the best first:" : "Circuit")} {string.Join(", ", fits.Select(fit => fit.Circuit.Text).Distinct(StringComparer.Ordinal))}.",
        };
        if (spectra.Count == 1 && fits.Count > 1)
        {
            page.Section("Comparison", section => section.Table(new HtmlTable
            {
                Columns = [new("circuit"), new("parameters", true), new("sum of squares", true), new("BIC above the best", true)],
                Rows = [.. fits.Select(fit => (IReadOnlyList<HtmlCell>)[fit.Circuit.Text, $"{fit.Free}", FitText.Number(fit.SumOfSquares), FitText.Number(fit.Bayesian - fits[0].Bayesian)])],
            }));
        }

        for (var at = 0; at < spectra.Count; at++)
        {
            var (spectrum, fit) = (spectra[at], fits[at]);
            page.Section(Path.GetFileName(spectrum.Name), section => Spectrum(section.Table(Parameters(fit, at == 0 ? intervals : new FitIntervals([], []))).List(fit.Findings), spectrum, fit.Model, fit.Circuit.Text));
        }

        return page.ToHtml();
    }

    /// <summary>A pellet at one or several temperatures.</summary>
    /// <param name="series">The analysed spectra.</param>
    public static string Pellet(PelletSeries series)
    {
        var page = new HtmlPage("Conductivity of a pellet");
        var known = series.Points.Where(point => point.Temperature is not null && point.Pellet.Total is not null).ToList();
        page.Section("Conductivity", section =>
        {
            section.Table(new HtmlTable
            {
                Columns = [new("spectrum"), new("temperature, °C", true), new("total, mS/cm", true), new("±", true), new("bulk, mS/cm", true), new("grain boundary, mS/cm", true), new("circuit")],
                Rows = [.. series.Points.Select(point => (IReadOnlyList<HtmlCell>)
                [
                    Path.GetFileName(point.Spectrum.Name), point.Temperature is { } kelvin ? FitText.Number(kelvin - 273.15) : "", Milli(point.Pellet.Total), Milli(point.Pellet.TotalError),
                    Milli(point.Pellet.Arcs.Any(arc => arc.Process == "bulk") ? point.Pellet.Bulk : null), Milli(point.Pellet.GrainBoundary), point.Fit.Circuit.Text,
                ])],
            });
            if (series.Total is { } line)
            {
                section.Paragraph($"Activation energy of σT {line.ActivationEnergy:F3} ± {line.ActivationEnergyError:F3} eV.");
                section.Figure(EisFigures.ArrheniusFigure([.. known.Select(point => point.Temperature!.Value)], [.. known.Select(point => point.Pellet.Total!.Value)], line), "Total conductivity times temperature over the inverse temperature; points: measured, line: fit.");
            }

            section.List(series.Findings);
        });
        foreach (var point in series.Points)
        {
            page.Section(Path.GetFileName(point.Spectrum.Name), section => Spectrum(section.Table(Parameters(point.Fit, new FitIntervals([], []))).List([.. point.Pellet.Findings, .. point.Fit.Findings]), point.Spectrum, point.Fit.Model, point.Fit.Circuit.Text));
        }

        return page.ToHtml();
    }

    /// <summary>A distribution of relaxation times.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="result">The distribution.</param>
    public static string Relaxation(Spectrum spectrum, RelaxationResult result)
    {
        var page = new HtmlPage($"Relaxation times: {Path.GetFileName(spectrum.Name)}") { Lead = $"{result.Peaks.Length} processes, polarisation {FitText.Number(result.Polarisation)} ohm, series resistance {FitText.Number(result.SeriesResistance)} ohm." };
        return page.Section("Distribution", section => section
            .Figure(EisFigures.RelaxationFigure(spectrum, result), "Distribution of relaxation times. A small peak beside a large one may come from the regularisation.")
            .Table(new HtmlTable
            {
                Columns = [new("time, s", true), new("resistance, ohm", true), new("capacitance, F", true), new("height, ohm", true)],
                Rows = [.. result.Peaks.Select(peak => (IReadOnlyList<HtmlCell>)[FitText.Number(peak.Time), FitText.Number(peak.Resistance), FitText.Number(peak.Capacitance), FitText.Number(peak.Height)])],
            })
            .Figure(EisFigures.NyquistFigure(spectrum, [], ""), "The spectrum.")).ToHtml();
    }

    /// <summary>The Kramers-Kronig test.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="result">Its result.</param>
    public static string Validity(Spectrum spectrum, KramersKronigResult result)
    {
        var page = new HtmlPage($"Validity: {Path.GetFileName(spectrum.Name)}") { Lead = $"Largest residual {result.LargestResidual:P2} of |Z| with {result.Order} RC elements." };
        return page.Section("Kramers-Kronig test", section => Spectrum(section, spectrum, [.. spectrum.Impedances.Select((z, at) => z - (z.Magnitude * new System.Numerics.Complex(result.RealResiduals[at], result.ImaginaryResiduals[at])))], "RC elements")).ToHtml();
    }

    private static void Spectrum(HtmlSection section, Spectrum spectrum, IReadOnlyList<System.Numerics.Complex> model, string name) => section
        .Figure(EisFigures.NyquistFigure(spectrum, model, name), "Nyquist diagram with equal axes; points: measured, line: model.")
        .Figure(EisFigures.Modulus(spectrum, model), "Modulus.").Figure(EisFigures.Phase(spectrum, model), "Phase.")
        .Figure(EisFigures.Residuals(spectrum, model), "What the model leaves over. A pattern means that something is missing in the model; scatter is the instrument.");

    private static HtmlTable Parameters(FitResult fit, FitIntervals intervals) => new()
    {
        Columns = [new("parameter"), new("value", true), new("standard error", true), new("unit"), .. intervals.Profile.IsEmpty ? Array.Empty<HtmlColumn>() : [new("95 %, profile")], .. intervals.Bootstrap.IsEmpty ? Array.Empty<HtmlColumn>() : [new("95 %, bootstrap")]],
        Rows = [.. fit.Parameters.Select(parameter => (IReadOnlyList<HtmlCell>)
        [
            parameter.Name, FitText.Number(parameter.Value), parameter.StandardError is { } error ? FitText.Number(error) : "fixed", parameter.Unit,
            .. intervals.Profile.IsEmpty ? Array.Empty<HtmlCell>() : [intervals.Profile.FirstOrDefault(item => item.Name == parameter.Name) is { } profile ? $"{End(profile.Low)} to {End(profile.High)}" : ""],
            .. intervals.Bootstrap.IsEmpty ? Array.Empty<HtmlCell>() : [intervals.Bootstrap.FirstOrDefault(item => item.Name == parameter.Name) is { } drawn ? $"{FitText.Number(drawn.Low)} to {FitText.Number(drawn.High)}" : ""],
        ])],
    };

    private static string End(double? value) => value is { } number ? FitText.Number(number) : "open";

    private static string Milli(double? value) => value is { } number ? FitText.Number(number * 10) : "";
}
