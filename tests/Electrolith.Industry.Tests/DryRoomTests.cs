using Electrolith.Industry.Costs;

namespace Electrolith.Industry.Tests;

public sealed class DryRoomTests
{
    private static readonly DryRoom Room = new() { AreaSquareMetre = 6100, DewPointKelvin = 233.15 };

    [Fact]
    public void Humidity_ratio_of_a_dew_point_of_minus_40_degrees() =>
        // 126.7 ppmv (Sonntag over ice) is 0.079 g/kg.
        Assert.Equal(0.079e-3, CostEquations.HumidityRatio(126.7e-6), 5e-7);

    [Fact]
    public void Power_is_the_sum_of_drying_tempering_and_fans()
    {
        var flow = 6100 * 3 * 30 / 3600.0;
        var fresh = flow * 0.1 * 1.2;
        var expected = (Room.WaterRemoved * 7e6) + (fresh * 1006 * 20) + (flow * 2000);
        Assert.Equal(expected, Room.Power, expected * 1e-12);
    }

    [Fact]
    public void A_drier_room_and_more_people_never_need_less()
    {
        Assert.True((Room with { DewPointKelvin = 213.15 }).Power >= Room.Power);
        Assert.Equal(7e6 * 3e-4, (Room with { MoistureLoad = 3e-4 }).Power - Room.Power, 1e-3);
    }

    [Fact]
    public void Without_fresh_air_only_people_and_fans_count() =>
        Assert.Equal((3e-4 * 7e6) + (Room.AirFlow * 2000), (Room with { FreshAirShare = 0, MoistureLoad = 3e-4 }).Power, 1e-6);

    [Fact]
    public void Outside_air_that_is_drier_than_the_room_needs_no_drying() =>
        Assert.Equal(0, (Room with { OutsideWaterFraction = 1e-6 }).WaterRemoved);

    [Fact]
    public void Power_grows_with_the_area() => Assert.Equal(2, (Room with { AreaSquareMetre = 12200 }).Power / Room.Power, 12);

    [Fact]
    public void The_room_of_a_6_gigawatt_hour_plant_stays_below_the_energy_of_a_whole_factory()
    {
        var ratio = Room.EnergyPerCellEnergy(6e6 * 3.6e6);
        // 10.6 to 23.0 kWh/kWh for the whole factory (Degen et al. 2023).
        Assert.InRange(ratio, 0, 10.6);
        Assert.Throws<ArgumentOutOfRangeException>(() => Room.EnergyPerCellEnergy(0));
    }
}
