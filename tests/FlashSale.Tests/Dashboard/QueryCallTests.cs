using FlashSale.Dashboard;
using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Dashboard;

// Every question by its own address.
public sealed class QueryCallTests
{
    [Fact]
    public async Task A_listing_shows_its_price_and_its_stock()
    {
        await using var host = await ApiHost.StartShop(stock: 10);
        await host.CheckOut("b7-3", units: 3);

        var answer = await host.Get("listings/l0");

        Assert.Equal((200, "A kettle"), (answer.Status, (string?)answer.Body!["title"]));
        Assert.Equal(10_000, (long)answer.Body["priceNowFen"]!);
        Assert.Equal((7, 3), ((int)answer.Body["stock"]!["forSale"]!, (int)answer.Body["stock"]!["held"]!));
        Assert.Equal((404, "/problems/request/not-found"), Of(await host.Get("listings/l9")));
    }

    [Fact]
    public async Task Listings_are_found_by_store_category_and_price_page_by_page()
    {
        await using var host = await ApiHost.StartShop();
        for (var id = 1; id < 7; id++)
        {
            var stock = id == 6 ? 0 : 5;
            var terms = Fixtures.Terms(stock, yuan: id) with { Category = new((byte)(id % 2)) };
            await host.Engine.Marketplace.Publish(new ListingId(id), terms);
        }

        Assert.Equal("l1 l2 next l3", await Found(host, "?from=l1&max=2"));
        Assert.Equal("l1 l3 l5", await Found(host, "?category=1"));
        Assert.Equal("l2 l3", await Found(host, "?priceFromFen=200&priceToFen=300"));
        Assert.Equal("l4 l5", await Found(host, "?priceFromFen=400&priceToFen=900&forSale=true"));
        Assert.Equal("", await Found(host, "?store=s1"));
    }

    [Theory]
    [InlineData("?max=0")]
    [InlineData("?max=101")]
    [InlineData("?max=1&max=2")]
    [InlineData("?forSale=yes")]
    [InlineData("?from=5")]
    [InlineData("?page=2")]
    [InlineData("?priceFromFen=-1")]
    [InlineData("?priceFromFen=1.5")]
    public async Task A_parameter_that_cannot_be_read_is_refused(string query)
    {
        await using var host = await ApiHost.StartShop();

        Assert.Equal((400, "/problems/request/malformed"), Of(await host.Get($"listings{query}")));
    }

    [Fact]
    public async Task A_store_shows_its_status_and_its_reputation()
    {
        await using var host = await ApiHost.StartShop(kind: MarketKind.Consumer);
        await Rate(host, new
        {
            credit = "good",
            asDescribed = 5,
            service = 4,
            dispatchSpeed = 3,
            deliverySpeed = 2,
        });

        var store = (await host.Get("stores/s0")).Body!;

        Assert.Equal("open", (string?)store["status"]);
        Assert.Equal(1, (int)store["credit"]!["points"]!);
        Assert.Equal(5_000, (int)store["rating"]!["asDescribed"]!);
        Assert.Equal("s0", (string?)(await host.Get("stores?max=5")).Body!["stores"]![0]!["id"]);
        Assert.Equal((404, "/problems/request/not-found"), Of(await host.Get("stores/s1")));
    }

    [Fact]
    public async Task A_store_and_its_orders_show_no_credit_where_nobody_gives_verdicts() // REP-2
    {
        await using var host = await ApiHost.StartShop();
        await Rate(host, new { asDescribed = 5, service = 4, dispatchSpeed = 3, deliverySpeed = 2 });

        var store = (await host.Get("stores/s0")).Body!;
        var order = (await host.Get("orders/b7-3.0")).Body!;

        Assert.Null(store["credit"]);
        Assert.Equal(5_000, (int)store["rating"]!["asDescribed"]!);
        Assert.Equal((null, 5), ((string?)order["rating"]!["credit"], (int)order["rating"]!["asDescribed"]!));
        Assert.Equal(
            (409, "/problems/rate/no-verdicts"),
            Of(await host.Put("orders/b7-3.0/buyer-rating", new { credit = "good" })));
    }

