using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Electrolith.Cells.Dynamics;
using Electrolith.Quantities;

namespace Electrolith.Cells.Files;

/// <summary>Writes cells in the Battery Parameter eXchange format, with what the format has no field for under <c>User-defined</c>.</summary>
/// <remarks>
/// A program that knows only the format sees a liquid cell of transference number 1 and the same conductivities. The extension, all numbers, SI:
/// <c>Single-ion electrolyte</c> (1), <c>Separator layers</c> with <c>Separator layer N thickness [m]</c>, <c>conductivity [S.m-1]</c> and
/// <c>activation energy [J.mol-1]</c>; <c>Positive electrode</c> and <c>Negative electrode</c> each with <c>ionic conductivity [S.m-1]</c>, <c>contact fraction</c>,
/// <c>film resistance [Ohm.m2]</c>, <c>initial stoichiometry</c>, <c>ionic conductivity activation energy [J.mol-1]</c>; a flat anode as
/// <c>Anode potential [V]</c>, <c>Anode exchange-current density [A.m-2]</c>, <c>Anode transfer coefficient</c>, <c>Anode interface resistance [Ohm.m2]</c>,
/// <c>Anode reserve [C.m-2]</c> and <c>Anode activation energy [J.mol-1]</c>, in place of a negative electrode (a half cell); <c>Contact resistance [Ohm.m2]</c>.
/// The area is 1 m².
/// </remarks>
public static class BpxWriter
{
    private const int Points = 401;

    /// <summary>The text of the file.</summary>
    /// <param name="cell">The cell.</param>
    /// <exception cref="ArgumentException">The format cannot hold it: a dense slab, or the salt of a polymer whose coefficients depend on the concentration.</exception>
    public static string Write(CellParameters cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Positive.Shape == HostShape.Slab || cell.Negative?.Shape == HostShape.Slab)
        {
            throw new ArgumentException("a dense slab has no place in BPX, which knows spherical particles only", nameof(cell));
        }

        if (cell.Positive.Kinds.Count() > 1 || cell.Negative?.Kinds.Count() > 1)
        {
            throw new ArgumentException("an electrode of several kinds of particles is not exported: keep the BPX file or the cell file that it came from", nameof(cell));
        }

        if (cell.Positive.TransferCoefficient != 0.5 || cell.Negative is { TransferCoefficient: not 0.5 })
        {
            throw new ArgumentException("BPX has transfer coefficients of one half only", nameof(cell));
        }

        if (cell.Anode?.Voids is not null)
        {
            throw new ArgumentException("voids at the lithium have no place in BPX: take the section out of the cell file to export the cell with its contact whole", nameof(cell));
        }

        if (cell.Salt is not null)
        {
            throw new ArgumentException("salt transport is not exported: keep the BPX file or the cell file that it came from", nameof(cell));
        }

        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteStartObject("Header");
            json.WriteNumber("BPX", 0.4);
            json.WriteString("Title", cell.Name);
            json.WriteString("Description", "Solid-state cell; see User-defined for what the format has no field for.");
            json.WriteString("Model", "DFN");
            json.WriteEndObject();
            json.WriteStartObject("Parameterisation");
            Body(json, cell);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Body(Utf8JsonWriter json, CellParameters cell)
    {
        Section(json, "Cell",
            ("Electrode area [m2]", 1), ("Number of electrode pairs connected in parallel to make a cell", 1), ("Nominal cell capacity [A.h]", cell.NominalCharge / 3600),
            ("Lower voltage cut-off [V]", cell.LowerVoltage), ("Upper voltage cut-off [V]", cell.UpperVoltage), ("Initial temperature [K]", cell.Temperature), ("Ambient temperature [K]", cell.Temperature), ("Reference temperature [K]", cell.ReferenceTemperature));
        var (thickness, resistance) = (cell.Separator.Sum(layer => layer.Thickness), cell.Separator.Sum(layer => layer.Thickness / layer.Conductivity));
        var bulk = resistance > 0 ? thickness / resistance : cell.Positive.IonicConductivity;
        Section(json, "Electrolyte",
            ("Initial concentration [mol.m-3]", 1000), ("Cation transference number", 1), ("Conductivity [S.m-1]", bulk), ("Diffusivity [m2.s-1]", 1e-9), ("Conductivity activation energy [J.mol-1]", cell.Separator.IsEmpty ? 0 : cell.Separator[0].ActivationEnergy));
        Host(json, "Positive electrode", cell.Positive, bulk, isPositive: true);
        if (cell.Negative is { } negative)
        {
            Host(json, "Negative electrode", negative, bulk, isPositive: false);
        }

        Section(json, "Separator", ("Thickness [m]", thickness), ("Porosity", 1), ("Transport efficiency", 1));
        UserDefined(json, cell);
    }

