namespace Electrolith.Impedance.Desk;

/// <summary>What a capacitance points to (Irvine, Sinclair and West 1990), normalised to a cell constant L/A of 1 cm⁻¹.</summary>
public static class ProcessClass
{
    private static readonly (double Above, string Name)[] Table =
    [
        (1e-4, "electrochemical reaction"), (1e-7, "sample-electrode interface"), (1e-8, "surface layer"), (1e-11, "grain boundary"), (0, "bulk"),
    ];

    /// <summary>Name of the process.</summary>
    /// <param name="capacitance">F, as measured.</param>
    /// <param name="thickness">m.</param>
    /// <param name="area">m².</param>
    /// <returns>One of bulk, grain boundary, surface layer, sample-electrode interface, electrochemical reaction. The borders are orders of magnitude.</returns>
    public static string Of(double capacitance, double thickness, double area)
    {
        var normalised = capacitance * thickness / area / 100;
        return Table.First(row => normalised >= row.Above).Name;
    }
}
