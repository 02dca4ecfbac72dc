using System.Collections.Immutable;
using Electrolith.Materials.Documents;
using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Recipes;

/// <summary>Finds and opens recipe files.</summary>
internal static class RecipeFile
{
    /// <summary>Place of the particle size of the powder in the list of parameters.</summary>
    public const int ParticleSlot = 0;

    /// <summary>Place of its relative density.</summary>
    public const int DensitySlot = 1;

    /// <summary>Place of its grain size.</summary>
    public const int GrainSlot = 2;

    private const string Folder = "data/recipes/";

    /// <summary>Names of the recipes that are shipped.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. EmbeddedData.Names.Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".yaml", StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^5]),
    ];

    /// <summary>The powder that a recipe starts from.</summary>
    public static ImmutableArray<OperationParameter> Powder { get; } =
    [
        OperationParameter.Quantity("particle-size", QuantityKinds.Length, 1e-9, 1e-3, "Mean particle size of the powder.", _ => ParameterDefault.Assumed("5 um", "a milled powder")),
        OperationParameter.Quantity("relative-density", QuantityKinds.Fraction, 0.05, 1, "Density of the powder bed over that of the solid.", _ => ParameterDefault.Assumed("55 %", "tapped or lightly pressed powder")),
        OperationParameter.Quantity("grain-size", QuantityKinds.Length, 1e-9, 1e-3, "Mean grain size of the powder.", _ => ParameterDefault.Assumed("1 um", "crystallites of a milled powder")),
    ];

    /// <summary>Opens a recipe.</summary>
    /// <param name="nameOrFile">Shipped name or path.</param>
    /// <param name="library">Materials.</param>
    /// <param name="bag">Receives every problem.</param>
    public static RecipeRun? Load(string nameOrFile, MaterialLibrary library, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(nameOrFile);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(bag);
        var text = Names.Contains(nameOrFile) ? EmbeddedData.ReadText($"{Folder}{nameOrFile}.yaml") : Open(nameOrFile, bag);
        return text is null || YamlReader.Read(text, bag) is not { } root ? null : new RecipeDocumentReader(library, bag).Read(root);
    }

    private static SourceText? Open(string file, DiagnosticBag bag)
    {
        if (File.Exists(file) || file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || file.Contains('/', StringComparison.Ordinal))
        {
            return DocumentFile.Load(file, bag);
        }

        var nearest = NearestNames.Find(file, Names);
        bag.Add(new Diagnostic("EL2501", Severity.Error, new SourceText(file, ""), new SourceSpan(0, 1, 1), "", $"no recipe '{file}' and no such file",
            nearest.Count > 0 ? $"did you mean {string.Join(", ", nearest)}?" : "'electrolith process recipes' lists those that are shipped"));
        return null;
    }
}
