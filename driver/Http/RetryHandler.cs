namespace FlashSale.Driver;

/// <summary>
/// Sends a call again whose connection ended before its answer came, as servers and proxies end connections
/// that were silent. It is safe for all calls of the API: what is sent twice is done once.
/// </summary>
public sealed class RetryHandler : DelegatingHandler
{
    /// <summary>A handler over connections of its own.</summary>
    public RetryHandler()
        : base(new SocketsHttpHandler())
    {
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var losses = 1; ; losses++)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException fault) when (losses < AwaitedCommand.LossesMax && IsLoss(fault))
            {
                // Over another connection.
            }
        }
    }

    // Not if nobody is at the address.
    private static bool IsLoss(HttpRequestException fault) =>
        fault.HttpRequestError is HttpRequestError.ResponseEnded
        || (fault.HttpRequestError is not HttpRequestError.ConnectionError
            && fault.InnerException is IOException);
}
