namespace Electrolith.Materials.Formulas;

/// <summary>Why a formula could not be read.</summary>
/// <param name="Code">Stable code, EL1131 to EL1137.</param>
/// <param name="Message">What is wrong, in one sentence without a full stop.</param>
/// <param name="Hint">The likely fix; null when none is known.</param>
/// <param name="Offset">Position in the text, from 0.</param>
/// <param name="Length">Number of characters concerned, at least 1.</param>
public sealed record FormulaProblem(string Code, string Message, string? Hint, int Offset, int Length);
