using System.Text.Json.Nodes;
using FlashSale.Dashboard;

namespace FlashSale.Tests.Dashboard;

// The OpenAPI document says what the server does.
public sealed class OpenApiTests
{
    [Fact]
    public async Task Every_address_of_the_document_is_answered_and_every_endpoint_is_in_it()
    {
        await using var host = await ApiHost.Start();
        var paths = (await host.Get("openapi.json")).Body!["paths"]!.AsObject();

        var described = from path in paths
                        from method in path.Value!.AsObject()
                        select $"{method.Key.ToUpperInvariant()} {MarketApi.Root}{path.Key}";
        Assert.Equal(host.Routes().Order(), described.Order());
    }

    [Fact]
    public async Task Every_reference_of_the_document_leads_to_a_schema()
    {
        await using var host = await ApiHost.Start();
        var document = (await host.Get("openapi.json")).Body!;
        var schemas = document["components"]!["schemas"]!.AsObject();

        Assert.All(Descendants(document).OfType<JsonObject>().Where(node => node.ContainsKey("$ref")), node =>
            Assert.Contains(((string)node["$ref"]!).Split('/')[^1], schemas));
    }

    [Fact]
    public async Task The_document_names_every_refusal_of_a_call()
    {
        await using var host = await ApiHost.Start();
        var paths = (await host.Get("openapi.json")).Body!["paths"]!;

        foreach (var command in CommandTable.All)
        {
            var operation = paths[$"/{command.Path}"]![command.Method.ToLowerInvariant()]!;
            var text = operation["responses"]!.ToJsonString();
            Assert.All(Refusals.Of(command.Answer), problem =>
                Assert.Contains(problem.Uri, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Answers_have_the_members_that_their_schema_requires_and_no_other()
    {
        await using var host = await ApiHost.StartShop();
        var schemas = (await host.Get("openapi.json")).Body!["components"]!["schemas"]!;

        Fits(await host.CheckOut("b7-3"), schemas["CheckoutAnswer"]!);
        Fits(await host.Put("checkouts/b7-3/payment", new { channel = "bank" }), schemas["PayAnswer"]!);
        Fits(await host.Put("orders/b7-3.0/steps/ship"), schemas["OrderAnswer"]!);
        Fits(await host.CheckOut("b7-4", units: 99), schemas["Problem"]!);
        Fits(await host.CheckOut("b7-4", priceSeenFen: 1), schemas["Problem"]!);
        Fits(await host.Get("orders/b7-3.0"), schemas["Order"]!);
        Fits(await host.Get("listings/l0"), schemas["Listing"]!);
        Fits(await host.Get("stores/s0"), schemas["Store"]!);
        Fits(await host.Get("statistics"), schemas["Statistics"]!);
        Fits(await host.Get("switches"), schemas["Switches"]!);
    }

    private static void Fits(ApiAnswer answer, JsonNode schema)
    {
        var members = answer.Body!.AsObject().Select(member => member.Key).ToList();
        var properties = schema["properties"]!.AsObject();
        Assert.All(members, member => Assert.Contains(member, properties));
        Assert.All(schema["required"]!.AsArray(), name => Assert.Contains((string)name!, members));
    }

    private static IEnumerable<JsonNode?> Descendants(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Descendants(member.Value)).Append(node),
        JsonArray items => items.SelectMany(Descendants).Append(node),
        _ => [node],
    };
}
