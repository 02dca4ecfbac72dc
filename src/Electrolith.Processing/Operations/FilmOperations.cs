using Electrolith.Quantities;
using static Electrolith.Processing.OperationParameter;

namespace Electrolith.Processing.Operations;

/// <summary>Casting of a slurry or solution and drying.</summary>
internal static class CastOperation
{
    private const double DryingConstant = 2 * 3600;
    private const double DryingEnergy = 600e3;

    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "cast",
        Summary = "Cast a slurry or solution as a tape and dry it",
        Parameters =
        [
            Quantity("wet-thickness", QuantityKinds.Length, 1e-6, 1e-2, "Thickness of the wet film.") with { IsRequired = true },
            Quantity("solid-loading", QuantityKinds.VolumeFraction, 0.01, 0.7, "Volume share of solids in the slurry.", family =>
                ParameterDefault.Assumed(Families.IsPolymer(family) ? "15 (12..18) %" : "35 (30..40) %", "usual")),
            Quantity("dry-porosity", QuantityKinds.VolumeFraction, 0, 0.7, "Pores in the dry film.", family =>
                ParameterDefault.Assumed(Families.IsPolymer(family) ? "3 (1..6) %" : "40 (35..45) %", "usual")),
            Quantity("drying-temperature", QuantityKinds.Temperature, 273.15, 573.15, "Drying temperature.", _ => ParameterDefault.Assumed("70 degC", "usual")),
            Quantity("drying-time", QuantityKinds.Time, 0, 1e6, "Drying time.", _ => ParameterDefault.Assumed("24 h", "usual")),
        ],
        SetsThickness = true,
        SetsDensity = true,
        Card = new ModelCard(["processing.slot-minimum"], "wet films between the limits of the coater", "skins and binder migration, drying in stages, cracks",
            "drying constant of two hours at 70 degC"),
        Refusal = family => Families.IsFilm(family) ? "it is deposited from the gas phase; use 'deposit'" : null,
        Apply = Apply,
    };

    private static Lot Apply(Lot lot, OperationValues values, Action<string, string>? warn)
    {
        var (wet, loading, porosity, temperature, time) = (values.Numbers[0], values.Numbers[1], values.Numbers[2], values.Numbers[3], values.Numbers[4]);
        // Drying is a factor of two faster every 15 K; the constant is for 70 degC.
        var residual = 0.05 * Math.Exp(-time / (DryingConstant * Math.Pow(2, (343.15 - temperature) / 15)));
        if (residual > 1e-3)
        {
            warn?.Invoke("EL2106", $"{residual * 100:F1} % of solvent stays in the film: it plasticises a polymer and harms a sulfide");
        }

        if (lot.Cure < 1)
        {
            warn?.Invoke("EL2133", "this liquid is a monomer: it does not dry, cure it");
        }

        var solvent = (1 - loading) / loading * 1000 / lot.SolidDensity * DryingEnergy;
        return (lot with { Thickness = wet * loading / (1 - porosity), RelativeDensity = 1 - porosity, ResidualSolvent = residual, Form = lot.Cure < 1 ? lot.Form : LotForm.Solid }).After(solvent, time, 0.95);
    }
}

/// <summary>Melt extrusion of polymer electrolytes.</summary>
internal static class ExtrudeOperation
{
    private const double MechanicalEnergy = 0.7e6;

    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "extrude",
        Summary = "Extrude a film without solvent",
        Parameters =
        [
            Quantity("thickness", QuantityKinds.Length, 1e-6, 1e-2, "Film thickness.") with { IsRequired = true },
            Quantity("temperature", QuantityKinds.Temperature, 323.15, 523.15, "Melt temperature.", _ => ParameterDefault.Assumed("100 degC", "usual for PEO")),
            Quantity("conductivity-kept", QuantityKinds.Fraction, 0.01, 1, "Conductivity of the extruded over that of the cast film.", _ =>
                ParameterDefault.Assumed("50 (15..90) %", "extruded PEO-LiTFSI of Platen et al. 2024 is five to ten times below cast films; yours may be better")),
        ],
        SetsThickness = true,
        SetsDensity = true,
        NeedsSolid = true,
        Card = new ModelCard([], "PEO and its composites at 50 to 250 degC", "screw, viscosity, degradation beyond a warning",
            "share of the conductivity that is kept"),
        Refusal = family => Families.IsPolymer(family) ? null : "only polymers and their composites flow; use 'cast' or 'press'",
        Apply = (lot, values, warn) =>
        {
            OperationChecks.IsSolid("extrude", lot);
            if (values.Numbers[1] > 453.15)
            {
                warn?.Invoke("EL2107", "above 180 degC polyether chains break and the film weakens");
            }

            return (lot with { Thickness = values.Numbers[0], RelativeDensity = 0.98, ConductivityFactor = lot.ConductivityFactor * values.Numbers[2] }).After(MechanicalEnergy, 600, 0.97);
        },
    };
}

/// <summary>Deposition of a thin film.</summary>
internal static class DepositOperation
{
    private const double PowerPerArea = 5e4;

    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "deposit",
        Summary = "Deposit a thin film by sputtering, pulsed laser, chemical vapour or atomic layers",
        Parameters =
        [
            Quantity("thickness", QuantityKinds.Length, 1e-9, 1e-4, "Film thickness.") with { IsRequired = true },
            Choice("method", "Method.", "sputter", "pld", "cvd", "ald"),
            Quantity("rate", QuantityKinds.Speed, 1e-13, 1e-7, "Growth rate.", _ =>
                new ParameterDefault("1..10 nm/min", ValueStatus.Unconfirmed, "unverified", "radio-frequency sputtering of LiPON")),
        ],
        SetsThickness = true,
        SetsDensity = true,
        Card = new ModelCard([], "films of the usual methods", "composition, stress, step coverage, loss of lithium in flight",
            "growth rate and power"),
        Refusal = family => Families.IsPolymer(family) ? "a polymer decomposes in the plasma; use 'cast' or 'extrude'" : null,
        Apply = (lot, values, warn) =>
        {
            var time = values.Numbers[0] / values.Numbers[2];
            if (time > 86400)
            {
                warn?.Invoke("EL2108", $"{time / 3600:F0} h of deposition");
            }

            var energy = PowerPerArea * time / (values.Numbers[0] * lot.SolidDensity);
            return (lot with { Form = LotForm.Solid, Thickness = values.Numbers[0], RelativeDensity = 1, GlassFraction = 0, GrainSize = Math.Max(values.Numbers[0], 1e-9) }).After(energy, time, 0.9);
        },
    };
}
