namespace FlashSale.Grains;

/// <summary>
/// Looks regularly for rows with something to do though nobody calls: deadlines, and what a crash has left.
/// </summary>
/// <remarks>A timer looks every second; a reminder brings it back after the silo has died.</remarks>
internal sealed class SweepGrain(GrainRoom room) : Grain, ISweepGrain, IRemindable
{
    private const int RowsMax = 1_000;
    private const int CallsAtOnce = 32;
    private const string Reminder = "sweep";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ReminderEvery = TimeSpan.FromMinutes(1);

    private IGrainTimer? _timer;

    private int Slice => (int)this.GetPrimaryKeyLong();

    public async Task Start()
    {
        await this.RegisterOrUpdateReminder(Reminder, ReminderEvery, ReminderEvery);
        Look();
    }

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        Look();
        return Task.CompletedTask;
    }

    public async Task<int> Sweep()
    {
        var woken = 0;
        foreach (var kind in (RowKind[])[RowKind.Account, RowKind.Store, RowKind.Checkout, RowKind.Hold])
        {
            woken += await Sweep(kind);
        }

        var events = await room.Store.FindDue(
            RowKind.Event, long.MaxValue, Slice, Sweeps.Slices, rowsMax: 1);
        if (events.Count > 0)
        {
            var partition = (int)(events[0].Key.Owner % OrderFeed.Partitions);
            await room.Grains.Outbox(partition).Notice();
        }

        return woken + events.Count;
    }

    private async Task<int> Sweep(RowKind kind)
    {
        var now = room.Now.ToUnixTimeMilliseconds();
        var due = await room.Store.FindDue(kind, now, Slice, Sweeps.Slices, RowsMax);
        var owners = due.Select(row => row.Key.Owner).Distinct().ToArray();
        foreach (var some in owners.Chunk(CallsAtOnce))
        {
            await Task.WhenAll(some.Select(owner => Wake(kind, owner)));
        }

        return owners.Length;
    }

    private async Task Wake(RowKind kind, long owner)
    {
        try
        {
            await (kind switch
            {
                RowKind.Account => room.Grains.Accounts(owner).Wake(),
                RowKind.Store => room.Grains.Store(new StoreId((int)owner)).Wake(),
                RowKind.Checkout => room.Grains.Cart(new BuyerId((int)owner)).Wake(),
                _ => Resolve(owner),
            });
        }
        catch (Exception failure)
            when (failure is GrainFaultException or OrleansException or TimeoutException)
        {
            // It stays due: the next round comes back to it.
        }
    }

    private async Task Resolve(long stock)
    {
        var listing = room.Grains.Listing(StockKey.ListingOf(stock));
        await ((await listing.Quote()).Buckets > 1
            ? room.Grains.Bucket(stock).Resolve()
            : listing.Resolve());
    }

    private void Look() => _timer ??= this.RegisterGrainTimer(
        _ => Sweep(), new GrainTimerCreationOptions(Every, Every) { KeepAlive = true });
}
