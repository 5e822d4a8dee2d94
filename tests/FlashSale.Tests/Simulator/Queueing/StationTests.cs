using FlashSale.Engine;
using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Queueing;

public sealed class StationTests
{
    [Fact]
    public void Customers_are_served_in_the_order_of_their_coming()
    {
        var station = new Station(servers: 1, waitingMax: 2);

        Assert.Equal(ArriveResult.Started, station.Arrive(1));
        Assert.Equal(ArriveResult.Waiting, station.Arrive(2));
        Assert.Equal(ArriveResult.Waiting, station.Arrive(3));
        Assert.Equal(ArriveResult.Refused, station.Arrive(4));
        Assert.Equal((1, 2), (station.Busy, station.Waiting));

        Assert.True(station.Done(out var next));
        Assert.Equal(2, next);
        Assert.True(station.Done(out next));
        Assert.Equal(3, next);
        Assert.False(station.Done(out _));
        Assert.Equal((0, 0), (station.Busy, station.Waiting));
        Assert.Throws<InvalidOperationException>(() => station.Done(out _));
    }

    [Fact]
    public void Servers_that_are_added_take_from_the_queue_and_servers_that_are_cut_finish_first()
    {
        var station = new Station(servers: 2);
        for (var customer = 1; customer <= 5; customer++)
        {
            station.Arrive(customer);
        }

        station.Resize(1);
        Assert.False(station.Done(out _)); // the second server leaves after its customer
        station.Resize(3);
        Assert.True(station.TryStart(out var next));
        Assert.Equal(3, next);
        Assert.True(station.TryStart(out _));
        Assert.False(station.TryStart(out _));
        Assert.Equal((3, 1), (station.Busy, station.Waiting));
    }

    [Theory] // The tolerances of the mean wait are about two standard errors.
    [InlineData(1, 0.5, 0.02)]
    [InlineData(1, 0.8, 0.04)]
    [InlineData(4, 0.7, 0.04)]
    [InlineData(20, 0.8, 0.08)]
    public void Waits_and_loads_agree_with_Erlang_and_queues_with_Little(
        int servers, double utilisation, double tolerance)
    {
        var load = servers * utilisation;
        var run = new MarkovQueue(servers, load);
        run.Run();

        Assert.InRange(run.MeanWait / QueueTheory.MeanWaitMMc(servers, load), 1 - tolerance, 1 + tolerance);
        Assert.InRange(run.ShareWaiting / QueueTheory.ErlangC(servers, load), 0.98, 1.02);
        Assert.InRange(run.MeanBusy / load, 0.99, 1.01);
        Assert.InRange(run.MeanQueue / (run.ArrivalRate * run.MeanWait), 0.9999, 1.0001); // Little's law
    }

    [Fact]
    public void A_saved_station_goes_on_like_the_original()
    {
        var station = new Station(servers: 1, waitingMax: 5);
        station.Arrive(7);
        station.Arrive(long.MinValue);
        station.Arrive(9);
        using var stream = new MemoryStream();
        station.Save(new StateWriter(stream));
        stream.Position = 0;
        var copy = Station.Load(new StateReader(stream));

        Assert.Equal((1, 1, 2, 5), (copy.Servers, copy.Busy, copy.Waiting, copy.WaitingMax));
        copy.Done(out var next);
        Assert.Equal(long.MinValue, next);
        copy.Done(out next);
        Assert.Equal(9, next);
    }
}
