namespace Electrolith.Numerics.Sensitivity;

/// <summary>A share of a variance with its interval.</summary>
/// <param name="Value">Estimate; sampling can push it below 0.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end.</param>
public readonly record struct SensitivityIndex(double Value, double Low, double High)
{
    /// <summary>False when the interval reaches zero: the samples cannot tell the input from one without influence.</summary>
    public bool IsDistinguishable => Low > 0;
}
