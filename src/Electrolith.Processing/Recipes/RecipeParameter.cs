using System.Collections.Immutable;
using Electrolith.Quantities;

namespace Electrolith.Processing.Recipes;

/// <summary>A numeric parameter of a recipe that can be replaced.</summary>
/// <param name="Path"><c>operation.parameter</c>; a second step of the same operation counts on: <c>press2.pressure</c>.</param>
/// <param name="Definition">Kind, allowed range and documentation.</param>
/// <param name="Value">SI value.</param>
/// <param name="Low">Lower end of the stated range, SI; the value when none is stated.</param>
/// <param name="High">Upper end of the stated range, SI.</param>
/// <param name="Status">How sure it is.</param>
/// <param name="Source">Source key, or <c>user</c> when the recipe gives it.</param>
/// <param name="IsGiven">True when the recipe gives it, false for a default.</param>
public sealed record RecipeParameter(
    string Path, OperationParameter Definition, double Value, double Low, double High, ValueStatus Status, string Source, bool IsGiven)
{
    /// <summary>Shape of the stated range; none when a single value is stated.</summary>
    public Spread Spread { get; init; }
}

/// <summary>A number that the source reports of the finished material.</summary>
/// <param name="Quantity">Name, such as <c>relative-density</c>.</param>
/// <param name="Estimate">SI value with the range that the source states.</param>
public sealed record ReportedValue(string Quantity, Estimate Estimate);

/// <summary>What a recipe file says beside its steps.</summary>
/// <param name="Id">Key of the recipe.</param>
/// <param name="Title">One line.</param>
/// <param name="Source">Source key; empty for a recipe of the user.</param>
/// <param name="Locator">Where in the source.</param>
/// <param name="Note">What the source leaves open and how the recipe fills it.</param>
/// <param name="Reported">What the source reports of the result.</param>
public sealed record RecipeHeader(string Id, string Title, string Source, string Locator, string Note, ImmutableArray<ReportedValue> Reported);

/// <summary>A step whose numbers stand at an offset of the recipe's list of parameters.</summary>
/// <param name="Definition">Which operation.</param>
/// <param name="Slots">Place of each parameter in the list; -1 where it is a choice, a material, or has no value.</param>
/// <param name="Choices">Index of each choice; NaN elsewhere.</param>
/// <param name="Materials">Materials; null elsewhere.</param>
internal sealed record RecipeStep(OperationDefinition Definition, int[] Slots, double[] Choices, Constituent?[] Materials)
{
    /// <summary>The operation with numbers of the list.</summary>
    /// <param name="values">SI values in the order of the recipe's parameters.</param>
    public BoundOperation Bind(ReadOnlySpan<double> values)
    {
        var numbers = new double[Slots.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Slots[i] >= 0 ? values[Slots[i]] : Choices[i];
        }

        return new BoundOperation(Definition, new OperationValues(numbers, Materials));
    }
}
