using System.Net.Sockets;
using System.Net.WebSockets;

namespace FlashSale.Driver;

/// <summary>Who speaks over a <see cref="Line"/>.</summary>
internal interface ILineUser
{
    /// <summary>The line is open, for the first time or again.</summary>
    void Opened();

    /// <summary>Takes what it can of the bytes that came; gives how many it took.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="isEnd">Whether the other side has closed the line after them.</param>
    /// <exception cref="InvalidDataException">They make no sense; the line is opened anew.</exception>
    int Take(ReadOnlySpan<byte> bytes, bool isEnd);

    /// <summary>The line broke or ended; what was not answered over it will not be.</summary>
    void Lost();

    /// <summary>An attempt to open it again failed.</summary>
    void Unreachable();
}

/// <summary>
/// A connection that gathers what is written while it sends, and opens itself again when it breaks.
/// </summary>
/// <param name="connector">Makes its links.</param>
/// <param name="user">Who speaks over it.</param>
/// <param name="clock">Tells when to open it again.</param>
internal sealed class Line(ILinkConnector connector, ILineUser user, TimeProvider clock) : IAsyncDisposable
{
    private const int BufferBytes = 32 << 10;
    private static readonly TimeSpan OpenAgainAfter = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private byte[] _gathering = new byte[BufferBytes];
    private byte[] _sending = new byte[BufferBytes];
    private int _gathered;
    private bool _isSending;
    private bool _hasAnswered;
    private bool _isOver;
    private ILink? _link;
    private Task _running = Task.CompletedTask;

    /// <summary>Opens lines one after the other; if one cannot be, their owner is disposed of.</summary>
    /// <exception cref="IOException">Nobody is at the address.</exception>
    public static async Task<T> OpenAll<T>(T owner, IEnumerable<Line> lines, CancellationToken stop)
        where T : IAsyncDisposable
    {
        try
        {
            foreach (var line in lines)
            {
                await line.Open(stop);
            }

            return owner;
        }
        catch
        {
            await owner.DisposeAsync();
            throw;
        }
    }

    /// <summary>Gathers bytes to be sent; they are lost if the line is.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (_gathered + bytes.Length > _gathering.Length)
            {
                Array.Resize(ref _gathering, Math.Max(_gathered + bytes.Length, _gathering.Length * 2));
            }

            bytes.CopyTo(_gathering.AsSpan(_gathered));
            _gathered += bytes.Length;
        }
    }

    /// <summary>Sends what was gathered.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            if (_isSending || _gathered == 0 || _link is null)
            {
                return;
            }

            _isSending = true;
        }

        _ = Send();
    }

    /// <summary>
    /// The other side has said that it ends the line, which is opened anew at once; called while bytes are
    /// taken.
    /// </summary>
    public void OpenAnew() => _isOver = true;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        lock (_gate)
        {
            _link?.Dispose();
        }

        await _running;
        _end.Dispose();
    }

    private static bool IsLoss(Exception fault) => fault is SocketException or WebSocketException
        or ObjectDisposedException or OperationCanceledException or InvalidDataException;

    // Keeps it open from then on, until it is disposed of.
    private async Task Open(CancellationToken stop)
    {
        try
        {
            var link = await connector.Connect(stop);
            if (TryUse(link))
            {
                _running = Run(link);
            }
        }
        catch (Exception fault) when (IsLoss(fault) && !stop.IsCancellationRequested)
        {
            throw new IOException($"cannot reach {connector.Url}: {fault.Message}", fault);
        }
    }

    // Not if it was disposed of meanwhile, which would not see this link.
    private bool TryUse(ILink link)
    {
        lock (_gate)
        {
            if (_end.IsCancellationRequested)
            {
                link.Dispose();
                return false;
            }

            (_gathered, _link) = (0, link);
        }

        (_hasAnswered, _isOver) = (false, false);
        user.Opened();
        return true;
    }

    private async Task Run(ILink link)
    {
        while (true)
        {
            await Receive(link);
            lock (_gate)
            {
                _link = null;
            }

            link.Dispose();
            user.Lost();
            if (await OpenAgain() is not { } next || !TryUse(next))
            {
                return;
            }

            link = next;
        }
    }

    // At once if it was of use, as servers and proxies close connections that were silent or have answered
    // often enough; else a server that takes connections and closes them would be asked without a pause.
    private async Task<ILink?> OpenAgain()
    {
        for (var waits = !_hasAnswered; !_end.IsCancellationRequested; waits = true)
        {
            try
            {
                if (waits)
                {
                    await Task.Delay(OpenAgainAfter, clock, _end.Token);
                }

                return await connector.Connect(_end.Token);
            }
            catch (Exception fault) when (IsLoss(fault))
            {
                user.Unreachable(); // nobody is there yet, or nobody wants to know any more
            }
        }

        return null;
    }

    private async Task Receive(ILink link)
    {
        var buffer = new byte[BufferBytes];
        var used = 0;
        try
        {
            while (await link.Receive(buffer.AsMemory(used)) is > 0 and var count)
            {
                used += count;
                var taken = TakeAll(buffer.AsSpan(0, used));
                if (_isOver)
                {
                    return;
                }

                buffer.AsSpan(taken, used - taken).CopyTo(buffer);
                used -= taken;
                if (used == buffer.Length)
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }
            }

            if (used > 0)
            {
                user.Take(buffer.AsSpan(0, used), isEnd: true);
            }
        }
        catch (Exception fault) when (IsLoss(fault))
        {
            // The line is lost: whoever speaks over it is told so.
        }
    }

    private int TakeAll(ReadOnlySpan<byte> bytes)
    {
        var taken = 0;
        while (taken < bytes.Length && !_isOver
            && user.Take(bytes[taken..], isEnd: false) is > 0 and var count)
        {
            taken += count;
            _hasAnswered = true;
        }

        return taken;
    }

    private async Task Send()
    {
        while (true)
        {
            ILink link;
            int length;
            lock (_gate)
            {
                if (_gathered == 0 || _link is null)
                {
                    _isSending = false;
                    return;
                }

                (link, length) = (_link, _gathered);
                (_gathering, _sending, _gathered) = (_sending, _gathering, 0);
            }

            try
            {
                await link.Send(_sending.AsMemory(0, length));
                await Task.Yield(); // whoever began it, such as the pacer, does not go on sending for others
            }
            catch (Exception fault) when (IsLoss(fault))
            {
                link.Dispose(); // the receiver sees it and tells
            }
        }
    }
}
