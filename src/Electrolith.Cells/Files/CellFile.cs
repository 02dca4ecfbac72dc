using System.Collections.Immutable;
using Electrolith.Cells.Dynamics;
using Electrolith.Materials.Documents;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cells.Files;

/// <summary>A cell as a file describes it: parameters, fineness and the protocol to run.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Mesh">Fineness.</param>
/// <param name="Protocol">What to run by default.</param>
/// <param name="Ageing">How it ages.</param>
public sealed record CellFile(CellParameters Cell, MeshOptions Mesh, Protocol Protocol, AgeingLaws Ageing)
{
    /// <summary>First line of every cell file.</summary>
    public const string Format = "electrolith-cell/1";

    private static readonly string[] AnodeTypes = ["lithium", "anode-free", "lithium-indium", "composite"];

    /// <summary>Reads a cell file.</summary>
    /// <param name="path">Path.</param>
    /// <param name="bag">Receives every problem.</param>
    /// <returns>The cell; null when there were errors.</returns>
    public static CellFile? Load(string path, DiagnosticBag bag) => DocumentFile.Load(path, bag) is { } source ? Read(source, bag) : null;

    /// <summary>Reads the text of a cell file, of a BPX file or of a BattMo file.</summary>
    /// <param name="source">The text.</param>
    /// <param name="bag">Receives every problem.</param>
    /// <returns>The cell; null when there were errors.</returns>
    public static CellFile? Read(SourceText source, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(bag);
        if (source.Content.AsSpan().TrimStart() is ['{', ..] && source.Content.Contains("\"Parameterisation\"", StringComparison.Ordinal))
        {
            return BpxFile.Read(source, bag) is { } exchanged ? new CellFile(exchanged, new MeshOptions(), Protocol.Discharge(1), new AgeingLaws()) : null;
        }

        if (BattMoFile.IsOne(source.Content))
        {
            return BattMoFile.Read(source, bag) is { } foreign ? new CellFile(foreign, new MeshOptions(), Protocol.Discharge(1), new AgeingLaws()) : null;
        }

        var root = YamlReader.Read(source, bag);
        if (root is not DocumentMap map)
        {
            if (!bag.HasErrors)
            {
                bag.Add(new Diagnostic("EL2300", Severity.Error, source, new SourceSpan(1, 1, 1), "", "a cell file is a map of fields", "begin from examples/cells/li6ps5cl-nmc811.yaml"));
            }

            return null;
        }

        var fields = new FieldReader(map, "", bag);
        if (fields.Text("format") is not { Text: Format })
        {
            fields.Problem("EL2300", map.Entries.IsEmpty ? map.Span : map.Entries[0].Key.Span, "format", $"a cell file begins with format: {Format}", null);
        }

        var file = ReadBody(fields, bag);
        fields.Close();
        if (!bag.HasErrors && CellCheck.Problems(file.Cell) is { Count: > 0 } problems)
        {
            foreach (var problem in problems)
            {
                bag.Add(new Diagnostic("EL2304", Severity.Error, source, map.Span, "", problem, Hint: null));
            }
        }

        return bag.HasErrors ? null : file;
    }

    private static CellFile ReadBody(FieldReader fields, DiagnosticBag bag)
    {
        var cathode = fields.Section("cathode", isRequired: true);
        var positive = cathode is null ? ReferenceCells.SulfideLithium.Positive : Host(cathode);
        var nominal = fields.Quantity("nominal-capacity", QuantityKinds.ArealCapacity, WindowCharge(positive), 1e-9, 1e9);
        var cell = ReferenceCells.SulfideLithium with
        {
            Name = fields.Text("name")?.Text ?? "cell",
            Positive = positive,
            Separator = Separator(fields, bag),
            NominalCharge = nominal,
            ContactResistance = fields.Quantity("contact-resistance", QuantityKinds.AreaSpecificResistance, 0, 0),
            Temperature = fields.Quantity("temperature", QuantityKinds.Temperature, PhysicalConstants.RoomTemperature, 50, 2000),
            ReferenceTemperature = fields.Quantity("reference-temperature", QuantityKinds.Temperature, PhysicalConstants.RoomTemperature, 50, 2000),
        };
        cell = Anode(fields, cell, positive);
        if (fields.Section("voltage", isRequired: false) is { } voltage)
        {
            cell = cell with { LowerVoltage = voltage.Quantity("lower", QuantityKinds.Voltage, cell.LowerVoltage), UpperVoltage = voltage.Quantity("upper", QuantityKinds.Voltage, cell.UpperVoltage) };
            voltage.Close();
        }

        cell = cell with { Salt = Salt(fields, cell.Separator) };
        if (fields.Section("heat", isRequired: false) is { } heat)
        {
            // Per area: W/(m2 K) and J/(m2 K) are plain numbers in SI here.
            cell = cell with { Heat = new HeatBalance(heat.Quantity("capacity", QuantityKinds.Dimensionless, null, 1e-9, 1e12), heat.Quantity("transfer", QuantityKinds.Dimensionless, 10, 0, 1e9)) };
            heat.Close();
        }

        var mesh = new MeshOptions();
        if (fields.Section("mesh", isRequired: false) is { } fineness)
        {
            mesh = mesh with { Cells = fineness.Count("cells", mesh.Cells, 1, 2000), Shells = fineness.Count("shells", mesh.Shells, 2, 2000) };
            fineness.Close();
        }

        return new CellFile(cell, mesh, ReadProtocol(fields), ReadAgeing(fields));
    }

