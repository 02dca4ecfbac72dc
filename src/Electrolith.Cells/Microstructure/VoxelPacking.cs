using Electrolith.Numerics;

namespace Electrolith.Cells.Microstructure;

/// <summary>What fills a voxel.</summary>
public enum VoxelPhase : byte
{
    /// <summary>Nothing.</summary>
    Pore,

    /// <summary>Solid electrolyte.</summary>
    Electrolyte,

    /// <summary>Active material.</summary>
    Active,
}

/// <summary>A random composite electrode to be built, in voxels.</summary>
public sealed record PackingOptions
{
    /// <summary>Volume fraction of active material, from 0 to 1.</summary>
    public required double ActiveFraction { get; init; }

    /// <summary>Volume fraction of electrolyte; what is left is pores.</summary>
    public required double ElectrolyteFraction { get; init; }

    /// <summary>Diameter of the active particles, voxels; 1 for single voxels. Eight resolve a sphere's surface to a few per cent.</summary>
    public double ActiveDiameter { get; init; } = 8;

    /// <summary>Diameter of the electrolyte particles, voxels.</summary>
    public double ElectrolyteDiameter { get; init; } = 4;

    /// <summary>Voxels along each edge: five active particles, below which the scatter between seeds exceeds a tenth.</summary>
    public int Voxels { get; init; } = 40;

    /// <summary>Seed of the packing.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>
/// A cube of voxels: spheres of active material, then of electrolyte in what they left, at random places until the fractions are
/// met. Periodic across the electrode; plane 0 is the separator, the last one the collector. Spheres may overlap, as pressed ones do.
/// </summary>
public sealed class VoxelPacking
{
    private readonly VoxelPhase[] phases;

    private VoxelPacking(VoxelPhase[] phases, int edge) => (this.phases, Edge) = (phases, edge);

    /// <summary>Voxels along each edge.</summary>
    public int Edge { get; }

    /// <summary>Phases, plane after plane from the separator.</summary>
    public ReadOnlySpan<VoxelPhase> Phases => phases;

    /// <summary>Builds a packing.</summary>
    /// <param name="options">Fractions and sizes.</param>
    /// <exception cref="ArgumentException">The fractions do not fit into the volume, or a size makes no sense.</exception>
    public static VoxelPacking Random(PackingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Voxels, 4, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Voxels, 200, nameof(options));
        if (!(options.ActiveFraction >= 0 && options.ElectrolyteFraction >= 0 && options.ActiveFraction + options.ElectrolyteFraction <= 1 + 1e-12)
            || !(options.ActiveDiameter >= 1 && options.ElectrolyteDiameter >= 1))
        {
            throw new ArgumentException($"fractions {options.ActiveFraction} and {options.ElectrolyteFraction} must fit into one, diameters must be a voxel at least", nameof(options));
        }

        var packing = new VoxelPacking(new VoxelPhase[options.Voxels * options.Voxels * options.Voxels], options.Voxels);
        var stream = new RandomStream(options.Seed);
        packing.Fill(VoxelPhase.Active, options.ActiveFraction, options.ActiveDiameter, stream.Fork("active"));
        packing.Fill(VoxelPhase.Electrolyte, options.ElectrolyteFraction, options.ElectrolyteDiameter, stream.Fork("electrolyte"));
        return packing;
    }

    /// <summary>A packing with given phases, plane after plane from the separator.</summary>
    /// <param name="edge">Voxels along each edge.</param>
    /// <param name="phase">Phase at plane, row and column.</param>
    public static VoxelPacking Of(int edge, Func<int, int, int, VoxelPhase> phase)
    {
        ArgumentNullException.ThrowIfNull(phase);
        var given = new VoxelPhase[edge * edge * edge];
        for (var index = 0; index < given.Length; index++)
        {
            given[index] = phase(index / (edge * edge), index / edge % edge, index % edge);
        }

        return new VoxelPacking(given, edge);
    }

    private void Fill(VoxelPhase phase, double fraction, double diameter, RandomStream stream)
    {
        var missing = (int)Math.Round(fraction * phases.Length);
        var (radius, reach) = (diameter / 2, (int)Math.Ceiling(diameter / 2));
        // Most spheres fall on what is taken when little is left; the rest is then filled in order from a random voxel.
        for (var attempt = 0; attempt < 40 * phases.Length && missing > 0; attempt++)
        {
            double x = stream.NextDouble() * Edge, y = stream.NextDouble() * Edge, z = stream.NextDouble() * Edge;
            for (var plane = (int)x - reach; plane <= (int)x + reach && missing > 0; plane++)
            {
                for (var row = (int)y - reach; row <= (int)y + reach; row++)
                {
                    for (var column = (int)z - reach; column <= (int)z + reach; column++)
                    {
                        double a = plane + 0.5 - x, b = row + 0.5 - y, c = column + 0.5 - z;
                        var isInside = diameter <= 1 ? plane == (int)x && row == (int)y && column == (int)z : (a * a) + (b * b) + (c * c) <= radius * radius;
                        if (isInside && plane >= 0 && plane < Edge && missing > 0 && phases[At(plane, row, column)] == VoxelPhase.Pore)
                        {
                            phases[At(plane, row, column)] = phase;
                            missing--;
                        }
                    }
                }
            }
        }

        for (var index = 0; index < phases.Length && missing > 0; index++)
        {
            if (phases[index] == VoxelPhase.Pore)
            {
                phases[index] = phase;
                missing--;
            }
        }
    }

    private int At(int plane, int row, int column) => (((plane * Edge) + Wrap(row)) * Edge) + Wrap(column);

    private int Wrap(int index) => ((index % Edge) + Edge) % Edge;

    /// <summary>Neighbour of a voxel, or -1 beyond the separator or the collector.</summary>
    /// <param name="index">Voxel.</param>
    /// <param name="face">0 and 1 towards separator and collector, 2 to 5 across.</param>
    internal int Neighbour(int index, int face)
    {
        var (plane, row, column) = (index / (Edge * Edge), index / Edge % Edge, index % Edge);
        return face switch
        {
            0 => plane == 0 ? -1 : index - (Edge * Edge),
            1 => plane == Edge - 1 ? -1 : index + (Edge * Edge),
            2 => At(plane, row - 1, column),
            3 => At(plane, row + 1, column),
            4 => At(plane, row, column - 1),
            _ => At(plane, row, column + 1),
        };
    }
}
