namespace Electrolith.Thermodynamics.Entries;

/// <summary>An entry of the shipped set that the screened selection leaves out.</summary>
/// <param name="Formula">Its formula as printed.</param>
/// <param name="Reason">Why it is left out.</param>
/// <param name="SourceKey">Who says so: a key of the source list.</param>
/// <param name="Locator">Where in the source.</param>
public sealed record ExcludedEntry(string Formula, string Reason, string SourceKey, string Locator);

/// <summary>An entry of one's own that took the place of shipped ones.</summary>
/// <param name="Own">The own entry.</param>
/// <param name="ReplacedEnergyPerAtom">Formation energy of the shipped entry, eV/atom, in the options of the set.</param>
public sealed record ReplacedEntry(PhaseEntry Own, double ReplacedEnergyPerAtom);
