using System.Collections.Immutable;
using System.Text;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Library;

/// <summary>The data files of the repository, which travel inside this assembly under their path, for example <c>data/sources/general.yaml</c>.</summary>
public static class EmbeddedData
{
    private static readonly Lazy<ImmutableArray<string>> AllNames = new(() =>
    [
        .. typeof(EmbeddedData).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("data/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ]);

    /// <summary>Paths of all files, with forward slashes, in ordinal order.</summary>
    public static ImmutableArray<string> Names => AllNames.Value;

    /// <summary>Opens a file.</summary>
    /// <param name="name">Path as in <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static Stream Open(string name) =>
        typeof(EmbeddedData).Assembly.GetManifestResourceStream(name)
        ?? throw new ArgumentException($"no data file \"{name}\" in this build; near: {string.Join(", ", NearestNames.Find(name, Names))}", nameof(name));

    /// <summary>Reads a file as text.</summary>
    /// <param name="name">Path as in <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static SourceText ReadText(string name)
    {
        using var reader = new StreamReader(Open(name), Encoding.UTF8);
        return new SourceText(name, reader.ReadToEnd());
    }
}
