using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using FlashSale.Dashboard;

namespace FlashSale.Tests.Dashboard;

// Whatever is sent: no error of the server, nothing changed, nobody else kept waiting.
public sealed class HostileClientTests
{
    [Theory]
    [InlineData(20161111UL)]
    [InlineData(20181111UL)]
    public async Task Malformed_requests_are_refused_and_change_nothing(ulong seed)
    {
        const int requests = 5_000;
        await using var host = await ApiHost.StartShop();
        await host.CheckOut("b7-3");
        await host.Put("checkouts/b7-3/payment", new { channel = "bank" });
        var before = await host.Engine.Ask(market => market.StateHash());
        var malformed = new MalformedRequests(seed);

        for (var number = 0; number < requests; number++)
        {
            var request = malformed.Next();
            var answer = await Send(host, request);
            Assert.True(
                answer.Status is >= 400 and < 500 && (IsProblem(answer) || IsOfServer(answer)),
                $"{answer} to request {number} of seed {seed}: {request}");
        }

        Assert.Equal(before, await host.Engine.Ask(market => market.StateHash()));
        Assert.True((await host.Engine.Marketplace.Audit()).Passed);
    }

    [Theory]
    [InlineData(1 << 16)]
    [InlineData(1 << 20)]
    public async Task A_huge_body_is_refused(int bytes)
    {
        await using var host = await ApiHost.StartShop();

        var answer = await host.Put("checkouts/b7-3", MalformedRequests.Huge(bytes));

        Assert.Equal((413, "/problems/request/too-large"), (answer.Status, answer.Word));
    }

    [Theory]
    [InlineData("""{"lines":[{"listing":"l0","units":1.5,"priceSeenFen":1}]}""", "$.lines[0].units")]
    [InlineData("""{"lines":[{"listing":"x0","units":1,"priceSeenFen":1}]}""", "$.lines[0].listing")]
    [InlineData("""{"lines":[{"listing":"l0","priceSeenFen":1}]}""", "$.lines[0]: required: units")]
    [InlineData("""{"lines":[{"listing":"l0","units":1,"priceSeenFen":""}]}""", "Fen: expected a whole")]
    [InlineData("""{"lines":[],"lines":[]}""", "given twice")]
    [InlineData("""{"lines":[],"Lines":[]}""", "no such member")]
    [InlineData("""{"lines":[{}""", "no valid JSON")]
    [InlineData("""{"lines":[]} {}""", "follows")]
    [InlineData("null", "null is not allowed")]
    [InlineData("", "no valid JSON")]
    public async Task A_body_that_cannot_be_read_is_refused_with_the_place(string body, string place)
    {
        await using var host = await ApiHost.StartShop();

        var answer = await host.Put("checkouts/b7-3", body);

        Assert.Equal((400, "/problems/request/malformed"), (answer.Status, answer.Word));
        Assert.Contains(place, (string?)answer.Body!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_for_which_the_market_would_have_to_grow_too_far_is_refused()
    {
        await using var host = await ApiHost.Start(new ApiLimits { ListingsMax = 10, BuyersMax = 10 });

        var listing = await host.Put(
            "listings/l10", new { store = "s0", title = "A", category = 0, priceFen = 100, stock = 1 });

        Assert.Equal((422, "/problems/request/id-out-of-range"), (listing.Status, listing.Word));
        Assert.Equal(422, (await host.CheckOut("b10-0")).Status);
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_cut_off()
    {
        await using var host = await ApiHost.Start(Impatient);

        var answer = await Raw(host, "PUT /api/v1/checkouts/b7-3 HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{");

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("/problems/request/too-slow", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_that_do_not_end_are_cut_off()
    {
        await using var host = await ApiHost.Start(Impatient);

        Assert.StartsWith(
            "HTTP/1.1 408 ", await Raw(host, "GET /api/v1/listings HTTP/1.1\r\nHost: loc"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /api/v1/listings HTTP/1.1\r\nHost: localhost\r\nA: @\r\n\r\n", "HTTP/1.1 431 ")]
    [InlineData("GET /@ HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 414 ")]
    [InlineData("\0\u0001\u0002\r\n\r\n", "HTTP/1.1 400 ")]
    public async Task What_is_no_http_or_too_much_of_it_is_refused(string text, string start)
    {
        await using var host = await ApiHost.Start();

        var answer = await Raw(host, text.Replace("@", new string('a', 20_000), StringComparison.Ordinal));

        Assert.StartsWith(start, answer, StringComparison.Ordinal);
    }

    private static bool IsProblem(ApiAnswer answer) =>
        answer.Word is { } word && word.StartsWith("/problems/", StringComparison.Ordinal);

    // What is no HTTP, the server refuses before the API sees it.
    private static bool IsOfServer(ApiAnswer answer) => answer is { Status: 400, Body: null };

    private static ApiLimits Impatient { get; } = new()
    {
        SlowWithin = TimeSpan.FromSeconds(1.5),
        HeadersWithin = TimeSpan.FromSeconds(1),
    };

    private static async Task<ApiAnswer> Send(
        ApiHost host, (string Method, string Path, string Body, string ContentType) request)
    {
        using var message = new HttpRequestMessage(
            new HttpMethod(request.Method), $"{MarketApi.Root}/{request.Path}");
        message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.Body));
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.ContentType);
        using var response = await host.Client.SendAsync(message);
        return await ApiAnswer.Of(response);
    }

    // All that the server says until it closes the connection.
    private static async Task<string> Raw(ApiHost host, string text)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, host.Client.BaseAddress!.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text));
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return Encoding.UTF8.GetString(all.ToArray());
    }
}
