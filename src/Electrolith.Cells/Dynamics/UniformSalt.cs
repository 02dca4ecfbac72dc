using Electrolith.Quantities;

namespace Electrolith.Cells.Dynamics;

/// <summary>
/// Salt in the electrolyte of the single-particle model: the reaction is uniform over each electrode, so that the current in the
/// electrolyte is known and the concentrations of a stage are linear in the current of the cell.
/// </summary>
internal sealed class UniformSalt
{
    private const double Faraday = PhysicalConstants.Faraday;
    private readonly CellParameters cell;
    private readonly SaltElectrolyte salt;
    private readonly int first;
    private readonly int last;
    private readonly double[] widths;
    private readonly double[] fractions;
    private readonly double[] efficiencies;
    private readonly double[] flows;
    private readonly double[] weights;
    private readonly double[] diffusion;
    private readonly double[] activities;
    private readonly double[] start;
    private readonly double[] answer;
    private readonly double[] pivots;
    private double firstLayer;
    private double firstActivity;

    public UniformSalt(CellParameters cell, int cells)
    {
        (this.cell, salt) = (cell, cell.Salt!);
        first = cell.Negative is null ? 0 : cells;
        last = first + cells;
        Size = last + cells;
        double[] New() => new double[Size];
        (widths, fractions, efficiencies, flows, weights) = (New(), New(), New(), New(), New());
        (diffusion, activities, start, answer, pivots) = (New(), New(), New(), New(), New());
        var separator = cell.Separator.Sum(layer => layer.Thickness);
        for (var k = 0; k < Size; k++)
        {
            var host = k < first ? cell.Negative : k >= last ? cell.Positive : null;
            (widths[k], fractions[k], efficiencies[k]) = host is null
                ? (separator / cells, salt.SeparatorFraction, salt.SeparatorEfficiency)
                : (host.Thickness / cells, host.ElectrolyteFraction, host.TransportEfficiency);
            // Behind cell k: share of the current that the electrolyte carries, and share of the mean potentials that the face counts in.
            (flows[k], weights[k]) = k < first ? ((k + 1.0) / cells, (k + 1.0) / cells) : k < last ? (1, 1) : ((Size - 1.0 - k) / cells, (Size - 1.0 - k) / cells);
        }
    }

    /// <summary>Cells through all regions.</summary>
    public int Size { get; }

    /// <summary>Ohmic resistance of the electrolyte between the mean potentials of the electrodes, ohm m².</summary>
    public double Resistance { get; private set; }

    /// <summary>Of it the part in the positive electrode, in the separator and in the negative electrode, ohm m².</summary>
    public (double Positive, double Separator, double Negative) Shares { get; private set; }

    /// <summary>Voltage of the concentration differences without current, V.</summary>
    public double Offset { get; private set; }

    /// <summary>What a current adds to it, ohm m², in the same time step.</summary>
    public double Slope { get; private set; }

    /// <summary>Mean factor of the exchange current at the positive electrode.</summary>
    public double PositiveFactor { get; private set; }

    /// <summary>Mean factor at the negative electrode, or at the face of a flat anode.</summary>
    public double NegativeFactor { get; private set; }

    /// <summary>Width of a cell, m.</summary>
    public double Width(int k) => widths[k];

    /// <summary>Salt per area, mol/m².</summary>
    public double Total(ReadOnlySpan<double> concentrations)
    {
        var sum = 0.0;
        for (var k = 0; k < Size; k++)
        {
            sum += fractions[k] * widths[k] * concentrations[k];
        }

        return sum;
    }

