using System.Reflection;
using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Routes.Writing;

namespace Electrolith.Architecture.Tests;

/// <summary>Every equation of the product names its source; the docs page and <c>cite</c> rely on it.</summary>
public sealed class EquationTests
{
    private static readonly string[] Projects = ["Materials", "Thermodynamics", "Transport", "Processing", "Interfaces", "Cells", "Industry", "Impedance"];

    private static IEnumerable<(MethodInfo Method, EquationAttribute Equation)> Equations =>
        Projects.SelectMany(project => EquationPage.Of(Assembly.Load($"Electrolith.{project}"))).Select(item => (item.Method, item.Equation));

    [Fact]
    public void There_are_equations_in_every_project() =>
        Assert.Equal(Projects.Order(StringComparer.Ordinal), Equations.Select(item => item.Method.DeclaringType!.Assembly.GetName().Name!["Electrolith.".Length..]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_source_is_in_the_source_list() =>
        Assert.All(Equations, item => Assert.True(SourceList.Default.TryGet(item.Equation.Source, out _), $"{item.Equation.Id}: {item.Equation.Source}"));

    [Fact]
    public void Each_source_of_a_circuit_element_is_in_the_source_list() =>
        Assert.All(Electrolith.Impedance.Circuits.ElementCatalog.All, element => Assert.True(SourceList.Default.TryGet(element.Source, out _), $"{element.Symbol}: {element.Source}"));

    [Fact]
    public void Each_id_is_used_once() =>
        Assert.Empty(Equations.GroupBy(item => item.Equation.Id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Each_has_tex_and_a_locator() =>
        Assert.All(Equations, item => Assert.True(item.Equation.Tex.Length > 0 && item.Equation.Locator.Length > 0, item.Equation.Id));

    [Fact]
    public void Each_id_begins_with_its_project() => Assert.All(Equations, item =>
        Assert.StartsWith(item.Method.DeclaringType!.Assembly.GetName().Name!["Electrolith.".Length..].ToLowerInvariant() + ".", item.Equation.Id, StringComparison.Ordinal));
}
