using System.Collections.Immutable;

namespace Electrolith.Quantities.Diagnostics;

/// <summary>Collects every problem of an input, so that all are reported at once.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> items = [];

    /// <summary>True when at least one error was added.</summary>
    public bool HasErrors => items.Exists(item => item.Severity == Severity.Error);

    /// <summary>Number of diagnostics so far.</summary>
    public int Count => items.Count;

    /// <summary>Adds one diagnostic.</summary>
    /// <param name="diagnostic">The problem.</param>
    public void Add(Diagnostic diagnostic) => items.Add(diagnostic);

    /// <summary>Everything added, by file, line and column, without exact repeats.</summary>
    public ImmutableArray<Diagnostic> ToSorted() =>
    [
        .. items.Distinct()
            .OrderBy(item => item.Source?.Path ?? "", StringComparer.Ordinal)
            .ThenBy(item => item.Span.Line).ThenBy(item => item.Span.Column)
            .ThenBy(item => item.Code, StringComparer.Ordinal),
    ];
}
