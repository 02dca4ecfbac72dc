using System.Numerics;
using Electrolith.Quantities;

namespace Electrolith.Cells.Dynamics;

/// <summary>
/// The equations of salt, charge and reaction linearised at rest and uniform concentration: per cell a salt balance and, in an
/// electrode, a charge balance, for a current of one through the cell. Under a uniform reaction only the salt is left to solve for.
/// </summary>
internal sealed class SaltImpedance
{
    private const double Faraday = PhysicalConstants.Faraday;
    private readonly CellParameters cell;
    private readonly MeshOptions mesh;
    private readonly double doubleLayer;
    private readonly int first;
    private readonly int last;
    private readonly int size;
    private readonly double[] widths;
    private readonly double[] stores;
    private readonly double[] diffusion;
    private readonly double[] resistance;
    private readonly double[] solid;
    private readonly double[] conductance;
    private readonly double activity;
    private readonly double anions;
    private readonly double layer;
    private readonly double layerActivity;
    private readonly double[] flows;
    private readonly double[] weights;

    public SaltImpedance(CellParameters cell, MeshOptions mesh, double doubleLayer)
    {
        (this.cell, this.mesh, this.doubleLayer) = (cell, mesh, doubleLayer);
        var salt = cell.Salt!;
        int Cells(HostElectrode host) => host.Shape == HostShape.Slab && !mesh.IsSingleParticle ? 1 : mesh.Cells;
        first = cell.Negative is { } negative ? Cells(negative) : 0;
        last = first + mesh.Cells;
        size = last + Cells(cell.Positive);
        double[] New() => new double[size];
        (widths, stores, diffusion, resistance, solid, conductance, flows, weights) = (New(), New(), New(), New(), New(), New(), New(), New());
        var factor = CellDynamicsEquations.Arrhenius(salt.ActivationEnergy, cell.Temperature, cell.ReferenceTemperature);
        var (kappa, mobility) = (Math.Max(salt.Conductivity(salt.InitialConcentration), 1e-9) * factor, Math.Max(salt.Diffusivity(salt.InitialConcentration), 1e-20) * factor);
        anions = 1 - salt.TransferenceNumber;
        activity = 2 * PhysicalConstants.MolarGas * cell.Temperature / Faraday * anions * salt.ThermodynamicFactor / salt.InitialConcentration;
        var separator = cell.Separator.Sum(one => one.Thickness);
        var efficiencies = New();
        for (var k = 0; k < size; k++)
        {
            (widths[k], stores[k], efficiencies[k]) = Host(k) is { } host
                ? (host.Thickness / (k < first ? first : size - last), host.ElectrolyteFraction, host.TransportEfficiency)
                : (separator / mesh.Cells, salt.SeparatorFraction, salt.SeparatorEfficiency);
            stores[k] *= widths[k];
            (flows[k], weights[k]) = k < first ? ((k + 1.0) / first, (k + 1.0) / first) : k < last ? (1, 1) : ((size - 1.0 - k) / (size - last), (size - 1.0 - k) / (size - last));
        }

        for (var k = 0; k < size - 1; k++)
        {
            var (left, right) = (widths[k] / 2 / efficiencies[k], widths[k + 1] / 2 / efficiencies[k + 1]);
            (diffusion[k], resistance[k]) = (mobility / (left + right), (left + right) / kappa);
            var isInside = Host(k) is { } host && ReferenceEquals(host, Host(k + 1));
            solid[k] = isInside ? widths[k] / Host(k)!.ElectronicConductivity : 0;
            conductance[k] = isInside ? 1 / (resistance[k] + solid[k]) : 0;
        }

        var half = widths[0] / 2 / efficiencies[0];
        (layer, layerActivity) = first > 0 ? (0, 0) : (half / kappa, half * activity * anions / (Faraday * mobility));
    }

    private HostElectrode? Host(int k) => k < first ? cell.Negative : k >= last ? cell.Positive : null;

    /// <summary>Impedance, ohm m².</summary>
    /// <param name="omega">rad/s.</param>
    public Complex At(double omega)
    {
        var z = cell.ContactResistance + layer + layerActivity;
        return z + (cell.Anode is { } flat ? CellImpedance.Flat(flat, cell, omega, doubleLayer) : 0) + (mesh.IsSingleParticle ? Uniform(omega) : Resolved(omega));
    }

    /// <summary>Both electrodes react uniformly: the current in the electrolyte is known.</summary>
    private Complex Uniform(double omega)
    {
        Complex z = 0;
        foreach (var host in new[] { cell.Positive, cell.Negative }.OfType<HostElectrode>())
        {
            z += CellImpedance.Electrode(host with { IonicConductivity = 1e30 }, cell, omega, mesh, doubleLayer);
        }

        var (pivots, right) = (new Complex[size], new Complex[size]);
        for (var k = 0; k < size; k++)
        {
            var source = anions / Faraday * ((k < size - 1 ? flows[k] : 0) - (k > 0 ? flows[k - 1] : 0));
            var before = k > 0 ? diffusion[k - 1] / pivots[k - 1] : 0;
            pivots[k] = new Complex(k < size - 1 ? diffusion[k] : 0, omega * stores[k]) + (k > 0 ? diffusion[k - 1] * (1 - before) : 0);
            right[k] = source + (k > 0 ? before * right[k - 1] : 0);
        }

        for (var k = size - 1; k >= 0; k--)
        {
            right[k] = (right[k] + (k < size - 1 ? diffusion[k] * right[k + 1] : 0)) / pivots[k];
        }

        for (var k = 0; k < size - 1; k++)
        {
            z += weights[k] * ((flows[k] * resistance[k]) - (activity * (right[k + 1] - right[k])));
        }

        return z;
    }

