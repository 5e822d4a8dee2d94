using Orleans.Serialization;

namespace FlashSale.Grains;

/// <summary>
/// The rows of one activation: their versions, what has changed, and one write for all changes that wait.
/// </summary>
/// <remarks>
/// While a write is on its way, further changes collect and share the next one. When a write fails the
/// memory is ahead of the store: nothing is saved any more, and the activation has to end.
/// </remarks>
internal sealed class GrainRows(IRowStore store, Serializer serializer, Action onFailed)
{
    private readonly Dictionary<RowKey, long> _versions = [];
    private readonly Dictionary<RowKey, RowWrite> _changed = [];
    private readonly List<RowWrite> _once = [];
    private TaskCompletionSource? _next;
    private bool _isWriting;

    /// <summary>Fills in rows that are cheaper to write once for many changes.</summary>
    public Action? BeforeWrite { get; set; }

    /// <summary>Why nothing can be saved any more; null while it can.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Loads a row; the default if there is none.</summary>
    public async ValueTask<T?> Load<T>(RowKey key)
    {
        var row = await store.Read(key);
        return row is null ? default : Loaded<T>(row);
    }

    /// <summary>Looks at a row that is not going to be written; the default if there is none.</summary>
    public async ValueTask<T?> Look<T>(RowKey key) =>
        await store.Read(key) is { } row ? serializer.Deserialize<T>(row.Body) : default;

    /// <summary>Loads all rows of a kind that an owner has.</summary>
    public async ValueTask<IReadOnlyList<(long Item, T State)>> LoadAll<T>(RowKind kind, long owner)
    {
        var rows = await store.ReadAll(kind, owner);
        return [.. rows.Select(row => (row.Key.Item, Loaded<T>(row)))];
    }

    /// <summary>Says that a row is to be written as it is now.</summary>
    public void Put<T>(RowKey key, T state, DateTimeOffset? due = null) =>
        _changed[key] = new RowWrite(
            key, _versions.GetValueOrDefault(key), serializer.SerializeToArray(state),
            due?.ToUnixTimeMilliseconds());

    /// <summary>Says that a new row is to be written that this activation never touches again.</summary>
    public void PutOnce<T>(RowKey key, T state, DateTimeOffset? due = null) =>
        _once.Add(new RowWrite(key, 0, serializer.SerializeToArray(state), due?.ToUnixTimeMilliseconds()));

    /// <summary>
    /// Says that a row which was written once, here or by another grain, is to be deleted.
    /// </summary>
    public void DeleteOnce(RowKey key) => _once.Add(new RowWrite(key, 1, null));

    /// <summary>Says that a row is to be deleted, if it was ever written.</summary>
    public void Delete(RowKey key)
    {
        if (_versions.TryGetValue(key, out var version))
        {
            _changed[key] = new RowWrite(key, version, null);
        }
        else
        {
            _changed.Remove(key);
        }
    }

    /// <summary>Leaves a row that others may ask for again to the store alone.</summary>
    public void Unload(RowKey key) => _versions.Remove(key);

    /// <summary>Writes all changes; completes when they are durable.</summary>
    /// <exception cref="GrainFaultException">They are not, or nothing is known about it.</exception>
    public Task Save()
    {
        if (Failure is not null)
        {
            return Task.FromException(Fault(Failure));
        }

        if (_isWriting)
        {
            _next ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _next.Task;
        }

        var write = Begin();
        if (write.IsCompletedSuccessfully)
        {
            return Task.CompletedTask;
        }

        _isWriting = true;
        return Finish(write);
    }

    private async Task Finish(ValueTask write)
    {
        try
        {
            await write;
        }
        catch (Exception failure) when (failure is GrainFaultException or RowConflictException)
        {
            Fail(failure);
            throw Fault(failure);
        }
        finally
        {
            _isWriting = false;
        }

        if (_next is { } next)
        {
            _next = null;
            _ = Forward(Save(), next);
        }
    }

    private static async Task Forward(Task save, TaskCompletionSource next)
    {
        try
        {
            await save;
            next.SetResult();
        }
        catch (GrainFaultException fault)
        {
            next.SetException(fault);
        }
    }

    private ValueTask Begin()
    {
        BeforeWrite?.Invoke();
        if (_changed.Count + _once.Count == 0)
        {
            return ValueTask.CompletedTask;
        }

        var rows = new RowWrite[_changed.Count + _once.Count];
        var tracked = rows.AsSpan(0, _changed.Count);
        _changed.Values.CopyTo(rows, 0);
        _once.CopyTo(rows, _changed.Count);
        _changed.Clear();
        _once.Clear();
        foreach (ref readonly var row in tracked)
        {
            if (row.Body is null)
            {
                _versions.Remove(row.Key);
            }
            else
            {
                _versions[row.Key] = row.Version + 1;
            }
        }

        return store.Write(rows);
    }

    private void Fail(Exception failure)
    {
        Failure = failure;
        var next = _next;
        _next = null;
        next?.SetException(Fault(failure));
        onFailed();
    }

    private static GrainFaultException Fault(Exception failure) => failure as GrainFaultException
        ?? new($"The rows could not be saved; send the request again. {failure.Message}");

    private T Loaded<T>(StoredRow row)
    {
        _versions[row.Key] = row.Version;
        return serializer.Deserialize<T>(row.Body)!;
    }
}
