using System.Collections.Immutable;

namespace Electrolith.Cells;

/// <summary>One solid in an electrode.</summary>
/// <param name="Share">Share among the solids, of mass or of volume (see <see cref="CompositeElectrode.SharesAreOfVolume"/>).</param>
/// <param name="Density">Density, kg/m³.</param>
public readonly record struct Constituent(double Share, double Density);

/// <summary>
/// A composite electrode: active material first, then electrolyte, carbon and binder. Shares may be of mass or of volume; they
/// are scaled so that they add up to one.
/// </summary>
public sealed class CompositeElectrode
{
    private readonly double[] massShares;

    /// <summary>Builds an electrode.</summary>
    /// <param name="constituents">Active material first; at least one, no negative share, the first above zero.</param>
    /// <param name="sharesAreOfVolume">True when the shares are of volume.</param>
    /// <param name="porosity">Pore volume fraction, from 0 to below 1.</param>
    public CompositeElectrode(ReadOnlySpan<Constituent> constituents, bool sharesAreOfVolume, double porosity)
    {
        if (constituents.IsEmpty || !(constituents[0].Share > 0))
        {
            throw new ArgumentException("an electrode needs active material", nameof(constituents));
        }

        if (!(porosity >= 0 && porosity < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(porosity), porosity, "from 0 to below 1");
        }

        SharesAreOfVolume = sharesAreOfVolume;
        Porosity = porosity;
        massShares = new double[constituents.Length];
        double sum = 0, volume = 0;
        for (var index = 0; index < massShares.Length; index++)
        {
            var (share, density) = (constituents[index].Share, constituents[index].Density);
            if (!(share >= 0) || !(density > 0))
            {
                throw new ArgumentException($"constituent {index}: share {share}, density {density}; none may be negative", nameof(constituents));
            }

            massShares[index] = sharesAreOfVolume ? share * density : share;
            sum += massShares[index];
        }

        for (var index = 0; index < massShares.Length; index++)
        {
            massShares[index] /= sum;
            volume += massShares[index] / constituents[index].Density;
        }

        SolidVolumePerMass = volume;
        ActiveVolumeFraction = CellEquations.VolumeFraction(massShares[0], constituents[0].Density, volume, porosity);
        ElectrolyteVolumeFraction = massShares.Length > 1 ? CellEquations.VolumeFraction(massShares[1], constituents[1].Density, volume, porosity) : 0;
    }

    /// <summary>True when the shares were given of volume.</summary>
    public bool SharesAreOfVolume { get; }

    /// <summary>Pore volume fraction.</summary>
    public double Porosity { get; }

    /// <summary>Volume of the solids per mass, m³/kg.</summary>
    public double SolidVolumePerMass { get; }

    /// <summary>Volume fraction of active material in the porous electrode.</summary>
    public double ActiveVolumeFraction { get; }

    /// <summary>Volume fraction of electrolyte in the porous electrode.</summary>
    public double ElectrolyteVolumeFraction { get; }

    /// <summary>Mass shares among the solids, in the order of the constituents.</summary>
    public ReadOnlySpan<double> MassShares => massShares;

    /// <summary>Mass and thickness for an areal capacity.</summary>
    /// <param name="arealCapacity">Areal capacity, C/m².</param>
    /// <param name="specificCapacity">Practical capacity of the active material, C/kg.</param>
    public Layer LayerFor(double arealCapacity, double specificCapacity)
    {
        var mass = CellEquations.ElectrodeMass(arealCapacity, specificCapacity, massShares[0]);
        return new Layer(mass, CellEquations.ElectrodeThickness(mass, SolidVolumePerMass, Porosity));
    }
}
