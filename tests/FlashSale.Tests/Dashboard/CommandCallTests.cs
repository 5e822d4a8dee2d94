using FlashSale.Driver;
using FlashSale.Engine;
using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Dashboard;

// Every command by its own address: what takes effect, and what is refused under which name.
public sealed class CommandCallTests
{
    [Fact]
    public async Task An_order_goes_from_the_cart_to_its_ratings()
    {
        await using var host = await ApiHost.StartShop(kind: MarketKind.Consumer); // where verdicts are given

        Is(await host.Put("buyers/b7/cart/l0", new { units = 2, priceSeenFen = 10_000 }), 200, "changed");
        Is(await host.CheckOut("b7-3", units: 2), 200, "placed");
        Is(await host.Put("checkouts/b7-3/payment", new { channel = "quick-pay" }), 200, "paid");
        Is(await host.Put("orders/b7-3.0/steps/ship"), 200, "done");
        Is(await host.Put("orders/b7-3.0/steps/deliver"), 200, "done");
        Is(await host.Put("orders/b7-3.0/steps/confirm"), 200, "done");
        Is(await host.Put("orders/b7-3.0/rating", Stars), 200, "rated");
        Is(await host.Put("orders/b7-3.0/buyer-rating", new { credit = "good" }), 200, "rated");
        Is(await host.Put("orders/b7-3.0/lines/0/refund", new { unitsInTotal = 1 }), 200, "refunded");
        Is(await host.Put("orders/b7-3.0/rating", Stars), 200, "rated"); // ORD-4
        Is(await host.Put("orders/b7-3.0/buyer-rating", new { credit = "poor" }), 409,
            "/problems/rate/rated-already");
    }

    [Fact]
    public async Task A_late_repeat_is_known_by_its_key() // ORD-4
    {
        await using var host = await ApiHost.StartShop();
        Task<ApiAnswer> Hide(string key) => host.Send("PUT", "stores/s0/steps/hide", request: key);

        Is(await Hide("k-1"), 200, "done");
        Is(await host.Put("stores/s0/steps/show"), 200, "done");
        Is(await Hide("\"k-1\""), 200, "done"); // with quotation marks it is the same key
        Assert.Equal("open", (string?)(await host.Get("stores/s0")).Body!["status"]);
        Is(await host.Send("PUT", "stores/s0/steps/close", request: "k-1"), 409, "/problems/store/id-reused");
        Is(await Hide("k-2"), 200, "done");
        Assert.Equal("hidden", (string?)(await host.Get("stores/s0")).Body!["status"]);
    }

    [Theory]
    [InlineData("stores/s0/steps/hide", "", "visible characters")]
    [InlineData("stores/s0/steps/hide", "two words", "visible characters")]
    [InlineData("orders/b7-3.0/steps/ship", "k", "step-order is known by its ids and contents")]
    public async Task A_key_that_cannot_be_or_that_changes_nothing_is_refused(
        string path, string key, string said)
    {
        await using var host = await ApiHost.StartShop();

        var answer = await host.Send("PUT", path, request: key);

        Is(answer, 400, "/problems/request/malformed");
        Assert.Contains(said, (string?)answer.Body!["detail"], StringComparison.Ordinal);
        var body = new { commands = new[] { new { op = "reprice", id = "l0", key = 7 } } };
        Is(await host.Send("POST", "batch", body), 400, "/problems/request/malformed");
    }

    [Fact]
    public async Task A_checkout_says_which_orders_it_made_what_they_cost_and_until_when_to_pay()
    {
        await using var host = await ApiHost.StartShop();

        var answer = await host.CheckOut("b7-3", units: 2);

        Assert.Equal("b7-3.0", (string?)answer.Body!["orders"]![0]);
        Assert.Equal(20_000, (long)answer.Body["totalFen"]!);
        Assert.True((DateTimeOffset)answer.Body["payBy"]! > Fixtures.Noon);
        Assert.Equal(answer.ToString(), (await host.CheckOut("b7-3", units: 2)).ToString()); // ORD-4
    }

    [Fact]
    public async Task A_refused_checkout_names_the_line_and_the_price_now()
    {
        await using var host = await ApiHost.StartShop(stock: 1);

        var risen = await host.CheckOut("b7-1", priceSeenFen: 9_999);
        Is(risen, 409, "/problems/checkout/price-risen");
        Assert.Equal((0, 10_000), ((int)risen.Body!["line"]!, (long)risen.Body["priceNowFen"]!));
        Is(await host.CheckOut("b7-2", units: 2), 409, "/problems/checkout/sold-out");
        Is(await host.CheckOut("b7-3", units: 0), 422, "/problems/checkout/bad-lines");
        Is(await host.Put("checkouts/b7-4", new { lines = Array.Empty<int>() }), 422,
            "/problems/checkout/bad-lines");
        Is(await host.CheckOut("b7-5"), 200, "placed");
        Is(await host.CheckOut("b7-5", units: 2), 409, "/problems/checkout/id-reused");
        Is(await host.Put("checkouts/b7-9/payment", new { channel = "bank" }), 404,
            "/problems/pay/unknown-checkout");
        Is(await host.Put("checkouts/b7-5/payment", new { channel = "balance" }), 402,
            "/problems/pay/insufficient-funds");
    }

