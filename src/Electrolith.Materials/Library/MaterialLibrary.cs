using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Library;

/// <summary>All materials with their reported values. Immutable; safe for use from several threads.</summary>
/// <remarks>Opening the library reads the lists of materials; the values of a material are read when they are first asked for.</remarks>
public sealed class MaterialLibrary
{
    private static readonly Lazy<MaterialLibrary> Embedded = new(() => new MaterialLibrary(MaterialFolder.Embedded(), [], new Lazy<SourceList>(() => SourceList.Default)));

    private readonly Dictionary<string, Material> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly ImmutableArray<MaterialSet> own;
    private readonly ImmutableArray<MaterialSet> overlay;
    private readonly Lazy<SourceList> sources;

    private MaterialLibrary(ImmutableArray<MaterialSet> own, ImmutableArray<MaterialSet> overlay, Lazy<SourceList> sources)
    {
        this.own = own;
        this.overlay = overlay;
        this.sources = sources;
        var materials = new Dictionary<string, Material>(StringComparer.OrdinalIgnoreCase);
        foreach (var set in own)
        {
            foreach (var row in set.Rows)
            {
                materials.TryAdd(row.Id, new Material(row, () => ValuesOf(row.Id, isReplaced: false)));
            }
        }

        foreach (var row in overlay.SelectMany(set => set.Rows))
        {
            materials[row.Id] = new Material(row, () => ValuesOf(row.Id, isReplaced: true));
        }

        All = [.. materials.Values];
        foreach (var material in All)
        {
            byName.TryAdd(material.Id, material);
        }

        foreach (var material in All)
        {
            foreach (var alias in material.Aliases)
            {
                byName.TryAdd(alias, material);
            }
        }
    }

    /// <summary>The library that comes with the product.</summary>
    public static MaterialLibrary Default => Embedded.Value;

    /// <summary>All materials, by data set and in the order of its file.</summary>
    public IReadOnlyList<Material> All { get; }

    /// <summary>The data sets, those of a user last.</summary>
    public IReadOnlyList<MaterialSet> Sets => [.. own, .. overlay];

    /// <summary>The sources that values of this library name.</summary>
    public SourceList Sources => sources.Value;

    /// <summary>Builds a library from sets; for tests and tools.</summary>
    /// <param name="sets">The sets.</param>
    /// <param name="sources">Their sources.</param>
    internal static MaterialLibrary Of(ImmutableArray<MaterialSet> sets, SourceList sources) => new(sets, [], new Lazy<SourceList>(sources));

    /// <summary>This library with the data sets of a folder laid over it.</summary>
    /// <param name="folder">
    /// A folder with <c>materials.csv</c> and <c>values.csv</c>, or with subfolders that have them. A material that both
    /// define is taken from the folder, with its values; a warning says so. Values of a material that only this library
    /// defines are added to it, and a recommended one takes the place of the library's.
    /// </param>
    /// <param name="bag">Receives every problem of the folder.</param>
    public MaterialLibrary With(string folder, DiagnosticBag bag)
    {
        var sets = MaterialFolder.Open(folder, bag);
        var added = MaterialFolder.Sources(folder, sets, bag);
        var result = new MaterialLibrary(own, [.. overlay, .. sets], new Lazy<SourceList>(() => Sources.With(added)));
        foreach (var row in sets.SelectMany(set => set.Rows))
        {
            if (byName.TryGetValue(row.Id, out var existing) && existing.Id == row.Id)
            {
                bag.Add(new Diagnostic("EL1221", Severity.Warning, row.Source, row.Span, row.Id, $"{row.Id} replaces the material of the same id in {existing.Origin.Path} line {existing.OriginSpan.Line}", "to add values only, leave it out of materials.csv"));
            }
        }

        LibraryCheck.Run(result, sets, bag);
        return result;
    }

    /// <summary>Finds a material by id or alias, in any capitals; an id goes before an alias.</summary>
    /// <param name="idOrAlias">Id or alias.</param>
    /// <param name="material">The material; null when there is none.</param>
    public bool TryGet(string idOrAlias, [NotNullWhen(true)] out Material? material) => byName.TryGetValue(idOrAlias, out material);

    /// <summary>The ids or aliases that a wrong one may have meant.</summary>
    /// <param name="wrong">What was written.</param>
    /// <returns>At most three, the nearest first.</returns>
    public IReadOnlyList<string> Nearest(string wrong) => NearestNames.Find(wrong, byName.Keys);

    /// <summary>Finds materials by id, name, alias, formula, composition, family or role.</summary>
    /// <param name="text">Words that must all occur, or a formula.</param>
    /// <returns>Best first: exact id or alias, same composition, beginning of id, then the rest in the order of the library.</returns>
    public IReadOnlyList<Material> Search(string text) => MaterialSearch.Find(All, text);

    /// <summary>Reads everything and reports every problem of the data.</summary>
    /// <param name="bag">Receives the problems.</param>
    public void Check(DiagnosticBag bag)
    {
        foreach (var problem in Sources.Problems)
        {
            bag.Add(problem);
        }

        LibraryCheck.Run(this, [.. Sets], bag);
    }

    private ImmutableArray<PropertyValue> ValuesOf(string id, bool isReplaced)
    {
        var added = overlay.Where(set => set.Values is not null).SelectMany(set => set.Values!.Read(id, bag: null)).ToArray();
        if (isReplaced)
        {
            return [.. added];
        }

        var basis = own.Where(set => set.Values is not null).SelectMany(set => set.Values!.Read(id, bag: null));
        var judged = added.Where(value => value.IsRecommended).Select(LibraryCheck.RecommendationGroup).ToHashSet(StringComparer.Ordinal);
        return [.. basis.Select(value => judged.Contains(LibraryCheck.RecommendationGroup(value)) ? value with { IsRecommended = false } : value), .. added];
    }
}
