using System.Globalization;
using System.Text.Json;
using Electrolith.Materials.Elements;
using Electrolith.Materials.Formulas;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Thermodynamics.Entries.Files;

/// <summary>Reads what an entry of a JSON text consists of: a formula, or amounts by element.</summary>
/// <param name="source">The text.</param>
/// <param name="bag">Receives every problem.</param>
internal sealed class JsonCompositionReader(SourceText source, DiagnosticBag bag)
{
    /// <summary>The composition of an entry; null with a message when it cannot be read.</summary>
    /// <param name="item">The entry.</param>
    public Composition? Read(JsonItem item)
    {
        switch (item["composition"] ?? item["formula"])
        {
            case { Kind: JsonValueKind.Object } amounts:
                return Amounts(amounts);
            case { Kind: JsonValueKind.String } text:
                return Formula(text);
            case { } other:
                Report(other.Span, EntryCodes.WrongShape, $"a formula or the amounts of the elements are expected, not {other.Describe}", "\"formula\": \"Li2S\" or \"composition\": {\"Li\": 2, \"S\": 1}");
                return null;
            case null:
                Report(item.Span, EntryCodes.Missing, "the entry has neither a formula nor a composition", item.Fields.Exists(field => field.Name == "structure") ? "structures are not read; add \"composition\": {\"Li\": 2, \"S\": 1}" : "\"formula\": \"Li2S\" or \"composition\": {\"Li\": 2, \"S\": 1}");
                return null;
        }
    }

    private Composition? Formula(JsonItem text)
    {
        if (FormulaParser.TryParse(text.Text, out var composition, out var problem))
        {
            return composition;
        }

        // The quote stands before the text.
        var span = text.Span with { Column = text.Span.Column + 1 + problem.Offset, Length = problem.Length };
        Report(span, problem.Code, $"formula \"{text.Text}\": {problem.Message}", problem.Hint);
        return null;
    }

    private Composition? Amounts(JsonItem amounts)
    {
        var parts = new List<ElementAmount>();
        var before = bag.Count;
        foreach (var (symbol, span, value) in amounts.Fields)
        {
            if (EntryElements.All.FirstOrDefault(element => element.Symbol == symbol) is not { } element)
            {
                Report(span, EntryCodes.UnknownElement, $"there is no element {symbol}", Hint(symbol));
            }
            else if (value.Kind != JsonValueKind.Number || !double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) || !(amount is >= 0 and < 1e6))
            {
                Report(value.Span, EntryCodes.BadAmount, $"the amount of {symbol} must be a positive number, not {value.Describe}", hint: null);
            }
            else
            {
                parts.Add(new ElementAmount(element, amount));
            }
        }

        if (bag.Count > before)
        {
            return null;
        }

        var composition = Composition.Of(parts);
        if (composition.Parts.IsEmpty)
        {
            Report(amounts.Span, EntryCodes.BadAmount, "the composition holds no element", "\"composition\": {\"Li\": 2, \"S\": 1}");
            return null;
        }

        return composition;
    }

    private static string? Hint(string symbol)
    {
        var plain = symbol.TrimEnd('+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return plain != symbol && PeriodicTable.TryGet(plain, out _) ? $"leave the charge out: {plain}"
            : PeriodicTable.Nearest(symbol) is { Length: > 0 } near ? $"did you mean {string.Join(", ", near)}?" : null;
    }

    private void Report(SourceSpan span, string code, string message, string? hint) => bag.Add(new Diagnostic(code, Severity.Error, source, span, "", message, hint));
}
