using FlashSale.Driver;

namespace FlashSale.Tests.Driver;

// What several processes counted is one result.
public sealed class MergeTests
{
    private static readonly ArrivalCurve FiveSeconds = ArrivalCurve.Ramp(10, 400, 5);

    [Fact]
    public void Tallies_of_several_processes_add_up_to_that_of_one()
    {
        var whole = Played(Shard.Whole);
        var merged = new LoadTally(whole.Spans, drainSeconds: 20);
        foreach (var number in Enumerable.Range(0, 3))
        {
            TallyFile.AddTo(merged, TallyFile.Write(Played(new Shard(number, 3))));
        }

        var (one, other) = (PhaseFigures.OfAll(whole), PhaseFigures.OfAll(merged));
        Assert.Equal(one.Tally.Latency.Buckets, other.Tally.Latency.Buckets);
        Assert.Equal(one.Figures.LatencyMs, other.Figures.LatencyMs);
        Assert.Equal(one.Figures.Ends, other.Figures.Ends);
        Assert.Equal(
            SecondRow.Of(whole).Select(row => row with { PacerLagMsMax = 0 }),
            SecondRow.Of(merged).Select(row => row with { PacerLagMsMax = 0 }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"Phases\":[],\"Seconds\":[]}")]
    public void What_is_no_tally_is_refused(string text) => Assert.ThrowsAny<InvalidDataException>(
        () => TallyFile.AddTo(Played(Shard.Whole), text));

    [Fact]
    public void The_order_of_a_process_is_read_as_it_was_written()
    {
        var order = new PartOrder(
            new LoadWork
            {
                Curve = FiveSeconds,
                Phases = [new PhaseSpan("warm-up", 0, 2, true), new PhaseSpan("load", 2, 5)],
                Listings = [new WantedListing(new ListingId(3), Money.FromFen(9_900), 0.5)],
                Buyers = new Buyers(7, 100, 64),
                Seed = 9,
                Shard = new Shard(1, 2),
                Mix = OrderMix.WholeLife,
            },
            new Uri("http://127.0.0.1:5080/"), Way.Stream, 2, DateTimeOffset.UnixEpoch, "tally.json");

        var read = WorkFile.Read(WorkFile.Write(order));

        Assert.Equal(WorkFile.Write(order), WorkFile.Write(read));
        Assert.Throws<InvalidDataException>(() => WorkFile.Read("no order"));
    }

    private static LoadTally Played(Shard shard)
    {
        var load = new VirtualLoad(FiveSeconds, shard: shard);
        load.Play();
        return load.Tally;
    }
}
