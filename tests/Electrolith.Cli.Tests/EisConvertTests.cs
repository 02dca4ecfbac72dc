using System.Text.Json;

namespace Electrolith.Cli.Tests;

/// <summary><c>eis convert</c>: what is written is read back, and endings that say no format are told.</summary>
public sealed class EisConvertTests : IDisposable
{
    private readonly Terminal terminal = new();

    public EisConvertTests() => File.WriteAllText("simulated.csv", Terminal.Run("eis simulate --circuit 'R0-p(R1,C1)' --values R0=10,R1=100,C1=1e-6").Output);

    /// <inheritdoc/>
    public void Dispose() => terminal.Dispose();

    [Theory]
    [InlineData("converted.csv")]
    [InlineData("converted.json")]
    [InlineData("converted.z")]
    public void A_spectrum_survives_the_way_through_another_format(string target)
    {
        Assert.Equal(0, Terminal.Run($"eis convert simulated.csv {target}").Code);
        var fit = Terminal.Run($"eis fit {target} --circuit 'R0-p(R1,C1)' --json");
        Assert.Equal(0, fit.Code);
        using var json = JsonDocument.Parse(fit.Output);
        Assert.Equal(100, json.RootElement.GetProperty("parameters").GetProperty("R1").GetProperty("value").GetDouble(), 1e-4);
    }

    /// <summary>The examples were made from R = 250 and 120 ohm with 0.2 % noise; the sum is known far better than the parts.</summary>
    [Theory]
    [InlineData("pellet-25degC.mpt")]
    [InlineData("pellet-25degC.DTA")]
    public void The_example_pellet_gives_the_resistance_it_was_made_with(string name)
    {
        var fit = Terminal.Run($"eis fit '{Path.Combine(Terminal.RepositoryRoot, "examples", "spectra", name)}' --circuit 'p(R1,CPE1)-p(R2,CPE2)-CPE3' --json");
        Assert.Equal(0, fit.Code);
        using var json = JsonDocument.Parse(fit.Output);
        var parameters = json.RootElement.GetProperty("parameters");
        var (first, second) = (parameters.GetProperty("R1"), parameters.GetProperty("R2"));
        Assert.Equal(370, first.GetProperty("value").GetDouble() + second.GetProperty("value").GetDouble(), 1.0);
        Assert.Equal(250, Math.Max(first.GetProperty("value").GetDouble(), second.GetProperty("value").GetDouble()), 3 * second.GetProperty("standardError").GetDouble());
    }

    [Fact]
    public void An_unknown_ending_is_bad_input()
    {
        var outcome = Terminal.Run("eis convert simulated.csv x.pdf");
        Assert.Equal(3, outcome.Code);
        Assert.Contains(".csv, .json or .z is expected", outcome.Error.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.False(File.Exists("x.pdf"));
    }
}
