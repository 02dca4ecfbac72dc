using Electrolith.Numerics.DifferentialEquations;
using Electrolith.Quantities;

namespace Electrolith.Cells.Dynamics;

/// <summary>
/// The plain twin of the fast model: a composite cathode against a flat anode with every unknown written out (shells, both
/// potentials, local currents), to be solved with general methods. Slow, isothermal, constant current; it exists so that the fast
/// model can be compared with it.
/// </summary>
public sealed class BasicCell : IDifferentialAlgebraicSystem
{
    private readonly CellParameters cell;
    private readonly double current;
    private readonly int cells;
    private readonly int shells;
    private readonly double tolerance;

    /// <summary>Writes out a cell.</summary>
    /// <param name="cell">Cathode of spheres with constant diffusivity, flat anode with transfer coefficient one half.</param>
    /// <param name="mesh">Fineness.</param>
    /// <param name="current">A/m², positive on discharge.</param>
    /// <param name="tolerance">Of the stoichiometries.</param>
    public BasicCell(CellParameters cell, MeshOptions mesh, double current, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(mesh);
        (this.cell, this.current, cells, shells, this.tolerance) = (cell, current, mesh.Cells, mesh.Shells, tolerance);
    }

    /// <inheritdoc/>
    public int Size => cells * (shells + 3);

    /// <inheritdoc/>
    public double Mass(int index) => index < cells * shells ? 1 : 0;

    /// <inheritdoc/>
    public double Tolerance(int index) => index < cells * shells ? tolerance : double.PositiveInfinity;

    /// <summary>State at the start, with a guess of the algebraic unknowns.</summary>
    public double[] Start()
    {
        var state = new double[Size];
        Array.Fill(state, cell.Positive.InitialStoichiometry, 0, cells * shells);
        Array.Fill(state, cell.Positive.Potential.Exact(cell.Positive.InitialStoichiometry), cells * shells, cells);
        Array.Fill(state, current / (cell.Positive.ActiveSurface * cell.Positive.Thickness), cells * (shells + 2), cells);
        return state;
    }

    /// <summary>Voltage, V.</summary>
    /// <param name="state">A state.</param>
    public double Voltage(ReadOnlySpan<double> state) =>
        state[(cells * (shells + 1)) - 1] - (current * (cell.ContactResistance + (cell.Positive.Thickness / cells / 2 / cell.Positive.ElectronicConductivity)));

    /// <inheritdoc/>
    public void Rates(double time, ReadOnlySpan<double> state, Span<double> rates)
    {
        var (host, width) = (cell.Positive, cell.Positive.Thickness / cells);
        var solid = state.Slice(cells * shells, cells);
        var electrolyte = state.Slice(cells * (shells + 1), cells);
        var reaction = state.Slice(cells * (shells + 2), cells);
        var thermal = PhysicalConstants.MolarGas * cell.Temperature / PhysicalConstants.Faraday;
        var anode = cell.Anode!;
        var atFace = -anode.Potential - (2 * thermal * Math.Asinh(current / (2 * anode.ExchangeCurrentDensity)))
            - (current * (anode.InterfaceResistance + cell.Separator.Sum(layer => layer.Thickness / layer.Conductivity)));
        for (var i = 0; i < cells; i++)
        {
            var source = host.ActiveSurface * width * reaction[i];
            var ionIn = i == 0 ? host.IonicConductivity * (atFace - electrolyte[0]) / (width / 2) : host.IonicConductivity * (electrolyte[i - 1] - electrolyte[i]) / width;
            var ionOut = i == cells - 1 ? 0 : host.IonicConductivity * (electrolyte[i] - electrolyte[i + 1]) / width;
            var solidIn = i == 0 ? 0 : host.ElectronicConductivity * (solid[i - 1] - solid[i]) / width;
            var solidOut = i == cells - 1 ? current : host.ElectronicConductivity * (solid[i] - solid[i + 1]) / width;
            rates[(cells * shells) + i] = ionIn - ionOut - source;
            rates[(cells * (shells + 1)) + i] = solidIn - solidOut + source;
            var surface = Shells(state[(i * shells)..((i + 1) * shells)], reaction[i], rates[(i * shells)..((i + 1) * shells)]);
            var exchange = 2 * host.ExchangeCurrentDensity * Math.Sqrt(surface * (1 - surface));
            var drive = solid[i] - electrolyte[i] - host.Potential.Exact(surface) + (reaction[i] * host.FilmResistance);
            rates[(cells * (shells + 2)) + i] = reaction[i] + (2 * exchange * Math.Sinh(drive / (2 * thermal)));
        }
    }

    /// <summary>Rates of the shells of one particle.</summary>
    /// <returns>Stoichiometry at the surface.</returns>
    private double Shells(ReadOnlySpan<double> filling, double reaction, Span<double> rates)
    {
        var host = cell.Positive;
        var thickness = host.ParticleRadius / shells;
        var flux = host.ContactFraction * reaction / (PhysicalConstants.Faraday * host.MaximumConcentration);
        for (var k = 0; k < shells; k++)
        {
            double inner = k * thickness, outer = (k + 1) * thickness;
            var entering = k == shells - 1 ? flux : host.Diffusivity * (filling[k + 1] - filling[k]) / thickness;
            var leaving = k == 0 ? 0 : host.Diffusivity * (filling[k] - filling[k - 1]) / thickness;
            rates[k] = 3 * ((outer * outer * entering) - (inner * inner * leaving)) / ((outer * outer * outer) - (inner * inner * inner));
        }

        return filling[shells - 1] + (flux * thickness / 2 / host.Diffusivity);
    }
}
