using System.Text.RegularExpressions;
using Electrolith.Routes.Figures;
using Electrolith.Routes.Html;

namespace Electrolith.Routes.Tests.Html;

public sealed class HtmlPageTests
{
    private const string Evil = "<script>alert(1)</script>\" onload='x' &";

    [Fact]
    public void Every_text_is_escaped()
    {
        string html = EvilPage();
        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("onload='x'", html);
        Assert.DoesNotContain("\" onload", html);
        Assert.DoesNotContain("javascript:alert(1)\"", html);
    }

    [Fact]
    public void The_page_asks_for_nothing_from_outside()
    {
        string html = EvilPage();
        Assert.DoesNotMatch(new Regex("<(link|script|img|iframe|object|embed)\\b", RegexOptions.IgnoreCase), html);
        Assert.DoesNotMatch(new Regex("@import|src=|url\\((?!#)", RegexOptions.IgnoreCase), html);
        Assert.Contains("default-src 'none'", html);
    }

    [Fact]
    public void The_same_content_gives_the_same_text() => Assert.Equal(EvilPage(), EvilPage());

    [Fact]
    public void Names_on_the_page_are_unique_even_for_equal_headings_and_figures()
    {
        string[] ids = [.. Regex.Matches(EvilPage(), " id=\"([^\"]*)\"").Select(m => m.Groups[1].Value)];
        Assert.True(ids.Length > 6);
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Contents_link_to_every_section()
    {
        HtmlPage page = new("T");
        page.Section("First part", s => s.Paragraph("x")).Section("Ω", s => s.Paragraph("y"));
        string html = page.ToHtml();
        Assert.Contains("<a href=\"#s-first-part\">First part</a>", html);
        Assert.Contains("<a href=\"#s-section\">Ω</a>", html);
        Assert.Contains("<section id=\"s-first-part\">", html);
    }

    [Fact]
    public void Numbers_are_right_aligned_and_states_are_words()
    {
        HtmlTable table = new() { Columns = [new("a"), new("b", IsNumber: true)], Rows = [["x", new HtmlCell("1") { Badge = HtmlBadge.Assumed }], ["y"]] };
        string html = new HtmlPage("T").Section("S", s => s.Table(table)).ToHtml();
        Assert.Contains("<td class=\"number\">1 <span class=\"badge assumed\">assumed</span></td>", html);
        Assert.Contains("<td>y</td><td class=\"number\"></td>", html);
        HtmlTable wide = table with { Rows = [["x", "1", "too much"]] };
        Assert.Throws<ArgumentException>(() => new HtmlPage("T").Section("S", s => s.Table(wide)));
    }

    [Theory]
    [InlineData("https://doi.org/10.1/x", true)]
    [InlineData("#source-a", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("//example.org", false)]
    [InlineData(null, false)]
    public void Only_web_addresses_and_places_on_the_page_become_links(string? url, bool isSafe) => Assert.Equal(isSafe, HtmlText.IsSafeLink(url));

    private static string EvilPage()
    {
        Figure figure = new() { Title = Evil, Series = [new PointSeries { Name = Evil, Points = [new(1, 2) { Label = Evil }] }] };
        void Fill(HtmlSection s) => s
            .Paragraph(Evil).Heading("Same").List([Evil]).Code(Evil + "\n" + Evil).Warning(Evil, Evil, Evil)
            .KeyFigures([new(Evil, "12 " + Evil, Evil)]).Figure(figure, Evil).Figure(figure, Evil)
            .Table(new HtmlTable { Caption = Evil, Columns = [new(Evil)], Rows = [[new HtmlCell(Evil) { Link = "javascript:alert(1)", Note = Evil }]] })
            .Details(Evil, d => d.Heading("Same").Paragraph(Evil));
        return new HtmlPage(Evil) { Lead = Evil, Footer = Evil }
            .Section("Same", Fill).Section("Same", s => s.Sources([new(Evil, Evil, "javascript:alert(1)"), new("a", "b", "https://example.org/?a=1&b=\"2\"")])).ToHtml();
    }
}
