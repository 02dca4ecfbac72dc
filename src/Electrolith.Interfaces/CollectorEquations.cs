using Electrolith.Quantities;

namespace Electrolith.Interfaces;

/// <summary>What speaks against a collector in contact with an electrolyte.</summary>
[Flags]
public enum CollectorAlarm
{
    /// <summary>Nothing known.</summary>
    None = 0,

    /// <summary>Copper and a sulfide above about 2 V: copper dissolves and forms sulfides when lithium is taken out.</summary>
    Corrosion = 1,

    /// <summary>Copper and a sulfide with traces of water: hydrogen sulfide makes copper sulfide.</summary>
    MoistureSulfidation = 2,

    /// <summary>Aluminium at a low potential alloys with lithium.</summary>
    Alloying = 4,
}

/// <summary>Films on collectors, and where to look twice.</summary>
public static class CollectorEquations
{
    /// <summary>Volume of the product over the volume of the metal that it took. From 1 to 2 a film protects, above it spalls, below it is porous.</summary>
    /// <param name="productMolarMass">kg/mol of the product.</param>
    /// <param name="productDensity">kg/m³.</param>
    /// <param name="metalAtoms">Metal atoms per formula of the product.</param>
    /// <param name="metalMolarMass">kg/mol.</param>
    /// <param name="metalDensity">kg/m³.</param>
    [Equation("interfaces.pilling-bedworth", @"PBR=\frac{M_p\rho_m}{n\rho_pM_m}", Source = "pilling1923", Locator = "volume ratio")]
    public static double PillingBedworthRatio(double productMolarMass, double productDensity, double metalAtoms, double metalMolarMass, double metalDensity) =>
        productMolarMass * metalDensity / (metalAtoms * productDensity * metalMolarMass);

    /// <summary>What speaks against a collector, as reported for common pairs.</summary>
    /// <param name="collector">Id of the metal: <c>copper</c>, <c>aluminium</c>, <c>nickel</c>, <c>stainless-steel</c>; anything else raises nothing.</param>
    /// <param name="isSulfide">True for a sulfide electrolyte.</param>
    /// <param name="potential">Potential of the collector against lithium, V, at its highest for a negative and its lowest for a positive side.</param>
    /// <param name="dewPoint">Dew point of the room in which electrolyte and metal meet, K; null in an inert box.</param>
    public static CollectorAlarm Alarms(string collector, bool isSulfide, double potential, double? dewPoint)
    {
        var isCopperOnSulfide = collector == "copper" && isSulfide;
        return (isCopperOnSulfide && potential > 2 ? CollectorAlarm.Corrosion : CollectorAlarm.None)
            | (isCopperOnSulfide && dewPoint >= 223.15 ? CollectorAlarm.MoistureSulfidation : CollectorAlarm.None)
            | (collector == "aluminium" && potential < 0.3 ? CollectorAlarm.Alloying : CollectorAlarm.None);
    }
}
