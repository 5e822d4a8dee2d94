using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

// R4 of the reference values: Law, Simulation Modeling and Analysis, chapter 9, bank, at 90 %.
public sealed class SeedsNeededTests
{
    private const double Mean = 2.03;
    private const int Pilot = 10;
    private static readonly double Deviation = Math.Sqrt(0.31);

    [Fact]
    public void Ten_seeds_give_the_half_width_of_the_book() =>
        Assert.Equal(0.3228, SeedsNeeded.HalfWidth(Deviation, Pilot, 0.90), 4);

    [Fact]
    public void A_sequence_stops_where_its_own_t_is_narrow_enough()
    {
        Assert.Equal(16, SeedsNeeded.Sequential(Deviation, 0.25, 0.90, Pilot));
        Assert.Equal(
            27, SeedsNeeded.Sequential(Deviation, SeedsNeeded.OfRelative(Mean, 0.10), 0.90, Pilot));
        Assert.Equal(Pilot, SeedsNeeded.Sequential(Deviation, 1, 0.90, Pilot));
    }

    [Fact]
    public void Steins_number_keeps_the_t_of_the_pilot() =>
        Assert.Equal(17, SeedsNeeded.Stein(Deviation, 0.25, 0.90, Pilot - 1));

    [Fact]
    public void What_nothing_shows_takes_no_more_than_the_limit() =>
        Assert.Equal(1_000_000_000, SeedsNeeded.Stein(1, 1e-12, 0.95, 9));
}
