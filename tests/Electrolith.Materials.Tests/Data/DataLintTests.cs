using Electrolith.Materials.Library;
using Electrolith.Materials.Tests.Library;
using Electrolith.Quantities.Diagnostics;
using Xunit.Abstractions;

namespace Electrolith.Materials.Tests.Data;

/// <summary>The data of the product. Each rule is shown to fail on bad data in <see cref="DataLintRulesTests"/>.</summary>
public sealed class DataLintTests(ITestOutputHelper output)
{
    [Fact]
    public void The_data_have_no_problems()
    {
        var problems = Fixture.Check(MaterialLibrary.Default);
        output.WriteLine(DiagnosticPrinter.Print(problems));
        Assert.True(problems.Length == 0, $"{problems.Length} problems\n" + string.Join('\n', problems.Take(60).Select(problem => $"{problem.Source?.Path}:{problem.Span.Line}:{problem.Span.Column} {problem.Code} {problem.FieldPath}: {problem.Message} ({problem.Hint})")));
    }

    [Fact]
    public void No_conductivity_near_room_temperature_is_beyond_belief() => None(DataLint.ImplausibleAtRoomTemperature(MaterialLibrary.Default));

    [Fact]
    public void No_conductivity_of_an_electrolyte_is_assumed() => None(DataLint.AssumedConductivities(MaterialLibrary.Default));

    [Fact]
    public void Unconfirmed_rows_say_where_they_are_from() => None(DataLint.UnconfirmedWithoutOrigin(MaterialLibrary.Default));

    [Fact]
    public void General_knowledge_is_not_called_measured() => None(DataLint.ConfirmedWithoutSource(MaterialLibrary.Default));

    [Fact]
    public void Our_own_defaults_are_called_assumed() => None(DataLint.AssumedFromElsewhere(MaterialLibrary.Default));

    [Fact]
    public void Every_electrolyte_is_complete_enough_to_be_used() => None(DataLint.IncompleteElectrolytes(MaterialLibrary.Default));

    [Fact]
    public void Every_promised_system_is_there() => None(DataLint.MissingSystems(MaterialLibrary.Default));

    [Fact]
    public void Every_set_is_described() => None(DataLint.UndescribedSets(MaterialLibrary.Default));

    [Fact]
    public void Unused_sources_are_listed()
    {
        var texts = EmbeddedData.Names.Where(name => !name.StartsWith("data/sources/", StringComparison.Ordinal)).Select(name => EmbeddedData.ReadText(name).Content).ToArray();
        output.WriteLine("named by no data file: " + string.Join(", ", DataLint.UnusedSources(MaterialLibrary.Default, texts)));
    }

    private static void None(IEnumerable<string> found)
    {
        var list = found.ToArray();
        Assert.True(list.Length == 0, string.Join('\n', list));
    }
}
