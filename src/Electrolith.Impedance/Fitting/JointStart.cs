using Electrolith.Impedance.Circuits;
using Electrolith.Quantities;

namespace Electrolith.Impedance.Fitting;

/// <summary>Where a joint fit begins: straight lines through the values of the separate fits.</summary>
internal static class JointStart
{
    private static readonly double[] UsualEnergies = [0.25, 0.4, 0.55];
    private static readonly double[] UsualExponents = [-0.7, -0.2, 0.5];

    /// <summary>All places that are tried.</summary>
    public static IEnumerable<double[]> All(Circuit circuit, FitResult[] singles, double[] conditions, double reference, JointSpace space)
    {
        yield return Of(circuit, singles, conditions, reference, space);
        var middle = Array.IndexOf(conditions, conditions.Order().ElementAt(conditions.Length / 2));
        for (var trial = 0; trial < UsualEnergies.Length; trial++)
        {
            yield return FromOne(circuit, singles[middle], conditions, middle, reference, space, trial);
        }
    }

    // Every law passes through the values of one spectrum with a usual exponent.
    private static double[] FromOne(Circuit circuit, FitResult single, double[] conditions, int middle, double reference, JointSpace space, int trial)
    {
        var place = new double[space.Size];
        for (var index = 0; index < circuit.Parameters.Length; index++)
        {
            var (law, first, exponent, held) = space.RuleOf(index);
            var value = circuit.Parameters[index].IsExponent ? single.Parameters[index].Value : Math.Log(Math.Max(single.Parameters[index].Value, 1e-300));
            switch (held is null ? law : SeriesLaw.Shared)
            {
                case SeriesLaw.Arrhenius:
                    var inverse = ((1 / conditions[middle]) - (1 / reference)) * PhysicalConstants.ElementaryCharge / PhysicalConstants.Boltzmann;
                    (place[exponent], place[first]) = (UsualEnergies[trial], value - Math.Log(conditions[middle] / reference) - (UsualEnergies[trial] * inverse));
                    break;
                case SeriesLaw.Power:
                    (place[exponent], place[first]) = (UsualExponents[trial], value - (UsualExponents[trial] * Math.Log(conditions[middle] / reference)));
                    break;
                case SeriesLaw.Growth:
                    (place[first], place[first + 1], place[exponent]) = (value - 0.3, value - 1 - trial, 0.4 + (0.3 * trial));
                    break;
                case SeriesLaw.Own:
                    Array.Fill(place, value, first, conditions.Length);
                    break;
                case SeriesLaw.Shared when held is null:
                    place[first] = value;
                    break;
            }
        }

        return place;
    }

    /// <summary>The place of lines through the separate fits.</summary>
    public static double[] Of(Circuit circuit, FitResult[] singles, double[] conditions, double reference, JointSpace space)
    {
        var place = new double[space.Size];
        for (var index = 0; index < circuit.Parameters.Length; index++)
        {
            var (law, first, exponent, held) = space.RuleOf(index);
            if (held is not null)
            {
                continue;
            }

            var isExponent = circuit.Parameters[index].IsExponent;
            var values = singles.Select(fit => Math.Max(fit.Parameters[index].Value, 1e-300)).Select(value => isExponent ? value : Math.Log(value)).ToArray();
            switch (law)
            {
                case SeriesLaw.Own:
                    values.CopyTo(place, first);
                    break;
                case SeriesLaw.Shared:
                    place[first] = values.Order().ElementAt(values.Length / 2);
                    break;
                case SeriesLaw.Arrhenius:
                    (place[exponent], place[first]) = Line([.. conditions.Select(t => ((1 / t) - (1 / reference)) * PhysicalConstants.ElementaryCharge / PhysicalConstants.Boltzmann)], [.. values.Select((value, at) => value - Math.Log(conditions[at] / reference))]);
                    break;
                case SeriesLaw.Power:
                    (place[exponent], place[first]) = Line([.. conditions.Select(x => Math.Log(x / reference))], values);
                    break;
                default:
                    var earliest = Math.Exp(values[Array.IndexOf(conditions, conditions.Min())]);
                    var latest = Math.Exp(values[Array.IndexOf(conditions, conditions.Max())]);
                    (place[first], place[exponent]) = (Math.Log(earliest), 0.6);
                    place[first + 1] = Math.Log(Math.Max(latest - earliest, 0.05 * earliest) * Math.Pow(reference / conditions.Max(), 0.6));
                    break;
            }
        }

        return place;
    }

    private static (double Slope, double Intercept) Line(double[] x, double[] y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        var slope = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(value => (value - meanX) * (value - meanX));
        return (slope, meanY - (slope * meanX));
    }
}
