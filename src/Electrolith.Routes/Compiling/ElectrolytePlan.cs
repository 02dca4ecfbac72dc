using Electrolith.Materials.Library;
using Electrolith.Transport;

namespace Electrolith.Routes.Compiling;

/// <summary>How the conductivity of an electrolyte changes with temperature.</summary>
public enum TemperatureLaw
{
    /// <summary>ln(sigma T) against 1/T is a line.</summary>
    ArrheniusSigmaT,

    /// <summary>ln(sigma) against 1/T is a line.</summary>
    ArrheniusSigma,

    /// <summary>Vogel-Tammann-Fulcher, for amorphous polymers.</summary>
    VogelTammannFulcher,
}

/// <summary>The inputs of one electrolyte of a route; the numbers are handles into a draw, -1 for absent.</summary>
public sealed record ElectrolytePlan
{
    /// <summary>The material.</summary>
    public required Material Material { get; init; }

    /// <summary>Recommended ionic conductivity, S/m.</summary>
    public required int Conductivity { get; init; }

    /// <summary>Temperature of that value, K.</summary>
    public required double ReferenceTemperature { get; init; }

    /// <summary>Temperature law.</summary>
    public required TemperatureLaw Law { get; init; }

    /// <summary>Activation energy, J.</summary>
    public required int ActivationEnergy { get; init; }

    /// <summary>Ideal glass temperature of the polymer law, K.</summary>
    public int IdealGlassTemperature { get; init; } = -1;

    /// <summary>Density, kg/m³.</summary>
    public required int Density { get; init; }

    /// <summary>Electronic conductivity, S/m.</summary>
    public int ElectronicConductivity { get; init; } = -1;

    /// <summary>Price, USD/kg.</summary>
    public required int Price { get; init; }

    /// <summary>True for polymers and for composites with a polymer matrix.</summary>
    public bool IsSoft => Material.Family is "polymer" or "composite";

    /// <summary>Ionic conductivity at a temperature, S/m.</summary>
    /// <param name="draw">One sample.</param>
    /// <param name="temperature">Temperature, K.</param>
    public double ConductivityAt(ReadOnlySpan<double> draw, double temperature)
    {
        var reference = draw[Conductivity];
        if (Math.Abs(temperature - ReferenceTemperature) < 1e-9)
        {
            return reference;
        }

        // The law gives the shape, the library value the height.
        var energy = draw[ActivationEnergy];
        return reference * Law switch
        {
            TemperatureLaw.ArrheniusSigmaT =>
                TemperatureEquations.HoppingConductivity(1, energy, temperature) / TemperatureEquations.HoppingConductivity(1, energy, ReferenceTemperature),
            TemperatureLaw.VogelTammannFulcher =>
                TemperatureEquations.VogelTammannFulcher(1, energy, draw[IdealGlassTemperature], temperature)
                / TemperatureEquations.VogelTammannFulcher(1, energy, draw[IdealGlassTemperature], ReferenceTemperature),
            _ => TemperatureEquations.ArrheniusConductivity(1, energy, temperature) / TemperatureEquations.ArrheniusConductivity(1, energy, ReferenceTemperature),
        };
    }
}
