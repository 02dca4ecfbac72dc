namespace Electrolith.Materials.Formulas;

/// <summary>Carries a problem from the depth of the parser to <see cref="FormulaParser.TryParse(string, out Composition?, out FormulaProblem?)"/>; never leaves the parser.</summary>
internal sealed class FormulaException : Exception
{
    /// <summary>Builds the exception from the parts of the problem.</summary>
    /// <param name="code">Stable code.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="hint">The likely fix.</param>
    /// <param name="offset">Position, from 0.</param>
    /// <param name="length">Number of characters.</param>
    public FormulaException(string code, string message, string? hint, int offset, int length)
        : base(message) => Problem = new FormulaProblem(code, message, hint, offset, Math.Max(1, length));

    /// <summary>The problem.</summary>
    public FormulaProblem Problem { get; }
}
