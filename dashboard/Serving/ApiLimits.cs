using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace FlashSale.Dashboard;

/// <summary>The limits of the API: nothing that comes in is unbounded.</summary>
/// <remarks>All are assumed; a host sets what suits its machine.</remarks>
public sealed record ApiLimits
{
    /// <summary>Bytes of a request's body; a batch may have <see cref="BatchBytesMax"/>.</summary>
    public int BodyBytesMax { get; init; } = 64 << 10;

    /// <summary>Bytes of a batch.</summary>
    public int BatchBytesMax { get; init; } = 4 << 20;

    /// <summary>Commands of a batch.</summary>
    public int BatchCommandsMax { get; init; } = 1_000;

    /// <summary>How deep JSON may be nested.</summary>
    public int JsonDepthMax { get; init; } = 16;

    /// <summary>Bytes of all headers of a request together.</summary>
    public int HeaderBytesMax { get; init; } = 16 << 10;

    /// <summary>Headers of a request.</summary>
    public int HeadersMax { get; init; } = 64;

    /// <summary>Bytes of the first line of a request.</summary>
    public int RequestLineBytesMax { get; init; } = 4 << 10;

    /// <summary>How long the headers of a request may take.</summary>
    public TimeSpan HeadersWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How slow a body may come, and an answer be taken, in bytes a second.</summary>
    public int BytesPerSecondMin { get; init; } = 240;

    /// <summary>How long a body or an answer may be slower than that.</summary>
    public TimeSpan SlowWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the market may take to answer; what became of the request is then unknown.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may be idle.</summary>
    public TimeSpan IdleWithin { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Connections at one time.</summary>
    public int ConnectionsMax { get; init; } = 4_096;

    /// <summary>Command streams at one time.</summary>
    public int StreamsMax { get; init; } = 256;

    /// <summary>Commands of a stream that may wait for their answers.</summary>
    public int StreamWindow { get; init; } = 16_384;

    /// <summary>Bytes of one message of a stream.</summary>
    public int StreamMessageBytesMax { get; init; } = 256 << 10;

    /// <summary>Buyers; ids are below this. The market's tables grow with the highest id in use.</summary>
    public int BuyersMax { get; init; } = 1 << 24;

    /// <summary>Stores; ids are below this.</summary>
    public int StoresMax { get; init; } = 1 << 18;

    /// <summary>Listings; ids are below this.</summary>
    public int ListingsMax { get; init; } = 1 << 20;

    /// <summary>Sets the limits of a server: sizes, speeds, numbers of connections.</summary>
    public void Apply(KestrelServerOptions server)
    {
        ArgumentNullException.ThrowIfNull(server);
        var rate = new MinDataRate(BytesPerSecondMin, SlowWithin);
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = BatchBytesMax;
        server.Limits.MaxRequestHeadersTotalSize = HeaderBytesMax;
        server.Limits.MaxRequestHeaderCount = HeadersMax;
        server.Limits.MaxRequestLineSize = RequestLineBytesMax;
        server.Limits.RequestHeadersTimeout = HeadersWithin;
        server.Limits.KeepAliveTimeout = IdleWithin;
        server.Limits.MinRequestBodyDataRate = rate;
        server.Limits.MinResponseDataRate = rate;
        server.Limits.MaxConcurrentConnections = ConnectionsMax;
        server.Limits.MaxConcurrentUpgradedConnections = StreamsMax;
    }
}
