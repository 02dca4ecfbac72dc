using System.Collections.Immutable;
using Electrolith.Processing.Operations;

namespace Electrolith.Processing;

/// <summary>Every unit operation. A new one is added here and nowhere else.</summary>
public static class OperationCatalog
{
    /// <summary>All operations in the order in which recipes usually use them.</summary>
    public static ImmutableArray<OperationDefinition> All { get; } =
    [
        MillOperation.Definition, BlendOperation.Definition, MeltQuenchOperation.Definition, CastOperation.Definition, ExtrudeOperation.Definition,
        PressOperation.Definition, SinterOperation.Definition, AnnealOperation.Definition, LaminateOperation.Definition, DepositOperation.Definition,
        ExposeOperation.Definition,
    ];
}
