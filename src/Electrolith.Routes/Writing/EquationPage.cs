using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Electrolith.Cells;
using Electrolith.Impedance.Circuits;
using Electrolith.Industry.Costs;
using Electrolith.Interfaces;
using Electrolith.Materials.Library;
using Electrolith.Processing;
using Electrolith.Quantities;
using Electrolith.Thermodynamics.Hulls;
using Electrolith.Transport;

namespace Electrolith.Routes.Writing;

/// <summary>An equation of the product and where it is in the code.</summary>
/// <param name="Equation">Id, TeX, source.</param>
/// <param name="Method">The function that computes it.</param>
public sealed record ImplementedEquation(EquationAttribute Equation, MethodInfo Method);

/// <summary>Lists every equation that the product computes, as a page for the documentation.</summary>
public static class EquationPage
{
    private static readonly (string Name, Assembly Assembly)[] Projects =
    [
        ("Materials", typeof(MaterialLibrary).Assembly), ("Thermodynamics", typeof(PhaseDiagram).Assembly), ("Transport", typeof(TemperatureEquations).Assembly), ("Processing", typeof(ProcessEquations).Assembly),
        ("Interfaces", typeof(KineticEquations).Assembly), ("Cells", typeof(CellEquations).Assembly), ("Industry", typeof(CostEquations).Assembly), ("Impedance", typeof(Circuit).Assembly),
    ];

    /// <summary>All equations of one project, by id.</summary>
    /// <param name="assembly">The project's assembly.</param>
    public static ImmutableArray<ImplementedEquation> Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        return
        [
            .. assembly.GetTypes().SelectMany(type => type.GetMethods(All))
                .Select(method => (method, equation: method.GetCustomAttribute<EquationAttribute>())).Where(item => item.equation is not null)
                .Select(item => new ImplementedEquation(item.equation!, item.method)).OrderBy(item => item.Equation.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The page in Markdown.</summary>
    public static string Write()
    {
        var page = new StringBuilder("# Equations\n\nEvery equation that the product computes, one function each. The page is made from the code; a test holds the two together.\n");
        foreach (var (name, assembly) in Projects)
        {
            page.Append($"\n## {name}\n\n| id | equation | source | where |\n|---|---|---|---|\n");
            foreach (var (equation, method) in Of(assembly))
            {
                page.Append($"| `{equation.Id}` | $`{equation.Tex.Replace("|", "\\vert ", StringComparison.Ordinal)}`$ | {Source(equation)} | `{method.DeclaringType!.Name}.{method.Name}` |\n");
            }
        }

        WriteElements(page);
        return page.ToString();
    }

    private static void WriteElements(StringBuilder page)
    {
        page.Append("\n### Circuit elements\n\n$`s=j\\omega`$; parameters in the order of the element.\n\n| element | what | impedance | low; high frequency | parameters | source |\n|---|---|---|---|---|---|\n");
        foreach (var element in ElementCatalog.All)
        {
            var parameters = string.Join(", ", element.Parameters.Select(parameter => $"{(parameter.Suffix.Length > 0 ? parameter.Suffix : element.Symbol)}{(parameter.Unit.Length > 0 ? " in " + parameter.Unit : "")}"));
            var limits = element.Limits.Length > 0 ? $"$`{element.Limits}`$" : "";
            var source = SourceList.Default.TryGet(element.Source, out var entry) ? entry.Citation.TrimEnd('.') : element.Source;
            page.Append($"| {element.Symbol} | {element.Name} | $`{element.Formula}`$ | {limits} | {parameters} | {source} |\n");
        }
    }

    private static string Source(EquationAttribute equation)
    {
        var text = equation.Source == "electrolith-derived" ? "own derivation" : SourceList.Default.TryGet(equation.Source, out var entry) ? entry.Citation.TrimEnd('.') : equation.Source;
        return $"{text}; {equation.Locator}".Replace("|", "\\|", StringComparison.Ordinal);
    }
}
