using System.Text;
using Electrolith.Materials.Documents;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Tests.Documents;

public sealed class DocumentFileTests
{
    [Fact]
    public void A_file_that_is_not_utf8_is_reported_with_the_line_of_the_byte()
    {
        var bag = new DiagnosticBag();
        Assert.Null(DocumentFile.Decode("x", Encoding.Latin1.GetBytes("a: 1\nb: 20 µm\n"), bag));
        var problem = Assert.Single(bag.ToSorted());
        Assert.Equal(("EL1102", 2, 7), (problem.Code, problem.Span.Line, problem.Span.Column));
    }

    [Fact]
    public void Utf16_is_named_and_a_byte_order_mark_is_skipped()
    {
        var bag = new DiagnosticBag();
        Assert.Null(DocumentFile.Decode("x", [0xFF, 0xFE, 0x61, 0x00], bag));
        Assert.Contains("UTF-16", Assert.Single(bag.ToSorted()).Message, StringComparison.Ordinal);
        Assert.Equal("a: 1", DocumentFile.Decode("x", [0xEF, 0xBB, 0xBF, .. "a: 1"u8], bag)!.Content);
    }

    [Fact]
    public void A_missing_file_is_reported()
    {
        var bag = new DiagnosticBag();
        Assert.Null(DocumentFile.Load(Path.Combine("no", "such", "file.yaml"), bag));
        Assert.Equal("EL1101", Assert.Single(bag.ToSorted()).Code);
    }
}
