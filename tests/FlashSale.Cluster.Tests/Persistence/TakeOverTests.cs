using Orleans.Storage;

namespace FlashSale.Cluster.Tests;

/// <summary>
/// What the version of 21 November 2026 kept in rows of its own is read once, and then kept by Orleans.
/// </summary>
public sealed class TakeOverTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly RowKey[] Old =
        [new(RowKind.Festival, 0), new(RowKind.Telemetry, 0), new(RowKind.Seller, 11)];

    [Theory, Stores, PostgresStore]
    public async Task Festival_sellers_and_telemetry_go_on_from_what_an_older_version_has_stored(
        StoreKind kind)
    {
        await using var silo = await StateSilo.Start(kind, postgres, OlderVersion);

        await GoesOn(silo, sales: 1);
        await silo.Grains.GetGrain<ISellerGrain>(11).Add(Batch());
        await silo.Grains.GetGrain<ITelemetryGrain>(0).Add(Batch());
        await silo.Grains.GetGrain<IFestivalGrain>(0).Admit(77);
        await silo.Restart();

        await GoesOn(silo, sales: 2);
        Assert.Equal(77, (await silo.Grains.GetGrain<IFestivalGrain>(0).State()).AdmittedPerSecond);
        foreach (var row in Old)
        {
            Assert.Null(await silo.Rows.Read(row));
        }
    }

    // A type or a state that gets another name would not find what it has stored.
    [Theory, Stores, PostgresStore]
    public async Task States_of_the_market_s_own_grains_keep_their_names(StoreKind kind)
    {
        await using var silo = await StateSilo.Start(kind, postgres, OlderVersion);
        await GoesOn(silo, sales: 1);

        Assert.True(await Exists<FestivalState>(silo.Storage, "festival", "festival/0"));
        Assert.True(await Exists<SalesState>(silo.Storage, "market-sales", "telemetry/0"));
        Assert.True(await Exists<SalesState>(silo.Storage, "seller-sales", "seller/B"));
    }

    private static async Task GoesOn(StateSilo silo, long sales)
    {
        var festival = await silo.Grains.GetGrain<IFestivalGrain>(0).State();
        var seller = await silo.Grains.GetGrain<ISellerGrain>(11).Dashboard();
        var market = await silo.Grains.GetGrain<ITelemetryGrain>(0).Sales();

        Assert.True(festival.Version >= 41, $"{festival}");
        Assert.Equal(["rush", "day"], festival.Phases.Select(phase => phase.Name));
        Assert.Equal(WireSamples.Flips.Length, festival.Flips.Length);
        Assert.All(
            [seller.Totals, market.Figures.Totals],
            totals => Assert.Equal((sales, 7), (totals.OrdersPaid, totals.CountOf(MarketEventKind.Closed))));
    }

    private static async Task<bool> Exists<T>(IGrainStorage storage, string name, string grain)
    {
        var state = new GrainState<T>();
        await storage.ReadStateAsync(name, GrainId.Parse(grain), state);
        return state.RecordExists;
    }

    private static Task OlderVersion(IRowStore rows) => rows.Save(
        new RowWrite(Old[0], 0, Stored("festival")),
        new RowWrite(Old[1], 0, Stored("sales")),
        new RowWrite(Old[2], 0, Stored("sales")));

    private static byte[] Stored(string name) => Convert.FromHexString(File.ReadAllText(Path.Combine(
        AppContext.BaseDirectory, "Wire", "Golden", "rows", name + ".hex")).Trim());

    private static EventBatch Batch() => StateFixtures.Batch(number: 9);
}
