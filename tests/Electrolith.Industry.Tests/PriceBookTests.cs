using Electrolith.Industry.Costs;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Industry.Tests;

public sealed class PriceBookTests
{
    private static readonly PriceBook Book = PriceBook.Default;

    [Fact]
    public void The_rates_are_shown_as_unconfirmed() => Assert.Equal(ValueStatus.Unconfirmed, Book.Status);

    [Theory]
    [InlineData(2024)]
    [InlineData(1999)]
    public void Dollars_of_the_same_year_stay_what_they_are(int year) => Assert.Equal(12.5, Book.Convert(12.5, new MoneyBasis("USD", year), year));

    [Fact]
    public void There_and_back_is_the_same_amount()
    {
        var later = Book.Convert(100, new MoneyBasis("USD", 2018), 2024);
        Assert.Equal(100, Book.Convert(later, new MoneyBasis("USD", 2024), 2018), 10);
        Assert.True(later > 100);
    }

    [Theory]
    [InlineData("EUR")]
    [InlineData("GBP")]
    [InlineData("CHF")]
    [InlineData("CNY")]
    [InlineData("JPY")]
    [InlineData("KRW")]
    public void Every_currency_that_is_read_is_covered_in_every_year(string currency)
    {
        for (var year = Book.FirstYear; year <= Book.LastYear; year++)
        {
            Assert.True(Book.TryConvert(1, new MoneyBasis(currency, year), 2024, out var dollars) && dollars > 0);
        }
    }

    [Fact]
    public void Lithium_sulfide_at_two_thousand_yuan_is_a_few_hundred_dollars() =>
        // 2 050 yuan/kg in December 2025 (SMM) at 7.19 yuan per dollar.
        Assert.Equal(285, Book.Convert(2050, new MoneyBasis("CNY", 2025), 2025), 0.2);

    [Fact]
    public void What_is_not_covered_is_refused()
    {
        Assert.False(Book.TryConvert(1, new MoneyBasis("EUR", 1950), 2024, out _));
        Assert.False(Book.TryConvert(1, new MoneyBasis("SEK", 2024), 2024, out _));
        Assert.False(Book.TryConvert(1, new MoneyBasis("USD", 2024), 2099, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => Book.Convert(1, new MoneyBasis("SEK", 2024), 2024));
    }

    [Fact]
    public void A_book_with_errors_says_where()
    {
        var bag = new DiagnosticBag();
        PriceBook.Read(new SourceText("rates.yaml", "price-index:\n  2024: 1\n  2025: none\nper-dollar:\n  EUR: { x: 1 }\n"), bag);
        Assert.Equal([3, 5], bag.ToSorted().Select(item => item.Span.Line));
    }
}
