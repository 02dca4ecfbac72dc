using System.Collections.Immutable;
using Electrolith.Materials.Library;
using Electrolith.Quantities;
using static Electrolith.Routes.Reading.FieldDefinition;

namespace Electrolith.Routes.Reading;

/// <summary>Every field of a route file, format <c>electrolith-route/1</c>, in the order of the documentation.</summary>
public static class RouteFields
{
    /// <summary>The format line that this version reads.</summary>
    public const string FormatName = "electrolith-route/1";

    /// <summary>The whole file as one section.</summary>
    public static FieldDefinition Root { get; } = Section(
        "", "A route: an electrolyte, how it is made, its interfaces, the cell, the factory, the application.",
        new FieldDefinition("format", FieldType.Text, "Format and version of this file.") { IsRequired = true, Example = FormatName },
        new FieldDefinition("name", FieldType.Text, "Short name, shown in tables and figures.") { IsRequired = true, Example = "My route" },
        new FieldDefinition("summary", FieldType.Text, "What this route is and where it comes from."),
        new FieldDefinition("cites", FieldType.Sources, "Source keys of the published work behind the route."),
        new FieldDefinition("include", FieldType.Files, "Other route files to read first; what this file gives wins."),
        new FieldDefinition("application", FieldType.Text, "Scenario to judge the route against.") { Example = "ev-premium" },
        Electrolyte, Separator, Cathode, Anode, Collectors, Operation, Cell, Factory);

    private static FieldDefinition Properties =>
        new("properties", FieldType.Properties, "Your own values in place of the library's: property id, then a quantity or {value, source, note}.");

    private static FieldDefinition Electrolyte => Section(
        "electrolyte", "A sample of your own in place of the library's electrolyte.",
        new FieldDefinition("measured", FieldType.Text, "File with the material of the sample and its measured properties, as 'eis pellet --measured' writes it.")
        { IsRequired = true, Example = "my-pellet.yaml" });

    private static FieldDefinition Separator => Section(
        "separator", "The solid electrolyte between the electrodes.",
        Material("material", "Electrolyte.", MaterialRole.Electrolyte) with { IsRequired = true, Example = "li6ps5cl" },
        Quantity("thickness", QuantityKinds.Length, "Finished thickness; omit it when an operation of the recipe sets it.") with
        { Low = 1e-8, High = 1e-2, Example = "30 um" },
        Quantity("porosity", QuantityKinds.VolumeFraction, "Pore volume fraction; a recipe that presses or sinters decides it instead.") with
        { Low = 0, High = 0.6, Default = "5 (0..10) %" },
        new FieldDefinition("recipe", FieldType.Recipe, "Unit operations in order, from powder, glass, slurry or target to the finished layer."),
        Properties) with { IsRequired = true };

    private static FieldDefinition Cathode => Section(
        "cathode", "The positive electrode.",
        Material("active", "Active material.", MaterialRole.Cathode) with { IsRequired = true, Example = "nmc811" },
        Quantity("loading", QuantityKinds.ArealCapacity, "Areal capacity of one face.") with
        { IsRequired = true, Low = 0, LowIsExcluded = true, High = 1e6, Example = "4 mAh/cm2" },
        Material("catholyte", "Electrolyte in the electrode; the separator's when not given.", MaterialRole.Electrolyte),
        Composition,
        Material("carbon", "Conductive additive.", MaterialRole.ConductiveAdditive) with { Default = "carbon-black" },
        Material("binder", "Binder.", MaterialRole.Binder) with { Default = "pvdf" },
        Quantity("porosity", QuantityKinds.VolumeFraction, "Pore volume fraction of the electrode.") with
        { Low = 0, High = 0.6, Default = "5 (2..15) %" },
        Quantity("contact-fraction", QuantityKinds.Fraction, "Share of the active surface that touches electrolyte.") with
        { Low = 0, LowIsExcluded = true, High = 1 },
        Quantity("tortuosity-exponent", QuantityKinds.Dimensionless, "a in tau^2 = eps^-a for ions in the electrode.") with
        {
            Low = 0, High = 8, Default = "1.5 (0.5..2.7)",
            DefaultLocator = "between Bruggeman (0.5) and Minnmann 2021 at 58 vol% electrolyte (2.7)",
        },
        Quantity("electronic-conductivity", QuantityKinds.Conductivity, "Effective electronic conductivity of the electrode.") with
        { Low = 1e-6, High = 1e6, Default = "1e-3..1e-1 S/cm (log)" },
        Section("coating", "Protective layer on the active material.",
            Material("material", "Coating.", MaterialRole.Coating, MaterialRole.Electrolyte) with { IsRequired = true, Example = "linbo3" },
            Quantity("thickness", QuantityKinds.Length, "Thickness of the layer.") with
            { IsRequired = true, Low = 0, LowIsExcluded = true, High = 1e-6, Example = "10 nm" }),
        Properties) with { IsRequired = true };

