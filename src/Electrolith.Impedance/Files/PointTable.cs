using System.Collections.Immutable;
using System.Numerics;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Files;

/// <summary>One point as read.</summary>
internal readonly record struct SpectrumPoint(double Frequency, Complex Impedance, double Time, double Temperature, string Group, int Line);

/// <summary>Collects points, checks them and parts them into spectra.</summary>
internal sealed class PointTable(FileContent file, string format)
{
    private const int SmallestSweep = 5;
    private readonly List<SpectrumPoint> points = [];
    private int direct;

    public int Count => points.Count;

    /// <summary>The sign of Z'' is not written in the file and is to be found from the points.</summary>
    public bool IsSignUnknown { get; set; }

    /// <summary>What the head of the file says.</summary>
    public Dictionary<string, string> Notes { get; init; } = [];

    /// <summary>Takes a point; one at zero frequency is a direct-current reading between sweeps and is left out.</summary>
    public bool Add(SpectrumPoint point)
    {
        if (point.Frequency == 0)
        {
            direct++;
            return true;
        }

        if (!(point.Frequency > 0) || !double.IsFinite(point.Frequency) || !double.IsFinite(point.Impedance.Real) || !double.IsFinite(point.Impedance.Imaginary))
        {
            return false;
        }

        points.Add(point);
        return true;
    }

    public ImmutableArray<Spectrum> Build()
    {
        if (direct > 0 && points.Count > 0)
        {
            Notes["rows at zero frequency left out"] = direct.ToString();
        }

        if (points.Count > 0)
        {
            SettleSign();
        }

        var parts = Parts();
        return [.. parts.Select((part, number) => Make(part, number, parts.Count))];
    }

    private Spectrum Make(List<SpectrumPoint> part, int number, int of)
    {
        var notes = Notes.ToImmutableDictionary().SetItem("format", format);
        if (part[0].Group.Length > 0)
        {
            notes = notes.SetItem("cycle", part[0].Group);
        }

        var temperatures = part.Where(point => point.Temperature > 0).Select(point => point.Temperature).ToList();
        return new Spectrum(part.Select(point => point.Frequency), part.Select(point => point.Impedance))
        {
            Name = of == 1 ? file.Name : $"{file.Name} #{number + 1}",
            Times = part.TrueForAll(point => double.IsFinite(point.Time)) ? [.. part.Select(point => point.Time)] : [],
            Temperature = temperatures.Count > 0 ? temperatures.Average() : null,
            Notes = notes,
        };
    }

    /// <summary>A new spectrum begins where the cycle changes, or where the sweep is back at its first frequency.</summary>
    private List<List<SpectrumPoint>> Parts()
    {
        var parts = new List<List<SpectrumPoint>>();
        foreach (var point in points)
        {
            if (parts.Count == 0 || parts[^1][0].Group != point.Group || IsBack(parts[^1], point))
            {
                parts.Add([]);
            }

            parts[^1].Add(point);
        }

        return parts;
    }

    private static bool IsBack(List<SpectrumPoint> part, SpectrumPoint point) =>
        part.Count >= SmallestSweep && Math.Abs(point.Frequency / part[0].Frequency - 1) < 1e-3 && Math.Abs(part[^1].Frequency / part[0].Frequency - 1) > 0.5;

    private void SettleSign()
    {
        var low = points.OrderBy(point => point.Frequency).Take((points.Count + 1) / 2).ToList();
        var positive = low.Count(point => point.Impedance.Imaginary > 0);
        var isMostlyPositive = positive > low.Count - positive;
        if (IsSignUnknown)
        {
            if (isMostlyPositive)
            {
                for (var at = 0; at < points.Count; at++)
                {
                    points[at] = points[at] with { Impedance = Complex.Conjugate(points[at].Impedance) };
                }
            }

            var taken = isMostlyPositive ? "-Z'' (its sign was turned)" : "Z''";
            file.Warn(SpectrumFileCodes.SignAssumed, points[0].Line, $"the file does not say whether its third quantity is Z'' or -Z''; it was taken as {taken}, which makes the low frequencies capacitive", "name the columns, for example: frequency/Hz,Re(Z)/Ohm,-Im(Z)/Ohm");
        }
        else if (isMostlyPositive && points.Count >= SmallestSweep)
        {
            file.Warn(SpectrumFileCodes.SignAssumed, points[0].Line, "Z'' is above zero (inductive) at most low frequencies; it was taken as the heading says", "if the column holds -Z'', name it -Im(Z)/Ohm");
        }
    }
}
