using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

// IDN-5 on a cluster: an act and its trace are one, whatever fails in between.
[Trait("cluster", "IDN-5")]
public sealed class TrailTests
{
    [Fact]
    public async Task Pages_from_the_latest_on_are_the_whole_trail()
    {
        await using var market = await TestMarket.Start();
        await Shop.Open(market.Port, stores: 2);
        for (var day = 1; day <= 6; day++)
        {
            await market.SetTime(History.Beginning.AddDays(day));
            var step = day % 2 == 1 ? StoreStep.Suspend : StoreStep.Reinstate;
            await market.Port.StepStore(Shop.Store, step, by: Fixtures.Ops);
            await market.Port.StepStore(new StoreId(1), step, by: new Signature("op-8", "as told"));
        }

        var first = await market.Browser.FindTrail(new TrailQuery { EntriesMax = 5 });
        Assert.Equal(5, first.Entries.Count);
        var all = await Trails.All(market.Browser);
        Assert.Equal(
            [6, 6, 5, 5, 4, 4, 3, 3, 2, 2, 1, 1], all.Select(act => (act.At - History.Beginning).Days));
        var rest = await market.Browser.FindTrail(new TrailQuery { Before = first.Next, EntriesMax = 100 });
        Assert.Equal(all.Skip(5), rest.Entries);
        var ofOne = await market.Browser.FindTrail(
            new TrailQuery { Who = "op-8", About = TrailEntity.Of(new StoreId(1)) });
        Assert.Equal((6, null), (ofOne.Entries.Count, ofOne.Next));
        await Shop.AuditPasses(market.Port);
    }

    // The festival's state is Orleans', the trail the market's: what is cut off between them is told later.
    [Theory]
    [InlineData(StoreFault.BeforeIt)]
    [InlineData(StoreFault.AfterIt)]
    public async Task A_flip_stands_in_the_trail_once_although_its_row_was_cut_off(StoreFault fault)
    {
        var rows = new OneFaultStore(new MemoryRowStore());
        await using var market = await TestMarket.Start(rows: rows);
        var mark = TrailMark.First(new Subject(SubjectKind.Festival, 0), market.Clock.Now);
        rows.FailBehind(calls: 2, fault, TrailRows.KeyOf(mark)); // two looks are before the write

        var flip = new SwitchCommand(Switch.CouponsFrozen, true, "op-7", "a peak", null);
        var result = await Shop.Answered(() => market.Port.Flip(flip, by: Fixtures.Ops));

        Assert.True(rows.HasFailed);
        Assert.Equal(FlipResult.Flipped, result);
        var act = Assert.Single(await Trails.All(market.Browser));
        Assert.Equal((mark, "coupons-frozen on"), (act.Mark, act.Trace.Detail));
        await Shop.AuditPasses(market.Port);
    }

    [Fact]
    public async Task An_audit_finds_an_act_that_is_gone()
    {
        var rows = new MemoryRowStore();
        await using var market = await TestMarket.Start(rows: rows);
        await Shop.Open(market.Port);
        await market.Port.StepStore(Shop.Store, StoreStep.Suspend, by: Fixtures.Ops);
        await market.Port.StepStore(Shop.Store, StoreStep.Reinstate, by: Fixtures.Ops);
        var first = (await Trails.All(market.Browser))[^1];

        await rows.Save(RowFixtures.Delete(TrailRows.KeyOf(first.Mark), version: 1));

        var failed = (await market.Port.Audit()).Checks.Where(check => !check.Passed);
        Assert.Equal(["trail-has-no-gaps"], failed.Select(check => check.Name));
    }
}
