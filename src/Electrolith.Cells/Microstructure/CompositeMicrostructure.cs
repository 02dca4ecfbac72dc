namespace Electrolith.Cells.Microstructure;

/// <summary>What a random packing gives a composite electrode.</summary>
/// <param name="Ionic">Effective ionic conductivity over that of the electrolyte.</param>
/// <param name="Electronic">Effective electronic conductivity over that of the active material.</param>
/// <param name="ContactFraction">Share of the surface of the usable active material that touches electrolyte with a path to the separator.</param>
/// <param name="Utilisation">Share of the active material with a path to the collector and electrolyte at its cluster.</param>
public sealed record CompositeMicrostructure(double Ionic, double Electronic, double ContactFraction, double Utilisation)
{
    /// <summary>Evaluates a random packing.</summary>
    /// <param name="options">Fractions and sizes.</param>
    public static CompositeMicrostructure Evaluate(PackingOptions options) => Evaluate(VoxelPacking.Random(options));

    /// <summary>Evaluates a packing.</summary>
    /// <param name="packing">The packing.</param>
    public static CompositeMicrostructure Evaluate(VoxelPacking packing)
    {
        ArgumentNullException.ThrowIfNull(packing);
        var ions = Connected(packing, VoxelPhase.Electrolyte, fromCollector: false);
        var electrons = Connected(packing, VoxelPhase.Active, fromCollector: true);
        var (all, surface, touching) = (0, 0, 0);
        for (var voxel = 0; voxel < packing.Phases.Length; voxel++)
        {
            all += packing.Phases[voxel] == VoxelPhase.Active ? 1 : 0;
            for (var face = 0; electrons[voxel] && face < 6; face++)
            {
                var other = packing.Neighbour(voxel, face);
                surface += other >= 0 && packing.Phases[other] != VoxelPhase.Active ? 1 : 0;
                touching += other >= 0 && ions[other] ? 1 : 0;
            }
        }

        // Lithium diffuses through a cluster of particles, so that one that touches anywhere can be used.
        var used = touching == 0 ? 0 : electrons.Count(isUsed => isUsed);
        return new CompositeMicrostructure(
            VoxelConduction.Relative(packing, VoxelPhase.Electrolyte), VoxelConduction.Relative(packing, VoxelPhase.Active),
            surface == 0 ? 0 : (double)touching / surface, all == 0 ? 0 : (double)used / all);
    }

    /// <summary>Voxels of a phase with a path to a plane.</summary>
    private static bool[] Connected(VoxelPacking packing, VoxelPhase phase, bool fromCollector)
    {
        var (found, open, plane) = (new bool[packing.Phases.Length], new Stack<int>(), packing.Edge * packing.Edge);
        var first = fromCollector ? packing.Phases.Length - plane : 0;
        for (var voxel = first; voxel < first + plane; voxel++)
        {
            Visit(voxel);
        }

        while (open.TryPop(out var voxel))
        {
            for (var face = 0; face < 6; face++)
            {
                Visit(packing.Neighbour(voxel, face));
            }
        }

        return found;

        void Visit(int voxel)
        {
            if (voxel >= 0 && !found[voxel] && packing.Phases[voxel] == phase)
            {
                found[voxel] = true;
                open.Push(voxel);
            }
        }
    }
}
