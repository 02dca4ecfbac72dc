using System.Collections.Immutable;

namespace Electrolith.Processing;

/// <summary>An operation with its values.</summary>
/// <param name="Definition">Which operation.</param>
/// <param name="Values">Parameter values, defaults filled in.</param>
public readonly record struct BoundOperation(OperationDefinition Definition, OperationValues Values);

/// <summary>Runs operations one after the other.</summary>
public static class Recipe
{
    /// <summary>The lot after all operations, nothing else: for samples.</summary>
    /// <param name="start">Lot before.</param>
    /// <param name="operations">Operations in order.</param>
    public static Lot Run(Lot start, ReadOnlySpan<BoundOperation> operations)
    {
        var lot = start;
        foreach (var operation in operations)
        {
            lot = operation.Definition.Apply(lot, operation.Values, null);
        }

        return lot;
    }

    /// <summary>The lot with the history of how it came about.</summary>
    /// <param name="start">Lot before.</param>
    /// <param name="operations">Operations in order.</param>
    public static ProcessResult RunWithHistory(Lot start, ReadOnlySpan<BoundOperation> operations)
    {
        var steps = ImmutableArray.CreateBuilder<ProcessStep>();
        var warnings = ImmutableArray.CreateBuilder<ProcessWarning>();
        var lot = start;
        foreach (var operation in operations)
        {
            var name = operation.Definition.Name;
            var next = operation.Definition.Apply(lot, operation.Values, (code, message) => warnings.Add(new ProcessWarning(code, name, message)));
            steps.Add(new ProcessStep(name, lot, next));
            lot = next;
        }

        return new ProcessResult(lot, steps.ToImmutable(), warnings.ToImmutable());
    }
}