    /// <summary>Salt of a polymer or hybrid electrolyte; its conductivity is that of the separator.</summary>
    private static SaltElectrolyte? Salt(FieldReader fields, ImmutableArray<SeparatorLayer> layers)
    {
        if (fields.Section("salt", isRequired: false) is not { } salt)
        {
            return null;
        }

        if (layers.Length != 1)
        {
            salt.Problem("EL2305", salt.Map.Span, "salt", "salt transport is for a separator of one layer", null);
        }

        var concentration = salt.Quantity("concentration", QuantityKinds.Concentration, 1000, 1, 1e5);
        var diffusivity = salt.Quantity("diffusivity", QuantityKinds.Diffusivity, null, 1e-20, 1e-6);
        var conductivity = layers.IsEmpty ? 1 : layers[0].Conductivity;
        var electrolyte = new SaltElectrolyte
        {
            InitialConcentration = concentration,
            TransferenceNumber = salt.Quantity("transference-number", QuantityKinds.Dimensionless, null, 0, 1),
            ThermodynamicFactor = salt.Quantity("thermodynamic-factor", QuantityKinds.Dimensionless, 1, 1e-3, 100),
            Diffusivity = _ => diffusivity,
            // Constant: measured dependences on the concentration differ in sign between electrolytes.
            Conductivity = _ => conductivity,
            ActivationEnergy = layers.IsEmpty ? 0 : layers[0].ActivationEnergy,
        };
        salt.Close();
        return electrolyte;
    }

    private static double WindowCharge(HostElectrode host) =>
        Math.Abs(host.Kinds.Sum(kind => host.ChargeOf(kind) * ((kind.DischargedStoichiometry ?? 0.9) - (kind.ChargedStoichiometry ?? kind.InitialStoichiometry))));

    private static HostElectrode Host(FieldReader fields)
    {
        var isSlab = fields.Text("shape") is { Text: "slab" };
        var thickness = fields.Quantity("thickness", QuantityKinds.Length, null, 1e-9, 1);
        var structure = MicrostructureSection.Read(fields);
        var ionic = structure is not null ? structure.Ionic : fields.Has("ionic-conductivity") || !fields.Has("electrolyte-conductivity")
            ? fields.Quantity("ionic-conductivity", QuantityKinds.Conductivity, isSlab ? 1 : null, 1e-12, 1e9)
            : fields.Quantity("electrolyte-conductivity", QuantityKinds.Conductivity, null, 1e-12, 1e9) * fields.Quantity("electrolyte-fraction", QuantityKinds.VolumeFraction, null, 1e-6, 1)
                / fields.Quantity("tortuosity-factor", QuantityKinds.Dimensionless, null, 1, 1e6);
        var (fraction, tortuosity) = fields.Has("electrolyte-fraction")
            ? (fields.Quantity("electrolyte-fraction", QuantityKinds.VolumeFraction, null, 1e-6, 1), fields.Quantity("tortuosity-factor", QuantityKinds.Dimensionless, null, 1, 1e6)) : (1, 1);
        var host = Particles(fields, isSlab, thickness) with
        {
            Shape = isSlab ? HostShape.Slab : HostShape.Sphere,
            Thickness = thickness,
            IonicConductivity = ionic,
            ElectrolyteFraction = fraction,
            TransportEfficiency = fraction / tortuosity,
            ElectronicConductivity = structure is not null ? structure.Electronic : fields.Quantity("electronic-conductivity", QuantityKinds.Conductivity, isSlab ? 1 : null, 1e-12, 1e12),
            ConductivityActivationEnergy = fields.Quantity("conductivity-activation-energy", QuantityKinds.MolarEnergy, 0, 0, 1e6),
            Others = Others(fields, thickness),
        };
        if (host.Others.Length > 0 && (isSlab || structure is not null))
        {
            fields.Problem("EL2305", fields.Map.Span, "further-particles", $"further kinds of particles do not go with {(isSlab ? "a slab" : "a microstructure section, which packs one kind")}", null);
        }

        fields.Close();
        return structure?.Apply(host) ?? host;
    }

