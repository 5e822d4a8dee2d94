using System.Net;
using FlashSale.Tests.Driver;
using static Microsoft.Playwright.Assertions;

namespace FlashSale.Tests.Dashboard;

// A proxy on this machine makes every stranger local: with keys set that opens nothing.
public sealed class DoorTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Behind_a_proxy_a_caller_without_a_key_is_refused_everything()
    {
        await using var market = await LiveMarket.Start(hasKeys: true);
        await using var proxy = new TestProxy(new Uri(market.Url), ProxyManner.PassesOn);

        await DoorChecks.RefusesEverythingWithoutAKey(proxy.Url);
        await DoorChecks.RefusesEverythingWithoutAKey(new Uri(market.Url));
    }

    [Fact]
    public async Task Behind_a_proxy_pages_live_numbers_and_the_stream_work_with_a_key()
    {
        await using var market = await LiveMarket.Start(hasKeys: true);
        await using var proxy = new TestProxy(new Uri(market.Url), ProxyManner.PassesOn);

        await DoorChecks.WorksWithAKey(proxy.Url, LiveMarket.ApiKey);
        await DoorChecks.WorksWithAKey(proxy.Url, LiveMarket.OperatorKey);
    }

    [Fact]
    public async Task What_a_browser_gets_for_a_key_opens_the_pages_and_no_numbers()
    {
        await using var market = await LiveMarket.Start(hasKeys: true);
        using var handler = new HttpClientHandler { UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(market.Url) };
        using var shown = new HttpRequestMessage(HttpMethod.Post, "/live/key");
        shown.Headers.Add("Authorization", $"Bearer {LiveMarket.ApiKey}");
        using var answer = await client.SendAsync(shown);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(LiveMarket.ApiKey, cookie, StringComparison.Ordinal);
        var token = cookie.Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, await Get(client, "/ops", token));
        Assert.Equal(HttpStatusCode.OK, await Get(client, "/pages/ops.js", token));
        Assert.Equal(HttpStatusCode.Unauthorized, await Get(client, "/live", token));
        Assert.Equal(HttpStatusCode.Unauthorized, await Get(client, "/live/run?name=x", token));
        Assert.Equal(HttpStatusCode.Unauthorized, await Get(client, "/ops", "flashsale-pages=00"));
    }

    [Fact]
    public async Task A_browser_without_a_key_is_shown_where_to_write_one()
    {
        await using var market = await LiveMarket.Start(hasKeys: true);
        using var client = new HttpClient { BaseAddress = new Uri(market.Url) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/ops");
        request.Headers.Add("Accept", "text/html,application/xhtml+xml");
        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("id=\"input\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "unsafe", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_person_shows_a_key_once_and_watches_through_a_proxy()
    {
        await using var market = await LiveMarket.Start(hasKeys: true);
        await using var proxy = new TestProxy(new Uri(market.Url), ProxyManner.PassesOn);
        await using var window = await browser.Open(1_280, 800);
        var host = proxy.Url.GetLeftPart(UriPartial.Authority);
        var page = window.Page;

        await page.GotoAsync(host + "/");
        await page.Locator("#input").FillAsync("a-key-that-is-nobodys");
        await page.Locator("button").ClickAsync();
        await Expect(page.Locator("#told")).ToContainTextAsync("The key is not valid.");
        await window.Picture("key-1280");

        await window.VisitWithKey(host, "/", LiveMarket.ApiKey);
        await Expect(page.Locator("#gmv")).Not.ToHaveTextAsync("¥0", new() { Timeout = Window.Patience });
        await window.Visit(host, "/ops"); // the tab keeps the key
        Assert.Empty(await window.Overflow());
    }

    private static async Task<HttpStatusCode> Get(HttpClient client, string path, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