    /// <summary>Salt and charge together: a block-tridiagonal system of two unknowns per cell.</summary>
    private Complex Resolved(double omega)
    {
        var admittances = new[] { Admittance(cell.Negative, omega), Admittance(cell.Positive, omega) };
        var solution = new BlockSweep(size);
        for (var k = 0; k < size; k++)
        {
            var row = default(BlockRow);
            row.Diagonal.A = new Complex(0, omega * stores[k]);
            Complex onSalt = 0, onCharge = 0;
            if (k > 0)
            {
                Face(k - 1, -1, ref row.Diagonal, ref row.Below, ref onSalt, ref onCharge);
            }

            if (k < size - 1)
            {
                Face(k, 1, ref row.Diagonal, ref row.Above, ref onSalt, ref onCharge);
            }

            if (Host(k) is null)
            {
                (row.Diagonal.C, row.Diagonal.D, row.Below.C, row.Below.D, row.Above.C, row.Above.D, onCharge) = (0, 1, 0, 0, 0, 0, 0);
            }
            else
            {
                row.Diagonal.D -= admittances[k < first ? 0 : 1] * widths[k];
            }

            solution.Add(k, row, -onSalt, -onCharge);
        }

        var (salt, difference) = solution.Solve();
        var voltage = difference[size - 1] - (first > 0 ? difference[0] : 0) - (widths[size - 1] / 2 / cell.Positive.ElectronicConductivity)
            - (first > 0 ? widths[0] / 2 / cell.Negative!.ElectronicConductivity : 0);
        for (var k = 0; k < size - 1; k++)
        {
            voltage += (activity * (salt[k + 1] - salt[k])) - (Flow(k, salt, difference) * resistance[k]);
        }

        return -voltage;
    }

    private Complex Flow(int k, Complex[] salt, Complex[] difference) =>
        conductance[k] == 0 ? 1 : conductance[k] * (difference[k + 1] - difference[k] + solid[k] + (activity * (salt[k + 1] - salt[k])));

    /// <summary>What a face passes to the balances of the cell before it (sign 1) or behind it (sign −1), as in time.</summary>
    private void Face(int face, double sign, ref Block diagonal, ref Block beside, ref Complex onSalt, ref Complex onCharge)
    {
        var (g, drift) = (conductance[face], anions / Faraday);
        // Balance of salt: −sign (D dc + drift flow); of charge: +sign flow. Own unknowns enter gradients with −sign.
        var bySalt = diffusion[face] + (drift * g * activity);
        diagonal.A += bySalt;
        beside.A -= bySalt;
        diagonal.B += drift * g;
        beside.B -= drift * g;
        onSalt -= sign * drift * (g == 0 ? 1 : g * solid[face]);
        diagonal.C -= g * activity;
        beside.C += g * activity;
        diagonal.D -= g;
        beside.D += g;
        onCharge += sign * (g == 0 ? 1 : g * solid[face]);
    }

    private Complex Admittance(HostElectrode? host, double omega)
    {
        Complex sum = 0;
        foreach (var kind in host?.Kinds ?? [])
        {
            sum += kind.ActiveSurface / CellImpedance.Local(kind, cell, omega, mesh.Shells, doubleLayer);
        }

        return sum;
    }

    private struct Block
    {
        public Complex A;
        public Complex B;
        public Complex C;
        public Complex D;
    }

    private struct BlockRow
    {
        public Block Diagonal;
        public Block Below;
        public Block Above;
    }

    /// <summary>Thomas' algorithm on blocks of two.</summary>
    private sealed class BlockSweep(int size)
    {
        private readonly Block[] upper = new Block[size];
        private readonly Complex[] first = new Complex[size];
        private readonly Complex[] second = new Complex[size];

        public void Add(int k, in BlockRow row, Complex right, Complex lower)
        {
            var pivot = row.Diagonal;
            if (k > 0)
            {
                var (below, before) = (row.Below, upper[k - 1]);
                pivot.A -= (below.A * before.A) + (below.B * before.C);
                pivot.B -= (below.A * before.B) + (below.B * before.D);
                pivot.C -= (below.C * before.A) + (below.D * before.C);
                pivot.D -= (below.C * before.B) + (below.D * before.D);
                right -= (below.A * first[k - 1]) + (below.B * second[k - 1]);
                lower -= (below.C * first[k - 1]) + (below.D * second[k - 1]);
            }

            var determinant = (pivot.A * pivot.D) - (pivot.B * pivot.C);
            var above = row.Above;
            upper[k] = new Block
            {
                A = ((pivot.D * above.A) - (pivot.B * above.C)) / determinant,
                B = ((pivot.D * above.B) - (pivot.B * above.D)) / determinant,
                C = ((pivot.A * above.C) - (pivot.C * above.A)) / determinant,
                D = ((pivot.A * above.D) - (pivot.C * above.B)) / determinant,
            };
            first[k] = ((pivot.D * right) - (pivot.B * lower)) / determinant;
            second[k] = ((pivot.A * lower) - (pivot.C * right)) / determinant;
        }

        public (Complex[] First, Complex[] Second) Solve()
        {
            for (var k = size - 2; k >= 0; k--)
            {
                var (a, b) = (first[k + 1], second[k + 1]);
                first[k] -= (upper[k].A * a) + (upper[k].B * b);
                second[k] -= (upper[k].C * a) + (upper[k].D * b);
            }

            return (first, second);
        }
    }
}
