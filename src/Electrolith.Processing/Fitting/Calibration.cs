using System.Collections.Immutable;
using Electrolith.Quantities;

namespace Electrolith.Processing.Fitting;

/// <summary>A constant of a powder or a plant, found from data.</summary>
/// <param name="Path"><c>operation.parameter</c>, as on the card of the operation.</param>
/// <param name="Value">SI value.</param>
/// <param name="StandardError">SI; 0 for one that is set, not fitted.</param>
/// <param name="Low">Lower end of the 95 % interval, SI.</param>
/// <param name="High">Upper end, SI.</param>
public sealed record CalibratedConstant(string Path, double Value, double StandardError, double Low, double High)
{
    /// <summary>True when the data bound it.</summary>
    public bool IsDetermined { get; init; } = true;
}

/// <summary>Data that a calibration rests on.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Kind">Such as <c>dilatometry</c>.</param>
/// <param name="Readings">Readings that were used.</param>
public sealed record CalibrationData(string File, string Kind, int Readings);

/// <summary>Constants that were fitted to a plant's own data, to be used in its recipes.</summary>
public sealed record Calibration
{
    /// <summary>First line of every calibration file.</summary>
    public const string Format = "electrolith-calibration/1";

    /// <summary>What was calibrated.</summary>
    public required string Title { get; init; }

    /// <summary>What it rests on.</summary>
    public ImmutableArray<CalibrationData> Data { get; init; } = [];

    /// <summary>The constants.</summary>
    public required ImmutableArray<CalibratedConstant> Constants { get; init; }

    /// <summary>Correlations of pairs of constants; none where they are not given.</summary>
    public ImmutableArray<(string First, string Second, double Value)> Correlations { get; init; } = [];

    /// <summary>What to be careful about.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The parameter behind a path; null when no card has it.</summary>
    /// <param name="path">Path.</param>
    public static OperationParameter? Parameter(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var cut = path.IndexOf('.', StringComparison.Ordinal);
        return cut < 0 ? null : OperationCatalog.All.FirstOrDefault(operation => operation.Name == path[..cut])?.Parameters.FirstOrDefault(parameter => parameter.Name == path[(cut + 1)..] && parameter.Kind is not null);
    }
}
