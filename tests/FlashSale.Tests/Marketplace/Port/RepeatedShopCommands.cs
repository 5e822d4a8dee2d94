using FlashSale.Tests.Engine;
using static FlashSale.Tests.Port.RepeatedCommands;

namespace FlashSale.Tests.Port;

/// <summary>Commands of sellers, carts and operators, sent again (rule ORD-4).</summary>
internal static class RepeatedShopCommands
{
    private static readonly StoreId Store = Fixtures.FirstStore;
    private static readonly ListingId Listing = Fixtures.FirstListing;
    private static readonly BuyerId Buyer = Fixtures.FirstBuyer;
    private static readonly RequestId First = RequestId.Of(Requests.All[0]);
    private static readonly RequestId Second = RequestId.Of(Requests.All[1]);

    public static async Task OpenStore(IMarketplace port)
    {
        var application = Fixtures.Application(Store);
        await Same(
            OpenStoreResult.Opened, () => port.OpenStore(application),
            async () => await port.StepStore(Store, StoreStep.Close));

        foreach (var other in new[]
        {
            application with { Name = "Other" },
            application with { Deposit = application.Deposit + Unit },
            application with { Owner = new SellerId(9) },
        })
        {
            Assert.Equal(OpenStoreResult.IdReused, await port.OpenStore(other));
        }

        var owing = Fixtures.Application(new StoreId(1)) with { Deposit = Money.FromYuan(50_000) };
        await Same(OpenStoreResult.Opened, () => port.OpenStore(owing));
        Assert.Equal(
            OpenStoreResult.IdReused, await port.OpenStore(owing with { Deposit = Money.FromYuan(60_000) }));
    }

    public static async Task StepStore(IMarketplace port)
    {
        await Open(port);
        foreach (var step in new[]
        {
            StoreStep.Suspend, StoreStep.Reinstate, StoreStep.Hide, StoreStep.Show, StoreStep.Close,
        })
        {
            await Same(
                StoreResult.Done, () => port.StepStore(Store, step),
                async () => await port.SetCoupon(Store, default));
        }

        Assert.Equal(StoreResult.WrongStatus, await port.StepStore(Store, StoreStep.Show));
        await port.OpenStore(Fixtures.Application(new StoreId(1)));
        var hidden = () => port.StepStore(new StoreId(1), StoreStep.Hide, First);
        await Same(StoreResult.Done, hidden, async () =>
        {
            Assert.Equal(StoreResult.Done, await port.StepStore(new StoreId(1), StoreStep.Show));
            await hidden();
        });
        Assert.Equal(StoreStatus.Open, (await port.FindStore(new StoreId(1)))!.Store.Status);
        Assert.Equal(StoreResult.IdReused, await port.StepStore(new StoreId(1), StoreStep.Close, First));
    }

    public static async Task SetCoupon(IMarketplace port)
    {
        await Open(port);
        var coupon = new Coupon(Money.FromYuan(5), Unit);
        await Same(
            StoreResult.Done, () => port.SetCoupon(Store, coupon),
            async () => await port.StepStore(Store, StoreStep.Hide));
        await Same(StoreResult.Done, () => port.SetCoupon(Store, default));

        var keyed = () => port.SetCoupon(Store, coupon, First);
        await Same(StoreResult.Done, keyed, async () => await port.SetCoupon(Store, default, Second));
        Assert.Equal(StoreResult.IdReused, await port.SetCoupon(Store, default, First));
        Assert.Equal(StoreResult.IdReused, await port.StepStore(Store, StoreStep.Show, Second));
    }

    public static async Task Publish(IMarketplace port)
    {
        await port.OpenStore(Fixtures.Application(Store));
        await Same(ListingResult.Published, () => port.Publish(Listing, Terms()), async () =>
        {
            await port.Reprice(Listing, Unit * 2);
            await port.Withdraw(Listing);
            await port.StepStore(Store, StoreStep.Close);
        });
        Assert.Equal(ListingResult.IdReused, await port.Publish(Listing, Terms(stock: 11)));
    }

    public static async Task Reprice(IMarketplace port)
    {
        await Open(port);
        await Same(
            ListingResult.Published, () => port.Reprice(Listing, Unit * 2),
            async () => await port.Withdraw(Listing));

        await Same(
            ListingResult.Published, () => port.Reprice(Listing, Unit * 3, First),
            async () => await port.Reprice(Listing, Unit, Second));
        Assert.Equal(Unit, (await port.FindListing(Listing))!.Listing.Price);
        Assert.Equal(ListingResult.IdReused, await port.Reprice(Listing, Unit, First));
    }

    public static async Task Restock(IMarketplace port)
    {
        await Open(port);
        await Same(
            ListingResult.Published, () => port.Restock(Listing, 20),
            async () => await port.Restock(Listing, 30));
    }

    public static async Task Withdraw(IMarketplace port)
    {
        await Open(port);
        await Same(
            ListingResult.Published, () => port.Withdraw(Listing),
            async () => await port.StepStore(Store, StoreStep.Close));
    }

