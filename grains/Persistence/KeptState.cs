namespace FlashSale.Grains;

/// <summary>The state of a grain that Orleans' persistence keeps; null before it was ever saved.</summary>
/// <remarks>
/// When a save fails nothing is known about it, and the memory is ahead of the store: nothing is saved any
/// more, and the activation ends. The next one reads what is really there.
/// </remarks>
internal sealed class KeptState<T>(IPersistentState<T> state, GrainRoom room, IGrainBase grain)
    where T : class
{
    private bool _hasFailed;

    /// <summary>The state as it was saved last.</summary>
    public T? Value => state.RecordExists ? state.State : null;

    /// <summary>
    /// Takes over what a version before this one kept in a row of its own, unless there is a newer state.
    /// </summary>
    /// <remarks>
    /// First the state is saved, then the row deleted: what a crash leaves in between is never read again.
    /// </remarks>
    public async Task TakeOver(RowKey row)
    {
        if (state.RecordExists || await room.Store.Read(row) is not { } old)
        {
            return;
        }

        await Save(room.Serializer.Deserialize<T>(old.Body)!);
        try
        {
            await room.Store.Write(new[] { new RowWrite(row, old.Version, null) });
        }
        catch (RowConflictException conflict)
        {
            throw Fault(conflict.Message);
        }
    }

    /// <summary>Saves a state; completes when it is durable.</summary>
    /// <exception cref="GrainFaultException">It is not, or nothing is known about it.</exception>
    public Task Save(T value) => Write(() =>
    {
        state.State = value;
        return state.WriteStateAsync();
    });

    /// <summary>Forgets the state; completes when that is durable.</summary>
    /// <exception cref="GrainFaultException">It is not, or nothing is known about it.</exception>
    public Task Clear() => Write(state.ClearStateAsync);

    private async Task Write(Func<Task> write)
    {
        if (_hasFailed)
        {
            throw Fault("An earlier save has failed.");
        }

        try
        {
            await write();
        }
        catch (OrleansException failure)
        {
            _hasFailed = true;
            grain.DeactivateOnIdle();
            throw Fault(failure.Message);
        }
    }

    private static GrainFaultException Fault(string reason) =>
        new($"The state could not be saved; send the request again. {reason}");
}
