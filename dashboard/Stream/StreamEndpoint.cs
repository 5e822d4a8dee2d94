using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FlashSale.Dashboard;

/// <summary>Opens command streams.</summary>
internal sealed class StreamEndpoint(MarketApi api)
{
    /// <summary>The name in metrics and in OpenAPI.</summary>
    public const string Name = "stream";

    /// <summary>Answers a request when its stream has ended; gives the word of the end.</summary>
    public async Task<string> Answer(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest
            || !context.WebSockets.WebSocketRequestedProtocols.Contains(StreamFrames.SubProtocol))
        {
            throw new MalformedException(
                "address", $"expected a WebSocket of the subprotocol {StreamFrames.SubProtocol}; a proxy in "
                    + "between has to pass the upgrade on");
        }

        var isOperator = api.Gate.Refuse(context, Caller.Operator) is null;
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>();
        using var socket = await context.WebSockets.AcceptWebSocketAsync(StreamFrames.SubProtocol);
        api.Meters.Streams(1);
        try
        {
            await new CommandStream(api, socket, isOperator).Serve(stopping.ApplicationStopping);
            return "ended";
        }
        catch (WebSocketException)
        {
            return "gone"; // the client went away; what it was not told it asks again
        }
        finally
        {
            api.Meters.Streams(-1);
        }
    }
}