    public static async Task PutInCart(IMarketplace port)
    {
        await Open(port);
        await Same(
            CartResult.Changed, () => port.PutInCart(Buyer, Line()),
            async () => await port.Withdraw(Listing));
        Assert.Equal(CartResult.NotForSale, await port.PutInCart(Buyer, Line(2)));
        await port.Publish(new ListingId(1), Terms());
        var other = new CartLine(new ListingId(1), 1, Unit);
        await Same(
            CartResult.Changed, () => port.PutInCart(Buyer, other, First),
            async () => await port.RemoveFromCart(Buyer, other.Listing));
        Assert.DoesNotContain(other, await port.FindCart(Buyer));
        Assert.Equal(CartResult.IdReused, await port.PutInCart(Buyer, Line(2), First));
    }

    public static async Task RemoveFromCart(IMarketplace port)
    {
        await Open(port);
        await port.PutInCart(Buyer, Line());
        await Same(
            CartResult.Changed, () => port.RemoveFromCart(Buyer, Listing),
            async () => await port.Withdraw(Listing));
        await port.Publish(new ListingId(1), Terms());
        var other = new CartLine(new ListingId(1), 1, Unit);
        await Same(
            CartResult.Changed, () => port.RemoveFromCart(Buyer, other.Listing, First),
            async () => await port.PutInCart(Buyer, other));
        Assert.Contains(other, await port.FindCart(Buyer));
        Assert.Equal(CartResult.IdReused, await port.PutInCart(Buyer, other, First));
    }

    public static async Task Move(IMarketplace port)
    {
        await Open(port);
        var topUp = new Transfer(5, MovementKind.BuyerTopUp, default, Buyer, Unit);
        await Same(TransferResult.Moved, () => port.Move(topUp), async () =>
        {
            await port.Checkout(Fixtures.Checkout(), new[] { Line(1) });
            await port.Pay(Fixtures.Checkout(), PaymentChannel.Balance);
        });
        Assert.Equal(TransferResult.IdReused, await port.Move(topUp with { Amount = Unit * 2 }));
    }

    public static async Task Flip(IMarketplace port)
    {
        var on = new SwitchCommand(Switch.CouponsFrozen, true, "op-7", "peak", Fixtures.Noon.AddDays(1));
        var other = on with { Switch = Switch.SearchSimplified, Until = null };
        await Same(FlipResult.Flipped, () => port.Flip(on), async () => await port.Flip(other));
        Assert.Equal(FlipResult.NoChange, await port.Flip(on with { Who = "op-8" }));
        await Same(FlipResult.Flipped, () => port.Flip(on with { On = false, Until = null }));

        await Same(
            FlipResult.Flipped, () => port.Flip(on, First),
            async () => await port.Flip(on with { On = false, Until = null }, Second));
        var off = on with { On = false, Until = null, Who = "op-9" };
        Assert.Equal(FlipResult.NoChange, await port.Flip(off));
        Assert.Equal(FlipResult.IdReused, await port.Flip(on, Second));
    }

    public static async Task ChangePolicy(IMarketplace port)
    {
        var hurried = new Policy { Inventory = new InventoryPolicy { PayWithin = TimeSpan.FromMinutes(1) } };
        var later = Fixtures.Noon.AddDays(30);
        await Same(
            PolicyResult.Changed, () => port.ChangePolicy(hurried, later),
            async () => await port.ChangePolicy(hurried, later.AddDays(1)));
        Assert.Equal(PolicyResult.SameMoment, await port.ChangePolicy(new Policy(), later));

        await Same(
            PolicyResult.Changed, () => port.ChangePolicy(hurried, null, First),
            async () => await port.ChangePolicy(new Policy(), later.AddDays(2), Second));
        Assert.Equal(PolicyResult.IdReused, await port.ChangePolicy(new Policy(), null, First));
    }

    public static async Task WithdrawPolicy(IMarketplace port)
    {
        var hurried = new Policy { Inventory = new InventoryPolicy { PayWithin = TimeSpan.FromMinutes(1) } };
        var later = Fixtures.Noon.AddDays(40);
        Assert.Equal(PolicyResult.Changed, await port.ChangePolicy(hurried, later));
        await Same(
            PolicyResult.Changed, () => port.WithdrawPolicy(later, First),
            async () => Assert.Equal(PolicyResult.Changed, await port.ChangePolicy(hurried, later)));
        Assert.Equal(PolicyResult.IdReused, await port.WithdrawPolicy(later.AddDays(1), First));
        Assert.Equal(PolicyResult.Changed, await port.WithdrawPolicy(later)); // the one planned meanwhile
        Assert.Equal(PolicyResult.Changed, await port.WithdrawPolicy(later)); // and its repeat without a name
        Assert.Equal(PolicyResult.NotPlanned, await port.WithdrawPolicy(later.AddDays(1)));
    }
}