    private static FieldDefinition Composition => Section(
        "composition", "Solid composition of the cathode; the four shares add up to 100 %. Without it the cathode is pure active material.",
        new FieldDefinition("basis", FieldType.Choice, "Whether the shares are of mass or of volume.")
        { Choices = ["mass", "volume"], Default = "mass" },
        Share("active", "Active material.") with { IsRequired = true, LowIsExcluded = true, Example = "80 %" },
        Share("electrolyte", "Electrolyte."), Share("carbon", "Conductive additive."), Share("binder", "Binder."));

    private static FieldDefinition Anode => Section(
        "anode", "The negative electrode.",
        Material("material", "Lithium, anode-free, an alloy, graphite or silicon.", MaterialRole.Anode) with
        { IsRequired = true, Example = "lithium" },
        Quantity("excess", QuantityKinds.Length, "Lithium beyond what the cathode brings, as a thickness (metal anodes; default 20 um).") with
        { Low = 0, High = 1e-3 },
        Quantity("capacity-ratio", QuantityKinds.Dimensionless, "Anode over cathode capacity (composite and alloy anodes).") with
        { Low = 1, High = 10, Default = "1.1 (1.05..1.2)" },
        Quantity("porosity", QuantityKinds.VolumeFraction, "Pore volume fraction (composite anodes).") with
        { Low = 0, High = 0.6, Default = "5 (2..15) %" },
        Quantity("active-share", QuantityKinds.MassFraction, "Mass share of active material, the rest is electrolyte (composite anodes).") with
        { Low = 0, LowIsExcluded = true, High = 0.99, Default = "80 (70..90) %" },
        Section("interlayer", "Layer between electrolyte and anode.",
            Material("material", "Interlayer.", MaterialRole.Interlayer, MaterialRole.Coating, MaterialRole.Electrolyte) with
            { IsRequired = true, Example = "ag-c" },
            Quantity("thickness", QuantityKinds.Length, "Thickness of the layer.") with
            { IsRequired = true, Low = 0, LowIsExcluded = true, High = 1e-4, Example = "5 um" }),
        Properties) with { IsRequired = true };

    private static FieldDefinition Collectors => Section(
        "collectors", "Current collectors; each foil is shared by two faces.",
        Foil("cathode", "aluminium-foil"), Foil("anode", "copper-foil"));

    private static FieldDefinition Operation => Section(
        "operation", "How the cell is used.",
        Quantity("temperature", QuantityKinds.Temperature, "Cell temperature.") with
        { Low = 173.15, High = 573.15, Default = "25 degC" },
        Quantity("stack-pressure", QuantityKinds.Pressure, "Pressure on the stack during use.") with
        { Low = 0, High = 1e9, Default = "5 (1..10) MPa" },
        Quantity("rate", QuantityKinds.ChargeRate, "Discharge rate of the voltage-drop figures.") with
        { Low = 0, LowIsExcluded = true, High = 100.0 / 3600, Default = "C/3" },
        Quantity("age", QuantityKinds.Time, "Age at which the interphases are evaluated.") with
        { Low = 0, High = 3.2e9, Default = "30 d" },
        Quantity("polarisation-limit", QuantityKinds.Voltage, "Largest voltage drop that still counts as usable.") with
        { Low = 0, LowIsExcluded = true, High = 2, Default = "0.3 V" });

