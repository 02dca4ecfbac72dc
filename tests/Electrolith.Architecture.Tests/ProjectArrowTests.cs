using System.Reflection;

namespace Electrolith.Architecture.Tests;

/// <summary>Who may reference whom. A new arrow is a decision: change it here and in CONTRIBUTING.md.</summary>
public sealed class ProjectArrowTests
{
    private static readonly Dictionary<string, string[]> MayReference = new(StringComparer.Ordinal)
    {
        ["Quantities"] = [],
        ["Numerics"] = [],
        ["Materials"] = ["Quantities", "Numerics"],
        ["Thermodynamics"] = ["Materials", "Quantities", "Numerics"],
        ["Transport"] = ["Materials", "Quantities", "Numerics"],
        ["Processing"] = ["Transport", "Materials", "Quantities", "Numerics"],
        ["Interfaces"] = ["Thermodynamics", "Transport", "Materials", "Quantities", "Numerics"],
        ["Cells"] = ["Interfaces", "Thermodynamics", "Transport", "Materials", "Quantities", "Numerics"],
        ["Industry"] = ["Cells", "Processing", "Interfaces", "Thermodynamics", "Transport", "Materials", "Quantities", "Numerics"],
        ["Impedance"] = ["Quantities", "Numerics"],
        ["Routes"] = ["Impedance", "Industry", "Cells", "Processing", "Interfaces", "Thermodynamics", "Transport", "Materials", "Quantities", "Numerics"],
        ["electrolith"] = ["Impedance", "Routes", "Industry", "Cells", "Processing", "Interfaces", "Thermodynamics", "Transport", "Materials", "Quantities", "Numerics"],
    };

    /// <summary>Outside packages, each fenced in the projects that need it.</summary>
    private static readonly Dictionary<string, string[]> PackageFences = new(StringComparer.Ordinal)
    {
        ["MathNet.Numerics"] = ["Numerics"],
        ["YamlDotNet"] = ["Materials"],
        ["CsvHelper"] = ["Materials"],
        ["System.CommandLine"] = ["electrolith"],
        ["Spectre.Console"] = ["electrolith"],
    };

    public static TheoryData<string> Projects => [.. MayReference.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_stands_below_it(string project)
    {
        var assembly = Load(project);
        var ours = References(assembly).Where(name => name.StartsWith("Electrolith.", StringComparison.Ordinal)).Select(name => name["Electrolith.".Length..]);
        Assert.Empty(ours.Except(MayReference[project], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void An_outside_package_stays_in_its_project(string project)
    {
        var outside = References(Load(project)).Where(name => !name.StartsWith("System", StringComparison.Ordinal) || PackageFences.ContainsKey(name))
            .Where(name => !name.StartsWith("Microsoft.", StringComparison.Ordinal) && !name.StartsWith("Electrolith.", StringComparison.Ordinal) && name != "netstandard");
        Assert.All(outside, package => Assert.Contains(project, PackageFences.GetValueOrDefault(package, [])));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_public_signature_shows_a_type_of_an_outside_package(string project)
    {
        var shown = Load(project).GetExportedTypes()
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).SelectMany(SignatureTypes).Append(type.BaseType!))
            .Where(type => type is not null)
            .Select(type => type.Assembly.GetName().Name!)
            .Distinct(StringComparer.Ordinal);
        Assert.Empty(shown.Intersect(["MathNet.Numerics", "YamlDotNet", "CsvHelper", "Spectre.Console"], StringComparer.Ordinal));
    }

    [Fact]
    public void Every_project_of_the_solution_is_held_by_this_test()
    {
        var folders = Directory.GetDirectories(Path.Combine(RepositoryRoot(), "src")).Select(folder => Path.GetFileName(folder).Replace("Electrolith.", "", StringComparison.Ordinal)).Select(name => name == "Cli" ? "electrolith" : name);
        Assert.Empty(folders.Except(MayReference.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void No_source_file_is_longer_than_800_lines()
    {
        var root = RepositoryRoot();
        var files = new[] { "src", "tests", "bench" }.Select(folder => Path.Combine(root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        Assert.All(files, file => Assert.True(File.ReadLines(file).Count() <= 800, file));
    }

    private static IEnumerable<Type> SignatureTypes(MemberInfo member) => member switch
    {
        MethodBase method => method.GetParameters().Select(parameter => parameter.ParameterType).Concat(method is MethodInfo { ReturnType: var result } ? Unwrap(result) : []).SelectMany(Unwrap),
        PropertyInfo property => Unwrap(property.PropertyType),
        FieldInfo field => Unwrap(field.FieldType),
        _ => [],
    };

    private static IEnumerable<Type> Unwrap(Type type) =>
        type.HasElementType ? Unwrap(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Unwrap).Append(type);

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static Assembly Load(string project) => Assembly.Load(project == "electrolith" ? project : $"Electrolith.{project}");

    internal static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Electrolith.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
