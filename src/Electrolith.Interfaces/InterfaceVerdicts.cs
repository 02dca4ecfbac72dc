namespace Electrolith.Interfaces;

/// <summary>A plating current against the reported range of critical currents.</summary>
public enum PlatingVerdict
{
    /// <summary>No critical current is known.</summary>
    Unknown,

    /// <summary>Below the range.</summary>
    BelowRange,

    /// <summary>Within the range: it depends on pressure, capacity and surface.</summary>
    WithinRange,

    /// <summary>Above everything reported: a short is expected.</summary>
    AboveRange,
}

/// <summary>Whether a coating fits between two partners.</summary>
public enum CoatingVerdict
{
    /// <summary>Reacts little with both and holds at the potential.</summary>
    Compatible,

    /// <summary>Reacts with one partner by more than 100 meV/atom.</summary>
    Reactive,

    /// <summary>Oxidises below the potential of the cathode.</summary>
    OutsideWindow,

    /// <summary>Not enough is known.</summary>
    Unknown,
}

/// <summary>What is known of a coating between two partners.</summary>
/// <param name="ReactionWithCathode">Reaction energy, meV/atom, negative when it reacts; null when not known.</param>
/// <param name="ReactionWithElectrolyte">Reaction energy, meV/atom; null when not known.</param>
/// <param name="OxidationLimit">V against lithium; null when not known.</param>
public sealed record CoatingFacts(double? ReactionWithCathode, double? ReactionWithElectrolyte, double? OxidationLimit);

/// <summary>Rules of judgement that go with numbers; none is a law.</summary>
public static class InterfaceVerdicts
{
    /// <summary>Largest reaction energy of a coating that screening lets pass (xiao2019), meV/atom. Some coatings in use exceed it.</summary>
    public const double ReactionLimit = -100;

    /// <summary>Compares a plating current with what was reported to short. Reports differ in capacity per step, pressure and surface, so this is a range and not a line.</summary>
    /// <param name="current">Plating current density, A/m², positive.</param>
    /// <param name="lowest">Lowest reported critical current density, A/m²; null when none is known.</param>
    /// <param name="highest">Highest, A/m²; null when none is known.</param>
    public static PlatingVerdict Plating(double current, double? lowest, double? highest)
    {
        if ((lowest ?? highest) is not { } low || (highest ?? lowest) is not { } high)
        {
            return PlatingVerdict.Unknown;
        }

        return current < low ? PlatingVerdict.BelowRange : current <= high ? PlatingVerdict.WithinRange : PlatingVerdict.AboveRange;
    }

    /// <summary>Judges a coating between electrolyte and cathode. A verdict for this pair and potential, not for the coating as such.</summary>
    /// <param name="coating">What is known of it.</param>
    /// <param name="cathodePotential">Highest potential of the cathode, V against lithium.</param>
    public static CoatingVerdict Coating(CoatingFacts coating, double cathodePotential)
    {
        ArgumentNullException.ThrowIfNull(coating);
        if (coating.ReactionWithCathode < ReactionLimit || coating.ReactionWithElectrolyte < ReactionLimit)
        {
            return CoatingVerdict.Reactive;
        }

        if (cathodePotential > coating.OxidationLimit)
        {
            return CoatingVerdict.OutsideWindow;
        }

        var isKnown = coating.ReactionWithCathode is not null && coating.ReactionWithElectrolyte is not null && coating.OxidationLimit is not null;
        return isKnown ? CoatingVerdict.Compatible : CoatingVerdict.Unknown;
    }
}
