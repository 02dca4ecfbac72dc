using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Electrolith.Materials.Documents;
using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Industry.Costs;

/// <summary>Brings amounts of several currencies and years to US dollars of one year.</summary>
public sealed class PriceBook
{
    private static readonly Lazy<PriceBook> Embedded = new(LoadEmbedded);

    private readonly FrozenDictionary<int, double> priceIndex;
    private readonly FrozenDictionary<(string Currency, int Year), double> perDollar;

    private PriceBook(Dictionary<int, double> priceIndex, Dictionary<(string Currency, int Year), double> perDollar, string sourceKey, ValueStatus status) =>
        (this.priceIndex, this.perDollar, SourceKey, Status) = (priceIndex.ToFrozenDictionary(), perDollar.ToFrozenDictionary(), sourceKey, status);

    /// <summary>The rates that come with the product.</summary>
    public static PriceBook Default => Embedded.Value;

    /// <summary>Key in the source list.</summary>
    public string SourceKey { get; }

    /// <summary>How sure the rates are.</summary>
    public ValueStatus Status { get; }

    /// <summary>First year with a price index.</summary>
    public int FirstYear => priceIndex.Keys.Min();

    /// <summary>Last year with a price index.</summary>
    public int LastYear => priceIndex.Keys.Max();

    /// <summary>Reads a book.</summary>
    /// <param name="text">A document with <c>price-index</c> and <c>per-dollar</c>.</param>
    /// <param name="bag">Receives EL2411.</param>
    /// <returns>The book; null when there is no price index.</returns>
    public static PriceBook? Read(SourceText text, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        if (YamlReader.Read(text, bag) is not DocumentMap root || !root.TryGet("price-index", out var indexNode))
        {
            bag.Add(new Diagnostic("EL2411", Severity.Error, text, new SourceSpan(0, 1, 1), "", "a price book needs price-index and per-dollar", Hint: null));
            return null;
        }

        var index = Years(indexNode, bag).ToDictionary(pair => pair.Year, pair => pair.Value);
        var rates = new Dictionary<(string, int), double>();
        if (root.TryGet("per-dollar", out var rateNode) && rateNode is DocumentMap currencies)
        {
            foreach (var (currency, values) in currencies.Entries)
            {
                foreach (var (year, value) in Years(values, bag))
                {
                    rates[(currency.Text, year)] = value;
                }
            }
        }

        var source = root.TryGet("source", out var sourceNode) ? sourceNode.ToString()! : "";
        var status = root.TryGet("status", out var statusNode) && Enum.TryParse<ValueStatus>(statusNode.ToString(), ignoreCase: true, out var read) ? read : ValueStatus.Unconfirmed;
        return new PriceBook(index, rates, source, status);
    }

    /// <summary>Brings an amount to US dollars of another year: first to dollars at the rate of its own year, then along US consumer prices.</summary>
    /// <param name="amount">Amount, in its currency.</param>
    /// <param name="basis">Its currency and year.</param>
    /// <param name="year">Wanted year.</param>
    /// <param name="dollars">Amount in US dollars of the wanted year.</param>
    /// <returns>False when the book does not cover the currency or one of the years.</returns>
    public bool TryConvert(double amount, MoneyBasis basis, int year, out double dollars)
    {
        dollars = 0;
        if (basis.Currency == "USD" && basis.Year == year)
        {
            dollars = amount;
            return true;
        }

        var rate = 1.0;
        if (basis.Currency != "USD" && !perDollar.TryGetValue((basis.Currency ?? "", basis.Year), out rate))
        {
            return false;
        }

        if (!priceIndex.TryGetValue(basis.Year, out var from) || !priceIndex.TryGetValue(year, out var to))
        {
            return false;
        }

        dollars = amount / rate * (to / from);
        return true;
    }

    /// <summary>Brings an amount to US dollars of another year.</summary>
    /// <param name="amount">Amount, in its currency.</param>
    /// <param name="basis">Its currency and year.</param>
    /// <param name="year">Wanted year.</param>
    /// <exception cref="ArgumentOutOfRangeException">The book does not cover the currency or one of the years.</exception>
    [Equation("industry.price-basis", @"P_{USD,t}=\frac{P_{c,s}}{r_{c,s}}\,\frac{I_t}{I_s}", Source = "electrolith-derived", Locator = "exchange rate of the price year, then consumer prices of the United States")]
    public double Convert(double amount, MoneyBasis basis, int year) =>
        TryConvert(amount, basis, year, out var dollars)
            ? dollars
            : throw new ArgumentOutOfRangeException(nameof(basis), basis, $"the price book covers {FirstYear} to {LastYear} and not this basis, or not the year {year}");

    private static IEnumerable<(int Year, double Value)> Years(DocumentNode node, DiagnosticBag bag)
    {
        foreach (var (key, value) in node is DocumentMap map ? map.Entries : [])
        {
            if (TryYear(key, value, out var year, out var number))
            {
                yield return (year, number);
            }
            else
            {
                bag.Add(new Diagnostic("EL2411", Severity.Error, value.Source, value.Span, key.Text, "a year and a number above zero are expected", "2024: 313.7"));
            }
        }
    }

    private static bool TryYear(DocumentScalar key, DocumentNode value, out int year, out double number)
    {
        number = 0;
        return int.TryParse(key.Text, NumberStyles.None, CultureInfo.InvariantCulture, out year)
            && double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && number > 0 && double.IsFinite(number);
    }

    [SuppressMessage("Design", "MA0014", Justification = "Faulty embedded data is a fault of the build, not of an argument.")]
    private static PriceBook LoadEmbedded()
    {
        var bag = new DiagnosticBag();
        return Read(EmbeddedData.ReadText("data/industry/exchange-rates.yaml"), bag) is { } book && !bag.HasErrors
            ? book
            : throw new InvalidOperationException(DiagnosticPrinter.Print(bag.ToSorted()));
    }
}