    /// <summary>Further kinds of particles in the same electrode.</summary>
    private static ImmutableArray<HostElectrode> Others(FieldReader fields, double thickness)
    {
        if (fields.Node("further-particles") is not { } node)
        {
            return [];
        }

        var kinds = ImmutableArray.CreateBuilder<HostElectrode>();
        foreach (var item in node is DocumentSequence list ? list.Items : [node])
        {
            if (item is not DocumentMap map)
            {
                fields.Problem("EL2303", item.Span, "further-particles", $"a list of maps is expected, not {item.Describe}", "each with active-fraction, particle-radius, diffusivity, potential and so on");
                continue;
            }

            var reader = fields.Nested(map, $"further-particles[{kinds.Count}]");
            kinds.Add(Particles(reader, isSlab: false, thickness));
            reader.Close();
        }

        return kinds.ToImmutable();
    }

    private static HostElectrode Particles(FieldReader fields, bool isSlab, double thickness)
    {
        var initial = fields.Quantity("initial-stoichiometry", QuantityKinds.Fraction, null, 0, 1);
        return new HostElectrode
        {
            Thickness = thickness,
            IonicConductivity = 1,
            ElectronicConductivity = 1,
            ActiveFraction = fields.Quantity("active-fraction", QuantityKinds.VolumeFraction, isSlab ? 1 : null, 1e-6, 1),
            ParticleRadius = fields.Quantity("particle-radius", QuantityKinds.Length, isSlab ? thickness : null, 1e-10, 1),
            ContactFraction = fields.Quantity("contact-fraction", QuantityKinds.Fraction, 1, 1e-6, 1),
            Diffusivity = fields.Quantity("diffusivity", QuantityKinds.Diffusivity, null, 1e-30, 1),
            MaximumConcentration = fields.Quantity("maximum-concentration", QuantityKinds.Concentration, null, 1, 1e9),
            InitialStoichiometry = initial,
            ChargedStoichiometry = fields.Has("charged-stoichiometry") ? fields.Quantity("charged-stoichiometry", QuantityKinds.Fraction, null, 0, 1) : null,
            DischargedStoichiometry = fields.Has("discharged-stoichiometry") ? fields.Quantity("discharged-stoichiometry", QuantityKinds.Fraction, null, 0, 1) : null,
            Potential = Potential(fields),
            ExchangeCurrentDensity = fields.Quantity("exchange-current-density", QuantityKinds.CurrentDensity, null, 1e-12, 1e12),
            TransferCoefficient = fields.Quantity("transfer-coefficient", QuantityKinds.Dimensionless, 0.5, 0.01, 0.99),
            FilmResistance = fields.Quantity("film-resistance", QuantityKinds.AreaSpecificResistance, 0, 0),
            DiffusivityActivationEnergy = fields.Quantity("diffusivity-activation-energy", QuantityKinds.MolarEnergy, 0, 0, 1e6),
            ExchangeActivationEnergy = fields.Quantity("exchange-activation-energy", QuantityKinds.MolarEnergy, 0, 0, 1e6),
        };
    }

    private static SampledCurve Potential(FieldReader fields)
    {
        var fallback = PublishedCurves.All[0].Sampled;
        var known = string.Join(", ", PublishedCurves.All.Select(curve => curve.Id));
        switch (fields.Node("potential"))
        {
            case DocumentScalar scalar when PublishedCurves.Find(scalar.Text) is { } curve:
                return curve.Sampled;
            case DocumentScalar scalar:
                var near = NearestNames.Find(scalar.Text, PublishedCurves.All.Select(curve => curve.Id));
                fields.Problem("EL2305", scalar.Span, "potential", $"no open-circuit potential '{scalar.Text}'", near.Count > 0 ? $"did you mean {string.Join(", ", near)}?" : $"known: {known}; or a list of [stoichiometry, volt] pairs");
                return fallback;
            case DocumentSequence list:
                var points = list.Items.Select(item => item is DocumentSequence { Items: [DocumentScalar x, DocumentScalar y] } && double.TryParse(x.Text, out var a) && double.TryParse(y.Text, out var b) ? (a, b) : (double.NaN, 0)).ToList();
                if (points.Count < 2 || points.Exists(point => !(point.Item1 is >= 0 and <= 1) || !(Math.Abs(point.Item2) < 100)))
                {
                    fields.Problem("EL2305", list.Span, "potential", "at least two pairs [stoichiometry from 0 to 1, volt] are expected", "for example [[0.3, 4.2], [0.9, 3.6]]");
                    return fallback;
                }

                return SampledCurve.Through("from the file", points);
            default:
                fields.Problem("EL2302", fields.Map.Span, "potential", "the open-circuit potential is missing", $"known: {known}; or a list of [stoichiometry, volt] pairs");
                return fallback;
        }
    }

