using FlashSale.Engine;
using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Queueing;

public sealed class PacedGateTests
{
    [Fact]
    public void A_crowd_passes_evenly_spaced()
    {
        var gate = new PacedGate(perSecond: 400);
        var passing = Enumerable.Range(0, 8).Select(_ => At(gate, 1_000)).ToArray();

        Assert.Equal([1_000, 1_002, 1_005, 1_007, 1_010, 1_012, 1_015, 1_017], passing);
    }

    [Fact]
    public void Who_comes_alone_passes_at_once_and_a_quiet_time_is_not_saved_up()
    {
        var gate = new PacedGate(perSecond: 1);

        Assert.Equal(PassResult.Passed, gate.Arrive(0, out _));
        Assert.Equal(PassResult.Passed, gate.Arrive(60_000, out _));
        Assert.Equal(PassResult.Later, gate.Arrive(60_000, out var at));
        Assert.Equal(61_000, at);
    }

    [Theory]
    [InlineData(0.37)]
    [InlineData(491)]
    [InlineData(583_000)]
    [InlineData(5_830_000.5)]
    public void The_rate_is_held_to_a_part_in_a_million(double perSecond)
    {
        var gate = new PacedGate(perSecond);
        const int crowd = 300_000;
        var last = 0L;
        for (var i = 0; i <= crowd; i++)
        {
            gate.Arrive(0, out last);
        }

        var expected = crowd / perSecond * 1_000;
        Assert.InRange(last, expected - 1 - expected / 1e6, expected + 1);
    }

    [Fact]
    public void No_second_sees_more_than_the_rate_however_bursty_the_crowd()
    {
        var gate = new PacedGate(perSecond: 80.5);
        var draws = Draws.For(1, 1, 1);
        var passing = new List<long>();
        for (var now = 0L; now < 100_000; now += draws.Below(400))
        {
            for (var crowd = draws.Below(40); crowd > 0; crowd--)
            {
                passing.Add(At(gate, now));
            }
        }

        Assert.Equal(passing.Order(), passing);
        Assert.InRange(passing.GroupBy(at => at / 1_000).Max(second => second.Count()), 78, 82);
    }

    [Fact]
    public void A_full_backlog_refuses_and_names_a_time_at_which_there_is_room()
    {
        var gate = new PacedGate(perSecond: 10, backlogMax: 3);
        for (var i = 0; i < 4; i++)
        {
            At(gate, 0); // one passes, three wait
        }

        Assert.Equal(3, gate.Backlog(0));
        Assert.Equal(PassResult.Refused, gate.Arrive(50, out var retryAt));
        Assert.Equal(3, gate.Backlog(50)); // refused: nothing has changed
        Assert.InRange(retryAt, 51, 151);
        Assert.Equal(PassResult.Later, gate.Arrive(150, out var at));
        Assert.Equal(400, at);
        Assert.Equal(0, gate.Backlog(400));
    }

    [Fact]
    public void A_gate_with_no_room_to_wait_lets_pass_or_refuses()
    {
        var gate = new PacedGate(perSecond: 2, backlogMax: 0);

        Assert.Equal(PassResult.Passed, gate.Arrive(0, out _));
        Assert.Equal(PassResult.Refused, gate.Arrive(499, out _));
        Assert.Equal(PassResult.Passed, gate.Arrive(500, out _));
    }

    [Fact]
    public void A_new_rate_and_a_closure_hold_for_those_who_come_later()
    {
        var gate = new PacedGate(perSecond: 1);
        At(gate, 0);
        Assert.Equal(1_000, At(gate, 0));
        gate.ChangeRate(10);
        Assert.Equal(2_000, At(gate, 0));
        Assert.Equal(2_100, At(gate, 0));
        gate.CloseUntil(5_000);
        Assert.Equal(5_000, At(gate, 3_000));
        gate.CloseUntil(100); // earlier than what is promised already
        Assert.Equal(5_100, At(gate, 3_000));
    }

    [Fact]
    public void A_cold_gate_lets_a_third_pass_at_first_and_all_once_it_is_warm()
    {
        var gate = new PacedGate(perSecond: 900);
        gate.StartCold(fromMs: 1_000, withinMs: 30_000);
        var seconds = Enumerable.Range(0, 40_000).GroupBy(_ => At(gate, 1_000) / 1_000);
        var passed = seconds.ToDictionary(second => second.Key, second => second.Count());

        Assert.InRange(passed[1], 305, 315); // a third, and growing
        Assert.InRange(passed[16], 608, 612); // two thirds half way
        Assert.InRange(passed[31], 899, 901);
        Assert.InRange(passed[41], 899, 901);
        Assert.InRange(passed.Values.Take(30).Sum(), 17_990, 18_010); // 30 s at two thirds
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_rate_that_is_not_positive_is_refused(double perSecond) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PacedGate(perSecond));

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(0.95)]
    public void Mean_waits_agree_with_those_of_one_server_with_constant_service(double load)
    {
        const int customers = 500_000;
        const double spacingMs = 100_000;
        var gate = new PacedGate(1_000 / spacingMs);
        var between = new Exponential(spacingMs / load);
        var draws = Draws.For(3, 1, 1);
        double arrival = 0, waited = 0;
        for (var i = 0; i < customers; i++)
        {
            arrival += between.Draw(ref draws);
            gate.Arrive((long)arrival, out var at);
            waited += at - (long)arrival;
        }

        Assert.InRange(waited / customers / spacingMs / QueueTheory.MeanWaitMD1(load), 0.97, 1.03);
    }

    [Fact]
    public void A_saved_gate_goes_on_like_the_original()
    {
        var gate = new PacedGate(perSecond: 0.37, backlogMax: 100);
        for (var i = 0; i < 10; i++)
        {
            At(gate, i);
        }

        gate.StartCold(fromMs: 30_000, withinMs: 20_000);
        using var stream = new MemoryStream();
        gate.Save(new StateWriter(stream));
        stream.Position = 0;
        var copy = PacedGate.Load(new StateReader(stream));

        Assert.Equal((gate.PerSecond, gate.BacklogMax), (copy.PerSecond, copy.BacklogMax));
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(At(gate, 2_000), At(copy, 2_000));
        }
    }

    private static long At(PacedGate gate, long nowMs)
    {
        Assert.NotEqual(PassResult.Refused, gate.Arrive(nowMs, out var at));
        return at;
    }
}
