using System.Collections.Immutable;
using Electrolith.Materials.Documents;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Library;

/// <summary>Finds data sets: in a folder of a user, and among the data of the assembly.</summary>
internal static class MaterialFolder
{
    private const string Root = "data/materials/";
    private const string Description = "set.yaml";
    private const string Materials = "materials.csv";
    private const string Values = "values.csv";

    /// <summary>The sets of the assembly, by name.</summary>
    public static ImmutableArray<MaterialSet> Embedded()
    {
        var names = EmbeddedData.Names.Where(name => name.StartsWith(Root, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. names.Select(name => name[Root.Length..].Split('/')).Where(parts => parts.Length == 2).Select(parts => parts[0])
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(set => MaterialSet.Read(
                    set,
                    Read(set, Description),
                    Read(set, Materials),
                    names.Contains($"{Root}{set}/{Values}") ? () => EmbeddedData.ReadText($"{Root}{set}/{Values}") : null)),
        ];

        SourceText? Read(string set, string file) => names.Contains($"{Root}{set}/{file}") ? EmbeddedData.ReadText($"{Root}{set}/{file}") : null;
    }

    /// <summary>The sets of a folder: the folder itself, or its subfolders.</summary>
    /// <param name="folder">Path as the user typed it.</param>
    /// <param name="bag">Receives EL1101 and EL1201.</param>
    public static ImmutableArray<MaterialSet> Open(string folder, DiagnosticBag bag)
    {
        if (!Directory.Exists(folder))
        {
            bag.Add(new Diagnostic("EL1101", Severity.Error, new SourceText(folder, ""), new SourceSpan(0, 1, 1), "", "no such folder", Hint: null));
            return [];
        }

        var folders = new[] { folder }.Concat(Directory.GetDirectories(folder).Order(StringComparer.Ordinal));
        var sets = folders.Where(IsSet).Select(path => OpenOne(path, bag)).ToImmutableArray();
        if (sets.IsEmpty)
        {
            bag.Add(new Diagnostic("EL1201", Severity.Error, new SourceText(folder, ""), new SourceSpan(0, 1, 1), "", "the folder holds no data set", $"a set has {Materials} and {Values}"));
        }

        return sets;
    }

    /// <summary>The source list of a folder, from <c>sources.yaml</c> or the file that <c>set.yaml</c> names.</summary>
    /// <param name="folder">Path as the user typed it.</param>
    /// <param name="sets">Its sets.</param>
    /// <param name="bag">Receives the problems of the files.</param>
    public static SourceList Sources(string folder, ImmutableArray<MaterialSet> sets, DiagnosticBag bag)
    {
        var files = sets.Select(set => set.SourcesFile).Append("sources.yaml").Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)
            .Select(name => Path.Combine(folder, name)).Where(File.Exists);
        var list = SourceList.Read(files.Select(file => DocumentFile.Load(file, bag)).OfType<SourceText>());
        foreach (var problem in list.Problems)
        {
            bag.Add(problem);
        }

        return list;
    }

    private static bool IsSet(string path) => File.Exists(Path.Combine(path, Materials)) || File.Exists(Path.Combine(path, Values));

    private static MaterialSet OpenOne(string path, DiagnosticBag bag)
    {
        var values = Load(Values);
        return MaterialSet.Read(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))), Load(Description), Load(Materials), values is null ? null : () => values);

        SourceText? Load(string file)
        {
            var full = Path.Combine(path, file);
            return File.Exists(full) ? DocumentFile.Load(full, bag) : null;
        }
    }
}
