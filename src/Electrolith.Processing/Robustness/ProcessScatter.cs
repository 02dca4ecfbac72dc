using Electrolith.Processing.Recipes;
using Electrolith.Quantities;

namespace Electrolith.Processing.Robustness;

/// <summary>
/// How parameters of a process usually scatter where the recipe is silent: assumed, and shown as assumed. Kilns differ by 5 to 10 K between zones
/// and runs; the other numbers are what machines of the trade are set to hold. Replace them with what your line does.
/// </summary>
public static class ProcessScatter
{
    private static readonly string[] Fired = ["sinter", "calcine", "anneal", "melt-quench"];

    /// <summary>Sizes of machines do not change between pieces, and how well a process is known is not its scatter.</summary>
    private static readonly string[] Fixed = ["plate-radius", "vial-radius", "ball-diameter", "grain-limit", "registration", "overhang", "furnace-efficiency", "purity", "mixing-constant", "resistance"];

    /// <summary>Usual scatter about a value.</summary>
    /// <param name="parameter">Parameter.</param>
    /// <param name="value">SI value.</param>
    /// <returns>Standard deviation (SI), share of the variance between lots, and why; null when it is taken as exact.</returns>
    public static (double Deviation, double BetweenShare, string Reason)? Of(RecipeParameter parameter, double value)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        var (name, kind) = (parameter.Definition.Name, parameter.Definition.Kind);
        if (kind is null || Fixed.Contains(name) || !double.IsFinite(value))
        {
            return null;
        }

        var operation = parameter.Path[..parameter.Path.IndexOf('.', StringComparison.Ordinal)].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var (deviation, share, reason) = Usual(operation, name, kind, Math.Abs(value));
        return deviation > 0 ? (deviation, share, reason) : null;
    }

    private static (double Deviation, double BetweenShare, string Reason) Usual(string operation, string name, QuantityKind kind, double value)
    {
        if (operation == "powder")
        {
            return name == "relative-density" ? (0.015 * value, 0.5, "filling of the die, 1.5 %") : (0.08 * value, 1, "powder batches, 8 %");
        }

        if (kind == QuantityKinds.Temperature)
        {
            return name == "dew-point" ? (2, 1, "air from day to day, 2 K")
                : Fired.Contains(operation) ? (5, 0.5, "zones and runs of a kiln, 5 K") : (2, 0.5, "heated tool, 2 K");
        }

        return name switch
        {
            "lithium-excess" or "loss-on-ignition" => (0.004, 1, "weighing and purity, 0.4 %"),
            "short-probability" or "conductivity-kept" or "interface-resistance" or "passes" or "layers" => (0, 0, ""),
            _ when kind == QuantityKinds.Time => (0.01 * value, 1, "timing of a batch, 1 %"),
            _ when kind == QuantityKinds.Pressure || name == "line-load" => (0.02 * value, 0.25, "press, 2 %"),
            _ when kind == QuantityKinds.HeatingRate || kind == QuantityKinds.Speed => (0.03 * value, 1, "control of a rate, 3 %"),
            _ when kind == QuantityKinds.RotationalSpeed => (0.01 * value, 1, "drive, 1 %"),
            _ when kind == QuantityKinds.Length => (0.03 * value, 0.3, "thickness over a web, 3 %"),
            _ when kind == QuantityKinds.VolumeFraction || kind == QuantityKinds.MassFraction => (0.02 * value, 1, "weighing of a mix, 2 %"),
            _ when kind == QuantityKinds.Mass || name == "ball-to-powder" => (0.01 * value, 1, "filling of a vial, 1 %"),
            _ => (0, 0, ""),
        };
    }
}
