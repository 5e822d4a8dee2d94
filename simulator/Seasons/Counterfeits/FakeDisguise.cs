namespace FlashSale.Simulator;

/// <summary>
/// How well sellers disguise fakes (rules TRU-1, TRU-2). Who does it well copies the brand's text and
/// pictures and asks nearly its price, so that only buyers and tests find the fakes; careless sellers take
/// their goods for genuine and show them so.
/// </summary>
internal sealed class FakeDisguise(SeasonRun run, FakeSellerHabits habits)
{
    private const uint CheapCounter = 1_000; // behind what a store draws on a day
    private const uint HidingCounter = 1_001;
    private const int DaysPerKey = 1 << 12;

    /// <summary>Whether fakes of a store would look as the genuine goods do.</summary>
    public bool IsGood(int store)
    {
        var owner = run.Stores[store].Owner;
        var share = run.Stores.OwnerAt(owner).Type switch
        {
            SellerType.Careless => 1,
            SellerType.Professional => habits.ProfessionalsHideShare,
            _ => habits.OpportunistsHideShare,
        };
        return Chance(owner, HidingCounter) < share;
    }

    /// <summary>Whether a store would sell its fakes far below the brand's price.</summary>
    public bool IsCheap(int store) => !IsGood(store) && Chance(store, CheapCounter) < habits.CheapShare;

    private double Chance(int entity, uint counter) => Draws.ToUnit(
        Draws.At(run.World.Seed, (long)entity * DaysPerKey, Streams.SeasonConduct, counter));
}
