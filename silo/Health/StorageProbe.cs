namespace FlashSale.Silo;

/// <summary>Tells whether rows can be written now, by writing one.</summary>
/// <remarks>The answer is kept for a second, so that whoever asks often costs no more than that.</remarks>
internal sealed class StorageProbe(IRowStore rows, TimeProvider clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PatienceMax = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private Task<bool> _answer = Task.FromResult(false);
    private long _askedAt = long.MinValue;

    /// <summary>Whether a row could be written within two seconds.</summary>
    public Task<bool> IsWritable()
    {
        lock (_lock)
        {
            var isOld = _askedAt == long.MinValue || clock.GetElapsedTime(_askedAt) >= KeptFor;
            if (isOld && (_answer.IsCompleted || _askedAt == long.MinValue))
            {
                (_askedAt, _answer) = (clock.GetTimestamp(), Ask());
            }

            return _answer;
        }
    }

    private async Task<bool> Ask()
    {
        try
        {
            await Write().WaitAsync(PatienceMax, clock);
            return true;
        }
        catch (Exception fault) when (fault is RowStoreException or TimeoutException)
        {
            return false;
        }
        catch (RowConflictException)
        {
            return true; // another silo was faster with its probe: rows can be written
        }
    }

    private async Task Write()
    {
        var key = new RowKey(RowKind.Probe, 0);
        var version = (await rows.Read(key))?.Version ?? 0;
        await rows.Write(new[] { new RowWrite(key, version, []) });
    }
}
