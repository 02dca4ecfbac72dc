using System.Collections.Immutable;

namespace Electrolith.Impedance.Validity;

/// <summary>Outcome of the linear Kramers–Kronig test.</summary>
/// <param name="Order">Number of RC elements.</param>
/// <param name="Mu">1 − Σ|negative R| / Σ positive R.</param>
/// <param name="RealResiduals">(Z' − fit)/|Z|.</param>
/// <param name="ImaginaryResiduals">(Z'' − fit)/|Z|.</param>
public sealed record KramersKronigResult(int Order, double Mu, ImmutableArray<double> RealResiduals, ImmutableArray<double> ImaginaryResiduals)
{
    /// <summary>Largest residual of either part, a fraction of |Z|.</summary>
    public double LargestResidual => RealResiduals.Concat(ImaginaryResiduals).Max(Math.Abs);

    /// <summary>Root mean square of both parts, a fraction of |Z|.</summary>
    public double RootMeanSquare => Math.Sqrt(RealResiduals.Concat(ImaginaryResiduals).Average(residual => residual * residual));
}
