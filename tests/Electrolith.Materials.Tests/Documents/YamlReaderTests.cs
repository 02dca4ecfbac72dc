using Electrolith.Materials.Documents;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Tests.Documents;

public sealed class YamlReaderTests
{
    private static (DocumentNode? Root, Diagnostic[] Problems) Read(string text, DocumentLimits? limits = null)
    {
        var bag = new DiagnosticBag();
        var root = YamlReader.Read(new SourceText("route.yaml", text), bag, limits ?? DocumentLimits.Default);
        return (root, [.. bag.ToSorted()]);
    }

    private static DocumentNode At(DocumentNode? node, params string[] path)
    {
        foreach (var key in path)
        {
            Assert.True(Assert.IsType<DocumentMap>(node).TryGet(key, out var next), key);
            node = next;
        }

        return node!;
    }

    private static string TextAt(DocumentNode? node, params string[] path) => Assert.IsType<DocumentScalar>(At(node, path)).Text;

    [Fact]
    public void Maps_lists_and_scalars_keep_their_order_and_place()
    {
        var (root, problems) = Read("cell:\n  thickness: 20 um\n  layers: [a, \"b c\"]\n");
        Assert.Empty(problems);
        var thickness = At(root, "cell", "thickness");
        Assert.Equal(new SourceSpan(2, 14, 5), thickness.Span);
        var layers = Assert.IsType<DocumentSequence>(At(root, "cell", "layers"));
        Assert.Equal(["a", "b c"], layers.Items.Cast<DocumentScalar>().Select(item => item.Text));
        Assert.Equal([false, true], layers.Items.Cast<DocumentScalar>().Select(item => item.IsQuoted));
        Assert.Equal(["thickness", "layers"], Assert.IsType<DocumentMap>(At(root, "cell")).Entries.Select(entry => entry.Key.Text));
    }

    [Fact]
    public void A_repeated_key_names_both_lines_and_keeps_the_first()
    {
        var (root, problems) = Read("a: 1\nb: 2\na: 3\n");
        var problem = Assert.Single(problems);
        Assert.Equal("EL1105", problem.Code);
        Assert.Equal(new SourceSpan(3, 1, 1), problem.Span);
        Assert.Contains("line 1 and on line 3", problem.Message, StringComparison.Ordinal);
        Assert.Equal("1", TextAt(root, "a"));
    }

    [Fact]
    public void A_tab_is_reported_and_the_rest_is_still_read()
    {
        var (root, problems) = Read("cell:\n\tthickness: 20 um\n\tcathode: nmc811\nname: x\nname: y\n");
        Assert.Equal(["EL1104", "EL1105"], problems.Select(problem => problem.Code));
        Assert.Equal((2, 1), (problems[0].Span.Line, problems[0].Span.Column));
        Assert.Contains("tab", problems[0].Message, StringComparison.Ordinal);
        Assert.Equal("nmc811", TextAt(root, "cell", "cathode"));
    }

    [Fact]
    public void A_missing_space_after_a_colon_is_reported_and_the_rest_is_still_read()
    {
        var (root, problems) = Read("cell:\n  thickness:20 um\n  cathode: nmc811\nname: x\n");
        var problem = Assert.Single(problems);
        Assert.Equal(("EL1104", 2), (problem.Code, problem.Span.Line));
        Assert.Contains("no space after the colon", problem.Message, StringComparison.Ordinal);
        Assert.Equal("20 um", TextAt(root, "cell", "thickness"));
        Assert.Equal("x", TextAt(root, "name"));
    }

    [Fact]
    public void A_colon_inside_a_value_is_reported_and_the_rest_is_still_read()
    {
        var (root, problems) = Read("s:\n  title: A study: it's part two # why\n  year: 2020\n  doi: 10.1: x\n");
        Assert.Equal([("EL1104", 2), ("EL1104", 4)], problems.Select(problem => (problem.Code, problem.Span.Line)));
        Assert.Equal(new SourceSpan(2, 10, 22), problems[0].Span);
        Assert.Equal("A study: it's part two", TextAt(root, "s", "title"));
        Assert.Equal("2020", TextAt(root, "s", "year"));
    }

    [Fact]
    public void A_line_that_is_too_deep_is_reported_and_the_rest_is_still_read()
    {
        var (root, problems) = Read("cell:\n  cathode: nmc811\n   anode: lithium\nq: 1\n");
        Assert.Equal(("EL1104", new SourceSpan(3, 4, 1)), (problems[0].Code, problems[0].Span));
        Assert.Equal("lithium", TextAt(root, "cell", "anode"));
        Assert.Equal("1", TextAt(root, "q"));
    }

