using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Electrolith.Materials.Elements;

namespace Electrolith.Materials.Formulas;

/// <summary>Reads chemical formulas with fractions, brackets, variables, hydrates, mixtures and polymer short names.</summary>
/// <remarks>
/// Examples: <c>Li6.4La3Zr1.4Ta0.6O12</c>, <c>Li1+xAlxTi2-x(PO4)3</c> with x given, <c>LiOH·H2O</c>, <c>LiCl.2H2O</c>,
/// <c>75Li2S-25P2S5</c>, <c>PEO18LiTFSI</c>, <c>Li₆PS₅Cl</c>. A dash, dot or star between two parts joins them as a mixture;
/// a dash before a variable (<c>2-x</c>) is arithmetic. Charges are not part of a formula.
/// </remarks>
public static class FormulaParser
{
    private const int MostCharacters = 1000;
    private const int MostBrackets = 50;
    private static readonly IReadOnlyDictionary<string, double> NoVariables = FrozenDictionary<string, double>.Empty;

    /// <summary>Reads a formula without variables.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="composition">Elements per formula unit; null on failure.</param>
    /// <param name="problem">What is wrong and where; null on success.</param>
    /// <returns>True on success.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Composition? composition, [NotNullWhen(false)] out FormulaProblem? problem) =>
        TryParse(text, NoVariables, out composition, out problem);

    /// <summary>Reads a formula with variables in its subscripts.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="variables">Value of each variable by name, for example <c>x</c>.</param>
    /// <param name="composition">Elements per formula unit; null on failure.</param>
    /// <param name="problem">What is wrong and where; null on success.</param>
    /// <returns>True on success.</returns>
    public static bool TryParse(string text, IReadOnlyDictionary<string, double> variables, [NotNullWhen(true)] out Composition? composition, [NotNullWhen(false)] out FormulaProblem? problem)
    {
        composition = null;
        problem = null;
        try
        {
            if (text.Length > MostCharacters)
            {
                throw new FormulaException("EL1137", $"the formula has {text.Length} characters; at most {MostCharacters} are read", hint: null, MostCharacters, 1);
            }

            var scanner = new FormulaScanner(text);
            composition = new Reader(scanner, new SubscriptReader(scanner, variables)).Formula();
            return true;
        }
        catch (FormulaException exception)
        {
            problem = exception.Problem;
            return false;
        }
    }

    /// <summary>Reads a formula that is known to be right.</summary>
    /// <param name="text">The formula.</param>
    /// <returns>Elements per formula unit.</returns>
    /// <exception cref="ArgumentException">The formula is wrong; the message says what and where.</exception>
    public static Composition Parse(string text) =>
        TryParse(text, out var composition, out var problem) ? composition : throw new ArgumentException($"\"{text}\" at {problem.Offset + 1}: {problem.Message}", nameof(text));

    private sealed class Reader(FormulaScanner scanner, SubscriptReader subscripts)
    {
        public Composition Formula()
        {
            scanner.SkipBlanks();
            if (scanner.AtEnd)
            {
                throw new FormulaException("EL1136", "the formula is empty", hint: null, 0, 1);
            }

            var parts = new List<ElementAmount>();
            Component(parts);
            while (!scanner.AtEnd)
            {
                if (scanner.Current is not ('·' or '-' or '*' or '.' or ':'))
                {
                    throw Unexpected();
                }

                scanner.Position++;
                Component(parts);
            }

            var composition = Composition.Of(parts);
            return composition.Parts.IsEmpty ? throw new FormulaException("EL1136", "every amount of the formula is zero", hint: null, 0, 1) : composition;
        }

        private void Component(List<ElementAmount> parts)
        {
            scanner.SkipBlanks();
            var factor = subscripts.IsNext ? subscripts.Read() : 1;
            parts.AddRange(Units(depth: 0).Select(part => part with { Amount = part.Amount * factor }));
        }

