using Electrolith.Quantities.Units;

namespace Electrolith.Quantities;

/// <summary>Reads the unit of a quantity and checks that it is of the expected kind.</summary>
internal static class UnitReader
{
    /// <summary>Reads a unit.</summary>
    /// <param name="expression">The unit without its number.</param>
    /// <param name="offset">Where it stands in the whole text.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="kind">Expected kind.</param>
    /// <param name="unit">The unit, its factor to SI.</param>
    /// <param name="problem">What is wrong, when false is returned.</param>
    public static bool TryRead(string expression, int offset, string text, QuantityKind kind, out Unit unit, out QuantityProblem? problem)
    {
        problem = null;
        unit = new Unit(1, Dimension.None);
        if (expression.Length == 0)
        {
            if (kind.Dimension == Dimension.None)
            {
                return true;
            }

            problem = new QuantityProblem(QuantityProblem.MissingUnit, $"expected {kind.NameWithArticle} with its unit, got '{text.Trim()}'",
                $"write \"{text.Trim()} {Suggested(kind)}\"", 0, text.Length);
            return false;
        }

        if (kind == QuantityKinds.ChargeRate && TryReadChargeRate(expression, out unit))
        {
            return true;
        }

        if (kind == QuantityKinds.Temperature && expression is "C" or "c")
        {
            problem = new QuantityProblem(QuantityProblem.Ambiguous, "'C' is the coulomb, not a temperature", $"write \"{text.Trim()[..^1].TrimEnd()} degC\" (or K)", offset, 1);
            return false;
        }

        if (!UnitParser.TryParse(expression, out unit, out problem))
        {
            problem = problem! with { Offset = problem.Offset + offset, Hint = problem.Hint ?? $"{kind.NameWithArticle} is written like {kind.Example}" };
            return false;
        }

        if (kind == QuantityKinds.ActivationEnergy && unit.Dimension == QuantityKinds.MolarEnergy.Dimension)
        {
            unit = unit with { Factor = unit.Factor / PhysicalConstants.Avogadro, Dimension = kind.Dimension };
        }

        problem = Mismatch(expression, offset, kind, unit);
        return problem is null;
    }

    private static QuantityProblem? Mismatch(string expression, int offset, QuantityKind kind, Unit unit)
    {
        if (unit.Dimension != kind.Dimension)
        {
            var other = QuantityKinds.NameOf(unit.Dimension);
            var cased = CaseFix(expression, kind);
            return new QuantityProblem(QuantityProblem.WrongKind,
                $"expected {kind.NameWithArticle}, but '{expression}' is {(other is null ? "the unit of something else" : $"a unit of {other}")}",
                cased is null ? $"{kind.NameWithArticle} is written like {kind.Example}" : $"did you mean {cased}? Upper and lower case matter", offset, expression.Length);
        }

        var isShare = kind.Dimension == Dimension.None && unit.Basis != ShareBasis.Any;
        return isShare && (kind == QuantityKinds.Dimensionless || (kind.Basis != ShareBasis.Any && kind.Basis != unit.Basis))
            ? new QuantityProblem(QuantityProblem.WrongKind, $"expected {kind.NameWithArticle}, but '{expression}' is a {unit.Basis.ToString().ToLowerInvariant()} share",
                $"write {kind.Example}", offset, expression.Length)
            : null;
    }

    /// <summary>The spelling of the expected unit that differs from the given text only in case, or null.</summary>
    private static string? CaseFix(string expression, QuantityKind kind)
    {
        foreach (var (symbol, _) in kind.DisplayUnits)
        {
            if (string.Equals(symbol, expression, StringComparison.OrdinalIgnoreCase))
            {
                return symbol;
            }
        }

        return null;
    }

    /// <summary>The forms <c>C</c>, <c>C/3</c> and <c>C-rate</c>; a full discharge in one hour is 1 C.</summary>
    private static bool TryReadChargeRate(string expression, out Unit unit)
    {
        const double PerHour = 1.0 / 3600;
        unit = new Unit(PerHour, QuantityKinds.ChargeRate.Dimension);
        if (expression is "C" or "C-rate")
        {
            return true;
        }

        if (expression.StartsWith("C/", StringComparison.Ordinal) && NumberReader.TryRead(expression.AsSpan(2), out var hours, out var length)
            && length == expression.Length - 2 && hours > 0)
        {
            unit = unit with { Factor = PerHour / hours };
            return true;
        }

        return false;
    }

    private static string Suggested(QuantityKind kind) => kind.Example[(kind.Example.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
