using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Impedance.Circuits;

/// <summary>What is wrong with a circuit, and where.</summary>
/// <param name="Message">One sentence.</param>
/// <param name="Hint">The likely fix; null when none is known.</param>
/// <param name="Offset">First character, from 0.</param>
/// <param name="Length">Number of characters.</param>
public sealed record CircuitProblem(string Message, string? Hint, int Offset, int Length);

/// <summary>
/// Reads circuits in two notations: <c>R0-p(R1,CPE1)-Wo1</c>, and Boukamp's <c>R(RQ)(C[RW])</c> in which round brackets are parallel and
/// square ones are in series. Nothing in a circuit is ever executed.
/// </summary>
public static class CircuitParser
{
    private const int Deepest = 50;

    /// <summary>Reads a circuit.</summary>
    /// <param name="text">The circuit.</param>
    /// <param name="circuit">The circuit; null on failure.</param>
    /// <param name="problem">What is wrong; null on success.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Circuit? circuit, [NotNullWhen(false)] out CircuitProblem? problem)
    {
        (circuit, problem) = (null, null);
        try
        {
            var reader = new Reader(text);
            var root = text.Contains("p(", StringComparison.Ordinal) || (text.Contains('-', StringComparison.Ordinal) && !text.Contains('[', StringComparison.Ordinal)) || IsOneElement(text)
                ? reader.Dashed() : reader.Boukamp();
            circuit = new Circuit(text, root, [.. reader.Names]);
            return true;
        }
        catch (CircuitException exception)
        {
            problem = exception.Problem;
            return false;
        }
    }

    private static bool IsOneElement(string text) => text.Trim().All(char.IsLetterOrDigit) && ElementCatalog.TryGet(text.Trim().TrimEnd("0123456789".ToCharArray()), out _);

    private sealed class CircuitException(CircuitProblem problem) : Exception(problem.Message)
    {
        public CircuitProblem Problem { get; } = problem;
    }

    private sealed class Reader(string text)
    {
        private readonly HashSet<string> used = new(StringComparer.Ordinal);
        private int at;
        private int depth;
        private int parameters;

        public List<string> Names { get; } = [];

        public CircuitNode Dashed()
        {
            var root = Series();
            return Skip() == '\0' ? root : throw Problem($"'{text[at]}' does not belong here", "join elements with '-', write side by side as p(A,B)", 1);
        }

        public CircuitNode Boukamp()
        {
            var root = Bracketed('\0', isParallel: false);
            return root;
        }

        private CircuitNode Series()
        {
            var parts = ImmutableArray.CreateBuilder<CircuitNode>();
            do
            {
                parts.Add(Part());
            }
            while (Take('-'));
            return parts.Count == 1 ? parts[0] : new SeriesNode(parts.ToImmutable());
        }

        private CircuitNode Part()
        {
            Enter();
            if (Skip() == 'p' && at + 1 < text.Length && text[at + 1] == '(')
            {
                var start = at;
                at += 2;
                var parts = ImmutableArray.CreateBuilder<CircuitNode>();
                do
                {
                    parts.Add(Series());
                }
                while (Take(','));
                if (!Take(')'))
                {
                    throw Problem("a ')' is missing", $"the bracket opened at {start + 1} is not closed", 1);
                }

                depth--;
                return parts.Count == 1 ? parts[0] : new ParallelNode(parts.ToImmutable());
            }

            depth--;
            return Element(digitsBelong: true);
        }

        private CircuitNode Bracketed(char end, bool isParallel)
        {
            Enter();
            var parts = ImmutableArray.CreateBuilder<CircuitNode>();
            while (Skip() != end)
            {
                var next = Skip();
                if (next == '\0')
                {
                    throw Problem($"a '{end}' is missing", null, 1);
                }

                if (next is '(' or '[')
                {
                    at++;
                    parts.Add(Bracketed(next == '(' ? ')' : ']', next == '('));
                }
                else
                {
                    parts.Add(Element(digitsBelong: true));
                }
            }

            at += end == '\0' ? 0 : 1;
            depth--;
            return parts.Count == 0 ? throw Problem("an element is expected", "for example R or CPE1", 1) : parts.Count == 1 ? parts[0] : isParallel ? new ParallelNode(parts.ToImmutable()) : new SeriesNode(parts.ToImmutable());
        }

        private ElementNode Element(bool digitsBelong)
        {
            var start = at;
            var end = at;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
            {
                end++;
            }

            // The longest symbol that fits: RC in Boukamp's notation is R and C, CPE is one element.
            CircuitElement? element = null;
            for (var length = end - start; length > 0 && element is null; length--)
            {
                if (ElementCatalog.TryGet(text.Substring(start, length), out element))
                {
                    at = start + length;
                }
            }

            if (element is null)
            {
                var wrong = end > start ? text[start..end] : Skip() == '\0' ? "the end" : $"'{text[at]}'";
                var near = NearestNames.Find(wrong, ElementCatalog.All.Select(item => item.Symbol));
                throw Problem(end > start ? $"there is no element {wrong}" : $"an element is expected, got {wrong}", near.Count > 0 ? $"did you mean {string.Join(", ", near)}?" : $"elements: {string.Join(", ", ElementCatalog.All.Select(item => item.Symbol))}", Math.Max(1, end - start));
            }

            while (digitsBelong && at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '_'))
            {
                at++;
            }

            return Named(text[start..at], element, start);
        }

        private ElementNode Named(string name, CircuitElement element, int start)
        {
            if (name == element.Symbol)
            {
                var number = 1;
                while (used.Contains($"{element.Symbol}{number}"))
                {
                    number++;
                }

                name = $"{element.Symbol}{number}";
            }

            if (!used.Add(name))
            {
                throw new CircuitException(new CircuitProblem($"{name} stands there twice", "give every element a number of its own", start, at - start));
            }

            var node = new ElementNode(name, element, parameters);
            parameters += element.Parameters.Length;
            Names.AddRange(element.Parameters.Select(parameter => parameter.Suffix.Length == 0 ? name : $"{name}_{parameter.Suffix}"));
            return node;
        }

        private void Enter()
        {
            if (++depth > Deepest)
            {
                throw Problem($"brackets are nested deeper than {Deepest}", null, 1);
            }
        }

        private char Skip()
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            return at < text.Length ? text[at] : '\0';
        }

        private bool Take(char wanted)
        {
            if (Skip() != wanted)
            {
                return false;
            }

            at++;
            return true;
        }

        private CircuitException Problem(string message, string? hint, int length) => new(new CircuitProblem(message, hint, Math.Min(at, Math.Max(0, text.Length - 1)), length));
    }
}