        private List<ElementAmount> Units(int depth)
        {
            var parts = new List<ElementAmount>();
            scanner.SkipBlanks();
            while (Unit(depth) is { } unit)
            {
                var factor = subscripts.IsNext ? subscripts.Read() : 1;
                parts.AddRange(unit.Select(part => part with { Amount = part.Amount * factor }));
                scanner.SkipBlanks();
            }

            return parts.Count > 0 ? parts : throw Unexpected();
        }

        private IEnumerable<ElementAmount>? Unit(int depth)
        {
            if (scanner.Current is '(' or '[' or '{')
            {
                return Bracket(depth);
            }

            if (!char.IsAsciiLetterUpper(scanner.Current))
            {
                return null;
            }

            if (FormulaAliases.StartOf(scanner.Rest) is { } name)
            {
                scanner.Position += name.Length;
                return Parse(FormulaAliases.All[name]).Parts;
            }

            return [new ElementAmount(Symbol(), 1)];
        }

        private List<ElementAmount> Bracket(int depth)
        {
            var start = scanner.Position;
            if (depth >= MostBrackets)
            {
                throw new FormulaException("EL1133", $"brackets are nested more than {MostBrackets} deep", hint: null, start, 1);
            }

            var close = scanner.Current switch { '(' => ')', '[' => ']', _ => '}' };
            scanner.Position++;
            var parts = Units(depth + 1);
            if (scanner.Current != close)
            {
                throw scanner.AtEnd || scanner.Current is ')' or ']' or '}'
                    ? new FormulaException("EL1133", $"the bracket {scanner.At(start)} is not closed by {close}", $"add {close}", start, 1)
                    : Unexpected();
            }

            scanner.Position++;
            return parts;
        }

        private Element Symbol()
        {
            var start = scanner.Position;
            var end = start + 1;
            while (char.IsAsciiLetterLower(scanner.At(end)))
            {
                end++;
            }

            // A symbol that runs on in lower case is mistyped, unless what follows can be a variable.
            var two = scanner.Slice(start, start + 2);
            for (var length = Math.Min(two.Length, 2); length >= 1; length--)
            {
                if (PeriodicTable.TryGet(two[..length], out var element) && (end <= start + length || FormulaScanner.IsVariable(scanner.At(start + length))))
                {
                    scanner.Position += length;
                    return element;
                }
            }

            var written = scanner.Slice(start, end);
            throw PeriodicTable.HasNoWeight(two)
                ? new FormulaException("EL1131", $"{two} has no standard atomic weight", hint: null, start, 2)
                : new FormulaException("EL1131", $"there is no element {written}", Nearest(written), start, written.Length);
        }

        private FormulaException Unexpected()
        {
            var at = scanner.Position;
            var start = at;
            while (char.IsAsciiLetter(scanner.At(at)))
            {
                at++;
            }

            return scanner.Current switch
            {
                '\0' => new FormulaException("EL1137", "an element is expected at the end", hint: null, Math.Max(0, start - 1), 1),
                ')' or ']' or '}' => new FormulaException("EL1133", $"no bracket is open for {scanner.Current}", hint: null, start, 1),
                '+' or '-' or '^' or '⁺' or '⁻' => new FormulaException("EL1135", "a charge is not part of a formula here", "leave the charge out", start, 1),
                ',' => new FormulaException("EL1134", "a comma does not belong into a formula", "use a point in decimal numbers", start, 1),
                var letter when char.IsAsciiLetterLower(letter) => new FormulaException("EL1131", $"an element cannot start with {letter}", Nearest(scanner.Slice(start, Math.Max(at, start + 1))), start, at - start),
                var other => new FormulaException("EL1137", $"the character {other} does not belong into a formula", hint: null, start, 1),
            };
        }

        private static string? Nearest(string written)
        {
            var near = PeriodicTable.Nearest(written);
            return near.IsEmpty ? null : $"did you mean {string.Join(" or ", near)}?";
        }
    }
}
