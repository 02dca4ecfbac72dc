using System.Globalization;
using System.Text.RegularExpressions;
using Electrolith.Impedance.Spectra;
using Electrolith.Quantities;

namespace Electrolith.Cli.Commands.Eis;

/// <summary>A spectrum of a pellet with the temperature it was measured at.</summary>
/// <param name="Spectrum">The spectrum.</param>
/// <param name="Temperature">K; null when nothing says.</param>
/// <param name="Origin">Where the temperature is from, in words; empty when the user gave it.</param>
internal sealed partial record PelletFile(Spectrum Spectrum, double? Temperature, string Origin)
{
    /// <summary>Reads <c>[TEMPERATURE=]FILE</c>; a temperature of the user's wins over the file's own, and that over the file's name.</summary>
    /// <param name="run">Notes problems.</param>
    /// <param name="argument">What was typed.</param>
    /// <param name="from">Lowest frequency, or null.</param>
    /// <param name="to">Highest frequency, or null.</param>
    /// <param name="number">Which spectrum, from 1; null for all.</param>
    public static IReadOnlyList<PelletFile> Load(EisRun run, string argument, double? from, double? to, int? number)
    {
        double? given = null;
        var path = argument;
        if (argument.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals && !File.Exists(argument))
        {
            given = EisQuantity.Read(run, "FILE", argument[..equals], QuantityKinds.Temperature);
            path = argument[(equals + 1)..];
        }

        var spectra = run.Load(path, from, to);
        if (number is not null || given is not null)
        {
            spectra = run.One(spectra, number, path) is { } one ? [one] : [];
        }

        return [.. spectra.Select(spectrum => given is not null ? new PelletFile(spectrum, given, "")
            : spectrum.Temperature is { } own ? new PelletFile(spectrum, own, "from the file")
            : NameOf(path) is { } named ? new PelletFile(spectrum, named, "from its name")
            : new PelletFile(spectrum, null, ""))];
    }

    // pellet-25degC.mpt, LLZO_-10°C.csv, run 298K.z
    private static double? NameOf(string path) =>
        Pattern().Match(Path.GetFileNameWithoutExtension(path)) is { Success: true } match
        && double.TryParse(match.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? match.Groups[2].Value == "K" ? value : value + 273.15
            : null;

    [GeneratedRegex(@"(?<![\d.])((?:(?<=^|[_ ])-)?\d+(?:\.\d+)?)\s?(degC|°C|K)(?![A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
