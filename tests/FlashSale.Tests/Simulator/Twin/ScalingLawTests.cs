using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Twin;

public sealed class ScalingLawTests
{
    private static readonly int[] Sizes = [1, 2, 4, 8, 16];

    [Theory]
    [InlineData(9_000, 0.01, 0.00002)]
    [InlineData(50, 0.2, 0)]
    [InlineData(50, 0, 0.003)]
    [InlineData(1_000_000, 0, 0)]
    public void The_law_that_made_the_peaks_is_found_again(
        double perSilo, double contention, double coherency)
    {
        var law = new ScalingLaw(perSilo, contention, coherency);

        var found = ScalingLaw.Fit([.. Sizes.Select(n => (n, law.OrdersPerSecond(n)))]);

        Assert.Equal(perSilo, found.PerSilo, perSilo * 1e-9);
        Assert.Equal(contention, found.Contention, 1e-9);
        Assert.Equal(coherency, found.Coherency, 1e-9);
    }

    [Fact]
    public void Silos_that_do_more_than_their_share_are_no_negative_loss()
    {
        var law = ScalingLaw.Fit([(1, 100), (2, 210), (4, 450)]);

        Assert.Equal((0, 0), (law.Contention, law.Coherency));
        Assert.InRange(law.PerSilo, 100, 112.5);
    }

    [Fact]
    public void After_the_peak_of_the_law_more_silos_do_less()
    {
        var law = new ScalingLaw(100, 0.1, 0.001);

        Assert.Equal(30, law.SilosUsefulMax, 1e-9);
        Assert.True(law.OrdersPerSecond(31) < law.OrdersPerSecond(30));
        Assert.True(law.OrdersPerSecond(29) < law.OrdersPerSecond(30));
    }

    [Fact]
    public void With_contention_alone_there_is_a_number_after_which_silos_hardly_help()
    {
        var law = new ScalingLaw(100, 0.02, 0);

        Assert.Equal(0.9, law.OrdersPerSecond(law.SilosUsefulMax) / law.OrdersPerSecond(1e9), 0.001);
        Assert.Equal(double.PositiveInfinity, new ScalingLaw(100, 0, 0).SilosUsefulMax);
    }

    [Fact]
    public void Two_sizes_are_no_law() =>
        Assert.Throws<ArgumentException>(() => ScalingLaw.Fit([(1, 100), (2, 190), (2, 191)]));
}
