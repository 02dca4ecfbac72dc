using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Electrolith.Materials.Library;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Industry.Scenarios;

/// <summary>The applications that routes are held against.</summary>
public sealed class ScenarioLibrary
{
    private static readonly Lazy<ScenarioLibrary> Embedded = new(() =>
    {
        var bag = new DiagnosticBag();
        return Read(EmbeddedData.ReadText("data/industry/scenarios.yaml"), bag);
    });

    private ScenarioLibrary(ImmutableArray<Scenario> scenarios, ImmutableArray<Diagnostic> problems) => (All, Problems) = (scenarios, problems);

    /// <summary>The scenarios that come with the product.</summary>
    public static ScenarioLibrary Default => Embedded.Value;

    /// <summary>All scenarios, in the order of the file.</summary>
    public ImmutableArray<Scenario> All { get; }

    /// <summary>What was wrong with the file; empty for a sound one.</summary>
    public ImmutableArray<Diagnostic> Problems { get; }

    /// <summary>Reads scenarios.</summary>
    /// <param name="text">A map of scenario ids.</param>
    /// <param name="bag">Receives every problem: EL01xx of quantities, EL2401 fields, EL2402 criteria, EL2403 sources, EL2404 weights.</param>
    public static ScenarioLibrary Read(SourceText text, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        var scenarios = new ScenarioReader(bag).Read(text);
        return new ScenarioLibrary(scenarios, bag.ToSorted());
    }

    /// <summary>Finds a scenario.</summary>
    /// <param name="id">Stable id.</param>
    /// <param name="scenario">The scenario; null when there is none.</param>
    public bool TryGet(string id, [NotNullWhen(true)] out Scenario? scenario) => (scenario = All.FirstOrDefault(item => item.Id == id)) is not null;
}
