using FlashSale.Engine;
using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

// GOV-1: a journal is a history only under the rules under which it was carried out.
[Trait("engine", "GOV-1")]
public sealed class RulesVersionTests
{
    private const int OtherRules = RulesVersion.Current + 6;

    [Fact]
    public async Task Commands_of_other_rules_are_not_carried_out_again_in_silence()
    {
        var storage = new MemoryStorage();
        await Trade(storage, OtherRules, buyer: 1, snapshotOnClose: false);

        var refusal = Assert.Throws<JournalFormatException>(() => Open(storage, RulesVersion.Current));
        Assert.Equal((OtherRules, RulesVersion.Current), (refusal.FoundVersion, refusal.SupportedVersion));
        Assert.Contains("replay it with --policy", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<JournalFormatException>(() => JournalReplay.Run(storage));

        var wanted = JournalReplay.Run(storage, policy => policy);
        Assert.Equal(1, wanted.Market.View.Orders.Placed);
        await Trade(storage, OtherRules, buyer: 2, snapshotOnClose: false); // nothing was lost
    }

    [Fact]
    public async Task A_market_that_was_stopped_cleanly_goes_on_under_newer_rules()
    {
        var storage = new MemoryStorage();
        await Trade(storage, OtherRules, buyer: 1, snapshotOnClose: true);
        await Trade(storage, RulesVersion.Current, buyer: 2, snapshotOnClose: false);

        var hash = await Trade(storage, RulesVersion.Current, buyer: 3, snapshotOnClose: false);

        Assert.Equal(hash, JournalReplay.Run(storage).Market.StateHash());
        Assert.Throws<JournalFormatException>(() => Open(storage, OtherRules));
    }

    private static MarketEngine Open(MemoryStorage storage, int rules, bool snapshotOnClose = false) =>
        MarketEngine.Open(
            storage,
            new EngineOptions
            {
                SnapshotOnClose = snapshotOnClose,
                Journal = new JournalOptions { Rules = rules },
            },
            new EngineRun.StoppedClock());

    private static async Task<string> Trade(
        MemoryStorage storage, int rules, int buyer, bool snapshotOnClose)
    {
        using var engine = Open(storage, rules, snapshotOnClose);
        await engine.Marketplace.OpenStore(Application(FirstStore));
        await engine.Marketplace.Publish(FirstListing, Terms());
        var placed = await engine.Marketplace.Checkout(Checkout(buyer: buyer), new[] { Line() });
        Assert.Equal(CheckoutResult.Placed, placed.Result);
        return await engine.Ask(market => market.StateHash());
    }
}
