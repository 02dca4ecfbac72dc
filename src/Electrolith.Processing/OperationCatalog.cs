using System.Collections.Immutable;
using Electrolith.Processing.Operations;

namespace Electrolith.Processing;

/// <summary>Every unit operation. A new one is added here and nowhere else.</summary>
public static class OperationCatalog
{
    /// <summary>All operations in the order in which recipes usually use them.</summary>
    public static ImmutableArray<OperationDefinition> All { get; } =
    [
        WeighOperation.Definition, MillOperation.Definition, SynthesizeOperation.Definition, BlendOperation.Definition, DissolveOperation.Definition, MeltQuenchOperation.Definition,
        CastOperation.Definition, DryFilmOperation.Definition, ExtrudeOperation.Definition, CureOperation.Definition, PressOperation.Definition, CalenderOperation.Definition,
        CalcineOperation.Definition, SinterOperation.Definition, ColdSinterOperation.Definition, AnnealOperation.Definition, LaminateOperation.Definition,
        AssembleOperation.Definition, DepositOperation.Definition, StackOperation.Definition, ExposeOperation.Definition,
    ];
}
