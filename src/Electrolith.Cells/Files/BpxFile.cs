using System.Text.Json;
using Electrolith.Cells.Dynamics;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cells.Files;

/// <summary>Reads cells in the Battery Parameter eXchange format (BPX 0.x): DFN and SPM, one or several kinds of particles in each electrode.</summary>
public static class BpxFile
{
    /// <summary>Reads the text of a BPX file; the cell starts charged.</summary>
    /// <param name="source">JSON.</param>
    /// <param name="bag">Receives every problem (EL2310, EL2311).</param>
    /// <returns>The cell; null when there were errors.</returns>
    public static CellParameters? Read(SourceText source, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(bag);
        try
        {
            using var document = JsonDocument.Parse(source.Content, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var reader = new Reader(source, bag);
            var cell = reader.Cell(document.RootElement);
            if (!bag.HasErrors)
            {
                foreach (var problem in CellCheck.Problems(cell))
                {
                    reader.Problem("", problem);
                }
            }

            return bag.HasErrors ? null : cell;
        }
        catch (JsonException problem)
        {
            bag.Add(new Diagnostic("EL2310", Severity.Error, source, new SourceSpan((int)(problem.LineNumber ?? 0) + 1, (int)(problem.BytePositionInLine ?? 0) + 1, 1), "", "this is not JSON", Hint: null));
            return null;
        }
    }

    private sealed class Reader(SourceText source, DiagnosticBag bag) : JsonFields(source, bag, "EL2311")
    {
        public CellParameters Cell(JsonElement root)
        {
            var title = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("Header", out var header) && header.TryGetProperty("Title", out var text) ? text.ToString() : "BPX cell";
            var parameters = Section(root, "Parameterisation");
            var body = Section(parameters, "Cell");
            var area = Number(body, "Electrode area [m2]") * Number(body, "Number of electrode pairs connected in parallel to make a cell");
            if (parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty("User-defined", out var own) && own.ValueKind == JsonValueKind.Object && own.TryGetProperty("Single-ion electrolyte", out _))
            {
                return SingleIon(title, parameters, body, own, area);
            }

            var (positive, negative) = (Section(parameters, "Positive electrode"), Section(parameters, "Negative electrode"));
            var hasSalt = parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty("Electrolyte", out _);
            var cell = ReferenceCells.SulfideLithium with
            {
                Name = title,
                Anode = null,
                Positive = Host(positive, "Positive electrode", isPositive: true, hasSalt),
                Negative = Host(negative, "Negative electrode", isPositive: false, hasSalt),
                NominalCharge = Number(body, "Nominal cell capacity [A.h]") * 3600 / area,
                Temperature = Number(body, "Initial temperature [K]", PhysicalConstants.RoomTemperature),
                ReferenceTemperature = Number(body, "Reference temperature [K]", PhysicalConstants.RoomTemperature),
                LowerVoltage = Number(body, "Lower voltage cut-off [V]"),
                UpperVoltage = Number(body, "Upper voltage cut-off [V]"),
                Separator = [],
            };
            if (!hasSalt)
            {
                return cell;
            }

            var (electrolyte, separator) = (Section(parameters, "Electrolyte"), Section(parameters, "Separator"));
            var salt = new SaltElectrolyte
            {
                InitialConcentration = Number(electrolyte, "Initial concentration [mol.m-3]"),
                TransferenceNumber = Number(electrolyte, "Cation transference number"),
                Conductivity = Function(electrolyte, "Conductivity [S.m-1]"),
                Diffusivity = Function(electrolyte, "Diffusivity [m2.s-1]"),
                SeparatorFraction = Number(separator, "Porosity"),
                SeparatorEfficiency = Number(separator, "Transport efficiency"),
                ActivationEnergy = Number(electrolyte, "Conductivity activation energy [J.mol-1]", 0),
            };
            var bulk = salt.Conductivity(salt.InitialConcentration);
            // What the models without salt transport take for the electrolyte at rest.
            HostElectrode AtRest(HostElectrode host) => host with { IonicConductivity = Math.Max(bulk * host.TransportEfficiency, 1e-12) };
            cell = cell with { Positive = AtRest(cell.Positive), Negative = AtRest(cell.Negative!) };
            return cell with { Salt = salt, Separator = [new SeparatorLayer(Number(separator, "Thickness [m]"), Math.Max(bulk * salt.SeparatorEfficiency, 1e-12))] };
        }

        // The extension of BpxWriter: what is standard is read as such, the rest from the section of the user's own fields.
        private CellParameters SingleIon(string title, JsonElement parameters, JsonElement body, JsonElement own, double area)
        {
            HostElectrode Extended(string name, bool isPositive)
            {
                var host = Host(Section(parameters, name), name, isPositive, hasSalt: true);
                var contact = Number(own, $"{name} contact fraction", 1);
                return host with
                {
                    ContactFraction = contact, ExchangeCurrentDensity = host.ExchangeCurrentDensity / contact,
                    IonicConductivity = Number(own, $"{name} ionic conductivity [S.m-1]"), FilmResistance = Number(own, $"{name} film resistance [Ohm.m2]", 0),
                    InitialStoichiometry = Number(own, $"{name} initial stoichiometry", host.InitialStoichiometry), ConductivityActivationEnergy = Number(own, $"{name} ionic conductivity activation energy [J.mol-1]", 0),
                };
            }

            var isHalf = own.TryGetProperty("Anode exchange-current density [A.m-2]", out _);
            var layers = (int)Math.Clamp(Number(own, "Separator layers"), 0, 100);
            return ReferenceCells.SulfideLithium with
            {
                Name = title,
                Positive = Extended("Positive electrode", isPositive: true),
                Negative = isHalf ? null : Extended("Negative electrode", isPositive: false),
                Anode = !isHalf ? null : new PlanarAnode
                {
                    Potential = Number(own, "Anode potential [V]", 0), ExchangeCurrentDensity = Number(own, "Anode exchange-current density [A.m-2]"), TransferCoefficient = Number(own, "Anode transfer coefficient", 0.5),
                    InterfaceResistance = Number(own, "Anode interface resistance [Ohm.m2]", 0), Reserve = Number(own, "Anode reserve [C.m-2]", double.PositiveInfinity), ActivationEnergy = Number(own, "Anode activation energy [J.mol-1]", 0),
                },
                Separator = [.. Enumerable.Range(1, layers).Select(layer => new SeparatorLayer(
                    Number(own, $"Separator layer {layer} thickness [m]"), Number(own, $"Separator layer {layer} conductivity [S.m-1]"), Number(own, $"Separator layer {layer} activation energy [J.mol-1]", 0)))],
                ContactResistance = Number(own, "Contact resistance [Ohm.m2]", 0),
                NominalCharge = Number(body, "Nominal cell capacity [A.h]") * 3600 / area,
                Temperature = Number(body, "Initial temperature [K]", PhysicalConstants.RoomTemperature), ReferenceTemperature = Number(body, "Reference temperature [K]", PhysicalConstants.RoomTemperature),
                LowerVoltage = Number(body, "Lower voltage cut-off [V]"), UpperVoltage = Number(body, "Upper voltage cut-off [V]"),
            };
        }

        private HostElectrode Host(JsonElement section, string name, bool isPositive, bool hasSalt)
        {
            Within(name);
            var kinds = new List<HostElectrode>();
            if (section.ValueKind == JsonValueKind.Object && section.TryGetProperty("Particle", out var blend) && blend.ValueKind == JsonValueKind.Object)
            {
                kinds.AddRange(blend.EnumerateObject().Select(kind => Particles(kind.Value, $"{name}, {kind.Name}", isPositive)));
                if (kinds.Count == 0)
                {
                    Problem(name, $"{name}: the section \"Particle\" names no kind of particles");
                }
            }

            if (kinds.Count == 0)
            {
                kinds.Add(Particles(section, name, isPositive));
            }

            return kinds[0] with
            {
                Others = [.. kinds.Skip(1)],
                Thickness = Number(section, "Thickness [m]"),
                // Without an electrolyte (SPM) nothing in the depth of the electrode resists.
                IonicConductivity = hasSalt ? 1 : 1e9,
                ElectronicConductivity = hasSalt ? Number(section, "Conductivity [S.m-1]") : 1e9,
                ElectrolyteFraction = hasSalt ? Number(section, "Porosity") : 0.3,
                TransportEfficiency = hasSalt ? Number(section, "Transport efficiency") : 0.16,
            };
        }

        private HostElectrode Particles(JsonElement section, string name, bool isPositive)
        {
            if (section.ValueKind != JsonValueKind.Object)
            {
                Problem(name, $"{name}: a section with the members of particles is expected");
                return ReferenceCells.SulfideLithium.Positive;
            }

            var radius = Number(section, "Particle radius [m]");
            var diffusivity = Function(section, "Diffusivity [m2.s-1]");
            var middle = diffusivity(0.5);
            var (low, high) = (Number(section, "Minimum stoichiometry"), Number(section, "Maximum stoichiometry"));
            var potential = Function(section, "OCP [V]");
            var varies = diffusivity(0.2) != middle || diffusivity(0.8) != middle;
            return new HostElectrode
            {
                Thickness = 1,
                ActiveFraction = Math.Min(Number(section, "Surface area per unit volume [m-1]") * radius / 3, 1),
                ParticleRadius = radius,
                IonicConductivity = 1,
                ElectronicConductivity = 1,
                Diffusivity = middle,
                DiffusivityFactor = varies && middle > 0 ? Sampled($"{name} diffusivity", x => diffusivity(Math.Clamp(x, 0, 1)) / middle) : null,
                MaximumConcentration = Number(section, "Maximum concentration [mol.m-3]"),
                InitialStoichiometry = isPositive ? low : high,
                ChargedStoichiometry = isPositive ? low : high,
                DischargedStoichiometry = isPositive ? high : low,
                Potential = Sampled($"{name} OCP", x => potential(Math.Clamp(x, 1e-6, 1 - 1e-6))) ?? PublishedCurves.All[0].Sampled,
                // j0 = F K sqrt(c/c0) sqrt(theta (1 - theta)); the half-filled value is half of F K.
                ExchangeCurrentDensity = PhysicalConstants.Faraday * Number(section, "Reaction rate constant [mol.m-2.s-1]") / 2,
                DiffusivityActivationEnergy = Number(section, "Diffusivity activation energy [J.mol-1]", 0),
                ExchangeActivationEnergy = Number(section, "Reaction rate constant activation energy [J.mol-1]", 0),
                EntropicCoefficient = Entropic(section),
            };
        }

        // A function of the stoichiometry in the format; a constant is what the models take.
        private static double Entropic(JsonElement section) =>
            section.ValueKind == JsonValueKind.Object && section.TryGetProperty("Entropic change coefficient [V.K-1]", out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 0;
    }
}
