namespace Electrolith.Cells.Dynamics;

/// <summary>Whether the parameters of a cell can be computed with at all.</summary>
public static class CellCheck
{
    /// <summary>Every parameter that makes no sense, with its value and range; empty when the cell is sound.</summary>
    /// <param name="cell">The cell.</param>
    public static IReadOnlyList<string> Problems(CellParameters cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var problems = new List<string>();
        void Positive(string name, double value, double high)
        {
            if (!(value > 0 && value <= high))
            {
                problems.Add($"{name} is {value}; above 0 to {high} is expected");
            }
        }

        void Range(string name, double value, double low, double high)
        {
            if (!(value >= low && value <= high))
            {
                problems.Add($"{name} is {value}; from {low} to {high} is expected");
            }
        }

        Electrode("positive", cell.Positive, Positive, Range);
        if (cell.Negative is { } negative)
        {
            Electrode("negative", negative, Positive, Range);
        }

        if ((cell.Anode is null) == (cell.Negative is null))
        {
            problems.Add("a cell has either a flat anode or a composite negative electrode");
        }

        if (cell.Anode is { } anode)
        {
            Anode(anode, Positive, Range);
        }

        foreach (var layer in cell.Separator)
        {
            Range("separator thickness", layer.Thickness, 0, 1);
            Positive("separator conductivity", layer.Conductivity, double.PositiveInfinity);
            Range("separator activation energy", layer.ActivationEnergy, 0, 1e6);
        }

        Range("contact resistance", cell.ContactResistance, 0, 1e6);
        Positive("nominal charge", cell.NominalCharge, 1e12);
        Range("temperature", cell.Temperature, 50, 2000);
        Range("reference temperature", cell.ReferenceTemperature, 50, 2000);
        if (cell.Heat is { } heat)
        {
            Positive("heat capacity", heat.HeatCapacity, 1e12);
            Range("heat transfer coefficient", heat.TransferCoefficient, 0, 1e9);
        }

        return problems;
    }

    /// <summary>Throws when a cell is not sound.</summary>
    /// <param name="cell">The cell.</param>
    /// <exception cref="ArgumentException">With every problem.</exception>
    public static void ThrowIfUnsound(CellParameters cell)
    {
        if (Problems(cell) is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join("; ", problems), nameof(cell));
        }
    }

    private static void Anode(PlanarAnode anode, Action<string, double, double> positive, Action<string, double, double, double> range)
    {
        positive("anode exchange current density", anode.ExchangeCurrentDensity, 1e9);
        range("anode transfer coefficient", anode.TransferCoefficient, 0.01, 0.99);
        range("anode interface resistance", anode.InterfaceResistance, 0, 1e6);
        range("anode potential", anode.Potential, -5, 10);
        range("anode lithium reserve", double.IsPositiveInfinity(anode.Reserve) ? 0 : anode.Reserve, 0, 1e12);
        range("anode activation energy", anode.ActivationEnergy, 0, 1e6);
        if (anode.Voids is { } voids)
        {
            Voids(voids, positive, range);
        }
    }

    private static void Voids(StrippingVoids voids, Action<string, double, double> positive, Action<string, double, double, double> range)
    {
        range("pressure on the anode", voids.Pressure, 0, 1e10);
        positive("critical stripping current", voids.ReferenceCurrent, 1e9);
        positive("pressure of the critical stripping current", voids.ReferencePressure, 1e10);
        range("exponent of the pressure", voids.PressureExponent, 0, 20);
        positive("void radius", voids.VoidRadius, 1);
        positive("creep rate", voids.CreepRate, 1e6);
        positive("creep stress", voids.CreepStress, 1e12);
        positive("creep exponent", voids.CreepExponent, 50);
        range("anode contact at the start", voids.InitialContact, 1e-3, 1);
        if (voids.SelfDiffusivity is { } diffusivity)
        {
            positive("self-diffusivity of lithium", diffusivity, 1);
            positive("diffusion length", voids.DiffusionLength ?? 0, 1);
        }
    }

    private static void Electrode(string name, HostElectrode host, Action<string, double, double> positive, Action<string, double, double, double> range)
    {
        positive($"{name} thickness", host.Thickness, 1);
        positive($"{name} ionic conductivity", host.IonicConductivity, double.PositiveInfinity);
        positive($"{name} electronic conductivity", host.ElectronicConductivity, double.PositiveInfinity);
        range($"{name} conductivity activation energy", host.ConductivityActivationEnergy, 0, 1e6);
        var number = 1;
        foreach (var kind in host.Kinds)
        {
            Particles(number == 1 ? name : $"{name} particles {number}", kind, positive, range);
            number++;
        }

        if (number > 2)
        {
            positive($"{name} active fraction of all particles", host.Kinds.Sum(kind => kind.ActiveFraction), 1);
        }
    }

    private static void Particles(string name, HostElectrode host, Action<string, double, double> positive, Action<string, double, double, double> range)
    {
        positive($"{name} active fraction", host.ActiveFraction, 1);
        positive($"{name} particle radius", host.ParticleRadius, 1);
        positive($"{name} contact fraction", host.ContactFraction, 1);
        positive($"{name} diffusivity", host.Diffusivity, 1);
        positive($"{name} maximum concentration", host.MaximumConcentration, 1e9);
        range($"{name} initial stoichiometry", host.InitialStoichiometry, 0, 1);
        positive($"{name} exchange current density", host.ExchangeCurrentDensity, 1e12);
        range($"{name} transfer coefficient", host.TransferCoefficient, 0.01, 0.99);
        range($"{name} film resistance", host.FilmResistance, 0, 1e6);
        range($"{name} entropic coefficient", host.EntropicCoefficient, -1, 1);
        range($"{name} diffusivity activation energy", host.DiffusivityActivationEnergy, 0, 1e6);
        range($"{name} exchange activation energy", host.ExchangeActivationEnergy, 0, 1e6);
    }
}
