using System.Net.Sockets;

namespace FlashSale.Driver;

/// <summary>Who speaks over a <see cref="TcpLine"/>.</summary>
internal interface ILineUser
{
    /// <summary>The line is open, for the first time or again.</summary>
    void Opened();

    /// <summary>Takes what it can of the bytes that came; gives how many it took.</summary>
    /// <exception cref="InvalidDataException">They make no sense; the line is opened anew.</exception>
    int Take(ReadOnlySpan<byte> bytes);

    /// <summary>The line broke; what was not answered will not be.</summary>
    void Lost();
}

/// <summary>
/// A connection that gathers what is written while it sends, and opens itself again when it breaks.
/// </summary>
internal sealed class TcpLine : IAsyncDisposable
{
    private const int BufferBytes = 16 << 10;
    private static readonly TimeSpan OpenAgainAfter = TimeSpan.FromMilliseconds(100);

    private readonly Uri _address;
    private readonly ILineUser _user;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private byte[] _gathering = new byte[BufferBytes];
    private byte[] _sending = new byte[BufferBytes];
    private int _gathered;
    private bool _isSending;
    private Socket? _socket;
    private Task _running = Task.CompletedTask;

    public TcpLine(Uri address, ILineUser user, TimeProvider clock) =>
        (_address, _user, _clock) = (address, user, clock);

    /// <summary>Opens the line and keeps it open until it is disposed of.</summary>
    /// <exception cref="SocketException">There is nobody at the address.</exception>
    public async Task Open(CancellationToken stop)
    {
        var socket = await Connect(stop);
        Use(socket);
        _running = Run(socket);
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
            if (_isSending || _gathered == 0 || _socket is null)
            {
                return;
            }

            _isSending = true;
        }

        _ = Send();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _socket?.Dispose();
        await _running;
        _end.Dispose();
    }

    private async Task<Socket> Connect(CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(_address.Host.Trim('[', ']'), _address.Port, stop);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private void Use(Socket socket)
    {
        lock (_gate)
        {
            (_gathered, _socket) = (0, socket);
        }

        _user.Opened();
    }

    private async Task Run(Socket socket)
    {
        while (true)
        {
            await Receive(socket);
            lock (_gate)
            {
                _socket = null;
            }

            socket.Dispose();
            _user.Lost();
            if (await OpenAgain() is not { } next)
            {
                return;
            }

            socket = next;
            Use(socket);
        }
    }

    private async Task<Socket?> OpenAgain()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(OpenAgainAfter, _clock, _end.Token);
                return await Connect(_end.Token);
            }
            catch (Exception fault) when (fault is SocketException or OperationCanceledException)
            {
                // Nobody is there yet, or nobody wants to know any more.
            }
        }

        return null;
    }

    private async Task Receive(Socket socket)
    {
        var buffer = new byte[BufferBytes];
        var used = 0;
        try
        {
            while (true)
            {
                var count = await socket.ReceiveAsync(buffer.AsMemory(used));
                if (count == 0)
                {
                    return;
                }

                used += count;
                var taken = TakeAll(buffer.AsSpan(0, used));
                buffer.AsSpan(taken, used - taken).CopyTo(buffer);
                used -= taken;
                if (used == buffer.Length)
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }
            }
        }
        catch (Exception fault)
            when (fault is SocketException or ObjectDisposedException or InvalidDataException)
        {
            // The line is lost: whoever speaks over it is told so.
        }
    }

    private int TakeAll(ReadOnlySpan<byte> bytes)
    {
        var taken = 0;
        while (taken < bytes.Length && _user.Take(bytes[taken..]) is > 0 and var count)
        {
            taken += count;
        }

        return taken;
    }

    private async Task Send()
    {
        while (true)
        {
            Socket socket;
            int length;
            lock (_gate)
            {
                if (_gathered == 0 || _socket is null)
                {
                    _isSending = false;
                    return;
                }

                (socket, length) = (_socket, _gathered);
                (_gathering, _sending, _gathered) = (_sending, _gathering, 0);
            }

            try
            {
                for (var sent = 0; sent < length;)
                {
                    sent += await socket.SendAsync(_sending.AsMemory(sent, length - sent));
                }

                await Task.Yield(); // whoever began it, such as the pacer, does not go on sending for others
            }
            catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
            {
                socket.Dispose(); // the receiver sees it and tells
            }
        }
    }
}
