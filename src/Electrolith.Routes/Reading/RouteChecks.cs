using Electrolith.Industry.Scenarios;
using Electrolith.Materials.Documents;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Routes.Reading;

/// <summary>Checks that need more than one field of a route.</summary>
internal static class RouteChecks
{
    private const double FractionTolerance = 1e-6;

    /// <summary>Runs every check; fields that were faulty on their own are skipped.</summary>
    /// <param name="document">The route.</param>
    /// <param name="sections">Tells what is missing from what is misspelt.</param>
    /// <param name="bag">Receives the problems.</param>
    public static void Run(RouteDocument document, SectionReader sections, DiagnosticBag bag)
    {
        CheckFormat(document.Root, bag);
        CheckApplication(document.Root, bag);
        CheckComposition(document.Root, bag);
        CheckThickness(document, sections, bag);
        CheckRecipe(document, bag);
        CheckAnode(document.Root, bag);
        CheckLayers(document.Root, bag);
    }

    private static void CheckFormat(SectionValue root, DiagnosticBag bag)
    {
        if (root.Find("format") is TextValue format && format.Text != RouteFields.FormatName)
        {
            bag.Add(format.Error(RouteCodes.UnsupportedFormat, $"this version reads {RouteFields.FormatName}, not '{format.Text}'",
                $"write 'format: {RouteFields.FormatName}'"));
        }
    }

    private static void CheckApplication(SectionValue root, DiagnosticBag bag)
    {
        if (root.Find("application") is TextValue application && !ScenarioLibrary.Default.TryGet(application.Text, out _))
        {
            var known = ScenarioLibrary.Default.All.Select(item => item.Id).ToList();
            var nearest = NearestNames.Find(application.Text, known);
            bag.Add(application.Error(RouteCodes.UnknownApplication, $"no application '{application.Text}'",
                nearest.Count > 0 ? $"did you mean {string.Join(", ", nearest)}?" : $"known: {string.Join(", ", known)}"));
        }
    }

    private static void CheckComposition(SectionValue root, DiagnosticBag bag)
    {
        if (root.Find("cathode.composition") is not SectionValue composition)
        {
            return;
        }

        var shares = composition.Field.Fields.Select(field => composition.Find(field.Name)).OfType<QuantityValue>().ToList();
        var sum = shares.Sum(item => item.Estimate.Value);
        var faulty = composition.Node is DocumentMap map && map.Entries.Count(entry => entry.Key.Text != "basis") != shares.Count;
        if (!faulty && composition.Find("active") is not null && Math.Abs(sum - 1) > FractionTolerance)
        {
            bag.Add(composition.Error(RouteCodes.FractionSum,
                $"the shares add up to {QuantityPrinter.Format(sum, QuantityKinds.Fraction, 4)} instead of 100 % ({string.Join(" + ", shares.Select(item => item.Field.Name))})",
                sum < 1 ? $"{QuantityPrinter.Format(1 - sum, QuantityKinds.Fraction, 4)} is missing" : $"{QuantityPrinter.Format(sum - 1, QuantityKinds.Fraction, 4)} too much"));
        }
    }

    private static void CheckThickness(RouteDocument document, SectionReader sections, DiagnosticBag bag)
    {
        if (document.Root.Find("separator") is not SectionValue separator)
        {
            return;
        }

        var setter = document.Recipe.FirstOrDefault(step => step.Definition.SetsThickness);
        var given = (separator.Node as DocumentMap)!.TryGet("thickness", out _);
        if (given && setter is not null && separator.Find("thickness") is { } thickness)
        {
            bag.Add(thickness.Error(RouteCodes.Contradiction, $"the thickness is given here and set by the operation '{setter.Definition.Name}' of the recipe",
                "remove one of the two"));
        }
        else if (setter is null && sections.IsAbsent(separator.Field, (DocumentMap)separator.Node, "thickness"))
        {
            bag.Add(separator.Error(RouteCodes.Missing, "'thickness' is missing, and no operation of the recipe sets it", "add 'thickness: 30 um'")
                with { FieldPath = "separator.thickness" });
        }

        if (separator.Find("porosity") is { } porosity && document.Recipe.FirstOrDefault(step => step.Definition.SetsDensity) is { } dense)
        {
            bag.Add(porosity.Error(RouteCodes.Contradiction, $"the porosity is given here and follows from the operation '{dense.Definition.Name}' of the recipe",
                "remove one of the two"));
        }
    }

