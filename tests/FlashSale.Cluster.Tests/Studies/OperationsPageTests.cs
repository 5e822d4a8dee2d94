using FlashSale.Driver;
using FlashSale.Tests.Dashboard;
using static Microsoft.Playwright.Assertions;

namespace FlashSale.Cluster.Tests;

// A silo as it is, with slots: what it has run for a study stands on its page.
public sealed class OperationsPageTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task Operations_show_studies_and_slots()
    {
        var folder = Directory.CreateTempSubdirectory("flashsale-ops-");
        await using (var silo = await LiveSilo.Start(("StudySlots", "1"), ("Folder", folder.FullName)))
        {
            using var study = new SmallStudy();
            using var engine = new ClusterEngine(
                [new ApiAddress(new Uri(silo.Url))], study.Plan.Study, null, study.Cache, RealClock.Instance);
            await study.Run(engine);
            Assert.Equal(1, engine.Workers);
            var tick = await silo.Told(tick => tick["studies"]!.AsArray() is [{ } one]
                && (int)one["ended"]! == study.Plan.Orders.Count && tick["slots"]!.AsArray().Count == 1);
            Assert.Equal(0, (int)tick["studies"]![0]!["failed"]!);

            await Look(silo.Url, 1_280);
            await Look(silo.Url, 390);
        }

        folder.Delete(recursive: true);
    }

    private async Task Look(string url, int width)
    {
        await using var window = await browser.Open(width, 800);
        await window.Visit(url, "/ops");
        var row = window.Page.Locator("[data-study=a-study]");
        await Expect(row).ToContainTextAsync("4 / 4", new() { Timeout = Window.Patience });
        await Expect(window.Page.Locator("[data-slots]")).ToContainTextAsync("/ 1");
        // A panel as wide as the page comes after those that share a row.
        Assert.True(await Top(window, "#studies-panel") > await Top(window, ".alerts"));
        Assert.Empty(await window.Overflow());
        await window.Picture(FormattableString.Invariant($"silo-studies-{width}"));
        Assert.Empty(window.Faults);
    }

    private static async Task<float> Top(Window window, string panel) =>
        (await window.Page.Locator(panel).BoundingBoxAsync())!.Y;
}
