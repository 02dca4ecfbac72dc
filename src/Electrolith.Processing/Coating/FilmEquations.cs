using Electrolith.Quantities;

namespace Electrolith.Processing.Coating;

/// <summary>Wet films and their curing, SI units.</summary>
public static class FilmEquations
{
    /// <summary>Thinnest wet film of a slot die without vacuum, m.</summary>
    /// <param name="gap">Between die and web, m.</param>
    /// <param name="viscosity">Pa s.</param>
    /// <param name="speed">Of the web, m/s.</param>
    /// <param name="surfaceTension">N/m.</param>
    /// <remarks>The coefficient 0.65 is unconfirmed.</remarks>
    [Equation("processing.slot-minimum", @"t_{min}=\frac{H}{1+2(0.65/Ca)^{2/3}},\ Ca=\frac{\mu U}{\sigma}", Source = "carvalho2000", Locator = "viscocapillary low-flow limit")]
    public static double SlotMinimum(double gap, double viscosity, double speed, double surfaceTension)
    {
        var capillary = viscosity * speed / surfaceTension;
        return gap / (1 + (2 * Math.Pow(0.65 / capillary, 2 / 3.0)));
    }

    /// <summary>Time of a dimethacrylate to cure from one conversion to another at constant temperature, s.</summary>
    /// <param name="temperature">K.</param>
    /// <param name="from">Conversion at the start, above 0.</param>
    /// <param name="to">Conversion at the end, below 1.</param>
    /// <remarks>E = 120.9 kJ/mol, ln A = 38.28 (1/min), measured for bis-GMA with TEGDMA; a proxy for polyether dimethacrylates.</remarks>
    [Equation("processing.cure-time", @"t=\int\frac{d\alpha}{Ae^{-E/RT}\alpha^{0.6}(1-\alpha)^{2.4}}", Source = "cadenato2007", Locator = "kinetic triplet")]
    public static double CureTime(double temperature, double from, double to)
    {
        if (!(temperature > 0) || !(from > 0 && to > from && to < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(to), to, "a temperature above 0 K and conversions 0 < from < to < 1 are expected");
        }

        var rate = Math.Exp(38.28 - (120.9e3 / (PhysicalConstants.MolarGas * temperature))) / 60;
        const int Pieces = 1000;
        var (start, h, sum) = (Math.Log(from), Math.Log(to / from) / Pieces, 0.0);
        double At(double place)
        {
            var conversion = Math.Exp(start + (h * place));
            return Math.Pow(conversion, 0.4) * Math.Pow(1 - conversion, -2.4);
        }

        for (var i = 0; i < Pieces; i++)
        {
            sum += h / 6 * (At(i) + (4 * At(i + 0.5)) + At(i + 1));
        }

        return sum / rate;
    }

    /// <summary>Conversion of a fresh monomer, so that an autocatalytic reaction can start.</summary>
    public const double CureSeed = 1e-3;

    /// <summary>Conversion of a dimethacrylate after a time at constant temperature.</summary>
    /// <param name="temperature">K.</param>
    /// <param name="from">Conversion at the start, above 0.</param>
    /// <param name="time">s.</param>
    /// <returns>Below 0.9999.</returns>
    public static double Cured(double temperature, double from, double time)
    {
        const double Most = 0.9999;
        var (low, high) = (Math.Log(from / (1 - from)), Math.Log(Most / (1 - Most)));
        if (low >= high || CureTime(temperature, from, Most) <= time)
        {
            return Math.Max(from, Most);
        }

        for (var i = 0; i < 40; i++)
        {
            var middle = (low + high) / 2;
            var conversion = 1 / (1 + Math.Exp(-middle));
            (low, high) = conversion <= from || CureTime(temperature, from, conversion) < time ? (middle, high) : (low, middle);
        }

        return Math.Max(from, 1 / (1 + Math.Exp(-low)));
    }

    /// <summary>Speed at which particles sink, m/s.</summary>
    /// <param name="densityDifference">Particle less liquid, kg/m³.</param>
    /// <param name="radius">m.</param>
    /// <param name="viscosity">Pa s.</param>
    /// <param name="volumeFraction">Of the particles.</param>
    [Equation("processing.settling", @"v=\frac{2\Delta\rho g r^2}{9\eta}(1-\phi)^{4.65}", Source = "richardson1954", Locator = "Stokes' law, hindered")]
    public static double SettlingSpeed(double densityDifference, double radius, double viscosity, double volumeFraction) =>
        2 * densityDifference * 9.80665 * radius * radius / (9 * viscosity) * Math.Pow(1 - volumeFraction, 4.65);
}