    private static FieldDefinition Cell => Section(
        "cell", "Format and size.",
        new FieldDefinition("format", FieldType.Choice, "A pouch, or the bare repeat units.") { Choices = ["pouch", "stack"], Default = "pouch" },
        Quantity("width", QuantityKinds.Length, "Electrode width.") with { Low = 1e-4, High = 10, Default = "10 cm" },
        Quantity("height", QuantityKinds.Length, "Electrode height.") with { Low = 1e-4, High = 10, Default = "30 cm" },
        Quantity("double-layers", QuantityKinds.Dimensionless, "Number of double-sided cathodes.") with { Low = 1, High = 1000, Default = "35" },
        Material("pouch", "Pouch foil.", MaterialRole.Packaging) with { Default = "pouch-foil" },
        Quantity("clearance", QuantityKinds.Length, "Rim of the pouch beyond the electrodes, in each direction.") with
        { Low = 0, High = 0.1, Default = "1 cm", DefaultSource = "lacey2021", DefaultStatus = ValueStatus.Measured },
        Quantity("extra-mass", QuantityKinds.Mass, "Tabs' fixings, tape and the like.") with
        { Low = 0, High = 100, Default = "10 (0..20) g", DefaultSource = "lacey2021", DefaultStatus = ValueStatus.Measured });

    private static FieldDefinition Factory => Section(
        "factory", "Where and how well it is made.",
        Quantity("dew-point", QuantityKinds.Temperature, "Dew point of the room.") with { Low = 153.15, High = 313.15, Default = "-40 degC" },
        Quantity("material-yield", QuantityKinds.Fraction, "Share of purchased material that ends up in cells.") with
        { Low = 0, LowIsExcluded = true, High = 1, Default = "95 (90..98) %" },
        Quantity("cell-yield", QuantityKinds.Fraction, "Share of good cells.") with
        { Low = 0, LowIsExcluded = true, High = 1, Default = "90 (80..95) %" },
        Quantity("electricity-price", QuantityKinds.MoneyPerEnergy, "Price of electricity.") with
        { Low = 0, High = 1e-4, Default = "0.12 USD(2024)/kWh" });

    private static FieldDefinition Share(string name, string documentation) =>
        Quantity(name, QuantityKinds.Fraction, documentation) with { Low = 0, High = 1, Default = "0 %" };

    private static FieldDefinition Foil(string name, string foil) => Section(
        name, $"Collector of the {name}.",
        Material("material", "Foil.", MaterialRole.Collector) with { Default = foil },
        Quantity("thickness", QuantityKinds.Length, "Thickness; the library's usual one when not given.") with
        { Low = 0, LowIsExcluded = true, High = 1e-3 });

    /// <summary>Every field below a section with its dotted path, depth first.</summary>
    /// <param name="section">The section.</param>
    /// <param name="prefix">Path of the section; empty for the root.</param>
    public static IEnumerable<(string Path, FieldDefinition Field)> Walk(FieldDefinition section, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(section);
        foreach (var field in section.Fields)
        {
            var path = prefix.Length == 0 ? field.Name : $"{prefix}.{field.Name}";
            yield return (path, field);
            foreach (var below in Walk(field, path))
            {
                yield return below;
            }
        }
    }

    private static readonly ImmutableDictionary<string, FieldDefinition> ByPath =
        Walk(Root).ToImmutableDictionary(item => item.Path, item => item.Field, StringComparer.Ordinal);

    /// <summary>The definition at a dotted path.</summary>
    /// <param name="path">For example <c>separator.thickness</c>.</param>
    public static FieldDefinition At(string path) => ByPath[path];
}
