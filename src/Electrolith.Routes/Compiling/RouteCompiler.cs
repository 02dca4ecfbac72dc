using System.Collections.Immutable;
using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Reading;

namespace Electrolith.Routes.Compiling;

/// <summary>Turns a route that was read into one that can be evaluated.</summary>
/// <param name="library">Materials.</param>
public sealed class RouteCompiler(MaterialLibrary library)
{
    /// <summary>Compiles a route.</summary>
    /// <param name="document">The route as read, without errors.</param>
    /// <param name="bag">Receives what is missing.</param>
    /// <returns>The compiled route, or null when a needed value is missing.</returns>
    public CompiledRoute? Compile(RouteDocument document, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(bag);
        var find = new InputResolver(document, bag);
        var root = document.Root;
        var separatorMaterial = root.Material("separator.material")!;
        var electrolytes = new ElectrolyteCompiler(find);
        var separatorElectrolyte = electrolytes.Compile(separatorMaterial, "separator");
        var cathode = new CathodeCompiler(library, find, electrolytes).Compile(root, separatorMaterial);
        var anode = new AnodeCompiler(find).Compile(root, separatorMaterial);
        var separator = new SeparatorCompiler(find, electrolytes).Compile(document, separatorElectrolyte);
        var cathodeFoil = Foil(root, find, "collectors.cathode");
        var anodeFoil = Foil(root, find, "collectors.anode");
        var operation = new OperationPlan(
            find.Field("operation.temperature"), find.Field("operation.stack-pressure"), find.Field("operation.rate"),
            find.Field("operation.age"), find.Field("operation.polarisation-limit"),
            find.Default("collectors.contact-resistance", QuantityKinds.AreaSpecificResistance, "1 (0.2..3) ohm cm2", ValueStatus.Assumed, "electrolith-assumed", "both foils, pressed dry"));
        var pouch = Material(root, "cell.pouch");
        var cell = new CellPlan(
            root.Text("cell.format") != "stack",
            find.Field("cell.width"), find.Field("cell.height"), find.Field("cell.double-layers"),
            new FoilPlan(pouch, find.Required(pouch, "foil-thickness", "cell"), find.Required(pouch, "density", "cell"), find.Required(pouch, "price", "cell")),
            find.Field("cell.clearance"), find.Field("cell.extra-mass"));
        var factory = new FactoryPlan(
            find.Field("factory.dew-point"), find.Field("factory.material-yield"), find.Field("factory.cell-yield"), find.Field("factory.electricity-price"),
            find.Default("factory.energy-ratio", QuantityKinds.Dimensionless, "16.8 (10.6..23)", ValueStatus.Measured, "degen2023", "post-lithium-ion cells with today's technology, kWh/kWh"));
        find.ReportUnused();
        CheckVoltage(root, find, cathode, anode, bag);
        return bag.HasErrors
            ? null
            : new CompiledRoute(document, find.Table.ToImmutable(), separator, cathode, anode, cathodeFoil, anodeFoil, operation, cell, factory, bag.ToSorted()) { Sources = library.Sources };
    }

    /// <summary>Over its whole range the cathode must be above the anode, or there is no cell to discharge.</summary>
    private static void CheckVoltage(SectionValue root, InputResolver find, CathodePlan cathode, AnodePlan anode, DiagnosticBag bag)
    {
        if (cathode.Potential < 0 || anode.Potential < 0)
        {
            return;
        }

        var inputs = find.Table.ToImmutable();
        var (cathodeLow, anodeHigh) = (inputs[cathode.Potential].Estimate.Low, inputs[anode.Potential].Estimate.High);
        if (cathodeLow <= anodeHigh)
        {
            bag.Add(root.Find("cathode")!.Error(RouteCodes.ImpossibleCell,
                $"{cathode.Active.Id} at {QuantityPrinter.Format(cathodeLow, QuantityKinds.Voltage)} is not above {anode.Material.Id} at {QuantityPrinter.Format(anodeHigh, QuantityKinds.Voltage)}: the cell has no voltage",
                "check 'average-potential' of both electrodes"));
        }
    }

    private FoilPlan Foil(SectionValue root, InputResolver find, string path)
    {
        var foil = Material(root, $"{path}.material");
        var given = find.Field($"{path}.thickness");
        return new FoilPlan(
            foil, given >= 0 ? given : find.Required(foil, "foil-thickness", path), find.Required(foil, "density", path), find.Required(foil, "price", path));
    }

    private Material Material(SectionValue root, string path) => MaterialOrDefault(library, root, path);

    /// <summary>The material of a field, or the field's default.</summary>
    internal static Material MaterialOrDefault(MaterialLibrary library, SectionValue root, string path)
    {
        if (root.Material(path) is { } given)
        {
            return given;
        }

        var name = RouteFields.At(path).Default!;
        return library.TryGet(name, out var material) ? material : throw new InvalidOperationException($"the library lacks '{name}', the default of {path}");
    }
}
