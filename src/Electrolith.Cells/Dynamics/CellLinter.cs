using System.Collections.Immutable;

namespace Electrolith.Cells.Dynamics;

/// <summary>A remark on the parameters of a cell.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Message">What is odd, with the numbers.</param>
public sealed record LintFinding(string Id, string Message);

/// <summary>Looks for parameters that can be computed with but do not fit together.</summary>
public static class CellLinter
{
    /// <summary>Everything that is odd about a cell; empty when nothing is.</summary>
    /// <param name="cell">A sound cell.</param>
    public static ImmutableArray<LintFinding> Check(CellParameters cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var findings = ImmutableArray.CreateBuilder<LintFinding>();
        void Add(string id, string message) => findings.Add(new LintFinding(id, message));
        Electrode("cathode", cell.Positive, Add);
        if (cell.Negative is { } negative)
        {
            Electrode("anode", negative, Add);
        }

        Sizes(cell, Add);
        Windows(cell, Add);
        return findings.ToImmutable();
    }

    private static void Electrode(string name, HostElectrode host, Action<string, string> add)
    {
        var number = 1;
        foreach (var kind in host.Kinds)
        {
            Host(number == 1 ? name : $"{name}, particles {number}", kind, add);
            number++;
        }
    }

    private static void Host(string name, HostElectrode host, Action<string, string> add)
    {
        // Crystals of layered oxides hold 4.9e4 to 5.2e4 mol/m3, LiFePO4 2.3e4, graphite 3.1e4, spinels 2.4e4.
        var crystal = host.Potential.Name switch
        {
            "nmc811-chen2020" => ("NMC811 (276 mAh/g at 4.78 g/cm3)", CellEquations.MaximumConcentration(276 * 3600, 4780)),
            "nmc-mohtat2020" => ("NMC622 (277 mAh/g at 4.7 g/cm3)", CellEquations.MaximumConcentration(277 * 3600, 4700)),
            "nca-kim2011" => ("NCA (279 mAh/g at 4.85 g/cm3)", CellEquations.MaximumConcentration(279 * 3600, 4850)),
            "lco-torchio2016" => ("LCO (274 mAh/g at 5.1 g/cm3)", CellEquations.MaximumConcentration(274 * 3600, 5100)),
            "lfp-afshar2017" => ("LFP (170 mAh/g at 3.6 g/cm3)", CellEquations.MaximumConcentration(170 * 3600, 3600)),
            "graphite-chen2020" => ("graphite (372 mAh/g at 2.24 g/cm3)", CellEquations.MaximumConcentration(372 * 3600, 2240)),
            _ => ("", 0.0),
        };
        if (crystal.Item2 > 0 && Math.Abs((host.MaximumConcentration / crystal.Item2) - 1) > 0.1)
        {
            add("maximum-concentration", $"{name}: the maximum concentration of {host.MaximumConcentration:0} mol/m3 is {(host.MaximumConcentration / crystal.Item2 - 1) * 100:+0;-0} % from the {crystal.Item2:0} mol/m3 of a crystal of {crystal.Item1}");
        }

        if (PublishedCurves.Find(host.Potential.Name) is { } curve)
        {
            foreach (var (what, value) in new[] { ("initial", (double?)host.InitialStoichiometry), ("charged", host.ChargedStoichiometry), ("discharged", host.DischargedStoichiometry) })
            {
                if (value is { } filling && (filling < curve.Lowest - 1e-9 || filling > curve.Highest + 1e-9))
                {
                    add("stoichiometry-range", $"{name}: the {what} stoichiometry of {filling:0.###} is outside {curve.Lowest:0.##} to {curve.Highest:0.##}, for which {curve.Id} was fitted");
                }
            }
        }

        for (var index = 1; index <= 100; index++)
        {
            if (host.Potential.At(index / 100.0) > host.Potential.At((index - 1) / 100.0) + 1e-9)
            {
                add("potential-rises", $"{name}: the open-circuit potential rises with filling near a stoichiometry of {index / 100.0:0.##}; it must fall for a stable host");
                break;
            }
        }

        if (host.ActiveFraction > 0.95 && host.Shape == HostShape.Sphere)
        {
            add("fractions", $"{name}: {host.ActiveFraction * 100:0.#} vol% of active material leave no room for electrolyte");
        }

        if (host.ContactFraction < 0.05)
        {
            add("contact", $"{name}: only {host.ContactFraction * 100:0.#} % of the particle surface is contacted; measured shares are 10 to 100 %");
        }
    }

