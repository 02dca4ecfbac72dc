namespace Electrolith.Quantities;

/// <summary>How sure a number is. The last two are usable defaults, shown as such, and never a validation target.</summary>
public enum ValueStatus
{
    /// <summary>Measured, as printed by the source.</summary>
    Measured,

    /// <summary>Computed by the source (for example with DFT).</summary>
    Computed,

    /// <summary>Fitted by us to data of the source.</summary>
    Fitted,

    /// <summary>Follows from other entries by arithmetic.</summary>
    Derived,

    /// <summary>Chosen by us as a reasonable default.</summary>
    Assumed,

    /// <summary>Ascribed to a source that could not be checked.</summary>
    Unconfirmed,

    /// <summary>Given by the user in the route file.</summary>
    UserGiven,
}
