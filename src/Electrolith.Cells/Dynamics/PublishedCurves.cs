using System.Collections.Immutable;

namespace Electrolith.Cells.Dynamics;

/// <summary>Published fits of open-circuit potentials against lithium, V, over the stoichiometry of the host (1 = full of lithium).</summary>
public static class PublishedCurves
{
    private static readonly Lazy<ImmutableArray<PublishedCurve>> Curves = new(() =>
    [
        new("nmc811-chen2020", "NMC811 (LG M50), Chen et al. 2020", "chen2020", 0.2, 0.95, Nmc811),
        new("nmc-mohtat2020", "NMC, Mohtat et al. 2020", "mohtat2020", 0.05, 0.99, Nmc),
        new("nca-kim2011", "NCA, Kim et al. 2011", "kim2011", 0.3, 0.99, Nca),
        new("lco-torchio2016", "LCO, Torchio et al. 2016 (LIONSIMBA); its pole lies below 0.45", "torchio2016", 0.45, 0.99, Lco),
        new("lfp-afshar2017", "LFP, Afshar et al. 2017", "afshar2017", 0.01, 0.99, Lfp),
        new("graphite-chen2020", "Graphite-SiOx (LG M50), Chen et al. 2020", "chen2020", 0.01, 0.95, Graphite),
    ]);

    /// <summary>All of them.</summary>
    public static ImmutableArray<PublishedCurve> All => Curves.Value;

    /// <summary>Finds one.</summary>
    /// <param name="id">For example <c>nmc811-chen2020</c>.</param>
    public static PublishedCurve? Find(string id) => All.FirstOrDefault(curve => string.Equals(curve.Id, id, StringComparison.Ordinal));

    private static double Nmc811(double s) => (-0.8090 * s) + 4.4875 - (0.0428 * Math.Tanh(18.5138 * (s - 0.5542)))
        - (17.7326 * Math.Tanh(15.7890 * (s - 0.3117))) + (17.5842 * Math.Tanh(15.9308 * (s - 0.3120)));

    private static double Nmc(double s) => 4.3452 + (s * (-1.6518 + (s * (1.6225 + (s * (-2.0843 + (s * (3.5146 - (2.2166 * s)))))))))
        - (0.5623e-4 * Math.Exp((109.451 * s) - 100.006));

    private static double Nca(double s)
    {
        var base_ = Math.Max(s, 0);
        return (1.638 * Math.Pow(base_, 10)) - (2.222 * Math.Pow(base_, 9)) + (15.056 * Math.Pow(base_, 8)) - (23.488 * Math.Pow(base_, 7))
            + (81.246 * Math.Pow(base_, 6)) - (344.566 * Math.Pow(base_, 5)) + (621.3475 * Math.Pow(base_, 4)) - (554.774 * Math.Pow(base_, 3))
            + (264.427 * base_ * base_) - (66.3691 * base_) + 11.8058 - (0.61386 * Math.Exp(5.8201 * Math.Pow(base_, 136.4)));
    }

    // Below the fitted range the fit has a pole; the potential is continued along its tangent.
    private static double Lco(double y)
    {
        const double Lowest = 0.46;
        static double Fit(double y)
        {
            var q = y * y;
            return (-4.656 + (q * (88.669 + (q * (-401.119 + (q * (342.909 + (q * (-462.471 + (q * 433.434))))))))))
                / (-1 + (q * (18.933 + (q * (-79.532 + (q * (37.311 + (q * (-73.083 + (q * 95.96))))))))));
        }

        return y >= Lowest ? Fit(y) : Fit(Lowest) + ((Fit(Lowest + 1e-5) - Fit(Lowest)) / 1e-5 * (y - Lowest));
    }

    private static double Lfp(double s) => 3.4077 - (0.020269 * s) + (0.5 * Math.Exp(-150 * s)) - (0.9 * Math.Exp(-30 * (1 - s)));

    private static double Graphite(double s) => (1.9793 * Math.Exp(-39.3631 * s)) + 0.2482 - (0.0909 * Math.Tanh(29.8538 * (s - 0.1234)))
        - (0.04478 * Math.Tanh(14.9159 * (s - 0.2769))) - (0.0205 * Math.Tanh(30.4444 * (s - 0.6103)));
}

/// <summary>A published open-circuit potential.</summary>
/// <param name="Id">Name in cell files.</param>
/// <param name="Title">What was measured, by whom.</param>
/// <param name="Source">Key of the source.</param>
/// <param name="Lowest">Lowest stoichiometry of use.</param>
/// <param name="Highest">Highest stoichiometry of use.</param>
/// <param name="Potential">Potential against lithium, V, from the stoichiometry.</param>
public sealed record PublishedCurve(string Id, string Title, string Source, double Lowest, double Highest, Func<double, double> Potential)
{
    private readonly Lazy<SampledCurve> sampled = new(() => new SampledCurve(Id, Potential));

    /// <summary>The same, sampled for speed.</summary>
    public SampledCurve Sampled => sampled.Value;
}
