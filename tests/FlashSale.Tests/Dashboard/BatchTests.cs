using FlashSale.Dashboard;

namespace FlashSale.Tests.Dashboard;

// Many commands of one request.
public sealed class BatchTests
{
    [Fact]
    public async Task Commands_are_answered_in_their_order_each_by_itself()
    {
        await using var host = await ApiHost.StartShop(stock: 2);

        var answer = await Batch(host,
            CheckOut("b1-0"), CheckOut("b2-0", units: 2), Pay("b1-0"), Pay("b9-0"),
            """{"id":"b1-0.0/ship","op":"step-order"}""");

        Assert.Equal(
            [
                "200 placed", "409 /problems/checkout/sold-out", "200 paid",
                "404 /problems/pay/unknown-checkout", "200 done",
            ],
            answer.Body!["answers"]!.AsArray().Select(one =>
                $"{one!["status"]} {(string?)one["result"] ?? (string?)one["type"]}"));
    }

    [Theory]
    [InlineData("[]", "$: expected an object")]
    [InlineData("{}", "$: expected «commands»")]
    [InlineData("""{"commands":{}}""", "$.commands: expected a list")]
    [InlineData("""{"commands":[],"more":1}""", "expected «commands» and nothing else")]
    [InlineData("""{"commands":[1]}""", "$.commands[0]: expected an object")]
    [InlineData("""{"commands":[{"op":"pay"}]}""", "$.commands[0]: required: op, id")]
    [InlineData("""{"commands":[{"op":"pray","id":"b1-0"}]}""", "$.commands[0]: op is none")]
    [InlineData("""{"commands":[{"op":"pay","id":"b1-0"}]}""", "$.commands[0]: required: body")]
    [InlineData("""{"commands":[{"op":"pay","op":"pay","id":"b1-0"}]}""", "op is given twice")]
    [InlineData("""{"commands":[{"op":"pay","id":"b1-0","body":{},"body":{}}]}""", "body is given twice")]
    [InlineData("""{"commands":[{"op":"withdraw","id":"l0","body":{}}]}""", "this command has no body")]
    [InlineData("""{"commands":[{"op":"withdraw","id":"l0/l1"}]}""", "[0]: id: expected fewer parts")]
    [InlineData("""{"commands":[{"op":"pay","id":"b1-0","body":{"channel":"gold"}}]}""", "$.channel: expect")]
    [InlineData("""{"commands":[{"op":"pay","id":"b1-0","body":{"channel":"bank"}}]""", "no valid JSON")]
    [InlineData("""{"commands":[]}x""", "no valid JSON")]
    public async Task A_batch_that_cannot_be_read_is_refused_with_the_place_and_nothing_is_done(
        string body, string place)
    {
        await using var host = await ApiHost.StartShop();
        var before = await host.Engine.Ask(market => market.StateHash());

        var first = CheckOut("b1-0");
        var answer = await host.Send("POST", "batch", body.Replace(
            "\"commands\":[{", $"\"commands\":[{first},{{", StringComparison.Ordinal));

        Assert.Equal((400, "/problems/request/malformed"), (answer.Status, answer.Word));
        Assert.Contains(
            place.Replace("[0]", body.Contains("[{", StringComparison.Ordinal) ? "[1]" : "[0]",
                StringComparison.Ordinal),
            (string?)answer.Body!["detail"], StringComparison.Ordinal);
        Assert.Equal(before, await host.Engine.Ask(market => market.StateHash()));
    }

    [Fact]
    public async Task A_batch_has_no_more_commands_than_allowed()
    {
        await using var host = await ApiHost.StartShop(limits: new ApiLimits { BatchCommandsMax = 2 });

        Assert.Equal(200, (await Batch(host, CheckOut("b1-0"), CheckOut("b2-0"))).Status);
        Assert.Equal(400, (await Batch(host, CheckOut("b1-0"), CheckOut("b2-0"), Pay("b1-0"))).Status);
    }

    [Fact]
    public async Task An_operators_command_in_a_batch_needs_the_operators_key()
    {
        var keys = new ApiKeys("a-key-of-the-buyers", "a-key-of-operators");
        await using var host = await ApiHost.Start(keys: keys);
        var flip = """{"op":"flip","id":"coupons-frozen","body":{"on":true,"who":"ops","why":"peak"}}""";

        Assert.Equal(403, (await host.Send("POST", "batch", Body(flip), "a-key-of-the-buyers")).Status);
        Assert.Equal(200, (await host.Send("POST", "batch", Body(flip), "a-key-of-operators")).Status);
    }

    [Fact]
    public async Task When_the_market_stops_every_command_is_told()
    {
        await using var host = await ApiHost.StartShop();
        host.Engine.Dispose();

        var answer = await Batch(host, CheckOut("b1-0"), Pay("b1-0"));

        Assert.All(answer.Body!["answers"]!.AsArray(), one =>
            Assert.Equal("/problems/request/halted", (string?)one!["type"]));
        Assert.Equal((503, "/problems/request/halted"), Of(await host.CheckOut("b1-0")));
        Assert.Equal(503, (await host.Get("../../health/ready")).Status);
        Assert.Equal(200, (await host.Get("../../health/live")).Status);
    }

    private static (int Status, string? Word) Of(ApiAnswer answer) => (answer.Status, answer.Word);

    private static string CheckOut(string id, int units = 1) =>
        $$"""{"op":"checkout","id":"{{id}}","body":{"lines":[{{Line(units)}}] } }""";

    private static string Line(int units) => $$"""{"listing":"l0","units":{{units}},"priceSeenFen":10000}""";

    private static string Pay(string id) =>
        $$"""{"body":{"channel":"quick-pay"},"op":"pay","id":"{{id}}"}""";

    private static string Body(params string[] commands) =>
        $$"""{"commands":[{{string.Join(',', commands)}}]}""";

    private static Task<ApiAnswer> Batch(ApiHost host, params string[] commands) =>
        host.Send("POST", "batch", Body(commands));
}
