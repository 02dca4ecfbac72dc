using System.Text.Json;
using Electrolith.Cells.Dynamics;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cells.Files;

/// <summary>Reads sections, numbers, formulas and tables of a JSON parameter file, and says what is missing or of the wrong kind.</summary>
internal class JsonFields(SourceText source, DiagnosticBag bag, string code)
{
    private int anchor;

    /// <summary>Notes a problem at the first place that names the field.</summary>
    public void Problem(string path, string message) => bag.Add(new Diagnostic(code, Severity.Error, source, Place(path), path, message, Hint: null));

    /// <summary>From here on problems are looked for behind the first place that names a section.</summary>
    protected void Within(string section) => anchor = Math.Max(source.Content.IndexOf($"\"{section}\"", StringComparison.Ordinal), 0);

    private SourceSpan Place(string path)
    {
        var at = path.Length == 0 ? -1 : source.Content.IndexOf($"\"{path}\"", anchor, StringComparison.Ordinal);
        if (at < 0)
        {
            return new SourceSpan(1, 1, 1);
        }

        var before = source.Content.AsSpan(0, at);
        return new SourceSpan(before.Count('\n') + 1, at - before.LastIndexOf('\n'), path.Length + 2);
    }

    /// <summary>A curve sampled once; null after a problem.</summary>
    protected SampledCurve? Sampled(string name, Func<double, double> function)
    {
        try
        {
            return new SampledCurve(name, function);
        }
        catch (ArgumentException problem)
        {
            Problem(name, problem.Message);
            return null;
        }
    }

    /// <summary>A section that must be there.</summary>
    protected JsonElement Section(JsonElement parent, string name)
    {
        if (parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var section) && section.ValueKind == JsonValueKind.Object)
        {
            return section;
        }

        Problem(name, $"the section \"{name}\" is missing");
        return default;
    }

    /// <summary>A number; the fallback when it is left out and one is given.</summary>
    protected double Number(JsonElement section, string name, double? fallback = null)
    {
        if (section.ValueKind == JsonValueKind.Object && section.TryGetProperty(name, out var value))
        {
            if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number))
            {
                return number;
            }

            Problem(name, $"\"{name}\" is not a number");
        }
        else if (fallback is null && section.ValueKind == JsonValueKind.Object)
        {
            Problem(name, $"\"{name}\" is missing");
        }

        return fallback ?? 1;
    }

    /// <summary>A number, a formula of x or a table.</summary>
    /// <param name="section">Section.</param>
    /// <param name="name">Field.</param>
    /// <param name="rewrite">Brings a formula into the form that is read here; null when it is already.</param>
    protected Func<double, double> Function(JsonElement section, string name, Func<string, string>? rewrite = null)
    {
        if (section.ValueKind != JsonValueKind.Object || !section.TryGetProperty(name, out var value))
        {
            Problem(name, $"\"{name}\" is missing");
            return _ => 1;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Number when value.TryGetDouble(out var number):
                return _ => number;
            case JsonValueKind.String when Expression.Parse(rewrite?.Invoke(value.GetString()!) ?? value.GetString()!, out var problem) is var function:
                if (function is null)
                {
                    Problem(name, $"\"{name}\" is {problem}");
                }

                return function ?? (_ => 1);
            case JsonValueKind.Object when value.TryGetProperty("FunctionName", out var called):
                Problem(name, $"\"{name}\" names the function {called}, which is not in the file: put a number, a formula or a table of x and y in its place");
                return _ => 1;
            case JsonValueKind.Object when value.TryGetProperty("x", out var x) && value.TryGetProperty("y", out var y) && x.ValueKind == JsonValueKind.Array && y.ValueKind == JsonValueKind.Array:
                var points = x.EnumerateArray().Zip(y.EnumerateArray()).Where(pair => pair.First.ValueKind == JsonValueKind.Number && pair.Second.ValueKind == JsonValueKind.Number)
                    .Select(pair => (pair.First.GetDouble(), pair.Second.GetDouble())).ToList();
                if (points.Count >= 2)
                {
                    return SampledCurve.Through(name, points).Exact;
                }

                break;
        }

        Problem(name, $"\"{name}\" is neither a number, a formula of x nor a table of x and y");
        return _ => 1;
    }
}
