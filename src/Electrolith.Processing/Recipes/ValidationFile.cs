using System.Collections.Immutable;
using Electrolith.Materials.Documents;
using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Recipes;

/// <summary>Reads the published numbers that are shipped.</summary>
internal static class ValidationFile
{
    private const string Name = "data/validation/processing.yaml";
    private static readonly string[] Keys = ["table", "what", "source", "recipe", "set", "against", "quantity", "published", "is", "tolerance", "placed", "calibrate", "left-out"];

    /// <summary>All cases in the order of the file.</summary>
    /// <param name="library">Materials.</param>
    /// <param name="bag">Receives every problem; the shipped file has none.</param>
    public static ImmutableArray<ValidationCase> Load(MaterialLibrary library, DiagnosticBag bag)
    {
        var cases = ImmutableArray.CreateBuilder<ValidationCase>();
        if (YamlReader.Read(EmbeddedData.ReadText(Name), bag) is DocumentMap root && root.TryGet("cases", out var list) && list is DocumentSequence sequence)
        {
            foreach (var item in sequence.Items.OfType<DocumentMap>())
            {
                if (Read(item, library, bag) is { } one)
                {
                    cases.Add(one);
                }
            }
        }

        return cases.ToImmutable();
    }

    private static ValidationCase? Read(DocumentMap map, MaterialLibrary library, DiagnosticBag bag)
    {
        void Fail(string message) => bag.Add(new Diagnostic("EL2510", Severity.Error, map.Source, map.Span, "", message, null));
        string Text(string key) => map.TryGet(key, out var node) && node is DocumentScalar scalar ? scalar.Text : "";
        foreach (var entry in map.Entries.Where(entry => !Keys.Contains(entry.Key.Text)))
        {
            Fail($"unknown '{entry.Key.Text}'");
        }

        var plain = new ValidationCase { Table = Text("table"), What = Text("what"), Source = Text("source"), LeftOut = Text("left-out") };
        if (plain.LeftOut.Length > 0)
        {
            return plain;
        }

        var recipe = map.TryGet("recipe", out var node) && node is DocumentMap own ? new RecipeDocumentReader(library, bag).Read(own) : RecipeRun.Load(Text("recipe"), library, bag);
        var quantity = ValidationQuantity.All.FirstOrDefault(item => item.Name == Text("quantity"));
        if (recipe is null || quantity is null)
        {
            Fail("a recipe and a known quantity are expected");
            return null;
        }

        var published = recipe.Header.Reported.FirstOrDefault(item => item.Quantity == quantity.Name)?.Estimate.Value ?? double.NaN;
        if (Text("published") is { Length: > 0 } text && !QuantityParser.TryParse(text, quantity.Kind, out published, out var problem))
        {
            Fail(problem!.Message);
        }

        return plain with
        {
            Source = plain.Source.Length > 0 ? plain.Source : recipe.Source, Recipe = recipe, Quantity = quantity.Name, Published = published,
            Set = Numbers(map, "set", recipe, Fail) ?? ImmutableDictionary<string, double>.Empty, Against = Numbers(map, "against", recipe, Fail),
            Bound = Text("is") switch { "below" => PublishedBound.Below, "above" => PublishedBound.Above, _ => PublishedBound.None },
            Tolerance = QuantityParser.TryParse(Text("tolerance"), QuantityKinds.Fraction, out var tolerance, out _) ? tolerance : double.NaN,
            IsPlaced = Text("placed") == "true", Calibrate = Text("calibrate"),
        };
    }

    private static ImmutableDictionary<string, double>? Numbers(DocumentMap map, string key, RecipeRun recipe, Action<string> fail)
    {
        if (!map.TryGet(key, out var node) || node is not DocumentMap given)
        {
            return null;
        }

        var numbers = ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var entry in given.Entries)
        {
            var index = recipe.IndexOf(entry.Key.Text);
            if (index < 0 || entry.Value is not DocumentScalar scalar || !QuantityParser.TryParse(scalar.Text, recipe.Parameters[index].Definition.Kind!, out var value, out _))
            {
                fail($"'{entry.Key.Text}' is no number of the recipe");
                continue;
            }

            numbers[entry.Key.Text] = value;
        }

        return numbers.ToImmutable();
    }
}
