namespace Electrolith.Numerics.Sensitivity;

/// <summary>Smooth densities of samples on a common grid: Gaussian kernels with the bandwidth of Scott's rule, samples shared out to the two nearest places.</summary>
internal sealed class KernelDensity
{
    private const int Places = 128;
    private readonly double low;

    private KernelDensity(double low, double spacing) => (this.low, Spacing) = (low, spacing);

    /// <summary>Distance of two places.</summary>
    public double Spacing { get; }

    /// <summary>A grid that holds samples and the tails of their kernels.</summary>
    /// <param name="samples">Samples that are not all equal.</param>
    public static KernelDensity Grid(double[] samples)
    {
        var (least, most) = (samples.Min(), samples.Max());
        var margin = 0.1 * (most - least);
        return new KernelDensity(least - margin, (most - least + (2 * margin)) / (Places - 1));
    }

    /// <summary>Density at every place; its sum times the spacing is 1.</summary>
    /// <param name="samples">Samples within the grid.</param>
    public double[] Density(double[] samples)
    {
        var weights = new double[Places];
        foreach (var sample in samples)
        {
            var place = Math.Clamp((sample - low) / Spacing, 0, Places - 1);
            var below = Math.Min((int)place, Places - 2);
            weights[below] += below + 1 - place;
            weights[below + 1] += place - below;
        }

        var mean = samples.Average();
        var deviation = samples.Length > 1 ? Math.Sqrt(samples.Sum(value => (value - mean) * (value - mean)) / (samples.Length - 1)) : 0;
        // Narrower than half a spacing the grid could not show it.
        var width = Math.Max(deviation * Math.Pow(samples.Length, -0.2), Spacing / 2);
        var kernel = new double[Places];
        for (var distance = 0; distance < Places; distance++)
        {
            var ratio = distance * Spacing / width;
            kernel[distance] = Math.Exp(-0.5 * ratio * ratio);
        }

        return Smooth(weights, kernel);
    }

    private double[] Smooth(double[] weights, double[] kernel)
    {
        var (density, sum) = (new double[Places], 0.0);
        for (var from = 0; from < Places; from++)
        {
            if (weights[from] == 0)
            {
                continue;
            }

            for (var to = 0; to < Places; to++)
            {
                density[to] += weights[from] * kernel[Math.Abs(to - from)];
            }
        }

        for (var place = 0; place < Places; place++)
        {
            sum += density[place];
        }

        for (var place = 0; place < Places; place++)
        {
            density[place] /= sum * Spacing;
        }

        return density;
    }
}
