namespace Electrolith.Quantities.Diagnostics;

/// <summary>How bad it is: an error makes the input unusable, a warning is carried in the result.</summary>
public enum Severity
{
    /// <summary>The input is used; the user should know.</summary>
    Warning,

    /// <summary>The input cannot be used.</summary>
    Error,
}

/// <summary>A place in a text.</summary>
/// <param name="Line">Line, from 1; 0 when the whole file is meant.</param>
/// <param name="Column">Column in UTF-16 units, from 1.</param>
/// <param name="Length">Number of characters to underline, at least 1.</param>
public readonly record struct SourceSpan(int Line, int Column, int Length);

/// <summary>One problem found in an input: where, what, and what to do about it.</summary>
/// <param name="Code">Stable code such as <c>EL1203</c>.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Source">The text it is in; null when there is none.</param>
/// <param name="Span">The place in the text.</param>
/// <param name="FieldPath">Dotted path of the field, for example <c>process[1].press.pressure</c>; empty for the file.</param>
/// <param name="Message">What is wrong and what was expected, in one sentence without a full stop.</param>
/// <param name="Hint">The likely fix; null when none is known.</param>
public sealed record Diagnostic(
    string Code, Severity Severity, SourceText? Source, SourceSpan Span, string FieldPath, string Message, string? Hint);
