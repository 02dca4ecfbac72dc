using Electrolith.Routes.Writing;

namespace Electrolith.Architecture.Tests;

/// <summary>The page of equations in <c>docs</c> is the one that the code makes.</summary>
public sealed class EquationPageTests
{
    [Fact]
    public void The_committed_page_is_current()
    {
        var path = Path.Combine(ProjectArrowTests.RepositoryRoot(), "docs", "equations.md");
        if (Environment.GetEnvironmentVariable("ELECTROLITH_WRITE_SNAPSHOTS") is { Length: > 0 })
        {
            File.WriteAllText(path, EquationPage.Write());
        }

        Assert.Equal(File.ReadAllText(path), EquationPage.Write());
    }
}
