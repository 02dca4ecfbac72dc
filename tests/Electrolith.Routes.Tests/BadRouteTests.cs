using Electrolith.Materials.Library;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Compiling;
using Electrolith.Routes.Reading;

namespace Electrolith.Routes.Tests;

/// <summary>Every broken route file has its code and the exact text that the user sees; all problems of a file come in one run.</summary>
public sealed class BadRouteTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "BadRoutes");

    private static IEnumerable<(string File, string Codes)> Expected =>
        File.ReadLines(Path.Combine(Folder, "expected-codes.csv")).Skip(1).Select(line => line.Split(',')).Select(parts => (parts[0], parts[1]));

    public static TheoryData<string, string> Files
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (file, codes) in Expected)
            {
                data.Add(file, codes);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_has_its_code(string file, string codes)
    {
        var diagnostics = Read(file);
        Assert.Contains(diagnostics, item => item.Severity == Severity.Error);
        Assert.All(codes.Split(' '), code => Assert.Contains(diagnostics, item => item.Code.StartsWith(code, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_prints_as_its_snapshot(string file, string codes)
    {
        Assert.NotEmpty(codes);
        var printed = DiagnosticPrinter.Print(Read(file).Select(WithoutFolder));
        var snapshot = Path.Combine(Folder, file + ".txt");
        if (Environment.GetEnvironmentVariable("ELECTROLITH_WRITE_SNAPSHOTS") is { Length: > 0 } target)
        {
            File.WriteAllText(Path.Combine(target, file + ".txt"), printed);
            return;
        }

        Assert.True(File.Exists(snapshot), $"no snapshot for {file}");
        Assert.Equal(File.ReadAllText(snapshot), printed);
    }

    [Fact]
    public void The_corpus_is_complete_and_of_at_least_forty_files()
    {
        var listed = Expected.Select(row => row.File).Order(StringComparer.Ordinal);
        var present = Directory.GetFiles(Folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal).ToList();
        Assert.True(present.Count >= 40);
        Assert.Equal(present, listed);
    }

    [Fact]
    public void A_huge_file_is_refused_before_it_is_read()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using (var file = File.Create(path))
            {
                file.SetLength(1L << 30);
            }

            Assert.Equal("EL1103", Assert.Single(ReadPath(path)).Code);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_one_error() =>
        Assert.Equal("EL1101", Assert.Single(ReadPath(Path.Combine(Folder, "not-there.yaml"))).Code);

    private static IReadOnlyList<Diagnostic> Read(string file) => ReadPath(Path.Combine(Folder, file + ".yaml"));

    /// <summary>As if the command had been given in the folder of the file.</summary>
    private static Diagnostic WithoutFolder(Diagnostic item) => item with
    {
        Source = item.Source is { } source ? new SourceText(Path.GetRelativePath(Folder, source.Path).Replace('\\', '/'), source.Content) : null,
    };

    private static IReadOnlyList<Diagnostic> ReadPath(string path)
    {
        var bag = new DiagnosticBag();
        var document = new RouteReader(MaterialLibrary.Default).ReadFile(path, bag);
        if (document is not null)
        {
            new RouteCompiler(MaterialLibrary.Default).Compile(document, bag);
        }

        return bag.ToSorted();
    }
}
