using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using FlashSale.Dashboard;

namespace FlashSale.Tests.Dashboard;

/// <summary>What a host with keys answers a caller without one, and with one: the same everywhere.</summary>
public static class DoorChecks
{
    private static readonly (string Method, string Path)[] Closed =
    [
        ("GET", "/"), ("GET", "/ops"), ("GET", "/preflight"), ("GET", "/pages/live.js"), ("GET", "/live"),
        ("GET", "/live/snapshot"), ("GET", "/live/ready"), ("GET", "/live/runs"), ("POST", "/live/key"),
        ("POST", "/live/control/audit"), ("GET", "/api/v1/openapi.json"), ("GET", "/api/v1/listings?from=l0"),
        ("GET", "/api/v1/audit"), ("PUT", "/api/v1/checkouts/b7-0"), ("POST", "/api/v1/batch"),
        ("GET", "/api/v1/stream"), ("GET", "/metrics"), ("GET", "/orleans"), ("GET", "/nothing"),
    ];

    /// <summary>Everything but the host's health is refused to who shows no key, or a wrong one.</summary>
    public static async Task RefusesEverythingWithoutAKey(Uri url)
    {
        using var client = new HttpClient { BaseAddress = url };
        foreach (var (method, path) in Closed)
        {
            foreach (var key in new[] { null, "a-key-that-is-nobodys" })
            {
                using var request = Request(method, path, key);
                using var answer = await client.SendAsync(request);
                Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{path}: {answer.StatusCode}");
                Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
            }
        }

        using var health = await client.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        await Assert.ThrowsAsync<WebSocketException>(() => Stream(url, null));
    }

    /// <summary>With a key pages, live numbers and the stream of commands work.</summary>
    public static async Task WorksWithAKey(Uri url, string key)
    {
        using var client = new HttpClient { BaseAddress = url };
        foreach (var path in
            new[] { "/", "/ops", "/pages/live.js", "/live/runs", "/api/v1/listings?from=l0" })
        {
            using var request = Request("GET", path, key);
            using var answer = await client.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        }

        using var live = Request("GET", "/live", key);
        using var events = await client.SendAsync(live, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", events.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no", Assert.Single(events.Headers.GetValues("X-Accel-Buffering")));
        using var reader = new StreamReader(await events.Content.ReadAsStreamAsync());
        Assert.Equal("event: hello", await reader.ReadLineAsync());
        Assert.Equal(StreamFrames.HelloBytes, await Stream(url, key));
    }

    private static HttpRequestMessage Request(string method, string path, string? key)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return request;
    }

    // Opens a stream of commands, and gives how many bytes greet it.
    private static async Task<int> Stream(Uri url, string? key)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(StreamFrames.SubProtocol);
        if (key is not null)
        {
            socket.Options.SetRequestHeader("Authorization", $"Bearer {key}");
        }

        var address = new UriBuilder(url) { Scheme = "ws", Path = $"{MarketApi.Root}/stream" };
        await socket.ConnectAsync(address.Uri, CancellationToken.None);
        var hello = await socket.ReceiveAsync(new byte[64].AsMemory(), CancellationToken.None);
        return hello.Count;
    }
}
