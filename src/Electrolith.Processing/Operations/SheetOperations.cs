using Electrolith.Quantities;
using static Electrolith.Processing.OperationParameter;

namespace Electrolith.Processing.Operations;

/// <summary>Dry film: a little PTFE is sheared to fibrils that hold the powder.</summary>
internal static class DryFilmOperation
{
    private const double FibrilTime = 300;
    private const double Transition = 292.15;
    private const double BinderDensity = 2200;

    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "dry-film",
        Summary = "Shear powder with PTFE to a film without solvent",
        Parameters =
        [
            Quantity("thickness", QuantityKinds.Length, 1e-6, 1e-2, "Film thickness.") with { IsRequired = true },
            Quantity("binder", QuantityKinds.MassFraction, 0, 0.1, "PTFE.", _ => ParameterDefault.Assumed("0.5 wt%", "a patent claims 0.06 to 0.6 wt%")),
            Quantity("temperature", QuantityKinds.Temperature, 273.15, 423.15, "Temperature of shearing; fibrils form above 19 degC.", _ => ParameterDefault.Assumed("80 degC", "a patent claims 20 to 125 degC")),
            Quantity("time", QuantityKinds.Time, 0, 1e5, "Time of shearing.", _ => ParameterDefault.Assumed("10 min", "a patent claims 3 to 25 min")),
        ],
        SetsThickness = true,
        SetsDensity = true,
        NeedsSolid = true,
        Refusal = family => Families.IsFilm(family) ? "it is deposited from the gas phase; use 'deposit'" : Families.IsPolymer(family) ? "a polymer makes its own film; use 'extrude' or 'cast'" : null,
        Card = new ModelCard(
            ["processing.fibrillation"], "0.06 to 1 wt% of PTFE, 20 to 125 degC", "over-shearing, attack of lithium on PTFE", "time constant of fibrils, density of the film, loss of conduction with the volume of binder"),
        Apply = (lot, values, warn) =>
        {
            var (thickness, binder, temperature, time) = (values.Numbers[0], values.Numbers[1], values.Numbers[2], values.Numbers[3]);
            OperationChecks.IsSolid("dry-film", lot);
            var fibrils = temperature > Transition ? ProcessEquations.Fibrillation(time / FibrilTime) : 0;
            if (fibrils * binder < 5e-4)
            {
                warn?.Invoke("EL2130", temperature > Transition ? "too few fibrils hold this film: more PTFE or longer shearing" : "below 19 degC PTFE forms no fibrils");
            }

            var volume = binder / BinderDensity / ((binder / BinderDensity) + ((1 - binder) / lot.SolidDensity));
            return (lot with { Thickness = thickness, RelativeDensity = Math.Max(0.65, lot.RelativeDensity), ConductivityFactor = lot.ConductivityFactor * Math.Pow(1 - volume, 1.5) })
                .After(0.1e6, time, 0.96);
        },
    };
}

/// <summary>Calendering of a sheet.</summary>
internal static class CalenderOperation
{
    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "calender",
        Summary = "Roll a sheet denser",
        Parameters =
        [
            Quantity("line-load", QuantityKinds.SurfaceEnergy, 0, 5e6, "Force per width of the roll.", _ => ParameterDefault.Assumed("200 N/mm", "200 N/mm")),
            Quantity("resistance", QuantityKinds.SurfaceEnergy, 1e3, 1e8, "Line load that closes 63 % of the pores that can close.", family => ParameterDefault.Assumed(Families.IsDuctile(family) ? "150 N/mm" : "400 N/mm", "soft against hard powders")),
            Quantity("passes", QuantityKinds.Dimensionless, 1, 20, "Times through the nip.", _ => ParameterDefault.Assumed("1", "usual")),
        ],
        SetsDensity = true,
        NeedsSolid = true,
        Refusal = family => Families.IsFilm(family) ? "a deposited film is dense already; remove the step" : null,
        Card = new ModelCard(
            ["processing.calender"], "sheets between rolls of one diameter and temperature", "speed, temperature, elongation of the sheet, breakage of particles beyond a warning",
            "compaction resistance and largest density of every family"),
        Apply = (lot, values, warn) =>
        {
            var (load, resistance, passes) = (values.Numbers[0], values.Numbers[1], values.Numbers[2]);
            OperationChecks.IsSolid("calender", lot);
            var most = Math.Max(lot.RelativeDensity, Families.IsOxide(lot.Family) ? 0.65 : Families.IsPolymer(lot.Family) ? 0.99 : 0.92);
            // Each further pass adds a third of the first (assumed).
            var density = ProcessEquations.CalenderedDensity(lot.RelativeDensity, most, load * (1 + ((passes - 1) / 3)) / resistance);
            if (load > 5 * resistance)
            {
                warn?.Invoke("EL2131", "the load is five times what closes the pores: particles break, and the sheet stretches");
            }

            return (lot with { RelativeDensity = density, Thickness = lot.Thickness * lot.RelativeDensity / density }).After(5e3 * passes, 10 * passes, 0.98);
        },
    };
}

