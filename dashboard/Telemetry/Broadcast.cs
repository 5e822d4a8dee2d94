namespace FlashSale.Dashboard;

/// <summary>The newest frame, for any number of viewers: its bytes are made once and shared.</summary>
internal sealed class Broadcast
{
    private readonly Lock _gate = new();
    private TaskCompletionSource<Frame> _next = New();
    private Frame _newest = new(0, ReadOnlyMemory<byte>.Empty);
    private int _viewers;

    /// <summary>How many watch.</summary>
    public int Viewers => Volatile.Read(ref _viewers);

    /// <summary>The newest frame.</summary>
    public Frame Newest => Volatile.Read(ref _newest);

    /// <summary>Gives everyone a new frame.</summary>
    public void Publish(Frame frame)
    {
        TaskCompletionSource<Frame> due;
        lock (_gate)
        {
            Volatile.Write(ref _newest, frame);
            (due, _next) = (_next, New());
        }

        due.SetResult(frame);
    }

    /// <summary>
    /// A frame after this one: the newest, at once if there is one. Who was slow skips those between.
    /// </summary>
    public Task<Frame> After(long number)
    {
        lock (_gate)
        {
            return _newest.Number > number ? Task.FromResult(_newest) : _next.Task;
        }
    }

    /// <summary>A viewer comes (1) or goes (−1); the number of those who watch then.</summary>
    public int Count(int change) => Interlocked.Add(ref _viewers, change);

    private static TaskCompletionSource<Frame> New() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>What one tick tells.</summary>
/// <param name="Number">Which tick, from 1.</param>
/// <param name="Bytes">The whole event as it goes over the wire.</param>
internal sealed record Frame(long Number, ReadOnlyMemory<byte> Bytes);
