using Npgsql;
using Orleans.Streams;

namespace FlashSale.Cluster.Tests;

/// <summary>Our statements under Orleans' stream provider, on a real PostgreSQL.</summary>
public sealed class PostgresStreamTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly StreamId Orders = StreamId.Create("orders", 3);
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    [PostgresFact]
    public async Task Batches_arrive_in_the_order_in_which_they_were_sent()
    {
        using var providers = await Providers.Over(await NewDatabase(), lease: Long);
        var (adapter, receiver) = await Open(providers);

        await Send(adapter, "one", "two");
        await Send(adapter, "three");

        var batches = await Receive(receiver);
        Assert.Equal(["one", "two", "three"], batches.SelectMany(Texts));
        Assert.All(batches, batch => Assert.Equal(Orders, batch.StreamId));
    }

    [PostgresFact]
    public async Task A_batch_is_received_by_one_receiver_until_its_lease_ends()
    {
        using var providers = await Providers.Over(await NewDatabase(), lease: Long);
        var (adapter, receiver) = await Open(providers);
        var (_, other) = await Open(providers);
        await Send(adapter, "one");

        Assert.Single(await Receive(receiver));
        Assert.Empty(await Receive(other));
    }

    [PostgresFact]
    public async Task What_was_delivered_never_comes_again()
    {
        using var providers = await Providers.Over(await NewDatabase());
        var (adapter, receiver) = await Open(providers);
        await Send(adapter, "one");

        await Deliver(receiver, await Receive(receiver));

        Assert.Empty(await Receive(receiver));
    }

    [PostgresFact]
    public async Task A_receiver_that_stops_gives_back_what_it_did_not_deliver()
    {
        using var providers = await Providers.Over(await NewDatabase(), lease: Long);
        var (adapter, receiver) = await Open(providers);
        var (_, other) = await Open(providers);
        await Send(adapter, "one");
        await Receive(receiver);

        await receiver.Shutdown(Long);

        Assert.Equal(["one"], (await Receive(other)).SelectMany(Texts));
    }

    [PostgresFact]
    public async Task A_receiver_whose_lease_ran_out_confirms_nothing()
    {
        using var providers = await Providers.Over(await NewDatabase());
        var (adapter, late) = await Open(providers);
        var (_, next) = await Open(providers);
        await Send(adapter, "one");
        var mine = await Receive(late);
        Assert.Single(await Receive(next));

        await Deliver(late, mine);

        Assert.Single(await Receive(next));
    }

    [PostgresFact]
    public async Task What_is_never_delivered_becomes_a_dead_letter()
    {
        var database = await NewDatabase();
        using var providers = await Providers.Over(database);
        var (adapter, receiver) = await Open(providers);
        await Send(adapter, "one");

        for (var tries = 0; tries < 3; tries++)
        {
            Assert.Single(await Receive(receiver));
        }

        Assert.Empty(await Receive(receiver));
        Assert.Equal((0L, 1L), await Counts(database));
    }

    [PostgresFact]
    public async Task A_consumer_that_fails_gets_the_batch_again_at_once_and_not_for_ever()
    {
        var database = await NewDatabase();
        using var providers = await Providers.Over(database, lease: Long);
        var (adapter, receiver) = await Open(providers);
        var failures = await providers.Streams.GetDeliveryFailureHandler(Queue(providers));
        await Send(adapter, "one");

        for (var tries = 0; tries < 3; tries++)
        {
            var batch = Assert.Single(await Receive(receiver));
            await failures.OnDeliveryFailure(
                GuidId.GetGuidId(Guid.Empty), OrderFeed.Provider, Orders, batch.SequenceToken);
        }

        Assert.Empty(await Receive(receiver));
        Assert.Equal((0L, 1L), await Counts(database));
    }

    private static QueueId Queue(Providers providers) =>
        providers.Streams.GetStreamQueueMapper().GetQueueForStream(Orders);

    private static async Task<(IQueueAdapter Adapter, IQueueAdapterReceiver Receiver)> Open(
        Providers providers)
    {
        var adapter = await providers.Streams.CreateAdapter(CancellationToken.None);
        return (adapter, adapter.CreateReceiver(Queue(providers)));
    }

    private static Task Send(IQueueAdapter adapter, params string[] texts) =>
        adapter.QueueMessageBatchAsync(Orders, texts, null!, null!);

    private static Task<IList<IBatchContainer>> Receive(IQueueAdapterReceiver receiver) =>
        receiver.GetQueueMessagesAsync(10, CancellationToken.None);

    private static Task Deliver(IQueueAdapterReceiver receiver, IList<IBatchContainer> batches) =>
        receiver.MessagesDeliveredAsync(batches, CancellationToken.None);

    private static IEnumerable<string> Texts(IBatchContainer batch) =>
        batch.GetEvents<string>().Select(one => one.Item1);

    private static async Task<(long Waiting, long Dead)> Counts(string connection)
    {
        await using var database = NpgsqlDataSource.Create(connection);
        await using var command = database.CreateCommand(
            "SELECT (SELECT count(*) FROM stream_message), (SELECT count(*) FROM stream_dead_letter)");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private async Task<string> NewDatabase() => await (await postgres.Server).CreateDatabase();
}
