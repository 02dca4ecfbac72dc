using System.Globalization;
using System.Text;
using Electrolith.Impedance.Desk;
using Electrolith.Materials.Library;

namespace Electrolith.Cli.Output.Eis;

/// <summary>Writes what was measured on a pellet in the form that a route takes in place of a library material.</summary>
internal static class MeasuredFile
{
    private const double Room = 298.15;

    /// <summary>The text of the file.</summary>
    /// <param name="series">The analysed spectra.</param>
    /// <param name="material">The library's material that the pellet is of.</param>
    /// <exception cref="ArgumentException">No temperature is known, or no spectrum gave a conductivity.</exception>
    public static string Write(PelletSeries series, Material material)
    {
        var nearest = series.Points.Where(point => point.Temperature is not null && point.Pellet.Total is not null).MinBy(point => Math.Abs(point.Temperature!.Value - Room))
            ?? throw new ArgumentException("--measured: no spectrum has both a conductivity and a temperature; write for example 25degC=FILE");
        var text = new StringBuilder();
        text.Append("format: electrolith-measured/1\n");
        text.Append(CultureInfo.InvariantCulture, $"name: {Quoted(Path.GetFileName(nearest.Spectrum.Name))}\n");
        text.Append(CultureInfo.InvariantCulture, $"material: {material.Id}\n");
        text.Append("# Spreads are standard errors of the fits. Pellets differ more from each other: add a relative-density, and widen the spreads by what your replicates show.\n");
        text.Append("properties:\n");
        var note = Quoted($"eis pellet, {string.Join(", ", series.Points.Select(point => Path.GetFileName(point.Spectrum.Name)))}");
        text.Append(CultureInfo.InvariantCulture, $"  ionic-conductivity: {{value: {Spread(nearest.Pellet.Total!.Value * 10, (nearest.Pellet.TotalError ?? 0) * 10)} mS/cm, temperature: {nearest.Temperature!.Value - 273.15:0.##} degC, kind: total, note: {note}}}\n");
        if (series.Vogel is { } vogel && material.Recommended("vtf-activation-energy") is not null && vogel.IsDetermined)
        {
            text.Append(CultureInfo.InvariantCulture, $"  vtf-activation-energy: {{value: {Spread(vogel.PseudoActivationEnergy, vogel.PseudoActivationEnergyError)} eV, note: {note}}}\n");
            text.Append(CultureInfo.InvariantCulture, $"  vtf-ideal-glass-temperature: {{value: {Spread(vogel.IdealGlassTemperature, vogel.IdealGlassTemperatureError)} K, note: {note}}}\n");
        }
        else if (series.Total is { } line)
        {
            text.Append(CultureInfo.InvariantCulture, $"  activation-energy: {{value: {Spread(line.ActivationEnergy, line.ActivationEnergyError)} eV, kind: sigma-T, note: {note}}}\n");
        }

        if (nearest.Pellet.Arcs.Any(arc => arc.Process == "bulk") && nearest.Pellet is { Bulk: { } bulk, GrainBoundary: not null, Total: { } total })
        {
            text.Append(CultureInfo.InvariantCulture, $"  grain-boundary-share: {{value: {100 * (1 - (total / bulk)):0.##} %, note: {note}}}\n");
        }

        return text.ToString();
    }

    private static string Spread(double value, double error) => value.ToString("G5", CultureInfo.InvariantCulture) + (double.IsFinite(error) && error > 0 ? " +/- " + error.ToString("G3", CultureInfo.InvariantCulture) : "");

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
