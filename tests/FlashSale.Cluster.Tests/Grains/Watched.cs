using FlashSale.Engine;

namespace FlashSale.Cluster.Tests;

/// <summary>Markets whose orders are watched (rule TRU-13).</summary>
internal static class Watched
{
    /// <summary>Rules by which a few complaints are an alert, and only the watch opens cases.</summary>
    public static Policy Policy { get; } = new()
    {
        Trust = new TrustPolicy
        {
            IsOn = true,
            ComplaintsToOpen = 200,
            Watches = true,
            WatchDays = 3,
            WatchOrdersMin = 4,
        },
    };

    /// <summary>Brings all events to whoever counts them: an audit waits for that.</summary>
    public static async Task Drain(TestMarket market) => await Shop.Answered(() => market.Port.Audit());

    /// <summary>What the watch keeps of the fair's sellers, in words.</summary>
    public static async Task<string> Picture(IRowStore rows, int sellers)
    {
        var lines = new List<string>();
        for (var seller = 0; seller < sellers; seller++)
        {
            var row = await rows.Read(new RowKey(RowKind.Watch, seller));
            lines.Add(Line(
                row is null ? null : WireFormat.Serializer.Deserialize<WatchState>(row.Body)!.Facts));
        }

        return string.Join('\n', lines);
    }

    /// <summary>The same of an engine.</summary>
    public static string Picture(Market market, int sellers) => string.Join(
        '\n',
        Enumerable.Range(0, sellers).Select(seller => Line(market.State.Watch.Find(new SellerId(seller)))));

    private static string Line(WatchFacts? facts) => facts is null ? "nothing"
        : $"{string.Join(", ", facts.Days)} {facts.Alerts.Count} {facts.LastAlert} {facts.Opened}";
}
