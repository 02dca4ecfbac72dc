using System.Collections.Immutable;
using Electrolith.Materials.Documents;
using Electrolith.Materials.Library;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Thermodynamics.Entries;

/// <summary>The verdicts on single entries of the shipped set (<c>data/thermodynamics/mp2019/screened.csv</c>).</summary>
/// <remarks>The table of entries carries the outcome as a flag, so that only a question for the reasons reads this file.</remarks>
internal sealed class Screening
{
    public const string FileName = "data/thermodynamics/mp2019/screened.csv";
    private static readonly Lazy<Screening> Embedded = new(() => Read(EmbeddedData.ReadText(FileName)));
    private readonly Dictionary<string, ExcludedEntry> excluded;
    private readonly HashSet<string> kept;

    private Screening(Dictionary<string, ExcludedEntry> excluded, HashSet<string> kept) => (this.excluded, this.kept) = (excluded, kept);

    /// <summary>The verdicts that come with the product.</summary>
    public static Screening Default => Embedded.Value;

    /// <summary>Entries with a verdict of their own that are left out.</summary>
    public ImmutableArray<ExcludedEntry> Named => [.. excluded.Values.Where(entry => entry.Formula != "*")];

    /// <summary>Reads the table.</summary>
    /// <param name="source">Its text.</param>
    /// <exception cref="InvalidDataException">The table is broken.</exception>
    public static Screening Read(SourceText source)
    {
        var bag = new DiagnosticBag();
        var table = CsvReader.Read(source, bag, "formula", "verdict", "reason", "source", "locator");
        if (table is null || bag.HasErrors)
        {
            throw new InvalidDataException(DiagnosticPrinter.Print(bag.ToSorted()));
        }

        var leave = new Dictionary<string, ExcludedEntry>(StringComparer.Ordinal);
        var keep = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            if (row[1] == "keep")
            {
                keep.Add(row[0]);
            }
            else
            {
                leave.Add(row[0], new ExcludedEntry(row[0], row[2], row[3], row[4]));
            }
        }

        return new Screening(leave, keep);
    }

    /// <summary>True when an entry does not take part in the screened selection.</summary>
    /// <param name="formula">Its printed formula.</param>
    /// <param name="inMatbench">The flag of the set.</param>
    public bool IsExcluded(string formula, bool inMatbench) => excluded.ContainsKey(formula) || (!inMatbench && !kept.Contains(formula));

    /// <summary>The reason why an entry is left out.</summary>
    /// <param name="formula">Its printed formula.</param>
    public ExcludedEntry ReasonFor(string formula) => excluded.GetValueOrDefault(formula) ?? excluded["*"] with { Formula = formula };
}
