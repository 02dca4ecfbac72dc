using System.Globalization;
using System.Text.Json;
using Electrolith.Cli.Commands.Eis;
using Electrolith.Impedance.Fitting;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Cli.Output.Eis;

/// <summary>Prints one fit, several circuits on one spectrum, or one circuit on several spectra.</summary>
internal static class FitOutput
{
    /// <summary>Prints them.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="fits">The fits.</param>
    /// <param name="spectra">The spectra.</param>
    /// <param name="intervals">Of the first fit.</param>
    /// <param name="isComparison">True for several circuits on one spectrum, the best first.</param>
    /// <param name="withCorrelation">Print the correlation of the first fit.</param>
    /// <param name="isJson">JSON.</param>
    public static void Write(TextWriter output, IReadOnlyList<FitResult> fits, IReadOnlyList<Spectrum> spectra, FitIntervals intervals, bool isComparison, bool withCorrelation, bool isJson)
    {
        if (isJson)
        {
            JsonOutput.Write(output, json => WriteJson(json, fits, spectra, intervals, isComparison));
            return;
        }

        if (isComparison)
        {
            WriteComparison(output, fits);
            output.WriteLine();
        }

        if (fits.Count > 1 && !isComparison)
        {
            WriteBatch(output, fits, spectra);
            return;
        }

        FitText.Write(output, spectra[0], fits[0]);
        WriteIntervals(output, intervals);
        if (withCorrelation)
        {
            WriteCorrelation(output, fits[0]);
        }
    }

    private static void WriteCorrelation(TextWriter output, FitResult fit)
    {
        output.WriteLine();
        var table = new TextTable(["correlation", .. fit.FreeNames.Select((_, index) => $">{index + 1}")]);
        for (var row = 0; row < (fit.Correlation.IsEmpty ? 0 : fit.Free); row++)
        {
            table.Add([$"{row + 1} {fit.FreeNames[row]}", .. Enumerable.Range(0, row + 1).Select(column => fit.Correlation[(row * fit.Free) + column].ToString("F2", CultureInfo.InvariantCulture))]);
        }

        output.Write(table);
        if (fit.Correlation.IsEmpty)
        {
            output.WriteParagraph("none: the spectrum does not determine all parameters");
        }
    }

    private static void WriteComparison(TextWriter output, IReadOnlyList<FitResult> fits)
    {
        var table = new TextTable("circuit", ">parameters", ">sum of squares", ">BIC", ">AIC");
        foreach (var fit in fits)
        {
            table.Add(fit.Circuit.Text, fit.Free.ToString(CultureInfo.InvariantCulture), FitText.Number(fit.SumOfSquares), Difference(fit.Bayesian - fits[0].Bayesian), Difference(fit.Akaike - fits.Min(other => other.Akaike)));
        }

        output.Write(table);
        output.WriteParagraph("BIC and AIC above the best; a difference of 10 is decisive, below 2 it is none");
    }

    private static void WriteBatch(TextWriter output, IReadOnlyList<FitResult> fits, IReadOnlyList<Spectrum> spectra)
    {
        output.WriteParagraph($"{fits.Count} spectra, circuit {fits[0].Circuit.Text}");
        output.WriteLine();
        // As many parameters side by side as the width takes.
        foreach (var part in fits[0].Parameters.Select((parameter, index) => (parameter.Name, index)).Chunk(4))
        {
            var table = new TextTable(["spectrum", .. part.Select(item => $">{item.Name}")]);
            for (var at = 0; at < fits.Count; at++)
            {
                table.Add([Path.GetFileName(spectra[at].Name), .. part.Select(item => FitText.Number(fits[at].Parameters[item.index].Value))]);
            }

            output.Write(table);
            output.WriteLine();
        }

        foreach (var (fit, at) in fits.Select((fit, at) => (fit, at)).Where(item => item.fit.Findings.Any(finding => finding.Contains("not determined", StringComparison.Ordinal))))
        {
            output.WriteItem($"{Path.GetFileName(spectra[at].Name)}: {string.Join("; ", fit.Findings.Where(finding => finding.Contains("not determined", StringComparison.Ordinal)))}");
        }
    }

    private static void WriteIntervals(TextWriter output, FitIntervals intervals)
    {
        if (intervals.Profile.Length + intervals.Bootstrap.Length == 0)
        {
            return;
        }

        output.WriteLine();
        var table = new TextTable("95 % interval", ">profile from", ">to", ">bootstrap from", ">to", ">deviation");
        foreach (var name in intervals.Profile.Select(item => item.Name).Concat(intervals.Bootstrap.Select(item => item.Name)).Distinct(StringComparer.Ordinal))
        {
            var (profile, drawn) = (intervals.Profile.FirstOrDefault(item => item.Name == name), intervals.Bootstrap.FirstOrDefault(item => item.Name == name));
            table.Add(name, Cell(profile is not null, profile?.Low), Cell(profile is not null, profile?.High), Cell(drawn is not null, drawn?.Low), Cell(drawn is not null, drawn?.High), Cell(drawn is not null, drawn?.Deviation));
        }

        output.Write(table);
    }

    private static string Cell(bool isAsked, double? value) => value is { } number ? FitText.Number(number) : isAsked ? "open" : "";

    private static string Difference(double value) => value.ToString("F1", CultureInfo.InvariantCulture);

    private static void WriteJson(Utf8JsonWriter json, IReadOnlyList<FitResult> fits, IReadOnlyList<Spectrum> spectra, FitIntervals intervals, bool isComparison)
    {
        if (fits.Count > 1)
        {
            json.WriteStartArray(isComparison ? "circuits" : "spectra");
            for (var at = 0; at < fits.Count; at++)
            {
                json.WriteStartObject();
                FitText.WriteJson(json, spectra[isComparison ? 0 : at], fits[at]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            return;
        }

        FitText.WriteJson(json, spectra[0], fits[0]);
        WriteCorrelation(json, fits[0]);
        WriteIntervals(json, intervals);
    }

    private static void WriteCorrelation(Utf8JsonWriter json, FitResult fit)
    {
        json.WriteStartArray("freeParameters");
        fit.FreeNames.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteStartArray("correlation");
        for (var row = 0; row < (fit.Correlation.IsEmpty ? 0 : fit.Free); row++)
        {
            json.WriteStartArray();
            for (var column = 0; column < fit.Free; column++)
            {
                var value = fit.Correlation[(row * fit.Free) + column];
                json.WriteNumberValue(double.IsFinite(value) ? value : 0);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteIntervals(Utf8JsonWriter json, FitIntervals intervals)
    {
        foreach (var (title, items) in new[]
        {
            ("profile", intervals.Profile.Select(item => (item.Name, item.Low, item.High))), ("bootstrap", intervals.Bootstrap.Select(item => (item.Name, (double?)item.Low, (double?)item.High))),
        })
        {
            if (!items.Any())
            {
                continue;
            }

            json.WriteStartObject(title);
            foreach (var (name, low, high) in items)
            {
                json.WriteStartArray(name);
                foreach (var end in new[] { low, high })
                {
                    if (end is { } value)
                    {
                        json.WriteNumberValue(value);
                    }
                    else
                    {
                        json.WriteNullValue();
                    }
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }
    }
}
