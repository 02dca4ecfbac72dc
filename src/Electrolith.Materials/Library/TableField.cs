using Electrolith.Materials.Documents;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Library;

/// <summary>Reports problems of one row at the right field.</summary>
/// <param name="Source">The file.</param>
/// <param name="Bag">Receives the problems.</param>
/// <param name="Row">The row.</param>
internal readonly record struct TableField(SourceText Source, DiagnosticBag Bag, CsvRow Row)
{
    /// <summary>Adds an error.</summary>
    /// <param name="code">Code.</param>
    /// <param name="column">Field, from 0.</param>
    /// <param name="path">Dotted path.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="hint">Likely fix.</param>
    public void Error(string code, int column, string path, string message, string? hint) =>
        Bag.Add(new Diagnostic(code, Severity.Error, Source, Row.SpanOf(column), path, message, hint));

    /// <summary>Adds an error about a name that is not known, with the nearest ones.</summary>
    /// <param name="code">Code.</param>
    /// <param name="column">Field, from 0.</param>
    /// <param name="path">Dotted path.</param>
    /// <param name="what">What the name should be.</param>
    /// <param name="known">Known names.</param>
    public void Unknown(string code, int column, string path, string what, IEnumerable<string> known)
    {
        var names = known.ToArray();
        var written = Row[column];
        var near = NearestNames.Find(written, names);
        var hint = near.Count > 0 ? $"did you mean {string.Join(", ", near)}?" : names.Length <= 20 ? $"known: {string.Join(", ", names)}" : null;
        Error(code, column, path, written.Length == 0 ? $"the {what} is missing" : $"there is no {what} \"{written}\"", hint);
    }
}
