using System.Collections.Immutable;
using Electrolith.Materials.Formulas;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Library;

/// <summary>One material of the library. Its values are read when they are first asked for.</summary>
public sealed class Material
{
    private readonly Lazy<ImmutableArray<PropertyValue>> values;
    private readonly Lazy<Composition?> composition;

    internal Material(MaterialRow row, Func<ImmutableArray<PropertyValue>> readValues)
    {
        Row = row;
        values = new Lazy<ImmutableArray<PropertyValue>>(readValues);
        composition = new Lazy<Composition?>(() => FormulaParser.TryParse(row.Formula, out var parsed, out _) ? parsed : null);
    }

    /// <summary>Stable id, for example <c>llzto</c>.</summary>
    public string Id => Row.Id;

    /// <summary>Name in a sentence.</summary>
    public string Name => Row.Name;

    /// <summary>What it is used for.</summary>
    public MaterialRole Role => Row.Role;

    /// <summary>Family, for example <c>garnet</c>.</summary>
    public string Family => Row.Family;

    /// <summary>Formula as written; empty when none is given.</summary>
    public string Formula => Row.Formula;

    /// <summary>The formula multiplied out; null when there is none.</summary>
    public Composition? Composition => composition.Value;

    /// <summary>Other names.</summary>
    public ImmutableArray<string> Aliases => Row.Aliases;

    /// <summary>Remark.</summary>
    public string Note => Row.Note;

    /// <summary>Id of the data set it comes from.</summary>
    public string SetId => Row.SetId;

    /// <summary>The file it is defined in.</summary>
    public SourceText Origin => Row.Source;

    /// <summary>Place of its id in the file.</summary>
    public SourceSpan OriginSpan => Row.Span;

    /// <summary>Every reported value, in the order of the files.</summary>
    public ImmutableArray<PropertyValue> Values => values.Value;

    internal MaterialRow Row { get; }

    /// <summary>The value to use when nothing else is asked.</summary>
    /// <param name="property">Id of the property.</param>
    /// <param name="kind">Kind of report or partner id; null for any.</param>
    /// <returns>
    /// Among the rows of the property (and kind, when given) the one marked recommended. When several kinds have one, the
    /// kind that the catalog names first, then the first in the file. Without a mark the row counts only when it is the
    /// single one. Otherwise null: reports that nobody has judged are not averaged.
    /// </returns>
    public PropertyValue? Recommended(string property, string? kind = null)
    {
        PropertyValue? marked = null;
        PropertyValue? single = null;
        var count = 0;
        foreach (var value in Values)
        {
            if (value.Property.Id != property || (kind is not null && value.Kind != kind))
            {
                continue;
            }

            count++;
            single = value;
            if (value.IsRecommended && (marked is null || Rank(value) < Rank(marked)))
            {
                marked = value;
            }
        }

        return marked ?? (count == 1 ? single : null);
    }

    /// <summary>All rows of one property, in the order of the files.</summary>
    /// <param name="property">Id of the property.</param>
    public IEnumerable<PropertyValue> ValuesOf(string property) => Values.Where(value => value.Property.Id == property);

    /// <inheritdoc/>
    public override string ToString() => Id;

    private static int Rank(PropertyValue value)
    {
        var index = value.Property.Kinds.IndexOf(value.Kind);
        return index < 0 ? int.MaxValue : index;
    }
}

/// <summary>One row of <c>materials.csv</c>.</summary>
internal sealed record MaterialRow
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Role.</summary>
    public required MaterialRole Role { get; init; }

    /// <summary>Family.</summary>
    public required string Family { get; init; }

    /// <summary>Formula.</summary>
    public required string Formula { get; init; }

    /// <summary>Other names.</summary>
    public required ImmutableArray<string> Aliases { get; init; }

    /// <summary>Remark.</summary>
    public required string Note { get; init; }

    /// <summary>Data set.</summary>
    public required string SetId { get; init; }

    /// <summary>File.</summary>
    public required SourceText Source { get; init; }

    /// <summary>Place.</summary>
    public required SourceSpan Span { get; init; }
}
