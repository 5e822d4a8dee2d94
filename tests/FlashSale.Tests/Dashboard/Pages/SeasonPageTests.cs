using FlashSale.Client;
using FlashSale.Simulator;
using FlashSale.Tests.Simulator.Seasons;
using static Microsoft.Playwright.Assertions;

namespace FlashSale.Tests.Dashboard;

/// <summary>The page of a season, as a person has it: in a browser, over a season with every model.</summary>
public sealed class SeasonPageTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly TimeSpan StandEvery = TimeSpan.FromMilliseconds(20);

    [BrowserTheory]
    [InlineData(1_920, 1_080, "en")]
    [InlineData(1_280, 800, "zh")]
    [InlineData(390, 844, "en")]
    [InlineData(390, 844, "zh")]
    public async Task Every_model_of_a_season_is_drawn_and_fits(int width, int height, string language)
    {
        var season = Season.Create(EachModel.All);
        var run = new WatchedRun(new PlayedSeason(season), speed: 0, TimeSpan.Zero, RealClock.Instance);
        await using var server = await WatchServer.Start(
            run, season, new SeasonOptions { Urls = "http://127.0.0.1:0" }, RealClock.Instance);
        season.RunToEnd();
        using var over = new CancellationTokenSource();
        var standing = Stand(run, over.Token);
        await using var window = await browser.Open(width, height);

        await window.Visit(server.Urls[0], "/season?lang=" + language);
        var models = window.Page.Locator("#models .chart svg");
        await Expect(models.First).ToBeVisibleAsync(new() { Timeout = Window.Patience });
        var names = await window.Page.Locator("#models h2").AllInnerTextsAsync();
        var labels = await window.Page.Locator("#models .legend span").AllInnerTextsAsync();

        Assert.True(await models.CountAsync() >= EachModel.BehindTheBase.Count);
        Assert.Empty(await window.Overflow());
        Assert.Equal(language == "zh", labels.All(label => label.Any(letter => letter > '一')));
        Assert.Equal(language == "zh", names.All(name => name[0] > '一'));
        Assert.Empty(window.Faults);
        await window.Picture($"season-{width}-{language}");
        await over.CancelAsync();
        await standing;
    }

    // Whoever plays a season answers what the pages ask.
    private static Task Stand(WatchedRun run, CancellationToken over) => Task.Run(
        () =>
        {
            do
            {
                run.Stand();
            }
            while (!over.WaitHandle.WaitOne(StandEvery));
        },
        CancellationToken.None);
}