    /// <summary>Begins a stage: coefficients at the predicted concentrations, then concentrations as a function of the current.</summary>
    public void Begin(double coefficient, ReadOnlySpan<double> basis, ReadOnlySpan<double> predicted, double temperature)
    {
        Coefficients(predicted, temperature);
        var drift = coefficient * (1 - salt.TransferenceNumber) / Faraday;
        var answering = 0.0;
        for (var k = 0; k < Size; k++)
        {
            var store = fractions[k] * widths[k];
            var link = k < Size - 1 ? coefficient * diffusion[k] : 0;
            var before = k > 0 ? coefficient * diffusion[k - 1] / pivots[k - 1] : 0;
            answering = store + (before * answering);
            pivots[k] = answering + link;
            start[k] = (store * basis[k]) + (k > 0 ? before * start[k - 1] : 0);
            answer[k] = (drift * ((k < Size - 1 ? flows[k] : 0) - (k > 0 ? flows[k - 1] : 0))) + (k > 0 ? before * answer[k - 1] : 0);
        }

        for (var k = Size - 1; k >= 0; k--)
        {
            var link = k < Size - 1 ? coefficient * diffusion[k] : 0;
            start[k] = (start[k] + (k < Size - 1 ? link * start[k + 1] : 0)) / pivots[k];
            answer[k] = (answer[k] + (k < Size - 1 ? link * answer[k + 1] : 0)) / pivots[k];
        }

        (Offset, Slope) = (0, -firstActivity);
        for (var k = 0; k < Size - 1; k++)
        {
            Offset += weights[k] * activities[k] * (start[k + 1] - start[k]);
            Slope += weights[k] * activities[k] * (answer[k + 1] - answer[k]);
        }
    }

    /// <summary>Ends a stage.</summary>
    /// <returns>False when salt has run out somewhere.</returns>
    public bool Finish(double current, Span<double> concentrations)
    {
        var isPositive = true;
        for (var k = 0; k < Size; k++)
        {
            concentrations[k] = start[k] + (answer[k] * current);
            isPositive &= concentrations[k] > 0;
        }

        return isPositive;
    }

    private void Coefficients(ReadOnlySpan<double> predicted, double temperature)
    {
        var factor = CellDynamicsEquations.Arrhenius(salt.ActivationEnergy, temperature, cell.ReferenceTemperature);
        var activity = 2 * PhysicalConstants.MolarGas * temperature / Faraday * (1 - salt.TransferenceNumber) * salt.ThermodynamicFactor;
        double atPositive = 0, atNegative = 0, inPositive = 0, inSeparator = 0, inNegative = 0;
        double Concentration(ReadOnlySpan<double> all, int k) => Math.Max(all[k], 1e-6 * salt.InitialConcentration);
        double Conductivity(double c, int k) => Math.Max(salt.Conductivity(c), 1e-9) * efficiencies[k] * factor;
        double Diffusivity(double c, int k) => Math.Max(salt.Diffusivity(c), 1e-20) * efficiencies[k] * factor;
        for (var k = 0; k < Size; k++)
        {
            var here = Concentration(predicted, k);
            var root = Math.Sqrt(here / salt.InitialConcentration);
            atNegative += k < first ? root / first : 0;
            atPositive += k >= last ? root / (Size - last) : 0;
            var (half, kappa, mobility) = (widths[k] / 2, Conductivity(here, k), Diffusivity(here, k));
            if (k == 0)
            {
                (firstLayer, firstActivity) = first > 0 ? (0, 0) : (half / kappa, half * activity / here * (1 - salt.TransferenceNumber) / (Faraday * mobility));
                atNegative += first > 0 ? 0 : root;
                inSeparator += firstLayer;
            }

            if (k == Size - 1)
            {
                break;
            }

            var (next, ahead) = (Concentration(predicted, k + 1), widths[k + 1] / 2);
            var (kappaNext, mobilityNext) = (Conductivity(next, k + 1), Diffusivity(next, k + 1));
            diffusion[k] = 1 / ((half / mobility) + (ahead / mobilityNext));
            activities[k] = activity / (((ahead * here) + (half * next)) / (half + ahead));
            // The face between two regions counts half a cell in each.
            var (left, right) = (flows[k] * weights[k] * half / kappa, flows[k] * weights[k] * ahead / kappaNext);
            _ = k < first ? inNegative += left : k < last ? inSeparator += left : inPositive += left;
            _ = k + 1 < first ? inNegative += right : k + 1 < last ? inSeparator += right : inPositive += right;
        }

        (PositiveFactor, NegativeFactor) = (atPositive, atNegative);
        Resistance = inPositive + inSeparator + inNegative;
        Shares = (inPositive, inSeparator, inNegative);
    }
}