    private static ImmutableArray<SeparatorLayer> Separator(FieldReader fields, DiagnosticBag bag)
    {
        var node = fields.Node("separator");
        var layers = node switch { DocumentMap one => [one], DocumentSequence many => many.Items.OfType<DocumentMap>().ToList(), _ => new List<DocumentMap>() };
        if (layers.Count == 0)
        {
            fields.Problem("EL2302", node?.Span ?? fields.Map.Span, "separator", "the separator is missing: one layer or a list of layers", "for example separator: {thickness: 30 um, conductivity: 3 mS/cm}");
        }

        var result = ImmutableArray.CreateBuilder<SeparatorLayer>();
        foreach (var layer in layers)
        {
            var reader = new FieldReader(layer, layers.Count == 1 ? "separator" : $"separator[{result.Count}]", bag);
            result.Add(new SeparatorLayer(
                reader.Quantity("thickness", QuantityKinds.Length, null, 0, 1), reader.Quantity("conductivity", QuantityKinds.Conductivity, null, 1e-15, 1e9),
                reader.Quantity("activation-energy", QuantityKinds.MolarEnergy, 0, 0, 1e6)));
            reader.Close();
        }

        return result.ToImmutable();
    }

    private static CellParameters Anode(FieldReader fields, CellParameters cell, HostElectrode positive)
    {
        if (fields.Section("anode", isRequired: true) is not { } anode)
        {
            return cell;
        }

        var type = anode.Text("type");
        if (type is null || !AnodeTypes.Contains(type.Text, StringComparer.Ordinal))
        {
            anode.Problem("EL2305", type?.Span ?? anode.Map.Span, "type", $"the type of the anode is one of {string.Join(", ", AnodeTypes)}", null);
            return cell;
        }

        if (type.Text == "composite")
        {
            return cell with { Anode = null, Negative = Host(anode) };
        }

        // What the charged cell has plated, and what was there before.
        var plated = Math.Max(0, positive.Kinds.Sum(kind => positive.ChargeOf(kind) * ((kind.DischargedStoichiometry ?? 0.9) - kind.InitialStoichiometry)));
        var perMetre = CellEquations.LithiumSpecificCapacity * CellEquations.LithiumDensity;
        var excess = anode.Quantity("excess", QuantityKinds.Length, type.Text == "anode-free" ? 0 : double.PositiveInfinity, 0);
        var flat = new PlanarAnode
        {
            Potential = anode.Quantity("potential", QuantityKinds.Voltage, type.Text == "lithium-indium" ? 0.62 : 0, -5, 10),
            ExchangeCurrentDensity = anode.Quantity("exchange-current-density", QuantityKinds.CurrentDensity, null, 1e-12, 1e9),
            TransferCoefficient = anode.Quantity("transfer-coefficient", QuantityKinds.Dimensionless, 0.5, 0.01, 0.99),
            InterfaceResistance = anode.Quantity("interface-resistance", QuantityKinds.AreaSpecificResistance, 0, 0),
            Reserve = double.IsFinite(excess) ? plated + (excess * perMetre) : double.PositiveInfinity,
            ActivationEnergy = anode.Quantity("activation-energy", QuantityKinds.MolarEnergy, 0, 0, 1e6),
            Voids = Voids(anode),
        };
        anode.Close();
        return cell with { Anode = flat, Negative = null };
    }

