using System.Diagnostics;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Cli.Output;

/// <summary>One line on the terminal that says how far a long run is and how long it will still take; silent in pipes and logs.</summary>
/// <param name="error">The error stream, so that results stay clean.</param>
/// <param name="isInteractive">False when nobody watches.</param>
internal sealed class ProgressLine(TextWriter error, bool isInteractive) : IProgress<SampleProgress>, IProgress<double>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(150);
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly Lock sync = new();
    private TimeSpan last;
    private bool isShown;

    /// <summary>What is running, shown before the numbers.</summary>
    public string Title { get; set; } = "";

    /// <summary>Share of the whole work that was done before the current part.</summary>
    public double Before { get; set; }

    /// <summary>Share of the whole work that the current part is.</summary>
    public double Part { get; set; } = 1;

    /// <inheritdoc/>
    public void Report(SampleProgress value) => Report((double)value.Done / Math.Max(value.Total, 1));

    /// <inheritdoc/>
    public void Report(double value)
    {
        if (!isInteractive)
        {
            return;
        }

        lock (sync)
        {
            var now = watch.Elapsed;
            if (now < Patience || now - last < Interval)
            {
                return;
            }

            last = now;
            isShown = true;
            var share = Math.Clamp(Before + (Part * value), 0.001, 1);
            var left = TimeSpan.FromSeconds(now.TotalSeconds * (1 - share) / share);
            var text = $"{Title}: {share:P0}, {left.TotalSeconds:F0} s left";
            error.Write("\r" + text[..Math.Min(text.Length, 78)].PadRight(78));
        }
    }

    /// <summary>Wipes the line.</summary>
    public void Clear()
    {
        if (isShown)
        {
            error.Write("\r" + new string(' ', 78) + "\r");
            isShown = false;
        }
    }
}
