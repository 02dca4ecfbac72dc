using Electrolith.Materials.Documents;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Routes.Reading;

/// <summary>Puts a problem of a quantity text at its place in the file.</summary>
internal static class QuantityDiagnostics
{
    /// <summary>The diagnostic of a problem inside a scalar.</summary>
    /// <param name="problem">What the quantity parser found.</param>
    /// <param name="node">The scalar.</param>
    /// <param name="path">Dotted path.</param>
    public static Diagnostic From(QuantityProblem problem, DocumentScalar node, string path)
    {
        // A quoted or folded scalar does not stand in the file letter by letter: underline all of it.
        var plain = !node.IsQuoted && node.Span.Length == node.Text.Length && problem.Length > 0;
        var span = plain ? new SourceSpan(node.Span.Line, node.Span.Column + problem.Offset, problem.Length) : node.Span;
        return new Diagnostic(problem.Code, Severity.Error, node.Source, span, path, problem.Message, problem.Hint);
    }
}