    [Fact]
    public void A_bracket_that_is_not_closed_is_reported_and_the_rest_is_still_read()
    {
        var (root, problems) = Read("cell: {a: 1, b: [2\nq: 1\nlist: [1, 2]\n");
        Assert.Equal(("EL1104", new SourceSpan(1, 17, 1)), (problems[0].Code, problems[0].Span));
        Assert.Equal("1", TextAt(root, "cell", "a"));
        Assert.Equal("1", TextAt(root, "q"));
    }

    [Theory]
    [InlineData("name: \"abc\ncell: 1\n", 1)]
    [InlineData("cell: 1\nname: 'abc\n", 2)]
    [InlineData("name: \"abc\ncell: \"1\"\n", 1)]
    public void An_unclosed_quote_is_found_on_its_own_line(string text, int line)
    {
        var (root, problems) = Read(text);
        Assert.Equal(("EL1104", line), (problems[0].Code, problems[0].Span.Line));
        Assert.Contains("quote", problems[0].Message, StringComparison.Ordinal);
        Assert.Equal("abc", TextAt(root, "name"));
        Assert.Equal("1", TextAt(root, "cell"));
    }

    [Fact]
    public void After_any_other_syntax_error_the_part_before_it_is_returned()
    {
        var (root, problems) = Read("name: x\nname: y\ncell: ]\nlate: 1\n");
        Assert.Equal(["EL1105", "EL1104"], problems.Select(problem => problem.Code));
        Assert.Equal("x", TextAt(root, "name"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n# only a comment\n")]
    [InlineData("---\n")]
    public void An_empty_document_is_an_error(string text)
    {
        var (root, problems) = Read(text);
        Assert.Null(root);
        Assert.Equal("EL1109", Assert.Single(problems).Code);
    }

    [Fact]
    public void Of_several_documents_the_first_is_read()
    {
        var (root, problems) = Read("a: 1\n---\nb: 2\n");
        Assert.Equal(("EL1110", 2), (problems[0].Code, problems[0].Span.Line));
        Assert.Equal("1", TextAt(root, "a"));
    }

    [Fact]
    public void An_alias_stands_for_what_its_anchor_names()
    {
        var (root, problems) = Read("a: &x\n  t: 1\nb: *x\n");
        Assert.Empty(problems);
        Assert.Equal("1", TextAt(root, "b", "t"));
    }

    [Theory]
    [InlineData("a: &x\n  b: *x\n", "inside")]
    [InlineData("a: *nothing\n", "no anchor")]
    public void A_cycle_or_an_unknown_alias_is_an_error(string text, string words)
    {
        var problem = Assert.Single(Read(text).Problems);
        Assert.Equal("EL1106", problem.Code);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_bomb_stops_at_the_node_limit()
    {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (var level = 1; level < 12; level++)
        {
            text += $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n";
        }

        Assert.Equal("EL1107", Assert.Single(Read(text).Problems).Code);
    }

    [Fact]
    public void Depth_and_size_are_limited()
    {
        Assert.Equal("EL1108", Assert.Single(Read(new string('[', 100_000)).Problems).Code);
        Assert.Equal("EL1103", Assert.Single(Read("a: 12345", new DocumentLimits { Characters = 4 }).Problems).Code);
    }

    [Fact]
    public void A_map_as_key_is_an_error_and_its_neighbours_are_read()
    {
        var (root, problems) = Read("{x: 1}: y\na: 1\n");
        Assert.Contains(problems, problem => problem.Code == "EL1111");
        Assert.Equal("1", TextAt(root, "a"));
    }

    [Fact]
    public void No_text_makes_the_reader_throw()
    {
        const string Alphabet = "ab:- \n\t\"'[]{}&*!|>#%,?~1é";
        var stream = new Electrolith.Quantities.Diagnostics.DiagnosticBag();
        var state = 12345u;
        for (var round = 0; round < 3000; round++)
        {
            var text = new char[round % 40];
            for (var index = 0; index < text.Length; index++)
            {
                state = (state * 1664525u) + 1013904223u;
                text[index] = Alphabet[(int)((state >> 8) % (uint)Alphabet.Length)];
            }

            YamlReader.Read(new SourceText("fuzz", new string(text)), stream);
        }
    }
}
