using Electrolith.Numerics;
using Electrolith.Quantities;

namespace Electrolith.Processing;

/// <summary>Closed forms of weighing, mixing, forming and stacking, SI units.</summary>
public static partial class ProcessEquations
{
    /// <summary>Mass to weigh of a reagent, kg.</summary>
    /// <param name="pure">Mass of the pure, dry reagent that the formula asks for, kg.</param>
    /// <param name="purity">Purity, above 0 to 1.</param>
    /// <param name="lossOnIgnition">Share that leaves on heating, 0 to below 1.</param>
    [Equation("processing.corrected-mass", @"m=\frac{m_{pure}}{p(1-LOI)}", Source = "electrolith-derived", Locator = "mass balance")]
    public static double CorrectedMass(double pure, double purity, double lossOnIgnition) => pure / (purity * (1 - lossOnIgnition));

    /// <summary>Variance of the composition while mixing.</summary>
    /// <param name="start">s₀², unmixed.</param>
    /// <param name="random">s_r², of a random mixture.</param>
    /// <param name="rateTime">k t.</param>
    [Equation("processing.segregation", @"s^2=s_r^2+(s_0^2-s_r^2)e^{-kt}", Source = "lacey1954", Locator = "first-order approach to the random mixture")]
    public static double Segregation(double start, double random, double rateTime) => random + ((start - random) * Math.Exp(-rateTime));

    /// <summary>Conversion by the dose of milling energy.</summary>
    /// <param name="dose">E, J/kg.</param>
    /// <param name="constant">k, kg/J.</param>
    /// <param name="exponent">n.</param>
    [Equation("processing.dose-conversion", @"X=1-e^{-(kE)^n}", Source = "electrolith-derived", Locator = "form of Johnson, Mehl and Avrami over the dose in place of time")]
    public static double DoseConversion(double dose, double constant, double exponent) => 1 - Math.Exp(-Math.Pow(constant * dose, exponent));

    /// <summary>Rate of closing pores by pressure solution at the reference temperature, 1/s.</summary>
    /// <param name="reference">1/s.</param>
    /// <param name="pressureRatio">P over that of the reference.</param>
    /// <param name="sizeRatio">Particle size over that of the reference.</param>
    [Equation("processing.pressure-solution", @"\frac{\dot p}{p}=-k\frac{P}{P_0}\left(\frac{d_0}{d}\right)^3", Source = "electrolith-derived", Locator = "creep by diffusion through a liquid film, rate over d cubed")]
    public static double PressureSolutionRate(double reference, double pressureRatio, double sizeRatio) => reference * pressureRatio / (sizeRatio * sizeRatio * sizeRatio);

    /// <summary>Extent of fibrils.</summary>
    /// <param name="rateTime">k t.</param>
    [Equation("processing.fibrillation", @"\xi=1-e^{-kt}", Source = "electrolith-derived", Locator = "first order in the sheared binder")]
    public static double Fibrillation(double rateTime) => 1 - Math.Exp(-rateTime);

    /// <summary>Relative density after a nip.</summary>
    /// <param name="before">D₀.</param>
    /// <param name="most">Largest relative density that rolling reaches.</param>
    /// <param name="loadRatio">Line load over the compaction resistance.</param>
    /// <remarks>The form is Heckel's in the nip; as a law of calendering it is unconfirmed.</remarks>
    [Equation("processing.calender", @"D=D_{max}-(D_{max}-D_0)e^{-q_L/\gamma_c}", Source = "electrolith-derived", Locator = "Heckel's law in a nip")]
    public static double CalenderedDensity(double before, double most, double loadRatio) => most - ((most - before) * Math.Exp(-loadRatio));

    /// <summary>Area-specific resistance of a layer and of its interface, ohm m².</summary>
    /// <param name="thickness">m.</param>
    /// <param name="conductivity">S/m.</param>
    /// <param name="interfaceResistance">ohm m².</param>
    [Equation("processing.series-resistance", @"R=\frac{L}{\sigma}+R_i", Source = "electrolith-derived", Locator = "layers in series")]
    public static double SeriesResistance(double thickness, double conductivity, double interfaceResistance) => (thickness / conductivity) + interfaceResistance;

    /// <summary>Share of stacks without an edge that sticks out and without a short.</summary>
    /// <param name="layers">Number of layers.</param>
    /// <param name="overhangRatio">Overhang over the standard deviation of the placing.</param>
    /// <param name="shortProbability">Of one layer.</param>
    [Equation("processing.stack-yield", @"Y=\left[\left(2\Phi(h/\sigma)-1\right)(1-p)\right]^N", Source = "electrolith-derived", Locator = "independent normal errors")]
    public static double StackYield(double layers, double overhangRatio, double shortProbability) =>
        Math.Pow(Math.Max((2 * Normal.Cumulative(overhangRatio)) - 1, 0) * (1 - shortProbability), layers);
}
