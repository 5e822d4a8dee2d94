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
    private bool _isComplete;

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
        foreach (var table in RowTable.All)
        {
            woken += table.Wake is { } wake ? await Sweep(table, wake) : 0;
        }

        return woken + await Complete();
    }

    /// <summary>Once after the cluster has started, one sweep brings rows of before up to date.</summary>
    private async Task<int> Complete()
    {
        if (_isComplete || Slice != 0)
        {
            return 0;
        }

        var added = 0;
        foreach (var table in RowTable.All)
        {
            added += table.Complete is { } complete ? await complete(room) : 0;
        }

        _isComplete = true;
        return added;
    }

    private async Task<int> Sweep(RowTable table, Func<GrainRoom, long, Task> wake)
    {
        var (dueBy, rowsMax) =
            table.IsDueAtOnce ? (long.MaxValue, 1) : (room.Now.ToUnixTimeMilliseconds(), RowsMax);
        var due = await room.Store.FindDue(table.Kind, dueBy, Slice, Sweeps.Slices, rowsMax);
        var owners = due.Select(row => row.Key.Owner).Distinct().ToArray();
        foreach (var some in owners.Chunk(CallsAtOnce))
        {
            await Task.WhenAll(some.Select(owner => Call(wake, owner)));
        }

        return owners.Length;
    }

    private async Task Call(Func<GrainRoom, long, Task> wake, long owner)
    {
        try
        {
            await wake(room, owner);
        }
        catch (Exception failure)
            when (failure is GrainFaultException or OrleansException or TimeoutException
                or MarketBusyException)
        {
            // It stays due: the next round comes back to it.
        }
    }

    private void Look() => _timer ??= this.RegisterGrainTimer(
        _ => Sweep(), new GrainTimerCreationOptions(Every, Every) { KeepAlive = true });
}
