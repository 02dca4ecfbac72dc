using Electrolith.Materials.Library;
using Electrolith.Processing;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Reading;

namespace Electrolith.Routes.Compiling;

/// <summary>
/// Finds the number behind each input of a route: first what the route gives, then the library, then the documented default.
/// </summary>
internal sealed class InputResolver
{
    /// <summary>Which material the <c>properties</c> of a section are of.</summary>
    private static readonly (string Section, string Material)[] Owners =
        [("separator", "separator.material"), ("cathode", "cathode.active"), ("anode", "anode.material")];

    private readonly RouteDocument document;
    private readonly DiagnosticBag bag;
    private readonly Dictionary<(string Material, string Property), PropertyOverride> overrides = [];
    private readonly HashSet<PropertyOverride> used = [];
    private readonly HashSet<(string Material, string Property)> missing = [];

    public InputResolver(RouteDocument document, DiagnosticBag bag)
    {
        this.document = document;
        this.bag = bag;
        foreach (var (section, material) in Owners)
        {
            Collect($"{section}.properties", material);
        }
    }

    /// <summary>Inputs found so far.</summary>
    public InputTable Table { get; } = new();

    /// <summary>A quantity field: the route's value or the documented default.</summary>
    /// <param name="path">Dotted path.</param>
    /// <returns>Handle; -1 when the route is silent and there is no default.</returns>
    public int Field(string path)
    {
        if (document.Root.Find(path) is QuantityValue given)
        {
            var (floor, ceiling) = Bounds(given.Field.Low, given.Field.High, given.Estimate, given.Money);
            return Table.Add(new RouteInput(path, given.Field.Kind!, Dollars(given.Estimate, given.Money, given), ValueStatus.UserGiven, "user", "route file") { Floor = floor, Ceiling = ceiling });
        }

        var field = RouteFields.At(path);
        return field.Default is { } text
            ? Default(path, field.Kind!, text, field.DefaultStatus, field.DefaultSource, field.DefaultLocator)
            : -1;
    }

    /// <summary>A number that neither the route nor the library gives.</summary>
    /// <param name="name">Name of the input.</param>
    /// <param name="kind">Kind of quantity.</param>
    /// <param name="text">Value as written in a route file.</param>
    /// <param name="status">How sure it is.</param>
    /// <param name="source">Source key.</param>
    /// <param name="locator">Where in the source, or why.</param>
    /// <returns>Handle.</returns>
    public int Default(string name, QuantityKind kind, string text, ValueStatus status, string source, string locator)
    {
        if (!EstimateReader.TryParse(text, kind, out var estimate, out var money, out var problem))
        {
            throw new ArgumentException($"default of {name}: {problem!.Message}", nameof(text));
        }

        return Table.Add(new RouteInput(name, kind, Dollars(estimate, money, document.Root), status, source, locator));
    }

    /// <summary>A property of a material: the route's override, or the recommended library value.</summary>
    /// <param name="material">The material.</param>
    /// <param name="property">Property id.</param>
    /// <param name="kind">Kind of value; null for any.</param>
    /// <returns>Handle, or -1 when neither has it.</returns>
    public int Optional(Material material, string property, string? kind = null)
    {
        var name = kind is null ? $"{material.Id} {property}" : $"{material.Id} {property} ({kind})";
        if (Override(material, property) is { } given)
        {
            var estimate = Dollars(given.Estimate, given.Money, document.Root);
            var (floor, ceiling) = Bounds(given.Property.Low, given.Property.High, given.Estimate, given.Money);
            return Table.Add(new RouteInput(name, given.Property.Kind, estimate, ValueStatus.UserGiven, given.SourceKey, given.Note) { Floor = floor, Ceiling = ceiling });
        }

        if (material.Recommended(property, kind) is not { } row)
        {
            return -1;
        }

        var value = Dollars(row.ToEstimate(), row.Money, document.Root);
        return Table.Add(new RouteInput(name, row.Property.Kind, value, row.Status, row.SourceKey, row.Locator));
    }