    /// <summary>Voids that stripping opens; without the section the contact stays whole.</summary>
    private static StrippingVoids? Voids(FieldReader fields)
    {
        if (fields.Section("voids", isRequired: false) is not { } voids)
        {
            return null;
        }

        double? Optional(string field, QuantityKind kind, double low, double high) => voids.Has(field) ? voids.Quantity(field, kind, null, low, high) : null;
        var usual = new StrippingVoids { Pressure = 0 };
        var law = usual with
        {
            Pressure = voids.Quantity("pressure", QuantityKinds.Pressure, null, 0, 1e10),
            ReferenceCurrent = voids.Quantity("critical-current", QuantityKinds.CurrentDensity, usual.ReferenceCurrent, 1e-9, 1e9),
            ReferencePressure = voids.Quantity("critical-pressure", QuantityKinds.Pressure, usual.ReferencePressure, 1, 1e10),
            PressureExponent = voids.Quantity("pressure-exponent", QuantityKinds.Dimensionless, usual.PressureExponent, 0, 20),
            VoidRadius = voids.Quantity("void-radius", QuantityKinds.Length, usual.VoidRadius, 1e-9, 1e-2),
            CreepStress = voids.Quantity("creep-stress", QuantityKinds.Pressure, usual.CreepStress, 1, 1e12),
            CreepExponent = voids.Quantity("creep-exponent", QuantityKinds.Dimensionless, usual.CreepExponent, 0.1, 50),
            InitialContact = voids.Quantity("initial-contact", QuantityKinds.Fraction, 1, 1e-3, 1),
            SelfDiffusivity = Optional("self-diffusivity", QuantityKinds.Diffusivity, 1e-30, 1),
            DiffusionLength = Optional("diffusion-length", QuantityKinds.Length, 1e-10, 1),
        };
        if (law.SelfDiffusivity is null != law.DiffusionLength is null)
        {
            voids.Problem("EL2302", voids.Map.Span, law.SelfDiffusivity is null ? "self-diffusivity" : "diffusion-length", "self-diffusivity and diffusion-length belong together", "give both, or neither to use the measured critical current");
        }

        // Both are known also where they are left out.
        _ = (voids.Text("self-diffusivity"), voids.Text("diffusion-length"));
        voids.Close();
        return law;
    }

    // One sentence, or a list of them.
    private static Protocol ReadProtocol(FieldReader fields)
    {
        if (fields.Node("protocol") is DocumentSequence list)
        {
            var sentences = list.Items.OfType<DocumentScalar>().ToList();
            foreach (var item in list.Items.Where(item => item is not DocumentScalar { IsEmpty: false }))
            {
                fields.Problem("EL2306", item.Span, "protocol", $"a step is a sentence, not {item.Describe}", "for example \"- charge at C/3 to 4.3 V\"");
            }

            // Each sentence is tried alone first, so that a message points to its own line.
            foreach (var sentence in sentences.Where(sentence => !sentence.Text.StartsWith("repeat", StringComparison.OrdinalIgnoreCase) && !sentence.Text.StartsWith("hold", StringComparison.OrdinalIgnoreCase)))
            {
                if (ProtocolParser.Parse(sentence.Text, out var why) is null)
                {
                    fields.Problem("EL2306", sentence.Span, "protocol", why, null);
                    return Protocol.Discharge(1);
                }
            }

            return Parsed(fields, string.Join("; ", sentences.Select(sentence => sentence.Text)), list.Span);
        }

        return fields.Text("protocol") is { } text ? Parsed(fields, text.Text, text.Span) : Protocol.Discharge(1);
    }

    private static Protocol Parsed(FieldReader fields, string text, SourceSpan span)
    {
        if (ProtocolParser.Parse(text, out var problem) is { } protocol)
        {
            return protocol;
        }

        fields.Problem("EL2306", span, "protocol", problem, null);
        return Protocol.Discharge(1);
    }

    private static AgeingLaws ReadAgeing(FieldReader fields)
    {
        var laws = new AgeingLaws();
        if (fields.Section("ageing", isRequired: false) is not { } ageing)
        {
            return laws;
        }

        laws = laws with
        {
            FilmAfterYear = ageing.Quantity("film-after-a-year", QuantityKinds.AreaSpecificResistance, 0, 0),
            AnodeAfterYear = ageing.Quantity("anode-interface-after-a-year", QuantityKinds.AreaSpecificResistance, 0, 0),
            ContactAtEnd = ageing.Quantity("contact-at-the-end", QuantityKinds.Fraction, 1, 1e-3, 1),
            ContactCycles = ageing.Quantity("contact-cycles", QuantityKinds.Dimensionless, 100, 1e-3),
            CoulombicEfficiency = ageing.Quantity("coulombic-efficiency", QuantityKinds.Fraction, 1, 0.5, 1),
        };
        ageing.Close();
        return laws;
    }
}
