using Electrolith.Quantities;

namespace Electrolith.Industry.Decisions;

/// <summary>How often each option takes each rank when the inputs are uncertain.</summary>
public sealed class RankAcceptability
{
    private readonly double[] shares;
    private readonly double[] wins;

    private RankAcceptability(int options, double[] shares, double[] wins) => (Options, this.shares, this.wins) = (options, shares, wins);

    /// <summary>Number of options.</summary>
    public int Options { get; }

    /// <summary>Share of the samples in which an option takes a rank.</summary>
    /// <param name="option">Option, from 0.</param>
    /// <param name="rank">Rank, from 0 for the best.</param>
    public double this[int option, int rank] => shares[(option * Options) + rank];

    /// <summary>Share of the samples in which one option scores above another; ties count half.</summary>
    /// <param name="option">Option, from 0.</param>
    /// <param name="other">Another option.</param>
    public double WinsAgainst(int option, int other) => wins[(option * Options) + other];

    /// <summary>Mean rank of an option, 1 for an option that is always first.</summary>
    /// <param name="option">Option, from 0.</param>
    public double MeanRank(int option)
    {
        var sum = 0.0;
        for (var rank = 0; rank < Options; rank++)
        {
            sum += this[option, rank] * (rank + 1);
        }

        return sum;
    }

    /// <summary>Counts ranks over samples; options that tie share their ranks equally.</summary>
    /// <param name="scores">One row of scores per sample, row-major; more is better.</param>
    /// <param name="options">Number of options.</param>
    [Equation("industry.rank-acceptability", @"b_i^r=\frac1N\sum_s[\mathrm{rank}_i(s)=r]", Source = "lahdelma2001", Locator = "rank acceptability index")]
    public static RankAcceptability Of(ReadOnlySpan<double> scores, int options)
    {
        if (options < 1 || scores.IsEmpty || scores.Length % options != 0)
        {
            throw new ArgumentException($"{scores.Length} scores do not make samples of {options} options", nameof(scores));
        }

        var samples = scores.Length / options;
        var rankShares = new double[options * options];
        var pairWins = new double[options * options];
        for (var sample = 0; sample < samples; sample++)
        {
            var row = scores.Slice(sample * options, options);
            for (var i = 0; i < options; i++)
            {
                Count(row, i, 1.0 / samples, rankShares, pairWins);
            }
        }

        return new RankAcceptability(options, rankShares, pairWins);
    }

    private static void Count(ReadOnlySpan<double> row, int option, double portion, double[] rankShares, double[] pairWins)
    {
        var (above, equal) = (0, 0);
        for (var other = 0; other < row.Length; other++)
        {
            above += row[other] > row[option] ? 1 : 0;
            equal += row[other] == row[option] ? 1 : 0;
            pairWins[(option * row.Length) + other] += row[option] > row[other] ? portion : row[option] == row[other] ? portion / 2 : 0;
        }

        for (var rank = above; rank < above + equal; rank++)
        {
            rankShares[(option * row.Length) + rank] += portion / equal;
        }
    }
}
