using Electrolith.Materials.Formulas;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Thermodynamics.Entries.Files;

/// <summary>One entry as a file states it.</summary>
/// <param name="Composition">Elements and amounts as written.</param>
/// <param name="EnergyPerAtom">Energy, eV/atom.</param>
/// <param name="IsTotal">A total energy of a calculation; otherwise a formation energy from the elements.</param>
/// <param name="Id">Name of the entry in the file; empty when it has none.</param>
/// <param name="Span">Where the energy stands.</param>
internal sealed record FileEntry(Composition Composition, double EnergyPerAtom, bool IsTotal, string Id, SourceSpan Span)
{
    /// <summary>True for a pure element.</summary>
    public bool IsElement => Composition.Parts.Length == 1;
}
