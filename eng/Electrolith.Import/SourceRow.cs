using System.Globalization;
using System.IO.Compression;
using Electrolith.Materials.Formulas;
using Electrolith.Thermodynamics.Entries;

namespace Electrolith.Import;

/// <summary>One row of the data set.</summary>
internal sealed record SourceRow(string Formula, UInt128 System, int[] Amounts, int Energy, int Decomposition, bool InMatbench)
{
    private const string Header = "formula,chemsys,formation_energy_eV_per_atom,decomposition_energy_eV_per_atom,in_matbench,matbench_minus_this_meV_per_atom";

    /// <summary>Reads every row of a packed table.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">A row is not what is expected.</exception>
    public static List<SourceRow> ReadAll(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        if (reader.ReadLine() is var header && header != Header)
        {
            throw new InvalidDataException($"{path}: the header is \"{header}\", expected \"{Header}\"");
        }

        var rows = new List<SourceRow>();
        while (reader.ReadLine() is { } line)
        {
            rows.Add(Parse(line, rows.Count + 2));
        }

        return rows;
    }

    private static SourceRow Parse(string line, int number)
    {
        if (line.Split(',') is not [var formula, _, var energy, var decomposition, ("0" or "1") and var inMatbench, _])
        {
            throw new InvalidDataException($"line {number} cannot be read: {line}");
        }

        var composition = Read(formula);
        if (ReducedFormula.Of(composition) is var printed && printed != formula)
        {
            throw new InvalidDataException($"line {number}: {formula} would be printed as {printed}; the table stores no texts");
        }

        var parts = composition.Parts.OrderBy(part => part.Element.Number).ToArray();
        return new SourceRow(formula, ElementSet.Of(composition).Bits, Array.ConvertAll(parts, part => checked((int)part.Amount)), Micro(energy), Micro(decomposition), inMatbench == "1");
    }

    /// <summary>Six printed decimals as a whole number; anything finer would be lost and is refused.</summary>
    private static int Micro(string text)
    {
        var value = decimal.Parse(text, CultureInfo.InvariantCulture) * 1_000_000m;
        var whole = (int)value;
        return whole == value && whole is > -(1 << 23) and < 1 << 23 ? whole : throw new InvalidDataException($"{text} does not fit three bytes of 1e-6 eV/atom");
    }

    /// <summary>The parser of the product refuses elements without atomic weight, which the set holds; so this one reads plain formulas itself.</summary>
    private static Composition Read(string formula)
    {
        var position = 0;
        var parts = ReadParts(formula, ref position);
        return position == formula.Length ? Composition.Of(parts) : throw new InvalidDataException($"the formula {formula} cannot be read");
    }

    private static List<ElementAmount> ReadParts(string formula, ref int position)
    {
        var parts = new List<ElementAmount>();
        while (position < formula.Length && formula[position] != ')')
        {
            List<ElementAmount> unit;
            if (formula[position] == '(')
            {
                position++;
                unit = ReadParts(formula, ref position);
                position++;
            }
            else
            {
                var start = position++;
                while (position < formula.Length && char.IsAsciiLetterLower(formula[position]))
                {
                    position++;
                }

                var symbol = formula[start..position];
                unit = [new ElementAmount(EntryElements.All.FirstOrDefault(element => element.Symbol == symbol) ?? throw new InvalidDataException($"no element {symbol} in {formula}"), 1)];
            }

            var digits = position;
            while (position < formula.Length && char.IsAsciiDigit(formula[position]))
            {
                position++;
            }

            var factor = digits == position ? 1 : int.Parse(formula.AsSpan(digits, position - digits), CultureInfo.InvariantCulture);
            parts.AddRange(unit.Select(part => part with { Amount = part.Amount * factor }));
        }

        return parts;
    }
}
