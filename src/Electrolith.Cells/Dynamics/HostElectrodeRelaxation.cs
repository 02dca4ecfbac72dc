namespace Electrolith.Cells.Dynamics;

/// <summary>Newton steps in the potentials alone, with the law of the reaction solved in every cell: for particles near full or empty.</summary>
internal sealed partial class HostElectrodeStage
{
    private const double LargestMove = 0.3;
    private const int MostLawIterations = 60;

    /// <summary>Whether some surface is within a millionth of full or empty.</summary>
    public bool IsSaturated
    {
        get
        {
            for (var cell = 0; cell < cells; cell++)
            {
                if (!(SurfaceFilling(cell) is > 1e-6 and < 1 - 1e-6))
                {
                    return true;
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
            largest = Math.Max(largest, Math.Abs(step[cell] + (stepOfCurrent[cell] * change)));
        }

        return largest > LargestMove ? LargestMove / largest : 1;
    }

    /// <summary>Moves the potentials by a share of the step and finds the local currents that belong to them.</summary>
    public void ApplyPotentials(double share, double change)
    {
        for (var cell = 0; cell < cells; cell++)
        {
            Difference[cell] += share * (step[cell] + (stepOfCurrent[cell] * change));
            if (Particles.SurfaceSlope[cell] > 0)
            {
                SolveLaw(cell);
            }
            else
            {
                Current[cell] += share * CurrentStep(cell, change);
            }
        }

        entering += share * change;
    }

    /// <summary>The law is monotone in the local current between empty and full: Newton inside a bracket.</summary>
    private void SolveLaw(int cell)
    {
        var (start, slope) = (Particles.SurfaceBase[cell], Particles.SurfaceSlope[cell]);
        var (low, high) = ((Margin - start) / slope, (1 - Margin - start) / slope);
        for (var iteration = 0; iteration < MostLawIterations; iteration++)
        {
            var excess = Law(cell, out var rise);
            var here = Current[cell];
            (low, high) = excess > 0 ? (low, here) : (here, high);
            var next = here - (excess / rise);
            // Where the tangent leaves the bracket, a tenth of the way to its end is left: the end is a logarithm away.
            Current[cell] = next > low && next < high ? next : excess > 0 ? low + (0.1 * (here - low)) : high - (0.1 * (high - here));
            if (Math.Abs(excess) < 1e-9)
            {
                return;
            }
        }
    }
}
