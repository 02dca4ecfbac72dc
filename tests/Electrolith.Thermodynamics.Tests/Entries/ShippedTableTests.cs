using System.Globalization;
using Electrolith.Thermodynamics.Entries;

namespace Electrolith.Thermodynamics.Tests.Entries;

/// <summary>The binary table holds what the data set prints. Sample: every 500th row of the data set, as printed there.</summary>
public sealed class ShippedTableTests
{
    private static readonly EntrySet AsPublished = EntrySet.Load(new EntryOptions { Selection = EntrySelection.All, SulfideCorrection = SulfideCorrection.Legacy });

    private static IEnumerable<string[]> Sample =>
        File.ReadLines(Path.Combine(RepositoryFiles.Root, "tests", "Electrolith.Thermodynamics.Tests", "Entries", "mp2019-sample.csv")).Skip(2).Select(line => line.Split(','));

    [Fact]
    public void Every_sampled_row_comes_back_digit_by_digit()
    {
        var entries = AsPublished.All.ToList();
        var decomposition = RepositoryFiles.DecompositionEnergies();
        Assert.Equal(entries.Count, decomposition.Length);
        Assert.All(Sample, row =>
        {
            var position = int.Parse(row[0], CultureInfo.InvariantCulture);
            Assert.Equal(row[1], entries[position].Formula);
            Assert.Equal(row[2], entries[position].EnergyPerAtom.ToString("0.000000", CultureInfo.InvariantCulture));
            Assert.Equal(row[3], decomposition[position].ToString("0.000000", CultureInfo.InvariantCulture));
        });
    }

    [Fact]
    public void The_sum_over_all_rows_is_that_of_the_data_set()
    {
        // Both columns summed by another program; 85 014 rows of six decimals.
        Assert.Equal(-120662.749967, AsPublished.All.Sum(entry => entry.EnergyPerAtom), 1e-5);
        Assert.Equal(5133.606906, RepositoryFiles.DecompositionEnergies().Sum(), 1e-5);
    }

    [Fact]
    public void The_flags_follow_the_verdicts_on_single_entries()
    {
        var table = EntryTable.Default;
        var shipped = new ShippedEntries(table, new EntryOptions { Selection = EntrySelection.All });
        var inMatbench = 0;
        for (var group = 0; group < table.Systems.Length; group++)
        {
            var stored = table.Read(group);
            var entries = shipped.Group(group);
            for (var index = 0; index < stored.Length; index++)
            {
                var flagged = (stored[index].Flags & EntryTableFormat.InMatbench) != 0;
                inMatbench += flagged ? 1 : 0;
                Assert.Equal(Screening.Default.IsExcluded(entries[index].Formula, flagged), (stored[index].Flags & EntryTableFormat.ScreenedOut) != 0);
            }
        }

        // 84 541 rows of the data set have in_matbench = 1.
        Assert.Equal(84_541, inMatbench);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(4000)]
    public void A_table_that_is_cut_off_is_refused(int length)
    {
        var bytes = File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, "data", "thermodynamics", "mp2019", "entries.bin"));
        Assert.Throws<InvalidDataException>(() => new EntryTable(bytes[..length]));
        Assert.Throws<InvalidDataException>(() => new EntryTable(bytes[..^1]));
    }
}
