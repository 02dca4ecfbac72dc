using System.Collections.Immutable;
using System.Globalization;
using Electrolith.Materials.Documents;
using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Industry.Scenarios;

/// <summary>Reads scenarios from a document.</summary>
internal sealed class ScenarioReader(DiagnosticBag bag)
{
    private static readonly string[] ScenarioFields = ["name", "summary", "limits", "weights"];
    private static readonly string[] LimitFields = ["criterion", "at-least", "at-most", "from", "to", "source", "locator", "status"];

    /// <summary>Reads every scenario of a document.</summary>
    /// <param name="text">The document: a map of scenario ids.</param>
    public ImmutableArray<Scenario> Read(SourceText text)
    {
        if (YamlReader.Read(text, bag) is not { } root)
        {
            return [];
        }

        if (root is not DocumentMap map)
        {
            Report("EL2401", root, "", $"scenarios are a map of ids, not {root.Describe}");
            return [];
        }

        return [.. map.Entries.Select(entry => One(entry.Key, entry.Value)).OfType<Scenario>()];
    }

    private Scenario? One(DocumentScalar id, DocumentNode node)
    {
        if (node is not DocumentMap map)
        {
            Report("EL2401", node, id.Text, $"a scenario has fields such as limits, not {node.Describe}");
            return null;
        }

        Unknown(map, id.Text, ScenarioFields);
        var limits = map.TryGet("limits", out var list) && list is DocumentSequence sequence
            ? sequence.Items.Select((item, index) => Limit(item, $"{id.Text}.limits[{index}]")).OfType<ScenarioLimit>().ToImmutableArray()
            : [];
        return new Scenario { Id = id.Text, Name = Text(map, "name") is { Length: > 0 } name ? name : id.Text, Summary = Text(map, "summary"), Limits = limits, Weights = Weights(map, id.Text) };
    }

    private ScenarioLimit? Limit(DocumentNode node, string path)
    {
        if (node is not DocumentMap map || !map.TryGet("criterion", out var named))
        {
            Report("EL2401", node, path, "a limit names its criterion");
            return null;
        }

        Unknown(map, path, LimitFields);
        if (Criterion(named, path) is not { } criterion)
        {
            return null;
        }

        var source = Text(map, "source");
        if (!SourceList.Default.TryGet(source, out _))
        {
            Report("EL2403", map.TryGet("source", out var at) ? at : node, path, $"no source \"{source}\"");
        }

        MoneyBasis? money = null;
        var low = Bound(map, criterion, path, ref money, "at-least", "from");
        var high = Bound(map, criterion, path, ref money, "at-most", "to");
        if (low is null && high is null)
        {
            if (!map.Entries.Any(entry => entry.Key.Text is "at-least" or "at-most" or "from" or "to"))
            {
                Report("EL2401", node, path, "a limit needs at-least, at-most, or from and to");
            }

            return null;
        }

        if (low > high)
        {
            Report("EL2401", node, path, "the low end is above the high end");
            return null;
        }

        return new ScenarioLimit
        {
            Criterion = criterion,
            Low = low,
            High = high,
            Money = money,
            Text = Describe(map),
            SourceKey = source,
            Locator = Text(map, "locator"),
            Status = Enum.TryParse<ValueStatus>(Text(map, "status"), ignoreCase: true, out var status) ? status : ValueStatus.Assumed,
            Span = node.Span,
        };
    }

    private static string Describe(DocumentMap map) => (Text(map, "at-least"), Text(map, "at-most"), Text(map, "from"), Text(map, "to")) switch
    {
        ({ Length: > 0 } least, "", _, _) => $"at least {least}",
        ("", { Length: > 0 } most, _, _) => $"at most {most}",
        (_, _, { Length: > 0 } from, { Length: > 0 } to) => $"{from} to {to}",
        var (least, most, from, to) => $"{least}{from} to {most}{to}",
    };

    private double? Bound(DocumentMap map, EvaluationCriterion criterion, string path, ref MoneyBasis? money, string field, string otherField)
    {
        if (!(map.TryGet(field, out var node) || map.TryGet(otherField, out node)))
        {
            return null;
        }

        var text = node.ToString() ?? "";
        double si;
        QuantityProblem? problem;
        if (criterion.IsMoney)
        {
            if (QuantityParser.TryParseMoney(text, criterion.Quantity, out var amount, out var basis, out problem))
            {
                money = basis;
                return amount.Value;
            }
        }
        else if (QuantityParser.TryParse(text, criterion.Quantity, out si, out problem))
        {
            return si;
        }

        bag.Add(new Diagnostic(problem!.Code, Severity.Error, node.Source, node.Span with { Column = node.Span.Column + problem.Offset, Length = Math.Max(1, problem.Length) }, path, problem.Message, problem.Hint));
        return null;
    }

    private ImmutableArray<(EvaluationCriterion Criterion, double Weight)> Weights(DocumentMap map, string id)
    {
        var weights = new List<(EvaluationCriterion Criterion, double Weight)>();
        foreach (var (key, value) in map.TryGet("weights", out var node) && node is DocumentMap fields ? fields.Entries : [])
        {
            var isNumber = double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && weight >= 0 && double.IsFinite(weight);
            if (!isNumber)
            {
                Report("EL2404", value, $"{id}.weights.{key.Text}", "a weight is a number, zero or more");
            }
            else if (Criterion(key, $"{id}.weights") is { } criterion)
            {
                weights.Add((criterion, weight));
            }
        }

        var sum = weights.Sum(item => item.Weight);
        return sum > 0 ? [.. weights.Select(item => (item.Criterion, item.Weight / sum))] : [];
    }

    private EvaluationCriterion? Criterion(DocumentNode node, string path)
    {
        var id = node.ToString() ?? "";
        if (EvaluationCriteria.TryGet(id, out var criterion))
        {
            return criterion;
        }

        var known = EvaluationCriteria.All.Select(item => item.Id).ToArray();
        var near = NearestNames.Find(id, known);
        Report("EL2402", node, path, $"no criterion \"{id}\"", near.Count > 0 ? $"did you mean {string.Join(", ", near)}?" : $"known: {string.Join(", ", known)}");
        return null;
    }

    private void Unknown(DocumentMap map, string path, string[] known)
    {
        foreach (var (key, _) in map.Entries.Where(entry => !known.Contains(entry.Key.Text, StringComparer.Ordinal)))
        {
            Report("EL2401", key, $"{path}.{key.Text}", $"no field \"{key.Text}\" here", $"known: {string.Join(", ", known)}");
        }
    }

    private static string Text(DocumentMap map, string field) => map.TryGet(field, out var node) && node is DocumentScalar { IsEmpty: false } scalar ? scalar.Text.Trim() : "";

    private void Report(string code, DocumentNode at, string path, string message, string? hint = null) =>
        bag.Add(new Diagnostic(code, Severity.Error, at.Source, at.Span, path, message, hint));
}