    private static void Sizes(CellParameters cell, Action<string, string> add)
    {
        void Size(string name, double value, double low, double high, string unit, double scale)
        {
            if (value < low || value > high)
            {
                add("unit-slip", $"{name} is {value * scale:G4} {unit}; usual are {low * scale:G3} to {high * scale:G3} {unit} - is the unit right?");
            }
        }

        Size("the cathode thickness", cell.Positive.Thickness, 1e-7, 5e-4, "um", 1e6);
        Size("the particle radius of the cathode", cell.Positive.ParticleRadius, 1e-8, 3e-5, "um", 1e6);
        Size("the diffusivity in the cathode", cell.Positive.Diffusivity, 1e-19, 1e-11, "m2/s", 1);
        // A billion S/m stands for an electrode without resistance, as single-particle parameter sets have it.
        if (cell.Positive.IonicConductivity < 1e9)
        {
            Size("the effective ionic conductivity of the cathode", cell.Positive.IonicConductivity, 1e-6, 3, "mS/cm", 10);
        }

        foreach (var layer in cell.Separator)
        {
            Size("the separator thickness", layer.Thickness, 1e-7, 2e-3, "um", 1e6);
            Size("the separator conductivity", layer.Conductivity, 1e-5, 5, "mS/cm", 10);
        }
    }

    private static void Windows(CellParameters cell, Action<string, string> add)
    {
        if (cell.UpperVoltage <= cell.LowerVoltage)
        {
            add("voltage-window", $"the upper voltage of {cell.UpperVoltage:0.###} V is not above the lower one of {cell.LowerVoltage:0.###} V");
        }

        var anode = cell.Anode?.Potential ?? cell.Negative!.Potential.At(cell.Negative.InitialStoichiometry);
        var start = cell.Positive.Potential.At(cell.Positive.InitialStoichiometry) - anode;
        if (start > cell.UpperVoltage + 0.01 || start < cell.LowerVoltage)
        {
            add("start-outside-window", $"at rest the cell starts at {start:0.###} V, outside its window of {cell.LowerVoltage:0.###} to {cell.UpperVoltage:0.###} V");
        }

        var window = cell.WindowCharge;
        if (window > 0 && Math.Abs((cell.NominalCharge / window) - 1) > 0.25)
        {
            add("nominal-capacity", $"the nominal capacity of {cell.NominalCharge / 36000:0.###} mAh/cm2 is {(cell.NominalCharge / window - 1) * 100:+0;-0} % from the {window / 36000:0.###} mAh/cm2 that the cathode passes between its stoichiometries");
        }

        if (cell.Negative is { } negative)
        {
            var ratio = negative.FullCharge / Math.Max(window, 1e-9);
            if (ratio is < 1 or > 2)
            {
                add("n-to-p", $"the anode holds {ratio:0.##} times what the cathode passes; usual are 1.05 to 1.2{(ratio < 1 ? ", below 1 lithium is plated" : "")}");
            }
        }
        else if (cell.Anode is { } flat && double.IsFinite(flat.Reserve) && flat.Reserve < window * 0.999)
        {
            add("lithium-reserve", $"the anode has {flat.Reserve / 36000:0.###} mAh/cm2 to strip, less than the {window / 36000:0.###} mAh/cm2 that the cathode takes");
        }
    }
}
