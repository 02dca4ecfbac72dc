namespace Electrolith.Numerics.DifferentialEquations;

/// <summary>
/// A differential-algebraic system M y' = f(t, y) as an implicit integrator sees it: every step of every order is one problem of
/// the shape of backward Euler. A model may solve it with all the structure that it has.
/// </summary>
public interface IImplicitStage
{
    /// <summary>Number of unknowns.</summary>
    int Size { get; }

    /// <summary>Solves M (y − basis) = coefficient f(time, y).</summary>
    /// <param name="time">Time of the unknown state.</param>
    /// <param name="coefficient">Step times a constant of the method; 0 asks for the algebraic unknowns that belong to the differential ones of <paramref name="basis"/>.</param>
    /// <param name="basis">What the history contributes; of no meaning for algebraic unknowns.</param>
    /// <param name="state">Predicted state on entry, the solution on return.</param>
    /// <returns>False when there is no solution or none was found; the integrator then tries a shorter step.</returns>
    bool Solve(double time, double coefficient, ReadOnlySpan<double> basis, Span<double> state);

    /// <summary>Size of a difference of states in units of the tolerance: 1 is just good enough.</summary>
    /// <param name="difference">A difference of two states.</param>
    double Norm(ReadOnlySpan<double> difference);
}
