namespace Electrolith.Quantities;

/// <summary>CODATA 2018 constants (Tiesinga et al., Rev. Mod. Phys. 93 (2021) 025010); exact where the SI defines them.</summary>
public static class PhysicalConstants
{
    /// <summary>Elementary charge, C (exact).</summary>
    public const double ElementaryCharge = 1.602176634e-19;

    /// <summary>Boltzmann constant, J/K (exact).</summary>
    public const double Boltzmann = 1.380649e-23;

    /// <summary>Avogadro constant, 1/mol (exact).</summary>
    public const double Avogadro = 6.02214076e23;

    /// <summary>Faraday constant, C/mol (exact product of e and N_A).</summary>
    public const double Faraday = ElementaryCharge * Avogadro;

    /// <summary>Molar gas constant, J/(mol K) (exact product of k and N_A).</summary>
    public const double MolarGas = Boltzmann * Avogadro;

    /// <summary>Vacuum electric permittivity, F/m.</summary>
    public const double VacuumPermittivity = 8.8541878128e-12;

    /// <summary>Planck constant, J s (exact).</summary>
    public const double Planck = 6.62607015e-34;

    /// <summary>Speed of light in vacuum, m/s (exact).</summary>
    public const double SpeedOfLight = 299792458;

    /// <summary>Atomic mass constant, kg.</summary>
    public const double AtomicMass = 1.66053906660e-27;

    /// <summary>Standard atmosphere, Pa (exact).</summary>
    public const double StandardAtmosphere = 101325;

    /// <summary>0 °C in kelvin (exact).</summary>
    public const double ZeroCelsius = 273.15;

    /// <summary>25 °C in kelvin, the reference temperature of tabulated conductivities.</summary>
    public const double RoomTemperature = 298.15;
}
