using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>What a random sample says of all purchases.</summary>
public sealed class PrevalenceSampleTests
{
    [Fact]
    public void A_perfect_appraiser_gives_the_share_found_with_Wilsons_interval()
    {
        var (share, within) = PrevalenceSample.Estimate(found: 25, drawn: 1_000, accuracy: 1);

        Assert.Equal(0.025, share, 12);
        Assert.Equal(0.0170, within.Low, 4); // by hand, with z = 1.95996
        Assert.Equal(0.0366, within.High, 4);
    }

    [Fact]
    public void An_appraiser_who_errs_is_corrected_for()
    {
        // Of 1,000 with 2.5 % fakes: 0.98 × 25 + 0.02 × 975 = 44 are found.
        var (share, within) = PrevalenceSample.Estimate(found: 44, drawn: 1_000, accuracy: 0.98);

        Assert.Equal(0.025, share, 9);
        Assert.InRange(0.025, within.Low, within.High);
        Assert.Equal(0, PrevalenceSample.Estimate(5, 1_000, 0.98).Share);
    }

    [Fact]
    public void A_sample_of_nothing_says_nothing()
    {
        var (share, within) = PrevalenceSample.Estimate(0, 0, 0.98);

        Assert.Equal((0.0, 0.0, 1.0), (share, within.Low, within.High));
    }
}
