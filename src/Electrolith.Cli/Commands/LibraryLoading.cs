using Electrolith.Materials.Library;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cli.Commands;

/// <summary>Opens the material library with the user's own folders on top.</summary>
internal static class LibraryLoading
{
    /// <summary>The library, or null after problems were printed.</summary>
    /// <param name="folders">Folders of the user, later ones win.</param>
    /// <param name="error">Where problems go.</param>
    public static MaterialLibrary? Open(IEnumerable<string> folders, TextWriter error)
    {
        var library = MaterialLibrary.Default;
        var bag = new DiagnosticBag();
        foreach (var folder in folders)
        {
            library = library.With(folder, bag);
        }

        if (bag.Count > 0)
        {
            error.Write(DiagnosticPrinter.Print(bag.ToSorted()));
        }

        return bag.HasErrors ? null : library;
    }
}
