using Electrolith.Materials.Documents;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Library;

/// <summary>Turns one row of <c>values.csv</c> into a value in SI.</summary>
/// <param name="source">The file.</param>
/// <param name="column">Position of each of <see cref="ValueTable.Columns"/>.</param>
/// <param name="bag">Receives EL1212 to EL1217 and the problems of quantities.</param>
internal sealed class ValueRowReader(SourceText source, int[] column, DiagnosticBag bag)
{
    private const int Material = 0;
    private const int Property = 1;
    private const int Value = 2;
    private const int Low = 3;
    private const int High = 4;
    private const int Unit = 5;
    private const int Kind = 6;
    private const int Temperature = 7;
    private const int Condition = 8;
    private const int Status = 9;
    private const int Source = 10;
    private const int Locator = 11;
    private const int Recommended = 12;
    private const int Note = 13;

    private static readonly string[] Statuses = ["measured", "computed", "fitted", "derived", "assumed", "unconfirmed", "user"];

    /// <summary>Reads a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>The value, or null when it cannot be used.</returns>
    public PropertyValue? Read(CsvRow row)
    {
        var field = new TableField(source, bag, row);
        var path = $"{row[column[Material]]}.{row[column[Property]]}";
        if (!PropertyCatalog.TryGet(row[column[Property]], out var definition))
        {
            field.Unknown("EL1212", column[Property], path, "property", PropertyCatalog.All.Select(known => known.Id));
            return null;
        }

        var status = Array.IndexOf(Statuses, row[column[Status]]);
        if (status < 0)
        {
            field.Unknown("EL1217", column[Status], path, "status", Statuses);
            return null;
        }

        CheckWords(field, definition, path);
        var value = new PropertyValue
        {
            MaterialId = row[column[Material]],
            Property = definition,
            Kind = row[column[Kind]],
            TemperatureKelvin = ReadTemperature(field, path),
            Condition = row[column[Condition]],
            Status = (ValueStatus)status,
            SourceKey = row[column[Source]],
            Locator = row[column[Locator]],
            IsRecommended = row[column[Recommended]] == "yes",
            Note = row[column[Note]],
            PrintedValue = row[column[Value]],
            PrintedUnit = row[column[Unit]],
            Origin = source,
            OriginSpan = row.SpanOf(column[Value]),
        };
        return definition.IsText ? ReadText(field, value, path) : ReadNumber(field, value, path);
    }

    private void CheckWords(TableField field, PropertyDefinition definition, string path)
    {
        var kind = field.Row[column[Kind]];
        if (kind.Length > 0 && !definition.Kinds.IsEmpty && !definition.HasFreeKind && !definition.Kinds.Contains(kind))
        {
            field.Unknown("EL1216", column[Kind], path, $"kind of {definition.Id}", definition.Kinds);
        }

        if (field.Row[column[Source]].Length == 0)
        {
            field.Error("EL1218", column[Source], path, "the source is missing", "every value needs a source key; your own values may name the source \"user\"");
        }

        if (field.Row[column[Recommended]] is not ("" or "yes"))
        {
            field.Error("EL1219", column[Recommended], path, $"\"{field.Row[column[Recommended]]}\" cannot stand here", "write yes, or leave it empty");
        }
    }

    private double? ReadTemperature(TableField field, string path) =>
        field.Row[column[Temperature]].Length == 0 ? null : Quantity(field, Temperature, "", QuantityKinds.Temperature, path)?.Value;

    private PropertyValue? ReadText(TableField field, PropertyValue value, string path)
    {
        if (value.PrintedValue.Length == 0)
        {
            field.Error("EL1213", column[Value], path, "the text is missing", hint: null);
            return null;
        }

        if (value.PrintedUnit.Length > 0)
        {
            field.Error("EL1213", column[Unit], path, $"{value.Property.Id} is a text and has no unit", "leave the unit empty");
        }

        return value with { Text = value.PrintedValue };
    }

    private PropertyValue? ReadNumber(TableField field, PropertyValue value, string path)
    {
        if (value.PrintedValue.Length == 0)
        {
            field.Error("EL1213", column[Value], path, "the value is missing", "write a value; a range alone does not say what to use");
            return null;
        }

        var bound = value.PrintedValue[0] switch { '<' or '≤' => ValueBound.Upper, '>' or '≥' => ValueBound.Lower, _ => ValueBound.None };
        var unit = value.PrintedUnit;
        var kind = value.Property.Kind;
        var number = Quantity(field, Value, unit, kind, path, skip: bound == ValueBound.None ? 0 : 1);
        var low = field.Row[column[Low]].Length == 0 ? number : Quantity(field, Low, unit, kind, path);
        var high = field.Row[column[High]].Length == 0 ? number : Quantity(field, High, unit, kind, path);
        if (number is not { } nominal || low is not { } lowest || high is not { } highest)
        {
            return null;
        }

        if (!(lowest.Value <= nominal.Value && nominal.Value <= highest.Value))
        {
            field.Error("EL1215", column[Value], path, $"low, value and high must rise: {field.Row[column[Low]]}, {value.PrintedValue}, {field.Row[column[High]]}", hint: null);
            return null;
        }

        CheckRange(field, value.Property, path, nominal.Value, lowest.Value, highest.Value);
        return value with { Value = nominal.Value, Low = lowest.Value, High = highest.Value, Bound = bound, Money = nominal.Money };
    }

    private void CheckRange(TableField field, PropertyDefinition definition, string path, params ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (value < definition.Low || value > definition.High)
            {
                var range = $"{QuantityPrinter.Format(definition.Low, definition.Kind)} to {QuantityPrinter.Format(definition.High, definition.Kind)}";
                field.Error("EL1214", column[Value], path, $"{definition.Name} {QuantityPrinter.Format(value, definition.Kind)} is outside of what is plausible ({range})", "check the unit and the exponent");
                return;
            }
        }
    }

    private (double Value, MoneyBasis? Money)? Quantity(TableField field, int which, string unit, QuantityKind kind, string path, int skip = 0)
    {
        var written = field.Row[column[which]];
        var text = unit.Length == 0 ? written[skip..] : $"{written[skip..]} {unit}";
        if (kind.Id.StartsWith("money", StringComparison.Ordinal))
        {
            if (QuantityParser.TryParseMoney(text, kind, out var amount, out var basis, out var moneyProblem))
            {
                return (amount.Value, basis);
            }

            Report(field, which, written.Length - skip, path, moneyProblem!);
            return null;
        }

        if (QuantityParser.TryParse(text, kind, out var si, out var problem))
        {
            return (si, null);
        }

        Report(field, which, written.Length - skip, path, problem!);
        return null;
    }

    // The text that was parsed is the value followed by the unit, which stand in two fields.
    private void Report(TableField field, int which, int length, string path, QuantityProblem problem)
    {
        var inUnit = problem.Offset > length && which != Temperature;
        field.Error(problem.Code, column[inUnit ? Unit : which], path, problem.Message, problem.Hint);
    }
}
