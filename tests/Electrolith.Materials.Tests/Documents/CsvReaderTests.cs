using Electrolith.Materials.Documents;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Tests.Documents;

public sealed class CsvReaderTests
{
    private static (CsvTable? Table, Diagnostic[] Problems) Read(string text, params string[] columns)
    {
        var bag = new DiagnosticBag();
        var table = CsvReader.Read(new SourceText("values.csv", text), bag, columns);
        return (table, [.. bag.ToSorted()]);
    }

    [Fact]
    public void Every_field_knows_its_line_and_column()
    {
        var (table, problems) = Read("a,b,c\n1,\"x, y\",3\n\n# comment\n4,\"two\nlines\",6\n7,8,9\n", "a", "b", "c");
        Assert.Empty(problems);
        Assert.Equal([2, 5, 7], table!.Rows.Select(row => row.Line));
        Assert.Equal("x, y", table.Rows[0][table.IndexOf("b")]);
        Assert.Equal(new SourceSpan(2, 3, 6), table.Rows[0].SpanOf(1));
        Assert.Equal(new SourceSpan(2, 10, 1), table.Rows[0].SpanOf(2));
        Assert.Equal(new SourceSpan(6, 8, 1), table.Rows[1].SpanOf(2));
        Assert.Equal(new SourceSpan(7, 5, 1), table.Rows[2].SpanOf(2));
    }

    [Fact]
    public void Windows_line_ends_do_not_shift_places()
    {
        var (table, problems) = Read("a,b\r\n1,2\r\n3,4\r\n");
        Assert.Empty(problems);
        Assert.Equal(new SourceSpan(3, 3, 1), table!.Rows[1].SpanOf(1));
        Assert.Equal("4", table.Rows[1][1]);
    }

    [Theory]
    [InlineData("", "EL1121", 0)]
    [InlineData("1,2\n3,4\n", "EL1121", 1)]
    [InlineData("a\n1\n", "EL1125", 1)]
    [InlineData("a,b,a\n1,2,3\n", "EL1122", 1)]
    [InlineData("a,b,z\n1,2,3\n", "EL1126", 1)]
    [InlineData("a,b\n1,2\n3\n", "EL1123", 3)]
    [InlineData("a,b\n1,2,3\n", "EL1123", 2)]
    [InlineData("a,b\n1,2\n3,\"4\n", "EL1124", 3)]
    public void A_broken_table_is_reported_with_its_line(string text, string code, int line)
    {
        var problem = Read(text, "a", "b").Problems.First(item => item.Code == code);
        Assert.Equal(line, problem.Span.Line);
    }

    [Fact]
    public void A_short_row_does_not_hide_the_others()
    {
        var (table, problems) = Read("a,b\n1\n2,3\n", "a", "b");
        Assert.Single(problems);
        Assert.Equal("3", Assert.Single(table!.Rows)[1]);
    }
}
