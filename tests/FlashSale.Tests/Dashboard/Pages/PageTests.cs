using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlashSale.Tests.Dashboard;

// The live pages as a person has them: in a browser, over a market that runs.
public sealed class PageTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly string[] Pages =
    [
        "/", "/ops", "/search", "/listings", "/stores", "/sellers", "/trust", "/orders", "/season", "/audit",
        "/certificates", "/screening", "/trail", "/runs", "/preflight",
    ];

    [BrowserTheory]
    [InlineData(1_280, 800)]
    [InlineData(1_920, 1_080)]
    [InlineData(390, 844)]
    public async Task Every_page_loads_without_a_fault_and_fits(int width, int height)
    {
        await using var market = await LiveMarket.Start();
        await using var window = await browser.Open(width, height);
        foreach (var path in Pages)
        {
            await window.Visit(market.Url, path);
            await Expect(window.Page.Locator("main")).ToBeVisibleAsync();
            Assert.Empty(await window.Overflow());
            await window.Picture($"{(path == "/" ? "screen" : path[1..])}-{width}");
        }

        Assert.Empty(window.Faults);
    }

    [BrowserFact]
    public async Task Counters_move_and_end_at_what_the_audit_counts()
    {
        await using var market = await LiveMarket.Start();
        await using var window = await browser.Open();
        await window.Visit(market.Url, "/");
        var page = window.Page;
        await Expect(page.Locator("#gmv")).Not.ToHaveTextAsync("¥0", new() { Timeout = Window.Patience });
        var first = await Number(page, "#gmv");
        await Expect(page.Locator("#gmv")).Not.ToHaveAttributeAsync(
            "data-value", first.ToString(CultureInfo.InvariantCulture), new() { Timeout = Window.Patience });
        Assert.True(await Number(page, "#gmv") > first);

        // The page and the books say the same of the same moment: those who buy are stopped for it.
        await market.Server.StopBuyers();
        var audit = await market.Server.Engine.Marketplace.Audit();
        var (paid, escrow) = await market.Server.Engine.Ask(books =>
            (books.View.Movements(MovementKind.Payment).Amount, books.View.Balance(AccountId.Escrow)));
        Assert.True(audit.Passed);
        Assert.StartsWith(
            $"paid {paid}, held {escrow}",
            audit.Checks.Single(check => check.Name == "escrow-equals-orders").Detail,
            StringComparison.Ordinal);
        await Expect(page.Locator("#escrow")).ToHaveAttributeAsync(
            "data-value", escrow.Fen.ToString(CultureInfo.InvariantCulture),
            new() { Timeout = Window.Patience });
        Assert.InRange(await Number(page, "#gmv") - (paid.Fen / 0.000_05), -1, 1);
        Assert.Empty(await page.Locator("#books .failed").AllAsync());
    }

    [BrowserFact]
    public async Task Operations_shows_the_policy_and_a_planned_change_until_it_is_withdrawn() // GOV-1
    {
        await using var market = await LiveMarket.Start();
        await using var window = await browser.Open(1_280, 800);
        var engine = market.Server.Engine;
        var (policy, at) = await engine.Ask(books => (books.Policy, books.Now.AddDays(2)));
        await engine.Marketplace.ChangePolicy(
            policy with { Inventory = policy.Inventory with { PayWithin = TimeSpan.FromMinutes(5) } }, at);

        await window.Visit(market.Url, "/ops");
        var planned = window.Page.Locator("#planned li");
        await Expect(planned).ToContainTextAsync(
            "inventory.payWithin 00:30:00 → 00:05:00", new() { Timeout = Window.Patience });
        await Expect(window.Page.Locator("#policy-sub")).ToHaveTextAsync("as at the beginning, 1 planned");
        await Expect(window.Page.Locator("#policy tr")).Not.ToHaveCountAsync(0);
        await window.Picture("ops-policy");

        await planned.Locator("button").ClickAsync();
        await window.Page.Locator("#ask-input").FillAsync("too soon");
        await window.Page.Locator("#ask-ok").ClickAsync();
        await Expect(planned).ToHaveCountAsync(0, new() { Timeout = Window.Patience });
        Assert.Empty((await engine.Browser.FindPolicies()).PlannedAfter(DateTimeOffset.MinValue));
        await window.Visit(market.Url, "/trail?who=console&lang=zh"); // IDN-5
        await Expect(window.Page.Locator("#list tbody tr")).ToHaveCountAsync(1);
        await Expect(window.Page.Locator("#list")).ToContainTextAsync("撤回规则");
        await Expect(window.Page.Locator("#list .why")).ToHaveTextAsync("too soon");
        await window.Picture("trail-zh");
        Assert.Empty(window.Faults);
    }

    [BrowserFact]
    public async Task A_switch_flipped_in_the_console_refuses_refunds_in_the_api()
    {
        await using var market = await LiveMarket.Start();
        await using var window = await browser.Open(1_280, 800);
        using var client = new HttpClient { BaseAddress = new Uri(market.Url + "/api/v1/") };
        await Buy(client, "b900000-0");
        await window.Visit(market.Url, "/ops");
        var page = window.Page;

        await page.Locator("[data-switch=refunds-of-unshipped-off] button").ClickAsync();
        await page.Locator("#ask-input").FillAsync("the peak");
        await page.Locator("#ask-ok").ClickAsync();
        await Expect(page.Locator("[data-switch=refunds-of-unshipped-off]")).ToHaveAttributeAsync(
            "data-on", "true", new() { Timeout = Window.Patience });

        using var refusal = await client.PutAsJsonAsync(
            "orders/b900000-0.0/lines/0/refund", new { unitsInTotal = 1 });
        Assert.Equal(409, (int)refusal.StatusCode);
        Assert.Contains("/problems/refund/switched-off", await refusal.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        Assert.Contains("console: the peak", await page.Locator("#switches").InnerTextAsync(),
            StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task The_limit_of_admission_is_changed_in_the_console()
    {
        await using var market = await LiveMarket.Start();
        await using var window = await browser.Open();
        await window.Visit(market.Url, "/ops");

        await window.Page.Locator("#admission").FillAsync("7");
        await window.Page.Locator("#admit").ClickAsync();
        await window.Page.Locator("#ask-ok").ClickAsync();

        await Expect(window.Page.Locator("#toast")).ToContainTextAsync("done");
        Assert.Equal(7, await market.Server.Engine.Ask(books => books.Policy.Admission.RequestsPerSecond));
    }

    [BrowserFact]
    public async Task A_wrong_operator_key_is_refused_and_nothing_happens()
    {
        await using var market = await LiveMarket.Start(hasKeys: true);
        await using var window = await browser.Open();
        await window.VisitWithKey(market.Url, "/ops", LiveMarket.ApiKey); // it may watch, and no more
        foreach (var key in new[] { LiveMarket.ApiKey, "a-key-that-nobody-has" })
        {
            using var call = new HttpRequestMessage(HttpMethod.Post, market.Url + "/live/control/audit")
            {
                Content = JsonContent.Create(new { }),
                Headers = { { "Authorization", "Bearer " + key } },
            };
            using var client = new HttpClient();
            using var refusal = await client.SendAsync(call);
            Assert.InRange((int)refusal.StatusCode, 401, 403);
        }

        await window.Page.Locator("[data-switch=coupons-frozen] button").ClickAsync();
        await window.Page.Locator("#ask-input").FillAsync("to see");
        await window.Page.Locator("#ask-ok").ClickAsync();
        await Expect(window.Page.Locator("#toast")).ToContainTextAsync("Only operators may do this.");
        Assert.Empty(await market.Server.Engine.Browser.FindSwitchFlips());
    }

    [BrowserFact]
    public async Task A_host_that_stops_is_shown_as_stale_and_is_live_when_it_is_back()
    {
        await using var market = await LiveMarket.Start();
        await using var window = await browser.Open();
        await window.Visit(market.Url, "/");
        var state = window.Page.Locator("#state");

        await market.Stop();
        await Expect(state).ToHaveAttributeAsync("data-state", "stale", new() { Timeout = Window.Patience });
        await Expect(state).ToContainTextAsync("no data for");
        await window.Picture("screen-stale");

        await market.Start();
        await Expect(state).ToHaveAttributeAsync("data-state", "live", new() { Timeout = Window.Patience });
    }

    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/ops")]
    public async Task The_keyboard_reaches_every_control(string path)
    {
        await using var market = await LiveMarket.Start();
        await using var window = await browser.Open();
        await window.Visit(market.Url, path);
        const string controls = "a[href], button:not(:disabled), select, input";
        await window.Page.EvaluateAsync($$"""
            () => {
              window.reached = new Set();
              document.addEventListener('focusin', ({ target }) =>
                window.reached.add(target.id || target.dataset.nav || target.className));
            }
            """);
        var wanted = await window.Page.EvaluateAsync<string[]>($$"""
            () => [...document.querySelectorAll('{{controls}}')]
                .filter(one => one.checkVisibility() && one.id && !one.closest('dialog')).map(one => one.id)
            """);
        for (var press = 0; press < 150; press++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
        }

        var reached = await window.Page.EvaluateAsync<string[]>("() => [...window.reached]");
        Assert.Empty(wanted.Except(reached));
        Assert.Contains("skip", reached);
    }

    [BrowserFact]
    public async Task Kiosk_mode_and_chinese_fit_too()
    {
        await using var market = await LiveMarket.Start();
        foreach (var (width, height) in new[] { (1_920, 1_080), (1_280, 800) })
        {
            await using var window = await browser.Open(width, height);
            await window.Visit(market.Url, "/?kiosk&lang=zh");
            await Expect(window.Page.Locator("nav")).ToBeHiddenAsync();
            Assert.Equal("zh-CN", await window.Page.Locator("html").GetAttributeAsync("lang"));
            Assert.Empty(await window.Overflow());
            await window.Picture($"kiosk-zh-{width}");
        }
    }

    [BrowserFact]
    public async Task Runs_are_listed_shown_and_compared()
    {
        await using var market = await LiveMarket.Start();
        foreach (var (name, orders) in new[] { ("monday", 100), ("tuesday", 150) })
        {
            var folder = Directory.CreateDirectory(Path.Combine(market.Runs, name));
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "summary.json"),
                new JsonObject { ["orders"] = orders }.ToJsonString());
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "report.html"), "<h1>It ran</h1>");
        }

        await using var window = await browser.Open(1_280, 800);
        await window.Visit(market.Url, "/runs");
        await window.Page.Locator("[data-run=monday]").CheckAsync();
        await window.Page.Locator("[data-run=tuesday]").CheckAsync();
        await Expect(window.Page.Locator("#compare")).ToContainTextAsync("+50.0%");

        using var client = new HttpClient();
        using var outside = await client.GetAsync(market.Url + "/live/run?name=../market");
        Assert.Equal(404, (int)outside.StatusCode);
        Assert.Contains("It ran", await client.GetStringAsync(market.Url + "/live/report?name=monday"),
            StringComparison.Ordinal);
    }

    private static async Task Buy(HttpClient client, string checkout)
    {
        var lines = new[] { new { listing = "l0", units = 1, priceSeenFen = 100_000_000 } };
        (await client.PutAsJsonAsync($"checkouts/{checkout}", new { lines })).EnsureSuccessStatusCode();
        (await client.PutAsJsonAsync($"checkouts/{checkout}/payment", new { channel = "quick-pay" }))
            .EnsureSuccessStatusCode();
    }

    private static async Task<long> Number(IPage page, string which) => long.Parse(
        (await page.Locator(which).GetAttributeAsync("data-value"))!, CultureInfo.InvariantCulture);
}
