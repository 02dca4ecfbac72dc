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
}
