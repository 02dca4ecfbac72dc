using System.Text.RegularExpressions;

namespace Electrolith.Cli.Tests;

/// <summary>Runs every command that the documents show and compares what they print; a line "…" stands for any lines.</summary>
/// <remarks>With the environment variable ELECTROLITH_UPDATE_DOCS set, a block without "…" is written anew instead.</remarks>
public sealed class DocumentationTests
{
    private const string Elision = "…";
    private const string FromSource = "dotnet run -c Release --project src/Electrolith.Cli -- ";

    public static TheoryData<string> Documents =>
    [
        "README.md",
        .. Directory.EnumerateFiles(Path.Combine(Terminal.RepositoryRoot, "docs"), "*.md").Order(StringComparer.Ordinal).Select(file => "docs/" + Path.GetFileName(file)),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_shows_what_its_commands_print(string document)
    {
        var path = Path.Combine(Terminal.RepositoryRoot, document);
        var text = File.ReadAllText(path);
        using var terminal = new Terminal();
        var isUpdate = Environment.GetEnvironmentVariable("ELECTROLITH_UPDATE_DOCS") is { Length: > 0 };
        var updated = Regex.Replace(text, "(?<=^```console\n).*?(?=^```$)", block => Check(block.Value, isUpdate), RegexOptions.Multiline | RegexOptions.Singleline, TimeSpan.FromSeconds(60));
        if (isUpdate && updated != text)
        {
            File.WriteAllText(path, updated);
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_to_files_of_the_repository_lead_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Terminal.RepositoryRoot, document))!;
        var links = Regex.Matches(File.ReadAllText(Path.Combine(Terminal.RepositoryRoot, document)), @"\]\((?!https?:|#)([^)#\s]+)", RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(folder, link.Groups[1].Value)), link.Value));
    }

    private static string Check(string block, bool isUpdate)
    {
        var result = "";
        foreach (var part in Regex.Split(block, @"^(?=\$ )", RegexOptions.Multiline, TimeSpan.FromSeconds(5)).Where(part => part.Length > 0))
        {
            var lines = part.TrimEnd('\n').Split('\n');
            var printed = Execute(lines[0][2..]);
            var shown = lines[1..];
            if (printed is null || (isUpdate && shown.Contains(Elision)))
            {
                result += part;
                continue;
            }

            if (!isUpdate)
            {
                AssertMatches(lines[0], shown, printed);
            }

            result += lines[0] + "\n" + string.Concat(printed.Select(line => line + "\n"));
        }

        return result;
    }

    /// <summary>Lines a command prints; null for a command that is not ours to run.</summary>
    private static string[]? Execute(string command)
    {
        if (Regex.Match(command, "^sed -i '?s/([^/]*)/([^/]*)/'? (.+)$", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } edit)
        {
            var text = File.ReadAllText(edit.Groups[3].Value);
            Assert.Contains(edit.Groups[1].Value, text, StringComparison.Ordinal);
            File.WriteAllText(edit.Groups[3].Value, text.Replace(edit.Groups[1].Value, edit.Groups[2].Value, StringComparison.Ordinal));
            return [];
        }

        if (Regex.Match(command, @"^cat (\S+)$", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } show && File.Exists(show.Groups[1].Value))
        {
            return File.ReadAllText(show.Groups[1].Value).TrimEnd('\n').Split('\n');
        }

        var ours = command.StartsWith(FromSource, StringComparison.Ordinal) ? command[FromSource.Length..]
            : command.StartsWith("electrolith ", StringComparison.Ordinal) ? command["electrolith ".Length..] : null;
        if (ours is null)
        {
            return null;
        }

        var redirect = Regex.Match(ours, @"^(.*) > (\S+)$", RegexOptions.None, TimeSpan.FromSeconds(1));
        var outcome = Terminal.Run(redirect.Success ? redirect.Groups[1].Value : ours);
        if (redirect.Success)
        {
            File.WriteAllText(redirect.Groups[2].Value, outcome.Output);
        }

        var printed = outcome.Error + (redirect.Success ? "" : outcome.Output);
        return printed.Length == 0 ? [] : printed.TrimEnd('\n').Split('\n');
    }

    private static void AssertMatches(string command, string[] shown, string[] printed)
    {
        var at = 0;
        var skips = false;
        foreach (var line in shown)
        {
            if (line == Elision)
            {
                skips = true;
                continue;
            }

            var found = skips ? Array.IndexOf(printed, line, at) : at;
            Assert.True(found >= 0 && found < printed.Length, $"{command}: the line '{line}' is not printed (any more)");
            Assert.Equal(line, printed[found]);
            (at, skips) = (found + 1, false);
        }

        Assert.True(skips || at == printed.Length, $"{command}: prints more than the document shows");
    }
}
