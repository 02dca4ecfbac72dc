using Electrolith.Quantities;

namespace Electrolith.Processing.Milling;

/// <summary>Balls in a planetary mill, SI units. Angular velocities are absolute, in rad/s: a vial that turns at -2 relative to its plate has W_v = -W_p.</summary>
public static class PlanetaryEquations
{
    /// <summary>Cosine of the angle at which balls leave the wall; beyond -1 to 1 they never do.</summary>
    /// <param name="plateRadius">m.</param>
    /// <param name="pathRadius">Vial radius less half the ball diameter, m.</param>
    /// <param name="plateSpeed">rad/s.</param>
    /// <param name="vialSpeed">rad/s, absolute.</param>
    [Equation("processing.ball-detachment", @"\cos\varphi=-\frac{R'W_v^2}{R_pW_p^2}", Source = "burgio1991", Locator = "detachment condition")]
    public static double DetachmentCosine(double plateRadius, double pathRadius, double plateSpeed, double vialSpeed) =>
        -pathRadius * vialSpeed * vialSpeed / (plateRadius * plateSpeed * plateSpeed);

    /// <summary>Speed of a ball when it leaves the wall, m/s.</summary>
    /// <param name="plateRadius">m.</param>
    /// <param name="pathRadius">m.</param>
    /// <param name="plateSpeed">rad/s.</param>
    /// <param name="vialSpeed">rad/s, absolute.</param>
    [Equation("processing.ball-speed", @"V_b^2=(W_pR_p)^2+W_v^2R'^2\left(1-\frac{2W_v}{W_p}\right)", Source = "burgio1991", Locator = "launch speed")]
    public static double LaunchSpeed(double plateRadius, double pathRadius, double plateSpeed, double vialSpeed) =>
        Math.Sqrt(Math.Pow(plateSpeed * plateRadius, 2) + (Math.Pow(vialSpeed * pathRadius, 2) * (1 - (2 * vialSpeed / plateSpeed))));

    /// <summary>Energy that a ball gives off in one hit, J.</summary>
    /// <param name="ballMass">kg.</param>
    /// <param name="plateRadius">m.</param>
    /// <param name="pathRadius">m.</param>
    /// <param name="plateSpeed">rad/s.</param>
    /// <param name="vialSpeed">rad/s, absolute and against the plate (negative).</param>
    [Equation("processing.ball-energy", @"\Delta E=-m\left[\frac{W_v^3R'}{W_p}+W_pW_vR_p\right]R'", Source = "burgio1991", Locator = "energy of a hit")]
    public static double HitEnergy(double ballMass, double plateRadius, double pathRadius, double plateSpeed, double vialSpeed) =>
        -ballMass * ((Math.Pow(vialSpeed, 3) * pathRadius / plateSpeed) + (plateSpeed * vialSpeed * plateRadius)) * pathRadius;

    /// <summary>Hits of one ball, 1/s.</summary>
    /// <param name="plateSpeed">rad/s.</param>
    /// <param name="vialSpeed">rad/s, absolute.</param>
    /// <param name="hitsPerTurn">K, 1 to 1.5.</param>
    [Equation("processing.ball-frequency", @"f=K\frac{W_p-W_v}{2\pi}", Source = "burgio1991", Locator = "frequency of hits")]
    public static double HitFrequency(double plateSpeed, double vialSpeed, double hitsPerTurn) => hitsPerTurn * (plateSpeed - vialSpeed) / (2 * Math.PI);
}
