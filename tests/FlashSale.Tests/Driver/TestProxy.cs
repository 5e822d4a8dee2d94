using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FlashSale.Tests.Driver;

/// <summary>What a proxy does to the answers that it passes on.</summary>
public enum ProxyManner
{
    /// <summary>Header names in small letters, as HAProxy and Envoy send them.</summary>
    LowersNames = 1,

    /// <summary>Says that a connection ends after so many answers, and ends it.</summary>
    Closes,

    /// <summary>Ends a connection after so many answers, without saying so.</summary>
    Drops,

    /// <summary>An early hint before, chunks with extensions, trailers behind.</summary>
    Wraps,

    /// <summary>Passes bytes on under the name of the host behind, upgrades too.</summary>
    PassesOn,

    /// <summary>Leaves upgrades out, as nginx does with «proxy_pass» alone.</summary>
    ForgetsUpgrades,
}

/// <summary>A small proxy on this machine.</summary>
internal sealed class TestProxy : IAsyncDisposable
{
    private const int AnswersPerConnection = 20;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _connections = [];
    private readonly Uri _upstream;
    private readonly ProxyManner _manner;
    private readonly Task _accepting;

    public TestProxy(Uri upstream, ProxyManner manner)
    {
        (_upstream, _manner) = (upstream, manner);
        _listener.Start();
        _accepting = Accept();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>How many connections there were.</summary>
    public int Connections => _connections.Count;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _end.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                _connections.Add(Serve(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var server = new TcpClient();
        try
        {
            client.NoDelay = server.NoDelay = true;
            await server.ConnectAsync(_upstream.Host, _upstream.Port, _end.Token);
            var (near, far) = (client.GetStream(), server.GetStream());
            await (_manner == ProxyManner.PassesOn ? PassOn(near, far) : Exchange(near, far));
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException)
        {
            // One side has gone, or the test is over.
        }
        finally
        {
            client.Dispose();
        }
    }

    private async Task PassOn(Stream near, Stream far)
    {
        var head = await new Messages(near, _end.Token).Head() ?? throw new IOException();
        var lines = head.Split("\r\n").Select(line =>
            !line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase) ? line
            : $"Host: {_upstream.Authority}");
        await far.WriteAsync(Encoding.Latin1.GetBytes(string.Join("\r\n", lines)), _end.Token);
        await Task.WhenAny(near.CopyToAsync(far, _end.Token), far.CopyToAsync(near, _end.Token));
    }

    private async Task Exchange(Stream near, Stream far)
    {
        var (requests, answers) = (new Messages(near, _end.Token), new Messages(far, _end.Token));
        for (var done = 1; await requests.Head() is { } request; done++)
        {
            await far.WriteAsync(Encoding.Latin1.GetBytes(Passed(request)), _end.Token);
            await far.WriteAsync(await requests.Body(request), _end.Token);
            var head = await answers.Head() ?? throw new IOException();
            var isEnd = done == AnswersPerConnection && (_manner is ProxyManner.Closes or ProxyManner.Drops);
            var changed = Change(head, await answers.Body(head), isEnd && _manner == ProxyManner.Closes);
            await near.WriteAsync(changed, _end.Token);
            if (isEnd)
            {
                return;
            }
        }
    }

    private string Passed(string head) => _manner != ProxyManner.ForgetsUpgrades ? head
        : string.Join("\r\n", head.Split("\r\n").Where(line =>
            !line.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase)
            && !line.StartsWith("Upgrade:", StringComparison.OrdinalIgnoreCase)));

    private byte[] Change(string head, byte[] body, bool saysEnd)
    {
        var lines = head.TrimEnd().Split("\r\n");
        var names = lines.Skip(1).Where(line =>
            !line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)
            && !line.StartsWith("Transfer-Encoding:", StringComparison.OrdinalIgnoreCase));
        var length = body.Length.ToString(CultureInfo.InvariantCulture);
        string[] own = _manner switch
        {
            ProxyManner.LowersNames => [$"content-length:{length} "],
            ProxyManner.Wraps => ["transfer-encoding: CHUNKED"],
            _ => [$"Content-Length: {length}", .. saysEnd ? ["connection: Close"] : Array.Empty<string>()],
        };
        var before = _manner == ProxyManner.Wraps ? "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" : "";
        var text = before + string.Join("\r\n", [lines[0], .. names.Select(Named), .. own]) + "\r\n\r\n";
        return [.. Encoding.Latin1.GetBytes(text), .. _manner == ProxyManner.Wraps ? InChunks(body) : body];
    }

    private string Named(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return _manner == ProxyManner.LowersNames ? line[..colon].ToLowerInvariant() + line[colon..] : line;
    }

    private static byte[] InChunks(byte[] body)
    {
        var half = body.Length / 2;
        byte[] Chunk(byte[] part) => part.Length == 0
            ? []
            : [.. Encoding.Latin1.GetBytes($"{part.Length:X};a=\"b\"\r\n"), .. part, .. "\r\n"u8];
        return [.. Chunk(body[..half]), .. Chunk(body[half..]), .. "0;last\r\nServer-Timing: x\r\n\r\n"u8];
    }

    /// <summary>Reads heads and bodies one after the other.</summary>
    private sealed class Messages(Stream stream, CancellationToken end)
    {
        private readonly byte[] _one = new byte[1];

        /// <summary>A head with its end; null if the other side has closed.</summary>
        public async Task<string?> Head()
        {
            var head = new StringBuilder();
            do
            {
                if (await stream.ReadAsync(_one, end) == 0)
                {
                    return null;
                }

                head.Append((char)_one[0]);
            }
            while (head.Length < 4 || head.ToString(head.Length - 4, 4) != "\r\n\r\n");
            return head.ToString();
        }

        public async Task<byte[]> Body(string head)
        {
            if (head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
            {
                return await Chunks();
            }

            const string name = "\r\nContent-Length:";
            var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            return at < 0 ? [] : await Bytes(int.Parse(
                head[(at + name.Length)..].Split('\r')[0], CultureInfo.InvariantCulture));
        }

        private async Task<byte[]> Chunks()
        {
            var body = new List<byte>();
            while (true)
            {
                var line = new StringBuilder();
                while (line.Length < 2 || line[^1] != '\n')
                {
                    line.Append((char)(await Bytes(1))[0]);
                }

                var length = Convert.ToInt32(line.ToString().Trim(), 16);
                body.AddRange((await Bytes(length + 2))[..length]);
                if (length == 0)
                {
                    return [.. body];
                }
            }
        }

        private async Task<byte[]> Bytes(int count)
        {
            var bytes = new byte[count];
            await stream.ReadExactlyAsync(bytes, end);
            return bytes;
        }
    }
}