    /// <summary>A property that the calculation cannot do without; its absence is an error of the route.</summary>
    /// <param name="material">The material.</param>
    /// <param name="property">Property id.</param>
    /// <param name="section">Section that needs it.</param>
    /// <returns>Handle, or -1 after the error was reported.</returns>
    public int Required(Material material, string property, string section)
    {
        var handle = Optional(material, property);
        if (handle < 0 && missing.Add((material.Id, property)))
        {
            var place = document.Root.Find(section) ?? document.Root;
            var owner = Owners.FirstOrDefault(item => document.Root.Material(item.Material)?.Id == material.Id).Section;
            bag.Add(place.Error(RouteCodes.NoValue, $"the library has no {property} of {material.Id}",
                owner is null ? "add it to your own library folder (--library)" : $"give it in {owner}.properties, or add it to your own library folder"));
        }

        return handle;
    }

    /// <summary>The override of a property, or null.</summary>
    /// <param name="material">The material.</param>
    /// <param name="property">Property id.</param>
    public PropertyOverride? Override(Material material, string property)
    {
        if (overrides.GetValueOrDefault((material.Id, property)) is not { } given)
        {
            return null;
        }

        used.Add(given);
        return given;
    }

    /// <summary>Warns of values in <c>properties</c> that the calculation never asked for.</summary>
    public void ReportUnused()
    {
        foreach (var item in overrides.Where(item => !used.Contains(item.Value)))
        {
            bag.Add(new Diagnostic(RouteCodes.NoEffect, Severity.Warning, item.Value.Node.Source, item.Value.Node.Span, item.Value.Path,
                $"'{item.Key.Property}' of {item.Key.Material} has no effect here", "remove it, or give it for the material that has it"));
        }
    }

    /// <summary>A parameter of a recipe's operation: the recipe's value or the default of the family.</summary>
    /// <param name="name">Name of the input.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="given">The recipe's value, or null.</param>
    /// <param name="family">Family of the electrolyte.</param>
    /// <returns>Handle; -1 when there is neither.</returns>
    public int Parameter(string name, OperationParameter parameter, QuantityValue? given, string family)
    {
        if (given is not null)
        {
            return Table.Add(new RouteInput(name, parameter.Kind!, given.Estimate, ValueStatus.UserGiven, "user", "route file") { Floor = parameter.Low, Ceiling = Math.Min(parameter.High, parameter.Limit(family)?.Value ?? double.PositiveInfinity) });
        }

        return parameter.Default(family) is { } usual ? Default(name, parameter.Kind!, usual.Text, usual.Status, usual.Source, usual.Locator) : -1;
    }

    /// <summary>Where samples stop: at the upper end of the allowed range, and below at a tenth of the way from its lower end to that of the spread, so that nothing vanishes. Money stops at zero.</summary>
    private static (double Floor, double Ceiling) Bounds(double low, double high, Estimate estimate, MoneyBasis? money) =>
        money is not null ? (0, double.PositiveInfinity)
        : (double.IsFinite(low) ? low + ((Math.Min(estimate.Low, estimate.Value) - low) / 10) : low, high);

    private Estimate Dollars(Estimate amount, MoneyBasis? money, RouteValue place)
    {
        if (money is not { } basis)
        {
            return amount;
        }

        if (!DollarPrices.TryConvert(amount, basis, out var dollars))
        {
            bag.Add(place.Error(RouteCodes.NoValue, $"the price book has no rate for {basis}", "give the price in USD of a year from 2015 on"));
        }

        return dollars;
    }

    private void Collect(string properties, string material)
    {
        if (document.Root.Material(material) is { } owner && document.Root.Find(properties) is PropertiesValue values)
        {
            foreach (var item in values.Overrides)
            {
                overrides[(owner.Id, item.Property.Id)] = item;
            }
        }
    }
}
