using System.Collections.Immutable;

namespace Electrolith.Impedance.Validity;

/// <summary>How far a decade of frequencies can be trusted.</summary>
public enum QualityGrade
{
    /// <summary>Residuals are within a percent.</summary>
    Good,

    /// <summary>Between one and three percent, or the modulus does not quite follow from the phase.</summary>
    Doubtful,

    /// <summary>Worse.</summary>
    Bad,
}

/// <summary>Quality of the points of one decade.</summary>
/// <param name="From">Lowest frequency in it, Hz.</param>
/// <param name="To">Highest frequency in it, Hz.</param>
/// <param name="Points">Number of points.</param>
/// <param name="Residual">Root mean square of the Kramers–Kronig residuals of both parts, a fraction of |Z|.</param>
/// <param name="ModulusDeviation">Mean of ln of the modulus that the phase asks for over the measured one; NaN when it could not be found.</param>
/// <param name="Grade">Verdict.</param>
/// <param name="Reason">Why, in words; empty when it is good.</param>
public sealed record DecadeQuality(double From, double To, int Points, double Residual, double ModulusDeviation, QualityGrade Grade, string Reason);

/// <summary>What validity tests say about a spectrum, together.</summary>
/// <param name="Decades">From slow to fast.</param>
/// <param name="KramersKronig">The linear test.</param>
/// <param name="Model">The measurement model; null when there are too few points.</param>
/// <param name="ModulusFromPhase">Z-HIT; null when there are too few points.</param>
/// <param name="Notes">What else a reader should know.</param>
public sealed record QualityReport(
    ImmutableArray<DecadeQuality> Decades, KramersKronigResult KramersKronig, MeasurementModelResult? Model, ZHitResult? ModulusFromPhase, ImmutableArray<string> Notes)
{
    /// <summary>The widest range of good decades side by side, Hz; null when there is none.</summary>
    public (double From, double To)? Trusted
    {
        get
        {
            var (best, start) = (default((double From, double To)?), -1);
            for (var decade = 0; decade < Decades.Length; decade++)
            {
                start = Decades[decade].Grade != QualityGrade.Good ? -1 : start < 0 ? decade : start;
                if (start >= 0 && (best is null || Decades[decade].To / Decades[start].From > best.Value.To / best.Value.From))
                {
                    best = (Decades[start].From, Decades[decade].To);
                }
            }

            return best;
        }
    }
}
