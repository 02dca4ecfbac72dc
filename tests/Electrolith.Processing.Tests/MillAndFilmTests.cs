using Electrolith.Processing.Coating;
using Electrolith.Processing.Milling;

namespace Electrolith.Processing.Tests;

/// <summary>Mills, wet films and cures against reference vectors.</summary>
public sealed class MillAndFilmTests
{
    private const double Plate = 0.070;

    [Fact]
    public void Balls_in_a_planetary_mill_hit_as_burgio_has_it()
    {
        // Plate 70 mm, vial 20 mm, zirconia of 6.05 g/cm3, 400 rpm and 4 mm balls; then 510 rpm and 10 mm.
        var speed = 400 * 2 * Math.PI / 60;
        var mass = 6050 * Math.PI / 6 * Math.Pow(0.004, 3);
        Assert.Equal(-0.257, PlanetaryEquations.DetachmentCosine(Plate, 0.018, speed, -speed), 1e-3);
        Assert.Equal(3.21, PlanetaryEquations.LaunchSpeed(Plate, 0.018, speed, -speed), 0.01);
        Assert.Equal(0.563e-3, PlanetaryEquations.HitEnergy(mass, Plate, 0.018, speed, -speed), 0.006e-3);
        Assert.Equal(13.3, PlanetaryEquations.HitFrequency(speed, -speed, 1), 0.1);
        var fast = 510 * 2 * Math.PI / 60;
        Assert.Equal(11.5e-3, PlanetaryEquations.HitEnergy(3.168e-3, Plate, 0.015, fast, -fast), 0.1e-3);
        Assert.True(PlanetaryEquations.DetachmentCosine(Plate, 0.018, speed, -2 * speed) < -1, "a relative speed taken for an absolute one shows itself");
    }

    [Theory]
    [InlineData(0.1, 89.7)]
    [InlineData(0.5, 122)]
    public void A_slot_die_has_a_thinnest_film(double speed, double micrometre) =>
        Assert.Equal(micrometre, FilmEquations.SlotMinimum(150e-6, 1, speed, 0.03) * 1e6, 0.5);

    [Theory]
    [InlineData(60, 656.5, 4582.4)]
    [InlineData(80, 55.42, 386.83)]
    [InlineData(90, 17.83, 124.48)]
    [InlineData(100, 6.098, 42.56)]
    [InlineData(120, 0.8399, 5.862)]
    public void A_dimethacrylate_cures_in_time(double celsius, double half, double most)
    {
        // Integration of the published kinetic triplet from a conversion of 1e-3; minutes.
        Assert.Equal(half, FilmEquations.CureTime(celsius + 273.15, 1e-3, 0.5) / 60, half * 0.01);
        Assert.Equal(most, FilmEquations.CureTime(celsius + 273.15, 1e-3, 0.9) / 60, most * 0.01);
    }
}
