using System.Collections.Immutable;
using Electrolith.Numerics;

namespace Electrolith.Processing.Fitting;

/// <summary>An activation energy by one method.</summary>
/// <param name="Method">Name.</param>
/// <param name="ActivationEnergy">J/mol.</param>
/// <param name="StandardError">J/mol; infinite with two rates.</param>
/// <param name="Low">Lower end of the 95 % interval, J/mol; null with two rates.</param>
/// <param name="High">Upper end; null with two rates.</param>
public sealed record ThermalMethod(string Method, double ActivationEnergy, double StandardError, double? Low, double? High);

/// <summary>Activation energy from peaks at several heating rates.</summary>
/// <param name="Methods">Kissinger first, then Ozawa.</param>
/// <param name="Peaks">Measured peaks with what Kissinger's line gives, K.</param>
/// <param name="Advice">What the data do not determine, and which experiment would.</param>
public sealed record ThermalPeakFit(ImmutableArray<ThermalMethod> Methods, ImmutableArray<(ThermalPeak Peak, double Computed)> Peaks, ImmutableArray<string> Advice)
{
    /// <summary>Fits peaks.</summary>
    /// <param name="peaks">At two different rates or more, from slow to fast.</param>
    public static ThermalPeakFit Of(ImmutableArray<ThermalPeak> peaks)
    {
        double[] rates = [.. peaks.Select(peak => peak.HeatingRate)], temperatures = [.. peaks.Select(peak => peak.Temperature)];
        ThermalMethod Method(string name, ActivationEnergyFit fit) => double.IsFinite(fit.StandardError) && StudentT.Quantile(0.975, peaks.Length - 2) * fit.StandardError is var half
            ? new ThermalMethod(name, fit.ActivationEnergy, fit.StandardError, fit.ActivationEnergy - half, fit.ActivationEnergy + half) : new ThermalMethod(name, fit.ActivationEnergy, fit.StandardError, null, null);
        var (kissinger, ozawa) = (Method("Kissinger", ThermalAnalysis.Kissinger(rates, temperatures)), Method("Ozawa", ThermalAnalysis.Ozawa(rates, temperatures)));
        // The peak in the middle of the line stands for it.
        var middle = peaks[peaks.Length / 2];
        var shift = peaks.Average(peak => peak.Temperature - ThermalAnalysis.PeakAt(kissinger.ActivationEnergy, middle.HeatingRate, middle.Temperature, peak.HeatingRate));
        var advice = ImmutableArray.CreateBuilder<string>();
        if (kissinger.Low is null)
        {
            advice.Add(FormattableString.Invariant($"two rates leave nothing to judge the scatter by: add a run at {3 * rates[^1] * 60:G2} K/min or at {rates[0] / 3 * 60:G2} K/min"));
        }
        else if (kissinger.High - kissinger.Low > 0.4 * kissinger.ActivationEnergy)
        {
            advice.Add(FormattableString.Invariant($"the energy is hardly determined: add runs at {3 * rates[^1] * 60:G2} K/min and at {rates[0] / 3 * 60:G2} K/min, rates a factor of ten apart in all"));
        }

        if (Math.Abs(kissinger.ActivationEnergy - ozawa.ActivationEnergy) > 0.05 * kissinger.ActivationEnergy)
        {
            advice.Add("Kissinger and Ozawa differ by more than 5 %: the peaks may not be those of one process");
        }

        return new ThermalPeakFit([kissinger, ozawa], [.. peaks.Select(peak => (peak, ThermalAnalysis.PeakAt(kissinger.ActivationEnergy, middle.HeatingRate, middle.Temperature, peak.HeatingRate) + shift))], advice.ToImmutable());
    }
}
