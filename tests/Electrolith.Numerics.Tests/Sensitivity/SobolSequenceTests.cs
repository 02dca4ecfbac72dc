using Electrolith.Numerics.Sensitivity;

namespace Electrolith.Numerics.Tests.Sensitivity;

public sealed class SobolSequenceTests
{
    [Fact]
    public void First_points_are_those_of_Joe_and_Kuo()
    {
        // The example of Joe and Kuo's own program (sobol.cc) in three dimensions.
        double[][] expected = [[0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625], [0.875, 0.875, 0.125], [0.625, 0.125, 0.875], [0.125, 0.625, 0.375]];
        var sequence = new SobolSequence(3);
        var point = new double[3];
        for (uint index = 0; index < expected.Length; index++)
        {
            sequence.Fill(index, point);
            Assert.Equal(expected[index], point);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_coordinate_has_one_point_in_each_of_1024_slices(bool isShifted)
    {
        var sequence = new SobolSequence(SobolSequence.MostDimensions, isShifted ? new RandomStream(3) : null);
        var seen = new bool[SobolSequence.MostDimensions, 1024];
        var point = new double[SobolSequence.MostDimensions];
        for (uint index = 0; index < 1024; index++)
        {
            sequence.Fill(index, point);
            for (var dimension = 0; dimension < point.Length; dimension++)
            {
                Assert.InRange(point[dimension], 0, 1 - 1e-12);
                Assert.False(seen[dimension, (int)(point[dimension] * 1024)]);
                seen[dimension, (int)(point[dimension] * 1024)] = true;
            }
        }
    }

    [Fact]
    public void An_integral_in_81_dimensions_comes_closer_than_by_chance()
    {
        // The mean of the product of 1 + (x - 1/2) / (i + 1)^2 over the unit cube is 1.
        double Error(uint count)
        {
            var (sequence, point, sum) = (new SobolSequence(81, new RandomStream(8)), new double[81], 0.0);
            for (uint index = 0; index < count; index++)
            {
                sequence.Fill(index, point);
                sum += point.Select((x, i) => 1 + ((x - 0.5) / ((i + 1) * (i + 1)))).Aggregate(1.0, (product, factor) => product * factor);
            }

            return Math.Abs((sum / count) - 1);
        }

        // Random points would leave about 0.30 / sqrt(16384) = 2e-3.
        Assert.InRange(Error(16384), 0, 2e-4);
    }

    [Fact]
    public void Dimensions_without_numbers_and_too_little_room_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(82));
        Assert.Throws<ArgumentException>(() => new SobolSequence(3).Fill(0, new double[2]));
    }
}
