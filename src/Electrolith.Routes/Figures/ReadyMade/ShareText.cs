namespace Electrolith.Routes.Figures.ReadyMade;

/// <summary>Shares as percent for readers.</summary>
internal static class ShareText
{
    public static string Percent(double share) => share switch
    {
        0 => "0 %",
        > 0 and < 0.001 => "< 0.1 %",
        > 0.999 and < 1 => "> 99.9 %",
        < 0.1 => NumberText.Fixed(100 * share, 1) + " %",
        _ => NumberText.Fixed(100 * share, share > 0.9 && share < 1 ? 1 : 0) + " %",
    };
}
