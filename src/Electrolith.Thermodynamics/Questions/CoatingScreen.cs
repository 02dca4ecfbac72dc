using System.Collections.Immutable;
using Electrolith.Materials.Elements;
using Electrolith.Materials.Formulas;
using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Hulls;

namespace Electrolith.Thermodynamics.Questions;

/// <summary>What a coating must meet (<c>xiao2019</c>); band gap and lithium mobility, which the set does not hold, are left to the user.</summary>
/// <param name="EnergyAboveHull">Highest energy above the hull, eV/atom; 5 meV/atom counts as stable.</param>
/// <param name="Reduction">Highest reduction limit, V: the potential of the discharged cathode must not reduce the coating.</param>
/// <param name="Oxidation">Lowest oxidation limit, V: the potential of the charged cathode must not oxidise it.</param>
/// <param name="ReactionEnergy">Strongest reaction with either neighbour, eV/atom, as a positive number.</param>
/// <param name="NeedsWorkingIon">Only compounds that hold the working ion, since ions must pass.</param>
public sealed record CoatingGates(double EnergyAboveHull = 0.005, double Reduction = 2.7, double Oxidation = 4.0, double ReactionEnergy = 0.1, bool NeedsWorkingIon = true);

/// <summary>At which gate a compound fell out.</summary>
public enum CoatingVerdict
{
    /// <summary>It passed all gates.</summary>
    Passed,

    /// <summary>It holds no working ion.</summary>
    NoWorkingIon,

    /// <summary>It lies too far above the hull.</summary>
    Unstable,

    /// <summary>The cathode reduces it.</summary>
    Reduced,

    /// <summary>The cathode oxidises it.</summary>
    Oxidised,

    /// <summary>It reacts with the cathode.</summary>
    ReactsWithCathode,

    /// <summary>It reacts with the electrolyte.</summary>
    ReactsWithElectrolyte,
}

/// <summary>What the screen found about one compound; a figure after the gate at which it fell out is null.</summary>
/// <param name="Compound">The compound.</param>
/// <param name="Verdict">Passed, or the gate.</param>
/// <param name="EnergyAboveHull">eV/atom.</param>
/// <param name="ReductionPotential">V.</param>
/// <param name="OxidationPotential">V; infinity when nothing oxidises it.</param>
/// <param name="WithCathode">Reaction energy with the cathode, eV/atom.</param>
/// <param name="WithElectrolyte">Reaction energy with the electrolyte, eV/atom.</param>
public sealed record CoatingCandidate(
    PhaseEntry Compound, CoatingVerdict Verdict, double? EnergyAboveHull, double? ReductionPotential, double? OxidationPotential, double? WithCathode, double? WithElectrolyte)
{
    /// <summary>Stronger of the two reactions, eV/atom; the rank of a candidate.</summary>
    public double Worst => Math.Min(WithCathode ?? 0, WithElectrolyte ?? 0);
}

/// <summary>Screens compounds as a coating between an electrolyte and a cathode, the cheapest question first.</summary>
public sealed class CoatingScreen
{
    private readonly EntrySet set;
    private readonly Substance electrolyte;
    private readonly Substance cathode;
    private readonly CoatingGates gates;
    private readonly ElementSet ion;
    private readonly string workingIon;

    /// <summary>Prepares a screen.</summary>
    /// <param name="set">Known phases.</param>
    /// <param name="electrolyte">The electrolyte.</param>
    /// <param name="cathode">The cathode, charged or not.</param>
    /// <param name="gates">What a coating must meet; null for the published gates.</param>
    /// <param name="workingIon">Symbol of the working ion.</param>
    public CoatingScreen(EntrySet set, Substance electrolyte, Substance cathode, CoatingGates? gates = null, string workingIon = "Li")
    {
        (this.set, this.electrolyte, this.cathode, this.gates, this.workingIon) = (set, electrolyte, cathode, gates ?? new CoatingGates(), workingIon);
        ion = PeriodicTable.TryGet(workingIon, out var element) ? ElementSet.Of(element) : throw new ArgumentException($"there is no element {workingIon}", nameof(workingIon));
    }

    /// <summary>Judges every compound on all cores; the order of the result does not depend on their number.</summary>
    /// <param name="compounds">Compounds to judge.</param>
    /// <param name="progress">Receives the share that is done; may be null.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>Candidates, the weakest worst reaction first, of equal ones those of few elements; then everything else by formula.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public ImmutableArray<CoatingCandidate> Run(IReadOnlyList<PhaseEntry> compounds, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(compounds);
        var results = new CoatingCandidate[compounds.Count];
        var done = 0;
        Parallel.For(0, compounds.Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, index =>
        {
            results[index] = Judge(compounds[index]);
            if (Interlocked.Increment(ref done) is var count && count % 500 == 0)
            {
                progress?.Report((double)count / compounds.Count);
            }
        });
        return [.. results.OrderBy(item => item.Verdict == CoatingVerdict.Passed ? 0 : 1)
            .ThenByDescending(item => item.Verdict == CoatingVerdict.Passed ? Math.Round(item.Worst, 3) : 0) // what differs by less than 1 meV/atom is equal
            .ThenBy(item => item.Verdict == CoatingVerdict.Passed ? item.Compound.Elements.Count : 0).ThenBy(item => item.Compound.Formula, StringComparer.Ordinal)];
    }

    /// <summary>Judges one compound.</summary>
    /// <param name="compound">The compound.</param>
    public CoatingCandidate Judge(PhaseEntry compound)
    {
        ArgumentNullException.ThrowIfNull(compound);
        var candidate = new CoatingCandidate(compound, CoatingVerdict.Passed, null, null, null, null, null);
        if (gates.NeedsWorkingIon && !ion.IsPartOf(compound.Elements))
        {
            return candidate with { Verdict = CoatingVerdict.NoWorkingIon };
        }

        if (compound.Elements == ion)
        {
            return candidate with { Verdict = CoatingVerdict.Oxidised };
        }

        var substance = Substance.Of(compound);
        var diagram = set.Build(compound.Elements.With(ion));
        candidate = candidate with { EnergyAboveHull = diagram.EnergyAboveHull(compound) };
        if (candidate.EnergyAboveHull > gates.EnergyAboveHull)
        {
            return candidate with { Verdict = CoatingVerdict.Unstable };
        }

        var window = StabilityWindow.Of(diagram, substance, workingIon);
        candidate = candidate with { ReductionPotential = window.ReductionPotential, OxidationPotential = window.OxidationPotential };
        if (!(window.ReductionPotential <= gates.Reduction))
        {
            return candidate with { Verdict = CoatingVerdict.Reduced };
        }

        return window.OxidationPotential >= gates.Oxidation ? Neighbours(candidate, substance) : candidate with { Verdict = CoatingVerdict.Oxidised };
    }

    private CoatingCandidate Neighbours(CoatingCandidate candidate, Substance coating)
    {
        candidate = candidate with { WithCathode = Reaction(coating, cathode) };
        if (-candidate.WithCathode >= gates.ReactionEnergy)
        {
            return candidate with { Verdict = CoatingVerdict.ReactsWithCathode };
        }

        candidate = candidate with { WithElectrolyte = Reaction(coating, electrolyte) };
        return -candidate.WithElectrolyte >= gates.ReactionEnergy ? candidate with { Verdict = CoatingVerdict.ReactsWithElectrolyte } : candidate;
    }

    private double Reaction(Substance coating, Substance neighbour) =>
        InterfaceReaction.Of(set.Build(ElementSet.Of(coating.Composition).With(ElementSet.Of(neighbour.Composition))), coating, neighbour).Minimum.Energy;
}
