using static FlashSale.Cluster.Tests.RowFixtures;

namespace FlashSale.Cluster.Tests;

public sealed class FaultyRowStoreTests
{
    private const int Writes = 3_000;

    [Fact]
    public async Task One_write_in_ten_fails_in_each_of_three_ways()
    {
        var outcomes = (await Outcomes(seed: 1)).CountBy(outcome => outcome).ToDictionary();

        Assert.Equal(["", "conflict", "failed after", "failed before"], outcomes.Keys.Order());
        Assert.InRange(outcomes[""], Writes * 87 / 100, Writes * 93 / 100);
        Assert.All(outcomes.Values, count => Assert.True(count > Writes / 50));
    }

    [Fact]
    public async Task The_same_seed_fails_the_same_calls()
    {
        Assert.Equal(await Outcomes(seed: 5), await Outcomes(seed: 5));
        Assert.NotEqual(await Outcomes(seed: 5), await Outcomes(seed: 6));
    }

    [Fact]
    public async Task A_store_that_was_calmed_down_works()
    {
        var store = new FaultyRowStore(new MemoryRowStore(), seed: 1, writesPerFault: 1, readsPerFault: 1);
        await Assert.ThrowsAsync<RowStoreException>(() => store.VersionOf(Key()));

        store.CalmDown();

        await store.Save(Put(Key()));
        Assert.Equal((1L, 1), (await store.VersionOf(Key()), store.Faults));
    }

    private static async Task<List<string>> Outcomes(ulong seed)
    {
        var truth = new MemoryRowStore();
        var store = new FaultyRowStore(truth, seed);
        var outcomes = new List<string>();
        for (var owner = 0; owner < Writes; owner++)
        {
            try
            {
                await store.Save(Put(Key(owner)));
                outcomes.Add("");
            }
            catch (RowStoreException)
            {
                outcomes.Add(await truth.VersionOf(Key(owner)) == 1 ? "failed after" : "failed before");
            }
            catch (RowConflictException)
            {
                outcomes.Add("conflict");
            }
        }

        return outcomes;
    }
}
