namespace Electrolith.Cells;

/// <summary>Energy, mass and size of a cell, SI units. Energy densities use the charged thickness, for which a module makes room.</summary>
public sealed record CellEnergy
{
    /// <summary>Mass of one repeat unit per face, kg/m².</summary>
    public required double UnitMass { get; init; }

    /// <summary>Thickness of one repeat unit per face as built, m.</summary>
    public required double UnitThicknessDischarged { get; init; }

    /// <summary>Thickness of one repeat unit per face when charged, m.</summary>
    public required double UnitThicknessCharged { get; init; }

    /// <summary>Energy per face area, J/m².</summary>
    public required double ArealEnergy { get; init; }

    /// <summary>Total area of all faces, m².</summary>
    public required double Area { get; init; }

    /// <summary>Usable capacity of the cell, C.</summary>
    public required double Capacity { get; init; }

    /// <summary>Energy of the cell, J.</summary>
    public required double Energy { get; init; }

    /// <summary>Mass of the cell, kg.</summary>
    public required double Mass { get; init; }

    /// <summary>Thickness of the cell as built, m.</summary>
    public required double ThicknessDischarged { get; init; }

    /// <summary>Thickness of the cell when charged, m.</summary>
    public required double ThicknessCharged { get; init; }

    /// <summary>Volume of the charged cell, m³.</summary>
    public required double Volume { get; init; }

    /// <summary>Mass outside the repeat units (end foil, pouch, terminals, tapes), kg.</summary>
    public required double PackagingMass { get; init; }

    /// <summary>Mass of the pouch foil alone, kg.</summary>
    public required double PouchFoilMass { get; init; }

    /// <summary>Specific energy of the repeat units, J/kg.</summary>
    public double StackSpecificEnergy => ArealEnergy / UnitMass;

    /// <summary>Energy density of the charged repeat units, J/m³.</summary>
    public double StackEnergyDensity => ArealEnergy / UnitThicknessCharged;

    /// <summary>Specific energy of the cell, J/kg.</summary>
    public double SpecificEnergy => Energy / Mass;

    /// <summary>Energy density of the charged cell, J/m³.</summary>
    public double EnergyDensity => Energy / Volume;
}
