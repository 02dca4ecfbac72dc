using System.Text.RegularExpressions;

namespace Electrolith.Cli.Tests;

/// <summary>The figure in the README is the one that the report of the README's first command shows.</summary>
public sealed class ReadmeFigureTests
{
    private static readonly string Figure = Path.Combine(Terminal.RepositoryRoot, "docs", "figures", "resistance-by-cause.svg");

    [Fact]
    public void The_figure_is_drawn_from_the_nine_routes_as_they_are()
    {
        using var terminal = new Terminal();
        Assert.Equal(0, Terminal.Run("compare routes/*.yaml --application ev-premium --samples 0 --report report.html").Code);
        var drawn = Regex.Matches(File.ReadAllText("report.html"), "<svg.*?</svg>", RegexOptions.Singleline, TimeSpan.FromSeconds(5))
            .Select(match => match.Value).First(svg => svg.Contains("<desc", StringComparison.Ordinal) && svg.Contains(">Resistance by cause</title>", StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("ELECTROLITH_UPDATE_DOCS") is { Length: > 0 })
        {
            File.WriteAllText(Figure, drawn + "\n");
        }

        Assert.Equal(drawn + "\n", File.ReadAllText(Figure));
    }
}
