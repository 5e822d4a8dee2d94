using System.Text.Json.Nodes;
using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Dashboard;

// A search by its address: what it finds, why, and what it refuses.
public sealed class SearchCallTests
{
    [Fact] // SRC-1, REP-5
    public async Task A_search_tells_listings_with_their_places_and_the_parts_of_their_scores()
    {
        await using var host = await Shop();

        var page = (await host.Get("search?words=kettle&max=1")).Body!;

        var first = page["listings"]![0]!;
        Assert.Equal((1, "l1"), ((int)first["position"]!, (string?)first["id"]));
        Assert.Equal(("Store 0", "brand"), ((string?)first["storeName"], (string?)first["market"]));
        var score = first["score"]!.AsObject();
        Assert.Equal(
            ["total", "relevance", "taste", "sales", "rating", "level", "newness", "price"],
            score.Select(part => part.Key));
        Assert.Equal(
            (double)score["total"]!, score.Skip(1).Sum(part => (double)part.Value!), tolerance: 0.00001);
        Assert.Equal(("composite", false), ((string?)page["mode"], (bool)page["simplified"]!));

        var next = (await host.Get($"search?words=kettle&max=1&from={(string?)page["next"]}")).Body!;
        Assert.Equal((2, "l0"), Of(next["listings"]![0]!));
    }

    [Fact] // SRC-1
    public async Task Filters_and_orders_are_parameters()
    {
        await using var host = await Shop();

        Assert.Equal("l1 l2 l0", await Found(host, "?sort=price"));
        Assert.Equal("l2", await Found(host, "?category=2"));
        Assert.Equal("l0 l2", await Found(host, "?priceFromFen=6000&sort=new"));
        Assert.Equal("l1", await Found(host, "?priceToFen=5000&market=brand"));
        Assert.Equal("", await Found(host, "?levelFrom=1"));
        Assert.Equal("l2", await Found(host, "?attributes=size:42,Colour:red"));
        Assert.Equal("", await Found(host, "?attributes=colour:blue"));
        Assert.Equal("l2", (await Found(host, "?taste=" + await TasteOf(host, "l2")))[..2]);
    }

    [Fact] // LST-1
    public async Task A_listing_tells_its_attributes_and_odd_ones_are_refused_by_their_place()
    {
        await using var host = await Shop();

        var said = (await host.Get("listings/l2")).Body!["attributes"]!.AsObject();
        Assert.Equal("colour:red size:42", string.Join(' ', said.Select(one => $"{one.Key}:{one.Value}")));
        Assert.Null((await host.Get("listings/l0")).Body!["attributes"]);
        var odd = await host.Put("listings/l3", Shoe(("a,b", "c")));
        Assert.Equal(400, odd.Status);
        Assert.Contains(
            "attributes: expected at most 10", (string?)odd.Body!["detail"], StringComparison.Ordinal);
    }

    [Theory] // SRC-1
    [InlineData("?max=0")]
    [InlineData("?max=101")]
    [InlineData("?sort=best")]
    [InlineData("?market=flea")]
    [InlineData("?levelFrom=21")]
    [InlineData("?category=64")]
    [InlineData("?words=a%20b%20c%20d%20e%20f%20g%20h%20i")]
    [InlineData("?taste=1,2")]
    [InlineData("?taste=0,0,0,0,0,0,0,0&sort=new")]
    [InlineData("?from=l5")]
    [InlineData("?from=-1_0_0")]
    [InlineData("?priceFromFen=2&priceToFen=1")]
    [InlineData("?attributes=colour")]
    [InlineData("?attributes=colour:red,colour:blue")]
    [InlineData("?page=2")]
    public async Task A_search_that_cannot_be_meant_is_refused(string query)
    {
        await using var host = await ApiHost.StartShop();

        var answer = await host.Get($"search{query}");

        Assert.Equal((400, "/problems/request/malformed"), (answer.Status, (string?)answer.Body!["type"]));
    }

    private static object Shoe(params (string Name, string Value)[] attributes) => new
    {
        store = "s0",
        title = "Running shoe",
        category = 2,
        priceFen = 6_000,
        stock = 10,
        attributes = attributes.ToDictionary(one => one.Name, one => one.Value),
    };

    private static async Task<ApiHost> Shop()
    {
        var host = await ApiHost.StartShop();
        var port = host.Engine.Marketplace;
        await port.Publish(new ListingId(1), Fixtures.Terms(yuan: 50));
        var shoe = await host.Put("listings/l2", Shoe(("Size", "42"), ("colour", "red")));
        Assert.Equal(200, shoe.Status);
        return host;
    }

    private static async Task<string> Found(ApiHost host, string query) => string.Join(
        ' ',
        (await host.Get($"search{query}")).Body!["listings"]!.AsArray().Select(one => (string?)one!["id"]));

    private static async Task<string?> TasteOf(ApiHost host, string id) =>
        (await host.Get("search")).Body!["listings"]!.AsArray()
            .Where(one => (string?)one!["id"] == id).Select(one => (string?)one!["taste"]).Single();

    private static (int Position, string? Id) Of(JsonNode hit) =>
        ((int)hit["position"]!, (string?)hit["id"]);
}