    [Fact]
    public async Task A_payment_above_the_limit_of_a_buyer_is_not_called_sold_out() // INV-3, case 17
    {
        await using var host = await ApiHost.StartShop();
        await host.Engine.Marketplace.Publish(
            new ListingId(1), Fixtures.Terms(stock: 100, unitsPerBuyer: 2, hold: HoldMode.AtPayment));
        var lines = new { lines = new[] { new { listing = "l1", units = 2, priceSeenFen = 10_000 } } };
        var channel = new { channel = "bank" };
        foreach (var id in new[] { "b7-0", "b7-1", "b7-2" })
        {
            Is(await host.Put($"checkouts/{id}", lines), 200, "placed");
        }

        Is(await host.Put("checkouts/b7-0/payment", channel), 200, "paid");
        Is(await host.Put("checkouts/b7-1/payment", channel), 409, "/problems/pay/limit-reached");
        var batch = await host.Send(
            "POST", "batch", new { commands = new[] { new { op = "pay", id = "b7-2", body = channel } } });
        Assert.Equal("/problems/pay/limit-reached", (string?)batch.Body!["answers"]![0]!["type"]);
        Assert.Equal("limit-reached", (string?)(await host.Get("orders/b7-1.0")).Body!["refusedFor"]);
        Assert.Null((await host.Get("orders/b7-0.0")).Body!["refusedFor"]);
        Assert.Equal(
            new LoadAnswer(LoadOutcome.Refused, "limit-reached"),
            AnswerText.Single(409, "{\"type\":\"/problems/pay/limit-reached\"}"u8));
    }

    [Fact]
    public async Task A_seller_opens_a_store_and_sells_in_it()
    {
        await using var host = await ApiHost.StartShop();

        Is(await host.Put("stores/s1", Store("Tea house")), 200, "opened");
        Is(await host.Put("stores/s2", Store("TEA HOUSE")), 409, "/problems/open-store/name-taken");
        Is(await host.Put("listings/l1", Listing("s1")), 200, "published");
        Is(await host.Put("listings/l1", Listing("s0")), 409, "/problems/listing/id-reused");
        Is(await host.Put("listings/l2", Listing("s9")), 409, "/problems/listing/store-not-open");
        Is(await host.Put("listings/l1/price", new { priceFen = 2_000 }), 200, "published");
        Is(await host.Put("listings/l1/stock", new { unitsInTotal = 50 }), 200, "published");
        Is(await host.Put("stores/s1/coupon", new { offFen = 100, fromFen = 1_000 }), 200, "done");
        Is(await host.Delete("stores/s1/coupon"), 200, "done");
        Is(await host.Put("stores/s1/steps/hide"), 200, "done");
        Is(await host.Put("stores/s1/steps/hide"), 200, "done"); // ORD-4
        Is(await host.Put("stores/s1/steps/reinstate"), 409, "/problems/store/wrong-status");
        Is(await host.Delete("listings/l1"), 200, "published");
        Is(await host.Delete("listings/l9"), 404, "/problems/listing/unknown-listing");
        Is(await host.Put("stores/s9/steps/hide"), 404, "/problems/store/unknown-store");
    }

