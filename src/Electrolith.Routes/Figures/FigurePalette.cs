namespace Electrolith.Routes.Figures;

/// <summary>Colours that readers with colour-vision deficiency can tell apart; a marker shape or a hatching always goes with them.</summary>
public static class FigurePalette
{
    private static readonly string[] Qualitative =
        ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#8A8500", "#4D4D4D"];

    // Anchors of a blue-to-yellow ramp whose lightness rises steadily (after the idea of "cividis").
    private static readonly (int R, int G, int B)[] Ramp =
        [(0, 34, 78), (39, 62, 108), (87, 93, 109), (124, 123, 120), (165, 156, 116), (211, 193, 100), (254, 232, 56)];

    /// <summary>The colour of the series with this number, repeating after eight.</summary>
    /// <param name="index">Number of the series from zero.</param>
    /// <returns>The colour as `#rrggbb` (Okabe and Ito's set, yellow darkened to be visible on white).</returns>
    public static string Series(int index) => Qualitative[(int)((uint)index % (uint)Qualitative.Length)];

    /// <summary>A colour of the sequential ramp.</summary>
    /// <param name="share">0 for dark blue to 1 for yellow; clamped.</param>
    /// <returns>The colour as `#rrggbb`.</returns>
    public static string Sequential(double share)
    {
        double place = (double.IsNaN(share) ? 0 : Math.Clamp(share, 0, 1)) * (Ramp.Length - 1);
        int lower = Math.Min((int)place, Ramp.Length - 2);
        double part = place - lower;
        (int R, int G, int B) a = Ramp[lower];
        (int R, int G, int B) b = Ramp[lower + 1];
        return $"#{Mix(a.R, b.R, part):X2}{Mix(a.G, b.G, part):X2}{Mix(a.B, b.B, part):X2}";
    }

    /// <summary>Black or white, whichever reads better on a colour.</summary>
    /// <param name="colour">A colour as `#rrggbb`.</param>
    /// <returns>`#111111` or `#FFFFFF`.</returns>
    internal static string InkOn(string colour)
    {
        double light = 0.299 * Channel(colour, 1) + 0.587 * Channel(colour, 3) + 0.114 * Channel(colour, 5);
        return light > 140 ? "#111111" : "#FFFFFF";
    }

    private static int Channel(string colour, int start) => Convert.ToInt32(colour.Substring(start, 2), 16);

    private static int Mix(int a, int b, double part) => (int)Math.Round(a + (b - a) * part, MidpointRounding.AwayFromZero);
}
