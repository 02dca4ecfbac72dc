using Electrolith.Quantities;

namespace Electrolith.Processing.Sintering;

/// <summary>Which law densifies.</summary>
public enum DensificationLaw
{
    /// <summary>Master sintering curve: density is a function of the work of sintering alone.</summary>
    MasterCurve,

    /// <summary>Combined-stage model: the rate falls with the grain size.</summary>
    CombinedStage,
}

/// <summary>
/// Constants of a powder. None is universal: those below are placed so that the median published schedule of the family reaches
/// the usual density and grain size, so they are assumed until they are fitted to dilatometry of the powder at hand.
/// </summary>
public sealed record SinterKinetics
{
    /// <summary>Apparent activation energy Q of densification, J/mol.</summary>
    public required double ActivationEnergy { get; init; }

    /// <summary>ln Θ in the middle of the curve, Θ in s/K, for a powder of <see cref="ReferenceParticleSize"/>.</summary>
    public required double CurveCentre { get; init; }

    /// <summary>Width of the curve in ln Θ.</summary>
    public double CurveWidth { get; init; } = 1.2;

    /// <summary>Particle size of the powder for which the curve holds, m.</summary>
    public double ReferenceParticleSize { get; init; } = 5e-6;

    /// <summary>
    /// Exponent of particle size in the work: 3 or 4 for single spheres (Herring), less for agglomerated powders. 1.3 makes a flame
    /// powder of 0.4 um dense after 0.3 h at 1130 degC where the median recipe takes 12 h (one published film): assumed.
    /// </summary>
    public double SizeExponent { get; init; } = 1.3;

    /// <summary>Growth constant at <see cref="GrowthTemperature"/>, m³/s.</summary>
    public required double GrowthConstant { get; init; }

    /// <summary>K.</summary>
    public required double GrowthTemperature { get; init; }

    /// <summary>Activation energy of grain growth, J/mol; 200 to 400 kJ/mol is usual.</summary>
    public double GrowthActivationEnergy { get; init; } = 300e3;

    /// <summary>Exponent of grain growth; 3 with pores or solutes.</summary>
    public double GrowthExponent { get; init; } = 3;

    /// <summary>Temperature above which the family decomposes or grows coarse, K.</summary>
    public required double Decomposition { get; init; }

    /// <summary>Temperature above which it melts or falls apart at once, K.</summary>
    public required double Limit { get; init; }

    /// <summary>Combined-stage boundary diffusion γΩδD_b/k at <see cref="GrowthTemperature"/>, m⁴ K/s.</summary>
    public double BoundaryDiffusion { get; init; }

    /// <summary>Places curve and growth so that a schedule reaches a density and a grain size.</summary>
    /// <param name="activationEnergy">Q, J/mol.</param>
    /// <param name="temperature">Hold, K.</param>
    /// <param name="time">Hold, s.</param>
    /// <param name="density">Relative density that is reached from 0.55 at 5 K/min.</param>
    /// <param name="grain">Grain size that is reached from 0.5 um, m.</param>
    /// <param name="limits">Temperatures of decomposition and melting, K.</param>
    public static SinterKinetics Place(double activationEnergy, double temperature, double time, double density, double grain, (double Decomposition, double Limit) limits)
    {
        const double Green = 0.55;
        var placed = new SinterKinetics
        {
            ActivationEnergy = activationEnergy,
            CurveCentre = 0,
            GrowthConstant = (Math.Pow(grain, 3) - Math.Pow(0.5e-6, 3)) / time,
            GrowthTemperature = temperature,
            Decomposition = limits.Decomposition,
            Limit = limits.Limit,
        };
        var work = Math.Log(WorkOf(temperature, time, activationEnergy));
        return placed with { CurveCentre = work - (placed.CurveWidth * Math.Log((density - Green) / (1 - density))), BoundaryDiffusion = PlaceCombinedStage(placed, temperature, time, density) };
    }

    /// <summary>Kinetics of a family.</summary>
    /// <param name="family">Family of the electrolyte.</param>
    public static SinterKinetics Of(string family) => family switch
    {
        "garnet" => Garnet,
        "nasicon" => Nasicon,
        "perovskite" => Perovskite,
        "halide" => Halide,
        _ => Sulfide,
    };

    private static double WorkOf(double temperature, double time, double energy)
    {
        // Ramp of 5 K/min up and down by the trapezoid rule in 1 K steps, and the hold.
        var sum = time * SinterEquations.WorkRate(temperature, energy);
        for (var t = 293.15; t < temperature; t += 1)
        {
            var width = Math.Min(1, temperature - t);
            sum += 2 * width / (5 / 60.0) * 0.5 * (SinterEquations.WorkRate(t, energy) + SinterEquations.WorkRate(t + width, energy));
        }

        return sum;
    }

    /// <summary>Bisection on the diffusion constant; grains also grow during the ramp, so the model itself is asked.</summary>
    private static double PlaceCombinedStage(SinterKinetics kinetics, double temperature, double time, double density)
    {
        var run = new SinterRun
        {
            Kinetics = kinetics,
            Profile = Electrolith.Processing.Kinetics.TemperatureProfile.Hold(temperature, time, 5 / 60.0, 5 / 60.0),
            Law = DensificationLaw.CombinedStage,
        };
        var (low, high) = (-90.0, -20.0);
        for (var i = 0; i < 30; i++)
        {
            var middle = (low + high) / 2;
            var reached = SinterModel.Fire(run with { Kinetics = kinetics with { BoundaryDiffusion = Math.Exp(middle) } }).Final.Density;
            (low, high) = reached < density ? (middle, high) : (low, middle);
        }

        return Math.Exp(low);
    }

    private static readonly SinterKinetics Garnet = Place(400e3, 1398.15, 43200, 0.95, 5e-6, (1503.15, 1873.15));
    private static readonly SinterKinetics Nasicon = Place(350e3, 1223.15, 21600, 0.95, 2e-6, (1273.15, 1573.15));
    private static readonly SinterKinetics Perovskite = Place(400e3, 1573.15, 18000, 0.95, 5e-6, (1673.15, 1873.15));
    private static readonly SinterKinetics Sulfide = Place(150e3, 823.15, 18000, 0.92, 3e-6, (873.15, 1173.15));
    private static readonly SinterKinetics Halide = Place(120e3, 533.15, 18000, 0.90, 2e-6, (713.15, 873.15));
}
