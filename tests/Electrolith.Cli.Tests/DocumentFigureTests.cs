using System.Text.RegularExpressions;

namespace Electrolith.Cli.Tests;

/// <summary>Figures in the documents are what the program draws now.</summary>
public sealed class DocumentFigureTests
{
    private static readonly string Figure = Path.Combine(Terminal.RepositoryRoot, "docs", "figures", "resistance-by-cause.svg");

    [Theory]
    [InlineData("windows.svg", "stability window llzo latp Li6PS5Cl Li10GeP2S12 Li3InCl6 Li3YCl6 Li3PO4 LiF --figure windows.svg")]
    [InlineData("pairs.svg", "stability matrix Li6PS5Cl llzo latp Li3InCl6 --against Li LiCoO2 LiFePO4 LiNbO3 Li3PO4 --figure pairs.svg")]
    public void A_figure_of_the_documents_is_what_its_command_draws(string file, string command)
    {
        using var terminal = new Terminal();
        Assert.Equal(0, Terminal.Run(command).Code);
        var committed = Path.Combine(Terminal.RepositoryRoot, "docs", "figures", file);
        if (Environment.GetEnvironmentVariable("ELECTROLITH_UPDATE_DOCS") is { Length: > 0 })
        {
            File.Copy(file, committed, overwrite: true);
        }

        Assert.Equal(File.ReadAllText(file), File.ReadAllText(committed));
    }

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