/// <summary>Layered assembly: another electrolyte on top, in series.</summary>
internal static class AssembleOperation
{
    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "assemble",
        Summary = "Put a layer of a second electrolyte on top, in series",
        Parameters =
        [
            new OperationParameter("layer", "Electrolyte of the added layer.") { IsMaterial = true, IsRequired = true },
            Quantity("thickness", QuantityKinds.Length, 1e-9, 1e-2, "Thickness of the added layer.") with { IsRequired = true },
            Quantity("interface-resistance", QuantityKinds.AreaSpecificResistance, 0, 10, "Resistance where the layers meet.", _ => ParameterDefault.Assumed("5 (1..50) ohm cm2", "polymer on ceramic; measure yours")),
        ],
        NeedsSolid = true,
        Refusal = _ => null,
        Card = new ModelCard(["processing.series-resistance"], "flat layers in full contact", "contact area, reaction between the layers, stress", "resistance where the layers meet"),
        Apply = (lot, values, _) =>
        {
            OperationChecks.IsSolid("assemble", lot);
            var layer = values.Materials[0] ?? throw new ArgumentException("the layer of 'assemble' was not resolved", nameof(values));
            return (lot with { InternalResistance = lot.InternalResistance + ProcessEquations.SeriesResistance(values.Numbers[1], layer.IonicConductivity, values.Numbers[2]) }).After(1e4, 120, 0.97);
        },
    };
}

/// <summary>Stacking of layers to a cell.</summary>
internal static class StackOperation
{
    /// <summary>The operation.</summary>
    public static OperationDefinition Definition { get; } = new()
    {
        Name = "stack",
        Summary = "Stack layers: what registration and burrs cost in yield",
        Parameters =
        [
            Quantity("layers", QuantityKinds.Dimensionless, 1, 1000, "Layers of separator in a cell.", _ => ParameterDefault.Assumed("20", "a small pouch cell")),
            Quantity("registration", QuantityKinds.Length, 1e-6, 1e-2, "Standard deviation of placing, cutting and camera together.", _ => ParameterDefault.Assumed("0.1 mm", "usual")),
            Quantity("overhang", QuantityKinds.Length, 0, 0.05, "Overhang of the separator on each side.", _ => ParameterDefault.Assumed("0.5 mm", "usual")),
            Quantity("short-probability", QuantityKinds.Fraction, 0, 1, "Probability that a layer is short by a burr or a crack.", _ => ParameterDefault.Assumed("0.01 %", "usual")),
        ],
        NeedsSolid = true,
        Refusal = _ => null,
        Card = new ModelCard(["processing.stack-yield"], "independent normal errors on two sides", "drift within a stack, repair, errors along the other axis", "registration and probability of a short"),
        Apply = (lot, values, warn) =>
        {
            var (layers, registration, overhang, burr) = (values.Numbers[0], values.Numbers[1], values.Numbers[2], values.Numbers[3]);
            OperationChecks.IsSolid("stack", lot);
            // One stack in a million is left, so that costs per good stack stay finite.
            var yield = Math.Max(ProcessEquations.StackYield(layers, overhang / registration, burr), 1e-6);
            if (yield < 0.95)
            {
                warn?.Invoke("EL2132", $"only {yield * 100:F1} % of the stacks are good: more overhang or better registration");
            }

            return lot.After(1e4, layers, yield);
        },
    };
}
