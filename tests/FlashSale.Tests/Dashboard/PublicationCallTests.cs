using FlashSale.Engine;
using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Dashboard;

// LST-2 over HTTP.
public sealed class PublicationCallTests
{
    private static readonly object By = new { verdict = "refuse", who = "op-7", why = "a copy" };

    [Fact]
    public async Task A_listing_waits_is_reviewed_and_says_so()
    {
        await using var host = await ApiHost.Start(
            engineOptions: new EngineOptions { Policy = new Policy { Screening = Screenings.Policy } },
            keys: ApiHost.Keys);
        await host.Engine.Marketplace.OpenStore(Fixtures.Application(Fixtures.FirstStore));
        await host.Engine.Marketplace.Publish(Fixtures.FirstListing, Screenings.Terms());
        Is(await Sent(host, "listings/l0/score", new { scoreMilli = Screenings.Odd }), "done");

        var queue = (await host.Send("GET", "publications", null, ApiHost.OperatorKey)).Body!;
        var one = Assert.Single(queue["publications"]!.AsArray())!;
        Assert.Equal(
            ("l0", "in-review", Screenings.Odd, false),
            ((string?)one["listing"], (string?)one["publication"], (int)one["scoreMilli"]!,
                (bool)one["brandKnown"]!));
        Assert.Equal(
            (1, 0, 2), ((int)queue["waiting"]!, (int)queue["reviewedToday"]!, (int)queue["reviewsPerDay"]!));
        Is(await Sent(host, "listings/l0/review", By), "done");

        var shown = (await host.Send("GET", "listings/l0", null, ApiHost.OperatorKey)).Body!;
        Assert.Equal(("refused", true), ((string?)shown["publication"], (bool)shown["withdrawn"]!));
        var act = (await host.Send("GET", "trail", null, ApiHost.OperatorKey)).Body!["acts"]![0]!;
        Assert.Equal(("review-listing", "l0"), ((string?)act["what"], (string?)act["about"]));
    }

    [Fact]
    public async Task Only_an_operator_scores_reviews_and_lists()
    {
        await using var host = await ApiHost.StartShop(keys: ApiHost.Keys);
        foreach (var (path, body) in new (string, object)[]
        {
            ("listings/l0/score", new { scoreMilli = 0 }), ("listings/l0/review", By),
            ("brands/7", new { known = true }),
        })
        {
            Assert.Equal(403, (await host.Send("PUT", path, body, ApiHost.ApiKey)).Status);
        }

        Assert.Equal(403, (await host.Send("GET", "publications", null, ApiHost.ApiKey)).Status);
    }

    private static Task<ApiAnswer> Sent(ApiHost host, string path, object body) =>
        host.Send("PUT", path, body, ApiHost.OperatorKey);

    private static void Is(ApiAnswer answer, string word)
    {
        Assert.True(answer.Status == 200, $"{answer.Status} {answer.Body}");
        Assert.Equal(word, (string?)answer.Body!["result"]);
    }
}
