using System.Text.Json;
using System.Text.RegularExpressions;
using Electrolith.Cells.Dynamics;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cells.Files;

/// <summary>Reads cell parameters as BattMo writes them (JSON with PositiveElectrode, NegativeElectrode, Separator and Electrolyte).</summary>
public static partial class BattMoFile
{
    /// <summary>Whether a text looks like such a file.</summary>
    /// <param name="text">The text.</param>
    public static bool IsOne(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().TrimStart() is ['{', ..] && text.Contains("\"PositiveElectrode\"", StringComparison.Ordinal) && text.Contains("\"ActiveMaterial\"", StringComparison.Ordinal);
    }

    /// <summary>Reads the text of such a file; the cell starts charged. Its voltage limits are those of the open circuit at both ends, because the format keeps them elsewhere.</summary>
    /// <param name="source">JSON.</param>
    /// <param name="bag">Receives every problem (EL2310, EL2312).</param>
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
            foreach (var problem in bag.HasErrors ? [] : CellCheck.Problems(cell))
            {
                reader.Problem("", problem);
            }

            return bag.HasErrors ? null : cell;
        }
        catch (JsonException problem)
        {
            bag.Add(new Diagnostic("EL2310", Severity.Error, source, new SourceSpan((int)(problem.LineNumber ?? 0) + 1, (int)(problem.BytePositionInLine ?? 0) + 1, 1), "", "this is not JSON", Hint: null));
            return null;
        }
    }

    [GeneratedRegex(@"\bc\s*/\s*cmax\b")]
    private static partial Regex Filling();

    [GeneratedRegex(@"\bc\b")]
    private static partial Regex Concentration();

    private sealed class Reader(SourceText source, DiagnosticBag bag) : JsonFields(source, bag, "EL2312")
    {
        public CellParameters Cell(JsonElement root)
        {
            var body = Section(root, "Cell");
            var (separator, electrolyte) = (Section(root, "Separator"), Section(root, "Electrolyte"));
            Within("Electrolyte");
            var concentration = Number(electrolyte, "Concentration");
            var salt = new SaltElectrolyte
            {
                InitialConcentration = concentration,
                TransferenceNumber = Number(electrolyte, "TransferenceNumber"),
                Conductivity = Function(electrolyte, "IonicConductivity", OfConcentration),
                Diffusivity = Function(electrolyte, "DiffusionCoefficient", OfConcentration),
                SeparatorFraction = Number(separator, "Porosity"),
                SeparatorEfficiency = Math.Pow(Number(separator, "Porosity"), Number(separator, "BruggemanCoefficient")),
            };
            var bulk = salt.Conductivity(concentration);
            var positive = Electrode(Section(root, "PositiveElectrode"), "PositiveElectrode", concentration, bulk);
            var negative = Electrode(Section(root, "NegativeElectrode"), "NegativeElectrode", concentration, bulk);
            Within("Cell");
            double Open(double? ofPositive, double? ofNegative) => positive.Potential.At(ofPositive ?? 0.5) - negative.Potential.At(ofNegative ?? 0.5);
            return ReferenceCells.SulfideLithium with
            {
                Name = body.ValueKind == JsonValueKind.Object && body.TryGetProperty("Name", out var name) ? name.ToString() : "BattMo cell",
                Anode = null,
                Positive = positive,
                Negative = negative,
                Salt = salt,
                Separator = [new SeparatorLayer(Number(separator, "Thickness"), Math.Max(bulk * salt.SeparatorEfficiency, 1e-12))],
                NominalCharge = Number(body, "NominalCapacity") * 3600 / Number(body, "ElectrodeGeometricSurfaceArea"),
                LowerVoltage = Open(positive.DischargedStoichiometry, negative.DischargedStoichiometry),
                UpperVoltage = Open(positive.ChargedStoichiometry, negative.ChargedStoichiometry),
            };
        }

        private static string OfConcentration(string formula) => Concentration().Replace(formula.Replace("^", "**", StringComparison.Ordinal), "x");

        private static string OfFilling(string formula) => Filling().Replace(formula.Replace("^", "**", StringComparison.Ordinal), "x");

        private HostElectrode Electrode(JsonElement section, string name, double concentration, double bulk)
        {
            Within(name);
            var (coating, active) = (Section(section, "Coating"), Section(section, "ActiveMaterial"));
            var (density, bruggeman, thickness) = (Number(coating, "EffectiveDensity"), Number(coating, "BruggemanCoefficient"), Number(coating, "Thickness"));
            double solids = 0, electronic = 0;
            foreach (var part in new[] { "ActiveMaterial", "ConductiveAdditive", "Binder" })
            {
                if (section.ValueKind == JsonValueKind.Object && section.TryGetProperty(part, out var component))
                {
                    var volume = density * Number(component, "MassFraction") / Number(component, "Density");
                    (solids, electronic) = (solids + volume, electronic + (volume * Number(component, "ElectronicConductivity")));
                }
            }

            var fraction = density * Number(active, "MassFraction") / Number(active, "Density");
            var (radius, maximum) = (Number(active, "ParticleRadius"), Number(active, "MaximumConcentration"));
            var pores = Math.Clamp(1 - solids, 1e-6, 1);
            var (charged, discharged) = (Number(active, "StoichiometricCoefficientAtSOC100"), Number(active, "StoichiometricCoefficientAtSOC0"));
            var potential = Function(active, "OpenCircuitPotential", OfFilling);
            return new HostElectrode
            {
                Thickness = thickness,
                ActiveFraction = fraction,
                ParticleRadius = radius,
                IonicConductivity = Math.Max(bulk * Math.Pow(pores, bruggeman), 1e-12),
                // Mean over the volumes of the solids, then the same exponent as for the pores.
                ElectronicConductivity = electronic / solids * Math.Pow(solids, bruggeman),
                ElectrolyteFraction = pores,
                TransportEfficiency = Math.Pow(pores, bruggeman),
                Diffusivity = Number(active, "DiffusionCoefficient"),
                MaximumConcentration = maximum,
                InitialStoichiometry = charged,
                ChargedStoichiometry = charged,
                DischargedStoichiometry = discharged,
                Potential = Sampled($"{name} OpenCircuitPotential", x => potential(Math.Clamp(x, 1e-6, 1 - 1e-6))) ?? PublishedCurves.All[0].Sampled,
                // j0 = F k sqrt(c) sqrt(c_s (c_max - c_s)) on the surface that the file gives, which need not be that of spheres.
                ExchangeCurrentDensity = PhysicalConstants.Faraday * Number(active, "ReactionRateConstant") * Math.Sqrt(concentration) * maximum / 2
                    * Number(active, "VolumetricSurfaceArea") * radius / (3 * fraction),
                DiffusivityActivationEnergy = Number(active, "ActivationEnergyOfDiffusion", 0),
                ExchangeActivationEnergy = Number(active, "ActivationEnergyOfReaction", 0),
            };
        }
    }
}