    [Fact]
    public async Task Bad_terms_of_a_listing_are_named()
    {
        await using var host = await ApiHost.StartShop();

        var answer = await host.Put("listings/l1", new
        {
            store = "s0",
            title = "",
            category = 0,
            priceFen = 0,
            stock = 1,
        });

        Is(answer, 422, "/problems/listing/bad-terms");
        Assert.StartsWith("price: above 0", (string?)answer.Body!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dispute_is_opened_and_resolved()
    {
        await using var host = await ApiHost.StartShop();
        await host.CheckOut("b7-3");
        await host.Put("checkouts/b7-3/payment", new { channel = "credit" });

        Is(await host.Put("orders/b7-3.0/steps/ship"), 200, "done");
        Is(await host.Put("orders/b7-3.0/dispute"), 200, "done");
        Is(await host.Put("orders/b7-3.0/steps/confirm"), 409, "/problems/order/disputed");
        Is(await host.Put("orders/b7-3.0/dispute/verdict", new { winner = "store" }), 200, "done");
        Is(await host.Put("orders/b7-9.0/dispute"), 404, "/problems/order/unknown-order");
    }

    [Fact]
    public async Task Money_is_moved_once_for_each_id()
    {
        await using var host = await ApiHost.StartShop();
        var topUp = new { kind = "buyer-top-up", buyer = "b7", amountFen = 50_000 };

        Is(await host.Put("transfers/1", topUp), 200, "moved");
        Is(await host.Put("transfers/1", topUp), 200, "moved");
        Is(await host.Put("transfers/1", topUp with { amountFen = 1 }), 409, "/problems/transfer/id-reused");
        Is(await host.Put("transfers/2", topUp with { amountFen = -1 }), 422,
            "/problems/transfer/bad-transfer");
        Is(await host.Put("transfers/3", new { kind = "withdrawal", store = "s0", amountFen = 1 }), 409,
            "/problems/transfer/insufficient-funds");
        var balance = await host.Get("accounts/buyer/7");
        Assert.Equal(50_000, (long)balance.Body!["balanceFen"]!);
    }

    [Fact]
    public async Task An_operator_changes_the_policy_as_it_was_read_and_every_number_is_named() // GOV-1
    {
        await using var host = await ApiHost.Start();
        var policy = (await host.Get("policy")).Body!["policy"]!;
        policy["inventory"]!["payWithin"] = "00:05:00";
        var from = ApiHost.MarketClock.GetUtcNow().AddDays(1);

        Is(await host.Put("policy", new { policy, from }), 200, "changed");
        Is(await host.Put("policy", new { policy, from }), 200, "changed"); // ORD-4
        var planned = Assert.Single((await host.Get("policy")).Body!["planned"]!.AsArray());
        Assert.Equal("00:05:00", (string?)planned!["policy"]!["inventory"]!["payWithin"]);
        Is(await host.Put("policy", new { policy, from = from.AddDays(-2) }), 422,
            "/problems/policy/in-the-past");

        policy["inventory"]!["payWithin"] = "00:00:00";
        var tooShort = await host.Put("policy", new { policy });
        Assert.Equal(400, tooShort.Status);
        Assert.Contains("inventory.payWithin", (string?)tooShort.Body!["detail"], StringComparison.Ordinal);
        policy["inventory"]!.AsObject().Remove("payWithin");
        var partly = await host.Put("policy", new { policy });
        Assert.Equal(400, partly.Status);
        Assert.Contains("payWithin", (string?)partly.Body!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_switch_is_flipped_by_somebody_for_a_reason()
    {
        await using var host = await ApiHost.StartShop();
        var flip = new { on = true, who = "ops", why = "the peak" };

        Is(await host.Put("switches/coupons-frozen", flip), 200, "flipped");
        Is(await host.Put("switches/coupons-frozen", flip), 200, "flipped"); // ORD-4
        Is(await host.Put("switches/coupons-frozen", flip with { who = "other" }), 409,
            "/problems/switch/no-change");
        Is(await host.Put("switches/coupons-frozen", flip with { who = "", on = false }), 422,
            "/problems/switch/no-reason");
        var board = await host.Get("switches");
        Assert.Equal("coupons-frozen", (string?)board.Body!["flips"]![0]!["switch"]);
        Assert.Equal("the peak", (string?)board.Body["flips"]![0]!["why"]);
    }

    [Fact]
    public async Task A_throttled_checkout_says_when_to_come_again()
    {
        var policy = new Policy
        {
            Admission = new AdmissionPolicy { RequestsPerSecond = 1, BurstWithin = TimeSpan.FromSeconds(1) },
        };
        await using var host = await ApiHost.Start(engineOptions: new EngineOptions { Policy = policy });
        await host.Engine.Marketplace.OpenStore(Fixtures.Application(Fixtures.FirstStore));
        await host.Engine.Marketplace.Publish(Fixtures.FirstListing, Fixtures.Terms());
        Is(await host.CheckOut("b7-1"), 200, "placed");

        var answer = await host.CheckOut("b7-2");

        Is(answer, 429, "/problems/checkout/throttled");
        Assert.Equal(TimeSpan.FromSeconds(1), answer.RetryAfter);
        Assert.Equal(1_000, (long)answer.Body!["retryAfterMs"]!);
    }

    private static readonly object Stars =
        new { credit = "good", asDescribed = 5, service = 5, dispatchSpeed = 4, deliverySpeed = 4 };

    private static object Store(string name) =>
        new { owner = "p1", market = "consumer", name, depositFen = 100_000 };

    private static object Listing(string store) =>
        new { store, title = "A pot", category = 1, priceFen = 1_000, stock = 5 };

    private static void Is(ApiAnswer answer, int status, string word)
    {
        Assert.True((status, word) == (answer.Status, answer.Word), $"{answer} instead of {status} {word}");
        Assert.Equal(status == 200 ? "application/json" : "application/problem+json", answer.ContentType);
    }
}
