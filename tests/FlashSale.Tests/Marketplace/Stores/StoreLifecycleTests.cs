using static FlashSale.Marketplace.StoreStatus;
using static FlashSale.Marketplace.StoreStep;

namespace FlashSale.Tests.Stores;

// Rule STO-1
public sealed class StoreLifecycleTests
{
    private static readonly (StoreStatus From, StoreStep Step, StoreStatus To)[] Allowed =
    [
        (Applying, StoreStep.Open, StoreStatus.Open),
        (Applying, Close, Closed),
        (StoreStatus.Open, Hide, Hidden),
        (StoreStatus.Open, Suspend, Suspended),
        (StoreStatus.Open, Close, Closed),
        (Hidden, Show, StoreStatus.Open),
        (Hidden, Suspend, Suspended),
        (Hidden, Close, Closed),
        (Suspended, Suspend, Suspended),
        (Suspended, Reinstate, StoreStatus.Open),
        (Suspended, Close, Closed),
    ];

    [Fact]
    public void A_store_takes_the_steps_of_this_table_and_no_others()
    {
        foreach (var from in Enum.GetValues<StoreStatus>())
        {
            foreach (var step in Enum.GetValues<StoreStep>())
            {
                var rows = Allowed.Where(row => row.From == from && row.Step == step).ToArray();
                StoreStatus? expected = rows.Length == 0 ? null : rows[0].To;

                Assert.Equal(expected, StoreLifecycle.After(from, step));
            }
        }
    }
}
