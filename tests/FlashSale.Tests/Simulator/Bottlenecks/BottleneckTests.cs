using FlashSale.Engine;
using FlashSale.Simulator;
using FlashSale.Tests.Simulator.Results;

namespace FlashSale.Tests.Simulator.Bottlenecks;

/// <summary>What binds is found by comparing what passed with what could (CAP-1, ESC-5, LOG-1).</summary>
[Trait("simulator", "LOG-1")]
public sealed class BottleneckTests
{
    private const int WindowMs = 10_000;
    private readonly Passages _passages = new(SampleFestival.Labels, -3_600_000, 10 * 86_400_000L);

    [Theory]
    [InlineData(900, 50, 0, true)]
    [InlineData(900, 0, 50, true)]
    [InlineData(899, 50, 0, false)] // there was room
    [InlineData(900, 49, 0, false)] // hardly anybody was refused
    [InlineData(1_000, 0, 0, false)] // full, and nobody wanted more
    public void It_binds_where_nine_tenths_passed_and_a_twentieth_was_held_up(
        int passed, int refused, int waiting, bool binds)
    {
        _passages.Gateway.Hold(0, 100);
        See(_passages.Gateway, 0, 6, passed, refused, waiting);

        Assert.Equal(binds, Find().Any());
    }

    [Fact]
    public void It_is_told_with_its_hours_at_full_scale()
    {
        _passages.Channels[1].Hold(0, 100);
        See(_passages.Channels[1], 2, 12, passed: 990, refused: 0, waiting: 200);
        _passages.Channels[1].SeeWaiting(140_000, 0);

        Assert.Equal(
            [new Bottleneck("channel", "quick-pay", 20, 140, 100_000, 0.99, 11_880_000, 0, 200_000)], Find());
    }

    [Theory]
    [InlineData(1, 1)] // one window with room does not part them
    [InlineData(2, 2)]
    public void A_short_gap_parts_no_stretch(int gap, int stretches)
    {
        _passages.Gateway.Hold(0, 100);
        See(_passages.Gateway, 0, 6, 1_000, 100, 0);
        See(_passages.Gateway, 6, gap, 100, 0, 0);
        See(_passages.Gateway, 6 + gap, 6, 1_000, 100, 0);

        Assert.Equal(stretches, Find().Count);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void Fewer_than_ten_of_the_sample_are_chance(int waiting, bool binds)
    {
        _passages.Couriers[0].Hold(0, 0);
        _passages.Couriers[0].SeeWaiting(3_600_000, waiting);

        Assert.Equal(binds, Find().Any());
    }

    [Fact]
    public void Less_than_a_minute_is_chance()
    {
        _passages.Gateway.Hold(0, 100);
        See(_passages.Gateway, 0, 5, 1_000, 100, 0);

        Assert.Empty(Find());
    }

    [Fact]
    public void In_a_small_sample_windows_are_wider()
    {
        _passages.Gateway.Hold(0, 1); // ten in a window of ten seconds: chance moves it by a third
        for (var window = 0; window < 12; window++)
        {
            See(_passages.Gateway, window, 1, window % 2 == 0 ? 13 : 7, 1, 0);
        }

        Assert.Equal((0, 120), (Find()[0].FromSeconds, Find()[0].UntilSeconds));
    }

    [Fact]
    public void What_is_closed_binds_all_who_wait()
    {
        _passages.Couriers[0].Hold(0, 0);
        _passages.Couriers[0].SeeWaiting(3_600_000, 5);
        _passages.Couriers[0].SeeWaiting(7_200_000, 19);
        var found = Find()[0];

        Assert.Equal((3_600, 10_800), (found.FromSeconds, found.UntilSeconds));
        Assert.Null(found.Used);
        Assert.Equal(19_000, found.WaitingMost);
    }

    [Theory]
    [InlineData(100, 5, true)]
    [InlineData(100, 4, false)]
    public void Stock_has_no_rate_and_binds_where_one_line_is_refused_for_twenty_orders(
        int passed, int refused, bool binds)
    {
        See(_passages.Stock, 0, 6, passed, refused, 0);

        Assert.Equal(binds, Find().Any());
        Assert.All(Find(), found => Assert.Null(found.PerSecond));
    }

    [Fact]
    public void A_capacity_that_changes_counts_as_long_as_it_held()
    {
        _passages.Packing.Hold(0, 10);
        _passages.Packing.Hold(60_000, 20);
        _passages.Packing.Hold(30_000, 40); // replaces what was planned for later

        Assert.Equal(30 * 10 + 70 * 40, _passages.Packing.CapacityBetween(0, 100_000));
        Assert.Equal(0, _passages.Packing.CapacityBetween(-100_000, 0));
        Assert.Null(_passages.Gateway.CapacityBetween(0, 100_000));
    }

    [Fact]
    public void A_saved_run_goes_on_with_what_was_seen()
    {
        _passages.Gateway.Hold(0, 100);
        See(_passages.Gateway, 0, 12, 1_000, 100, 7);
        using var stream = new MemoryStream();
        _passages.Save(new StateWriter(stream));
        stream.Position = 0;
        var again = new Passages(SampleFestival.Labels, -3_600_000, 10 * 86_400_000L);
        again.Load(new StateReader(stream));

        Assert.Equal(Find(), Bottleneck.Find(again, 86_400_000, new SampleScale(0.001)));
    }

    private static void See(Passage passage, int first, int windows, int passed, int refused, int waiting)
    {
        for (var window = first; window < first + windows; window++)
        {
            passage.Pass(window * WindowMs, passed);
            passage.Refuse(window * WindowMs, refused);
            passage.SeeWaiting(window * WindowMs, waiting);
        }
    }

    private IReadOnlyList<Bottleneck> Find() =>
        Bottleneck.Find(_passages, 86_400_000, new SampleScale(0.001));
}
