namespace Electrolith.Cells.Microstructure;

/// <summary>Kirchhoff's laws on the voxels of a packing: one resistor across each face, solved by conjugate gradients.</summary>
public static class VoxelConduction
{
    private const double Closeness = 1e-8;

    /// <summary>Effective conductivity of a phase from separator to collector over that of the phase itself.</summary>
    /// <param name="packing">The packing.</param>
    /// <param name="phase">The phase that conducts; the others do not.</param>
    /// <returns>From 0 (no path) to 1.</returns>
    public static double Relative(VoxelPacking packing, VoxelPhase phase)
    {
        ArgumentNullException.ThrowIfNull(packing);
        return Effective(packing, candidate => candidate == phase ? 1 : 0);
    }

    /// <summary>Effective conductivity from separator to collector, in the unit of the phases'.</summary>
    /// <param name="packing">The packing.</param>
    /// <param name="conductivity">Of each phase, 0 or more.</param>
    public static double Effective(VoxelPacking packing, Func<VoxelPhase, double> conductivity)
    {
        ArgumentNullException.ThrowIfNull(packing);
        ArgumentNullException.ThrowIfNull(conductivity);
        double[] byPhase = [conductivity(VoxelPhase.Pore), conductivity(VoxelPhase.Electrolyte), conductivity(VoxelPhase.Active)];
        var network = new Network(packing, byPhase);
        var potentials = network.Solve(Closeness);
        var (flow, plane) = (0.0, packing.Edge * packing.Edge);
        for (var voxel = 0; voxel < plane; voxel++)
        {
            flow += 2 * byPhase[(int)packing.Phases[voxel]] * (1 - potentials[voxel]);
        }

        return flow / packing.Edge;
    }

    /// <summary>Potentials of the voxels with 1 at the separator and 0 at the collector.</summary>
    private sealed class Network
    {
        private readonly int count;
        private readonly int[] neighbours;
        private readonly double[] conductances;
        private readonly double[] diagonal;
        private readonly double[] right;

        public Network(VoxelPacking packing, double[] byPhase)
        {
            count = packing.Phases.Length;
            (neighbours, conductances, diagonal, right) = (new int[6 * count], new double[6 * count], new double[count], new double[count]);
            for (var voxel = 0; voxel < count; voxel++)
            {
                var own = byPhase[(int)packing.Phases[voxel]];
                for (var face = 0; face < 6; face++)
                {
                    var other = packing.Neighbour(voxel, face);
                    var beside = other < 0 ? 0 : byPhase[(int)packing.Phases[other]];
                    // Half a voxel of each, or half a voxel to the electrode planes.
                    var conductance = other < 0 ? 2 * own : own > 0 && beside > 0 ? 2 * own * beside / (own + beside) : 0;
                    (neighbours[(6 * voxel) + face], conductances[(6 * voxel) + face]) = (Math.Max(other, 0), other < 0 ? 0 : conductance);
                    diagonal[voxel] += conductance;
                    right[voxel] += other < 0 && face == 0 ? conductance : 0;
                }
            }
        }

        public double[] Solve(double closeness)
        {
            var (solution, residual, direction, product) = (new double[count], (double[])right.Clone(), new double[count], new double[count]);
            var (start, weight) = (0.0, 0.0);
            for (var iteration = 0; iteration < 20 * count; iteration++)
            {
                var next = 0.0;
                for (var voxel = 0; voxel < count; voxel++)
                {
                    next += diagonal[voxel] > 0 ? residual[voxel] * residual[voxel] / diagonal[voxel] : 0;
                }

                start = iteration == 0 ? next : start;
                if (next <= closeness * closeness * start)
                {
                    return solution;
                }

                var share = iteration == 0 ? 0 : next / weight;
                weight = next;
                for (var voxel = 0; voxel < count; voxel++)
                {
                    direction[voxel] = (diagonal[voxel] > 0 ? residual[voxel] / diagonal[voxel] : 0) + (share * direction[voxel]);
                }

                var length = weight / Multiply(direction, product);
                for (var voxel = 0; voxel < count; voxel++)
                {
                    solution[voxel] += length * direction[voxel];
                    residual[voxel] -= length * product[voxel];
                }
            }

            throw new InvalidOperationException("the resistor network did not converge");
        }

        private double Multiply(double[] vector, double[] result)
        {
            var sum = 0.0;
            for (var voxel = 0; voxel < count; voxel++)
            {
                var value = diagonal[voxel] * vector[voxel];
                for (var entry = 6 * voxel; entry < (6 * voxel) + 6; entry++)
                {
                    value -= conductances[entry] * vector[neighbours[entry]];
                }

                result[voxel] = value;
                sum += value * vector[voxel];
            }

            return sum;
        }
    }
}
