using System.Net.WebSockets;
using FlashSale.Dashboard;
using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Dashboard;

// Commands in binary frames over one connection.
public sealed class StreamTests
{
    [Fact]
    public async Task A_client_that_does_not_read_is_held_back_and_loses_nothing()
    {
        const int commands = 20_000;
        var limits = new ApiLimits { StreamWindow = 64, SlowWithin = TimeSpan.FromMinutes(1) };
        await using var host = await ApiHost.StartShop(stock: commands, limits);
        await using var client = await StreamClient.Connect(host);
        Assert.Equal(64, client.Window);

        var sending = SendCheckouts(client, commands);
        var answers = new List<StreamAnswer>();
        while (answers.Count < commands)
        {
            answers.AddRange(await client.ReceiveAnswers());
        }

        await sending;
        Assert.Equal(
            Enumerable.Range(0, commands).Select(at => (uint)at), answers.Select(one => one.Number));
        Assert.All(answers, one => Assert.Equal((byte)CheckoutResult.Placed, one.Result));
        Assert.Equal(commands, await host.Engine.Ask(market => market.View.Orders.Placed));
    }

    [Theory]
    [InlineData("00", "byte 0: no whole frame")]
    [InlineData("00000000" + "0000", "byte 0: no whole frame")]
    [InlineData("00000000" + "0200" + "0D", "byte 0: no whole frame")]
    [InlineData("00000000" + "0100" + "63", "byte 0: no such kind of command")]
    [InlineData("00000000" + "0100" + "01", "byte 0: no such kind of command")]
    [InlineData("00000000" + "0200" + "0D00", "byte 0: A command is shorter than its kind.")]
    [InlineData("00000000" + "0A00" + "0D" + "0100000001000000" + "01",
        "byte 0: A command names no checkout id.")]
    [InlineData("00000000" + "0A00" + "0D" + "00000000000000FF" + "01",
        "byte 0: A command names no checkout id.")]
    [InlineData("00000000" + "0A00" + "0F" + "FF00000001000000" + "05",
        "byte 0: A command names no order id.")]
    [InlineData("00000000" + "0B00" + "0D" + "0000000001000000" + "0101",
        "byte 0: the command is longer than its kind")]
    [InlineData("00000000" + "0A00" + "0C" + "0000000001000000" + "02",
        "byte 0: A command has fewer lines than it says.")]
    public async Task A_message_that_cannot_be_read_ends_the_stream_and_says_where(string hex, string reason)
    {
        await using var host = await ApiHost.StartShop();
        await using var client = await StreamClient.Connect(host);
        var before = await host.Engine.Ask(market => market.StateHash());

        await client.Send(Convert.FromHexString(hex));

        Assert.Empty(await client.Receive());
        Assert.Equal(WebSocketCloseStatus.InvalidPayloadData, client.Socket.CloseStatus);
        Assert.Equal(reason, client.Socket.CloseStatusDescription);
        Assert.Equal(before, await host.Engine.Ask(market => market.StateHash()));
    }

    [Fact]
    public async Task A_message_that_is_too_long_ends_the_stream()
    {
        var limits = new ApiLimits { StreamMessageBytesMax = 20_000 };
        await using var host = await ApiHost.StartShop(limits: limits);
        await using var client = await StreamClient.Connect(host);

        await client.Send(new byte[100_000]);

        Assert.Empty(await client.Receive());
        Assert.Equal("message: at most 20000 bytes", client.Socket.CloseStatusDescription);
    }

    [Fact]
    public async Task Random_bytes_never_break_the_market()
    {
        var chance = new SplitMix64(20181111);
        await using var host = await ApiHost.StartShop();
        for (var round = 0; round < 200; round++)
        {
            await using var client = await StreamClient.Connect(host);
            var packed = chance.Bytes(1 + chance.Below(64));
            packed[0] = (byte)chance.Below(26);
            var frame = new byte[StreamFrames.HeadBytes + packed.Length];
            StreamFrames.Write(frame, (uint)round, packed);
            await client.Send(frame);
            await client.Receive();
        }

        Assert.True((await host.Engine.Marketplace.Audit()).Passed);
        Assert.Equal(200, (await host.CheckOut("b7-3")).Status);
    }

    [Fact]
    public async Task When_the_host_stops_what_was_sent_is_answered_and_the_stream_is_closed()
    {
        var host = await ApiHost.StartShop();
        await using var client = await StreamClient.Connect(host);
        await SendCheckouts(client, 3);
        var answers = await client.ReceiveAnswers();

        var stopping = host.DisposeAsync().AsTask();
        while (client.Socket.State == WebSocketState.Open)
        {
            await client.Receive();
        }

        Assert.NotEmpty(answers);
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, client.Socket.CloseStatus);
        await client.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        await stopping;
    }

    [Fact]
    public async Task A_request_that_is_no_websocket_is_refused()
    {
        await using var host = await ApiHost.StartShop();

        Assert.Equal(400, (await host.Get("stream")).Status);
    }

    private static async Task SendCheckouts(StreamClient client, int commands)
    {
        const int perMessage = 500;
        var line = Fixtures.Line();
        for (var from = 0; from < commands; from += perMessage)
        {
            using var message = new MemoryStream();
            for (var at = from; at < Math.Min(from + perMessage, commands); at++)
            {
                message.Write(StreamClient.FrameOf(
                    (uint)at, new Checkout(Fixtures.Checkout(buyer: at), new[] { line })));
            }

            await client.Send(message.ToArray());
        }
    }
}