    private static void Host(Utf8JsonWriter json, string name, HostElectrode host, double bulk, bool isPositive)
    {
        var ends = new[] { host.ChargedStoichiometry ?? host.InitialStoichiometry, host.DischargedStoichiometry ?? (isPositive ? 1 : 0) };
        json.WriteStartObject(name);
        Numbers(json,
            ("Particle radius [m]", host.ParticleRadius), ("Thickness [m]", host.Thickness), ("Maximum concentration [mol.m-3]", host.MaximumConcentration), ("Minimum stoichiometry", ends.Min()), ("Maximum stoichiometry", ends.Max()),
            ("Surface area per unit volume [m-1]", 3 * host.ActiveFraction / host.ParticleRadius), ("Porosity", 1 - host.ActiveFraction), ("Transport efficiency", host.IonicConductivity / bulk), ("Conductivity [S.m-1]", host.ElectronicConductivity),
            // Without the extension the whole surface takes part, at the rate of the contacted share.
            ("Reaction rate constant [mol.m-2.s-1]", 2 * host.ExchangeCurrentDensity * host.ContactFraction / PhysicalConstants.Faraday),
            ("Entropic change coefficient [V.K-1]", host.EntropicCoefficient), ("Diffusivity activation energy [J.mol-1]", host.DiffusivityActivationEnergy), ("Reaction rate constant activation energy [J.mol-1]", host.ExchangeActivationEnergy));
        Table(json, "OCP [V]", host.Potential.At);
        if (host.DiffusivityFactor is { } factor)
        {
            Table(json, "Diffusivity [m2.s-1]", x => host.Diffusivity * factor.At(x));
        }
        else
        {
            json.WriteNumber("Diffusivity [m2.s-1]", host.Diffusivity);
        }

        json.WriteEndObject();
    }

    private static void UserDefined(Utf8JsonWriter json, CellParameters cell)
    {
        json.WriteStartObject("User-defined");
        Numbers(json, ("Single-ion electrolyte", 1), ("Contact resistance [Ohm.m2]", cell.ContactResistance), ("Separator layers", cell.Separator.Length));
        for (var layer = 0; layer < cell.Separator.Length; layer++)
        {
            Numbers(json,
                ($"Separator layer {layer + 1} thickness [m]", cell.Separator[layer].Thickness), ($"Separator layer {layer + 1} conductivity [S.m-1]", cell.Separator[layer].Conductivity), ($"Separator layer {layer + 1} activation energy [J.mol-1]", cell.Separator[layer].ActivationEnergy));
        }

        foreach (var (name, host) in new[] { ("Positive electrode", cell.Positive), ("Negative electrode", cell.Negative) })
        {
            if (host is not null)
            {
                Numbers(json,
                    ($"{name} ionic conductivity [S.m-1]", host.IonicConductivity), ($"{name} contact fraction", host.ContactFraction), ($"{name} film resistance [Ohm.m2]", host.FilmResistance),
                    ($"{name} initial stoichiometry", host.InitialStoichiometry), ($"{name} ionic conductivity activation energy [J.mol-1]", host.ConductivityActivationEnergy));
            }
        }

        if (cell.Anode is { } anode)
        {
            Numbers(json,
                ("Anode potential [V]", anode.Potential), ("Anode exchange-current density [A.m-2]", anode.ExchangeCurrentDensity), ("Anode transfer coefficient", anode.TransferCoefficient),
                ("Anode interface resistance [Ohm.m2]", anode.InterfaceResistance), ("Anode activation energy [J.mol-1]", anode.ActivationEnergy));
            if (double.IsFinite(anode.Reserve))
            {
                json.WriteNumber("Anode reserve [C.m-2]", anode.Reserve);
            }
        }

        json.WriteEndObject();
    }

    // Denser towards both ends, where potentials are steep.
    private static void Table(Utf8JsonWriter json, string name, Func<double, double> function)
    {
        var x = Enumerable.Range(0, Points).Select(point => (1 - Math.Cos(Math.PI * point / (Points - 1))) / 2).Select(value => Math.Clamp(value, 1e-6, 1 - 1e-6)).ToArray();
        json.WriteStartObject(name);
        foreach (var (key, values) in new[] { ("x", x), ("y", x.Select(function).ToArray()) })
        {
            json.WriteStartArray(key);
            foreach (var value in values)
            {
                json.WriteNumberValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Section(Utf8JsonWriter json, string name, params (string Name, double Value)[] numbers)
    {
        json.WriteStartObject(name);
        Numbers(json, numbers);
        json.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter json, params (string Name, double Value)[] numbers)
    {
        foreach (var (name, value) in numbers)
        {
            json.WriteNumber(name, value);
        }
    }
}
