using Electrolith.Quantities;

namespace Electrolith.Processing.Sintering;

/// <summary>Around the body while it is fired.</summary>
/// <param name="WaterPressure">Partial pressure of water, Pa.</param>
/// <param name="TrappedGasPressure">Pressure of gas that does not dissolve in the solid, Pa: argon and nitrogen stay in closed pores.</param>
/// <param name="Escape">Share of the free evaporation that escapes: 1 open, near 0 in a bed of mother powder or a sealed crucible.</param>
public readonly record struct FiringAtmosphere(double WaterPressure, double TrappedGasPressure, double Escape)
{
    /// <summary>Escape of an open body on a setter.</summary>
    public const double Open = 1;

    /// <summary>Escape from a covered crucible (assumed).</summary>
    public const double Crucible = 0.3;

    /// <summary>Escape through a bed of mother powder (assumed); the bed saturates the gas.</summary>
    public const double PowderBed = 0.05;

    /// <summary>Escape from a sealed crucible that takes up no lithium, such as MgO or platinum (assumed).</summary>
    public const double Sealed = 0.01;
}

/// <summary>Vapour of lithium species over a garnet.</summary>
/// <remarks>
/// Vapour pressures follow tables of formation enthalpies from memory (1200 degC: 0.026 Pa of Li2O, 101 Pa of LiOH in 1 kPa of water,
/// activity one): unconfirmed. A garnet holds lithium at an activity far below one, a free excess does not.
/// </remarks>
public static class LithiumVapour
{
    private const double Reference = 1473.15;

    /// <summary>Lithium in the solid, mol/m³: 3.2 mmol in a pellet of 10 mm diameter and 1 mm height.</summary>
    public const double SolidConcentration = 40.7e3;

    /// <summary>Coefficient of the gas film, m/s: a diffusivity of 2e-4 m²/s over 1 cm.</summary>
    public const double FilmTransfer = 0.02;

    /// <summary>Activity of Li2O in the stoichiometric garnet (assumed).</summary>
    public const double GarnetActivity = 0.05;

    /// <summary>Pressure of lithium atoms at the surface, Pa.</summary>
    /// <param name="temperature">K.</param>
    /// <param name="activity">Activity of Li2O.</param>
    /// <param name="waterPressure">Pa.</param>
    [Equation("processing.lithium-vapour", @"p=2a\,p^\circ_{Li_2O}+\sqrt{K\,a\,p_{H_2O}}", Source = "electrolith-derived", Locator = "Li2O and, with water, LiOH")]
    public static double Pressure(double temperature, double activity, double waterPressure)
    {
        var oxide = ProcessEquations.ThermalRate(0.026, Reference, temperature, 400e3);
        var hydroxide = ProcessEquations.ThermalRate(101, Reference, temperature, 172.8e3);
        return (2 * activity * oxide) + (hydroxide * Math.Sqrt(activity * waterPressure / 1000));
    }

    /// <summary>Activity of Li2O: one while there is a free excess, falling with what is left of the lattice's own.</summary>
    /// <param name="lithium">Lithium over that of the formula.</param>
    public static double Activity(double lithium)
    {
        if (lithium >= 1)
        {
            return GarnetActivity + ((1 - GarnetActivity) * Math.Min((lithium - 1) / 0.1, 1));
        }

        var left = Math.Max(lithium - 0.5, 0) / 0.5;
        return GarnetActivity * left * left;
    }

    /// <summary>Loss of lithium, 1/s, of what the formula holds.</summary>
    /// <param name="temperature">K.</param>
    /// <param name="lithium">Lithium over that of the formula.</param>
    /// <param name="atmosphere">Gas and cover.</param>
    /// <param name="surface">Outer surface over volume, 1/m.</param>
    public static double LossRate(double temperature, double lithium, in FiringAtmosphere atmosphere, double surface) =>
        lithium <= 0.5 ? 0
        : atmosphere.Escape * surface / SolidConcentration
            * SinterEquations.LithiumFlux(Pressure(temperature, Activity(lithium), atmosphere.WaterPressure), FilmTransfer, temperature);

    /// <summary>Mass fraction of La2Zr2O7 when lithium falls below what cubic garnet needs.</summary>
    /// <param name="lithium">Lithium over that of the formula.</param>
    /// <param name="floor">Least share of lithium that cubic garnet takes.</param>
    [Equation("processing.zirconate", @"w=\max\left(0,\frac{x_c-x}{x_c}\right)", Source = "electrolith-derived", Locator = "phase rule between garnet and La2Zr2O7")]
    public static double ZirconateFraction(double lithium, double floor) => Math.Clamp((floor - lithium) / floor, 0, 1);
}
