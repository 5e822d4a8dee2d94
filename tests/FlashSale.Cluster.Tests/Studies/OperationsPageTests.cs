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

            await using var window = await browser.Open(1_280, 800);
            await window.Visit(silo.Url, "/ops");
            var row = window.Page.Locator("[data-study=a-study]");
            await Expect(row).ToContainTextAsync("4 / 4", new() { Timeout = Window.Patience });
            await Expect(window.Page.Locator("[data-slots]")).ToContainTextAsync("/ 1");
            Assert.Empty(await window.Overflow());
            await window.Picture("silo-studies-1280");
            Assert.Empty(window.Faults);
        }

        folder.Delete(recursive: true);
    }
}