    [Fact]
    public async Task A_seller_shows_its_stores_added_up() // IDN-4
    {
        await using var host = await ApiHost.StartShop();
        foreach (var store in (int[])[4, 2])
        {
            await host.Engine.Marketplace.OpenStore(
                Fixtures.Application(new StoreId(store)) with { Owner = new SellerId(9) });
        }

        var seller = (await host.Get("sellers/p9")).Body!;

        Assert.Equal(["s2", "s4"], seller["stores"]!.AsArray().Select(store => (string?)store));
        Assert.Equal(200_000_000, (long)seller["depositPaidFen"]!);
        Assert.Equal(0, (int)seller["credit"]!["points"]!);
        Assert.Equal((404, "/problems/request/not-found"), Of(await host.Get("sellers/p8")));
        Assert.Equal((400, "/problems/request/malformed"), Of(await host.Get("sellers/s9")));
        Assert.Equal("p9", (string?)(await host.Get("sellers?from=p1")).Body!["sellers"]![0]!["id"]);
        Assert.Equal("p9", (string?)(await host.Get("sellers?max=1")).Body!["next"]);
    }

    [Fact]
    public async Task An_order_shows_its_status_its_money_and_its_lines()
    {
        await using var host = await ApiHost.StartShop();
        await host.Put("buyers/b7/cart/l0", new { units = 3, priceSeenFen = 10_000 });
        var cart = await host.Get("buyers/b7/cart");
        await host.CheckOut("b7-3", units: 2);
        await host.Put("checkouts/b7-3/payment", new { channel = "credit" });

        var order = (await host.Get("orders/b7-3.0")).Body!;

        Assert.Equal(3, (int)cart.Body!["lines"]![0]!["units"]!);
        Assert.Equal("paid", (string?)order["status"]);
        Assert.Equal("credit", (string?)order["channel"]);
        Assert.Equal(20_000, (long)order["heldFen"]!);
        Assert.Equal(2, (int)order["lines"]![0]!["units"]!);
        Assert.Equal(
            "b7-3.0", (string?)(await host.Get("checkouts/b7-3")).Body!["orders"]![0]!["id"]);
        Assert.Equal((404, "/problems/request/not-found"), Of(await host.Get("orders/b7-3.1")));
        Assert.Equal((404, "/problems/request/not-found"), Of(await host.Get("checkouts/b7-4")));
    }

    [Fact]
    public async Task The_market_is_added_up_and_audited()
    {
        await using var host = await ApiHost.StartShop();
        await host.CheckOut("b7-3");
        await host.Put("checkouts/b7-3/payment", new { channel = "credit" });

        var sums = (await host.Get("statistics")).Body!;
        var audit = (await host.Get("audit")).Body!;

        Assert.Equal(1, (long)sums["ordersPlaced"]!);
        Assert.Contains(sums["movements"]!.AsArray(), sum =>
            (string?)sum!["kind"] == "payment" && (long)sum["amountFen"]! == 10_000);
        Assert.True((bool)audit["passed"]!);
    }

    [Fact]
    public async Task The_festival_says_in_which_phase_it_is()
    {
        FestivalPhase[] phases =
        [
            new("carts", Fixtures.Noon.AddHours(-1), Fixtures.Noon.AddHours(1)),
            new("rush", Fixtures.Noon.AddHours(1), Fixtures.Noon.AddHours(2)),
        ];
        await using var host = await ApiHost.Start(phases: phases);

        var festival = (await host.Get("festival")).Body!;

        Assert.Equal("carts", (string?)festival["phase"]);
        Assert.Equal(2, festival["phases"]!.AsArray().Count);
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_told_with_problem_details()
    {
        await using var host = await ApiHost.StartShop();

        Assert.Equal((404, "/problems/request/no-such-address"), Of(await host.Get("nowhere")));
        Assert.Equal((405, "/problems/request/no-such-method"), Of(await host.Send("POST", "listings/l0")));
    }

    private static async Task Rate(ApiHost host, object rating)
    {
        await host.CheckOut("b7-3");
        await host.Put("checkouts/b7-3/payment", new { channel = "credit" });
        await host.Put("orders/b7-3.0/steps/ship");
        await host.Put("orders/b7-3.0/steps/confirm");
        Assert.Equal(200, (await host.Put("orders/b7-3.0/rating", rating)).Status);
    }

    private static (int Status, string? Word) Of(ApiAnswer answer) => (answer.Status, answer.Word);

    private static async Task<string> Found(ApiHost host, string query)
    {
        var page = (await host.Get($"listings{query}")).Body!;
        var ids = page["listings"]!.AsArray().Select(listing => (string?)listing!["id"]);
        return string.Join(' ', page["next"] is { } next ? [.. ids, "next", (string?)next] : ids);
    }
}
