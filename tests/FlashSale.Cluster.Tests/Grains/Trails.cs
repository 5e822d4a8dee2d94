namespace FlashSale.Cluster.Tests;

/// <summary>What operators did, all of it.</summary>
internal static class Trails
{
    /// <summary>All acts, page by page, the latest first.</summary>
    public static async Task<IReadOnlyList<TrailEntry>> All(IMarketBrowser browser)
    {
        var acts = new List<TrailEntry>();
        TrailMark? before = null;
        do
        {
            var page = await browser.FindTrail(new TrailQuery { Before = before, EntriesMax = 100 });
            acts.AddRange(page.Entries);
            before = page.Next;
        }
        while (before is not null);
        return acts;
    }
}