    private static void CheckRecipe(RouteDocument document, DiagnosticBag bag)
    {
        if (document.Root.Material("separator.material") is not { } material)
        {
            return;
        }

        var flows = false;
        foreach (var step in document.Recipe)
        {
            flows = step.Definition.Name == "dissolve" || (flows && step.Definition.Name is not ("cast" or "cure" or "deposit"));
            if (flows && step.Definition.NeedsSolid)
            {
                bag.Add(new Diagnostic(RouteCodes.RefusedOperation, Severity.Error, step.Node.Source, step.Node.Span, step.Path,
                    $"'{step.Definition.Name}' is not possible on a liquid", "cast and dry it, or cure it, before this step"));
            }

            if (step.Definition.Refusal(material.Family) is { } reason)
            {
                bag.Add(new Diagnostic(RouteCodes.RefusedOperation, Severity.Error, step.Node.Source, step.Node.Span, step.Path,
                    $"'{step.Definition.Name}' is not possible for {material.Id} ({material.Family}): {reason}", null));
                continue;
            }

            CheckLimits(step, material.Family, bag);
        }
    }

    private static void CheckLimits(RecipeStep step, string family, DiagnosticBag bag)
    {
        for (var i = 0; i < step.Values.Length; i++)
        {
            if (step.Values[i] is QuantityValue value && step.Definition.Parameters[i].Limit(family) is { } limit && value.Estimate.Value > limit.Value)
            {
                bag.Add(value.Error(RouteCodes.OutOfRange, limit.Reason, null));
            }
        }
    }

    private static void CheckAnode(SectionValue root, DiagnosticBag bag)
    {
        if (root.Material("anode.material") is not { } material)
        {
            return;
        }

        if (material.Family == "anode-free" && root.Find("anode.excess") is QuantityValue { Estimate.High: > 0 } excess)
        {
            bag.Add(excess.Error(RouteCodes.Contradiction, "an anode-free cell has no excess lithium", "remove 'excess', or use 'material: lithium'"));
        }

        var isMetal = AnodeFamilies.IsMetal(material.Family);
        foreach (var name in isMetal ? ["capacity-ratio", "porosity", "active-share"] : new[] { "excess" })
        {
            if (root.Find($"anode.{name}") is { } value)
            {
                bag.Add(value.Error(RouteCodes.Contradiction, $"'{name}' has no meaning for a {(isMetal ? "metal" : "composite or alloy")} anode ({material.Id})",
                    isMetal ? "use 'excess' for a metal anode" : "use 'capacity-ratio' for this anode"));
            }
        }
    }

    private static void CheckLayers(SectionValue root, DiagnosticBag bag)
    {
        if (root.Find("cell.double-layers") is QuantityValue layers && Math.Abs(layers.Estimate.Value - Math.Round(layers.Estimate.Value)) > 1e-9)
        {
            bag.Add(layers.Error(RouteCodes.OutOfRange, "the number of double layers is a whole number", "write for example 35"));
        }

        if (root.Text("cell.format") == "stack")
        {
            foreach (var name in new[] { "pouch", "clearance", "extra-mass" })
            {
                if (root.Find($"cell.{name}") is { } value)
                {
                    bag.Add(value.Error(RouteCodes.NoEffect, $"'{name}' has no effect with 'format: stack'", "remove it, or use 'format: pouch'") with { Severity = Severity.Warning });
                }
            }
        }
    }
}
