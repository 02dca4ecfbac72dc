using Electrolith.Quantities;

namespace Electrolith.Cli.Commands.Eis;

/// <summary>Reads quantities from the command line.</summary>
internal static class EisQuantity
{
    /// <summary>Reads a quantity above zero; 1 after a problem was noted.</summary>
    /// <param name="run">The run.</param>
    /// <param name="option">Name of the option.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="kind">Kind of quantity.</param>
    public static double Read(EisRun run, string option, string text, QuantityKind kind)
    {
        if (!QuantityParser.TryParse(text, kind, out var value, out var problem))
        {
            run.Problem($"{option} {text}: {problem!.Message}{(problem.Hint is null ? "" : $"; {problem.Hint}")}");
            return 1;
        }

        if (!(value > 0))
        {
            run.Problem($"{option} {text}: a value above zero is expected");
            return 1;
        }

        return value;
    }

    /// <summary>The area of electrodes, m²; 1 after a problem was noted.</summary>
    /// <param name="run">The run.</param>
    /// <param name="diameter">Value of <c>--diameter</c>, or null.</param>
    /// <param name="area">Value of <c>--area</c>, or null.</param>
    public static double Area(EisRun run, string? diameter, string? area)
    {
        if ((diameter is null) == (area is null))
        {
            run.Problem("--diameter or --area: exactly one of them is expected");
            return 1;
        }

        if (area is not null)
        {
            return Read(run, "--area", area, QuantityKinds.Area);
        }

        var length = Read(run, "--diameter", diameter!, QuantityKinds.Length);
        return Math.PI * length * length / 4;
    }
}
