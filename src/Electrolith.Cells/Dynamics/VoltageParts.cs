namespace Electrolith.Cells.Dynamics;

/// <summary>
/// What the voltage is made of, V: the open-circuit voltage of the mean stoichiometries minus losses. Losses are positive on
/// discharge, and the open-circuit voltage minus their sum is the voltage to rounding and the closeness of the solver.
/// </summary>
/// <param name="OpenCircuit">Of the mean stoichiometries.</param>
/// <param name="Separator">Ohmic loss of separator and contacts.</param>
/// <param name="AnodeInterface">Ohmic loss of the interface of a flat anode, or of films on the particles of a composite one.</param>
/// <param name="AnodeChargeTransfer">Charge transfer at the anode.</param>
/// <param name="AnodeTransport">Ions, electrons and diffusion in a composite anode.</param>
/// <param name="CathodeIonic">Ions along the depth of the cathode.</param>
/// <param name="CathodeElectronic">Electrons along the depth of the cathode.</param>
/// <param name="CathodeChargeTransfer">Charge transfer at the cathode particles.</param>
/// <param name="CathodeFilm">Films on the cathode particles.</param>
/// <param name="CathodeDiffusion">Diffusion within the cathode particles.</param>
/// <param name="CathodeInhomogeneity">Uneven filling over the depth of the cathode.</param>
/// <param name="Concentration">Salt concentration in the electrolyte; 0 for a single-ion conductor.</param>
public readonly record struct VoltageParts(
    double OpenCircuit, double Separator, double AnodeInterface, double AnodeChargeTransfer, double AnodeTransport, double CathodeIonic,
    double CathodeElectronic, double CathodeChargeTransfer, double CathodeFilm, double CathodeDiffusion, double CathodeInhomogeneity, double Concentration = 0)
{
    /// <summary>Number of losses.</summary>
    public const int LossCount = 11;

    /// <summary>Names of the losses, in the order of <see cref="Loss"/>.</summary>
    public static IReadOnlyList<string> LossNames { get; } =
    [
        "separator", "anode-interface", "anode-charge-transfer", "anode-transport", "cathode-ionic", "cathode-electronic",
        "cathode-charge-transfer", "cathode-film", "cathode-diffusion", "cathode-inhomogeneity", "electrolyte-concentration",
    ];

    /// <summary>Open-circuit voltage minus all losses, V.</summary>
    public double Voltage
    {
        get
        {
            var sum = OpenCircuit;
            for (var index = 0; index < LossCount; index++)
            {
                sum -= Loss(index);
            }

            return sum;
        }
    }

    /// <summary>One of the losses, V.</summary>
    /// <param name="index">From 0.</param>
    public double Loss(int index) => index switch
    {
        0 => Separator,
        1 => AnodeInterface,
        2 => AnodeChargeTransfer,
        3 => AnodeTransport,
        4 => CathodeIonic,
        5 => CathodeElectronic,
        6 => CathodeChargeTransfer,
        7 => CathodeFilm,
        8 => CathodeDiffusion,
        9 => CathodeInhomogeneity,
        10 => Concentration,
        _ => throw new ArgumentOutOfRangeException(nameof(index), index, $"from 0 to {LossCount - 1}"),
    };

    internal static VoltageParts Of(in ElectrodeSplit positive, in ElectrodeSplit negative, double series) => new(
        positive.Equilibrium - negative.Equilibrium, series, negative.Film, negative.ChargeTransfer,
        negative.Ionic + negative.Electronic + negative.Diffusion + negative.Inhomogeneity,
        -positive.Ionic, -positive.Electronic, -positive.ChargeTransfer, -positive.Film, -positive.Diffusion, -positive.Inhomogeneity);

    internal static VoltageParts Of(in ElectrodeSplit positive, double anode, double transfer, double interfaceLoss, double series) => new(
        positive.Equilibrium - anode, series, interfaceLoss, transfer, 0,
        -positive.Ionic, -positive.Electronic, -positive.ChargeTransfer, -positive.Film, -positive.Diffusion, -positive.Inhomogeneity);
}
