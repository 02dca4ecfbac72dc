using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Electrolith.Materials.Documents;
using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Industry.Costs;

/// <summary>A default of the factory model.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">What it is.</param>
/// <param name="Quantity">Kind of quantity.</param>
/// <param name="Value">SI value with its spread; money in its currency.</param>
/// <param name="Money">Currency and year; null when it is not money.</param>
/// <param name="Status">How sure it is.</param>
/// <param name="SourceKey">Key in the source list.</param>
/// <param name="Locator">Where in the source, or why.</param>
public sealed record FactoryDefault(string Id, string Name, QuantityKind Quantity, Estimate Value, MoneyBasis? Money, ValueStatus Status, string SourceKey, string Locator);

/// <summary>Defaults of the factory model (<c>data/industry/factory.yaml</c>).</summary>
public static class FactoryDefaults
{
    private static readonly Lazy<ImmutableArray<FactoryDefault>> Embedded = new(Load);

    /// <summary>All defaults.</summary>
    public static ImmutableArray<FactoryDefault> All => Embedded.Value;

    /// <summary>Finds a default.</summary>
    /// <param name="id">Stable id.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static FactoryDefault Get(string id) =>
        All.FirstOrDefault(item => item.Id == id)
        ?? throw new ArgumentException($"no factory default \"{id}\"; near: {string.Join(", ", NearestNames.Find(id, All.Select(item => item.Id)))}", nameof(id));

    /// <summary>Reads defaults.</summary>
    /// <param name="text">A map of ids.</param>
    /// <param name="bag">Receives EL01xx of quantities and EL2421.</param>
    public static ImmutableArray<FactoryDefault> Read(SourceText text, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        return YamlReader.Read(text, bag) is DocumentMap root
            ? [.. root.Entries.Select(entry => One(entry.Key, entry.Value, bag)).OfType<FactoryDefault>()]
            : [];
    }

    private static FactoryDefault? One(DocumentScalar id, DocumentNode node, DiagnosticBag bag)
    {
        if (node is not DocumentMap map || !map.TryGet("value", out var value) || !QuantityKinds.TryGet(Text(map, "kind"), out var kind))
        {
            bag.Add(new Diagnostic("EL2421", Severity.Error, node.Source, node.Span, id.Text, "a factory default has a kind and a value", Hint: null));
            return null;
        }

        var text = value.ToString() ?? "";
        MoneyBasis basis = default;
        var isMoney = kind == QuantityKinds.MoneyPerEnergy;
        var isRead = isMoney
            ? QuantityParser.TryParseMoney(text, kind, out var estimate, out basis, out var problem)
            : QuantityParser.TryParseEstimate(text, kind, out estimate, out problem);
        if (!isRead)
        {
            bag.Add(new Diagnostic(problem!.Code, Severity.Error, value.Source, value.Span, id.Text, problem.Message, problem.Hint));
            return null;
        }

        var status = Enum.TryParse<ValueStatus>(Text(map, "status"), ignoreCase: true, out var read) ? read : ValueStatus.Assumed;
        return new FactoryDefault(id.Text, Text(map, "name"), kind, estimate, isMoney ? basis : null, status, Text(map, "source"), Text(map, "locator"));
    }

    private static string Text(DocumentMap map, string field) => map.TryGet(field, out var node) ? node.ToString() ?? "" : "";

    [SuppressMessage("Design", "MA0014", Justification = "Faulty embedded data is a fault of the build, not of an argument.")]
    private static ImmutableArray<FactoryDefault> Load()
    {
        var bag = new DiagnosticBag();
        var all = Read(EmbeddedData.ReadText("data/industry/factory.yaml"), bag);
        return bag.HasErrors ? throw new InvalidOperationException(DiagnosticPrinter.Print(bag.ToSorted())) : all;
    }
}
