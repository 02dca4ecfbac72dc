namespace Electrolith.Cells.Dynamics;

/// <summary>Newton steps in the potentials alone, with the law of the reaction solved in every cell: for particles near full or empty.</summary>
internal sealed partial class HostElectrodeStage
{
    private const double LargestMove = 0.3;

    /// <summary>Whether some surface is within a millionth of full or empty.</summary>
    public bool IsSaturated
    {
        get
        {
            foreach (var kind in Kinds)
            {
                for (var cell = 0; cell < cells; cell++)
                {
                    if (!(kind.SurfaceFilling(cell) is > 1e-6 and < 1 - 1e-6))
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }

    /// <summary>Largest share of the step, up to 1, that moves no potential by more than 0.3 V.</summary>
    public double Largest(double change)
    {
        var largest = 0.0;
        for (var cell = 0; cell < cells; cell++)
        {
            largest = Math.Max(largest, Math.Abs(Move(cell, change)));
        }

        return largest > LargestMove ? LargestMove / largest : 1;
    }

    /// <summary>Moves the potentials by a share of the step and finds the local currents that belong to them.</summary>
    public void ApplyPotentials(double share, double change)
    {
        for (var cell = 0; cell < cells; cell++)
        {
            var move = Move(cell, change);
            Difference[cell] += share * move;
            foreach (var kind in Kinds)
            {
                if (kind.Particles.SurfaceSlope[cell] > 0)
                {
                    kind.SolveLaw(cell, Difference[cell], SaltFactor[cell]);
                }
                else
                {
                    kind.Current[cell] += share * kind.CurrentStep(cell, move);
                }
            }
        }

        entering += share * change;
    }
}
