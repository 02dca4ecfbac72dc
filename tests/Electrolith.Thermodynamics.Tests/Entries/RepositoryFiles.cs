namespace Electrolith.Thermodynamics.Tests.Entries;

/// <summary>Files of the repository that are not part of an assembly.</summary>
internal static class RepositoryFiles
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "Electrolith.slnx")))
            {
                folder = folder.Parent;
            }

            return folder.FullName;
        }
    }

    /// <summary>Decomposition energies of the data set in the order of <c>EntrySet.All</c> with all entries, eV/atom.</summary>
    public static double[] DecompositionEnergies()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Root, "data", "thermodynamics", "mp2019", "decomposition.bin"));
        var energies = new double[bytes.Length / 3];
        for (var index = 0; index < energies.Length; index++)
        {
            energies[index] = (bytes[3 * index] | (bytes[(3 * index) + 1] << 8) | ((sbyte)bytes[(3 * index) + 2] << 16)) * 1e-6;
        }

        return energies;
    }
}
