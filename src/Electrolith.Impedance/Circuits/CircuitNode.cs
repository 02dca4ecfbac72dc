using System.Collections.Immutable;

namespace Electrolith.Impedance.Circuits;

/// <summary>A part of a circuit.</summary>
public abstract record CircuitNode;

/// <summary>One element.</summary>
/// <param name="Name">Symbol and number as written.</param>
/// <param name="Element">Its kind.</param>
/// <param name="First">Index of its first parameter in the circuit.</param>
public sealed record ElementNode(string Name, CircuitElement Element, int First) : CircuitNode;

/// <summary>Parts one after the other.</summary>
/// <param name="Parts">The parts.</param>
public sealed record SeriesNode(ImmutableArray<CircuitNode> Parts) : CircuitNode;

/// <summary>Parts side by side.</summary>
/// <param name="Parts">The parts.</param>
public sealed record ParallelNode(ImmutableArray<CircuitNode> Parts) : CircuitNode;
