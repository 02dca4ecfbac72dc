using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Electrolith.Materials.Documents;
using Electrolith.Materials.Formulas;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Library;

/// <summary>Reads <c>materials.csv</c>.</summary>
internal static partial class MaterialTableReader
{
    private static readonly string[] Columns = ["id", "name", "role", "family", "formula", "aliases", "note"];

    /// <summary>Reads the rows; a row with an unusable id or role is left out.</summary>
    /// <param name="source">The file.</param>
    /// <param name="setId">Data set it belongs to.</param>
    /// <param name="bag">Receives EL1202 to EL1205 and the problems of the table.</param>
    public static ImmutableArray<MaterialRow> Read(SourceText source, string setId, DiagnosticBag bag)
    {
        if (CsvReader.Read(source, bag, Columns) is not { } table)
        {
            return [];
        }

        var column = Array.ConvertAll(Columns, table.IndexOf);
        var rows = ImmutableArray.CreateBuilder<MaterialRow>(table.Rows.Length);
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in table.Rows)
        {
            var id = row[column[0]];
            var field = new TableField(source, bag, row);
            if (!IdShape().IsMatch(id))
            {
                field.Error("EL1202", column[0], id, $"\"{id}\" is not an id; ids have lower-case letters, digits and hyphens", "for example li6ps5cl or nmc811-coated");
            }
            else if (!MaterialNames.TryGetRole(row[column[2]], out var role))
            {
                field.Unknown("EL1203", column[2], id, "role", MaterialNames.Roles);
            }
            else if (!lines.TryAdd(id, row.Line))
            {
                field.Error("EL1205", column[0], id, $"the material {id} is defined twice, on line {lines[id]} and on line {row.Line}", "remove or rename one of them");
            }
            else
            {
                CheckFamily(field, column[3], id, role);
                rows.Add(new MaterialRow
                {
                    Id = id,
                    Name = row[column[1]].Length > 0 ? row[column[1]] : id,
                    Role = role,
                    Family = row[column[3]],
                    Formula = row[column[4]],
                    Aliases = [.. row[column[5]].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                    Note = row[column[6]],
                    SetId = setId,
                    Source = source,
                    Span = row.SpanOf(column[0]),
                });
            }
        }

        return rows.ToImmutable();
    }

    /// <summary>Reports a formula that cannot be read.</summary>
    /// <param name="row">The row.</param>
    /// <param name="bag">Receives the problem of the formula.</param>
    public static void CheckFormula(MaterialRow row, DiagnosticBag bag)
    {
        if (row.Formula.Length > 0 && !FormulaParser.TryParse(row.Formula, out _, out var problem))
        {
            bag.Add(new Diagnostic(problem.Code, Severity.Error, row.Source, row.Span, $"{row.Id}.formula", $"formula \"{row.Formula}\", character {problem.Offset + 1}: {problem.Message}", problem.Hint));
        }
    }

    private static void CheckFamily(TableField field, int column, string id, MaterialRole role)
    {
        var known = role == MaterialRole.Electrolyte ? MaterialNames.ElectrolyteFamilies : MaterialNames.OtherFamilies;
        if (!known.Contains(field.Row[column]) && (role == MaterialRole.Electrolyte || !MaterialNames.ElectrolyteFamilies.Contains(field.Row[column])))
        {
            field.Unknown("EL1204", column, id, role == MaterialRole.Electrolyte ? "family of electrolytes" : "family", known);
        }
    }

    [GeneratedRegex("^[a-z0-9]+([-.][a-z0-9]+)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex IdShape();
}
