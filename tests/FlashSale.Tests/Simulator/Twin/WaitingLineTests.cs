using FlashSale.Simulator;
using FlashSale.Tests.Simulator.Queueing;

namespace FlashSale.Tests.Simulator.Twin;

public sealed class WaitingLineTests
{
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 1.6)]
    [InlineData(16, 14.4)]
    [InlineData(200, 190)]
    public void The_mean_wait_is_that_of_theory(int servers, double load)
    {
        var line = new WaitingLine(servers, ServiceSeconds: 0.25, ArrivalsPerSecond: load / 0.25);

        Assert.Equal(QueueTheory.ErlangC(servers, load), line.ShareWaiting, 1e-12);
        Assert.Equal(0.25 * QueueTheory.MeanWaitMMc(servers, load), line.MeanWaitSeconds, 1e-12);
    }

    [Theory]
    [InlineData(1, 0.8)]
    [InlineData(4, 3.2)]
    public void The_99th_percentile_is_that_of_simulated_stations(int servers, double load)
    {
        var simulated = new MarkovQueue(servers, load);
        simulated.Run();
        var line = new WaitingLine(servers, 1, load);

        Assert.Equal(line.WaitSeconds(0.01), simulated.WaitExcept(0.01), 0.1 * line.WaitSeconds(0.01));
    }

    [Fact]
    public void Where_few_wait_the_percentile_is_zero() =>
        Assert.Equal(0, new WaitingLine(8, 1, 1).WaitSeconds(0.01));

    [Fact]
    public void A_line_that_is_full_grows_without_end()
    {
        var line = new WaitingLine(2, 1, 2);

        Assert.Equal(double.PositiveInfinity, line.WaitSeconds(0.01));
        Assert.Equal(double.PositiveInfinity, line.MeanWaitSeconds);
    }
}
