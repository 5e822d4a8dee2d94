using static FlashSale.Marketplace.ParcelStatus;
using static FlashSale.Marketplace.ParcelStep;

namespace FlashSale.Tests.Logistics;

// Rules LOG-1, LOG-2
public sealed class ParcelLifecycleTests
{
    private static readonly (ParcelStatus From, ParcelStep Step, ParcelStatus To)[] Allowed =
    [
        (Waiting, Ship, Shipped),
        (Waiting, Cancel, Cancelled),
        (Shipped, Arrive, InTransit),
        (Shipped, Delay, Delayed),
        (InTransit, Delay, Delayed),
        (InTransit, Deliver, Delivered),
        (Delayed, Resume, InTransit),
    ];

    [Fact]
    public void A_parcel_takes_the_steps_of_this_table_and_no_others()
    {
        foreach (var from in Enum.GetValues<ParcelStatus>())
        {
            foreach (var step in Enum.GetValues<ParcelStep>())
            {
                var rows = Allowed.Where(row => row.From == from && row.Step == step).ToArray();
                ParcelStatus? expected = rows.Length == 0 ? null : rows[0].To;

                Assert.Equal(expected, ParcelLifecycle.After(from, step));
            }
        }
    }
}
