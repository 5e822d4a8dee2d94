using System.Globalization;
using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

/// <summary>One command of a history, which any host can carry out, or a length of time.</summary>
/// <param name="Text">The command in words, for the report of a failure.</param>
/// <param name="OnMarket">Carries it out on the market itself.</param>
/// <param name="OnPort">Carries it out through the port.</param>
internal sealed record Step(
    string Text, Func<Market, object> OnMarket, Func<IMarketplace, ValueTask<object>> OnPort)
{
    /// <summary>How much time passes; the command is then none.</summary>
    public TimeSpan Wait { get; private init; }

    /// <summary>
    /// Whether the command is answered as the first time however late it is sent again (rule ORD-4). The
    /// others may be done anew once something else has been done to the same thing.
    /// </summary>
    public bool IsAnsweredForEver { get; private init; }

    public static Step After(TimeSpan wait) =>
        new($"{wait} pass", _ => wait, _ => new ValueTask<object>(wait)) { Wait = wait };

    public static Step OpenStore(StoreApplication application) => ForEver(
        $"open {application}", m => m.OpenStore(application), async p => await p.OpenStore(application));

    public static Step StepStore(StoreId id, StoreStep step) => new(
        $"{step} {id}", m => m.StepStore(id, step), async p => await p.StepStore(id, step));

    public static Step SetCoupon(StoreId id, Coupon coupon) => new(
        $"{id} gives {coupon}", m => m.SetCoupon(id, coupon), async p => await p.SetCoupon(id, coupon));

    public static Step Publish(ListingId id, ListingTerms terms) => ForEver(
        $"publish {id} {terms}", m => m.Publish(id, terms), async p => await p.Publish(id, terms));

    public static Step Reprice(ListingId id, Money price) => new(
        $"reprice {id} {price}", m => m.Reprice(id, price), async p => await p.Reprice(id, price));

    public static Step Restock(ListingId id, int units) => ForEver(
        $"restock {id} to {Say(units)}", m => m.Restock(id, units), async p => await p.Restock(id, units));

    public static Step Withdraw(ListingId id) =>
        ForEver($"withdraw {id}", m => m.Withdraw(id), async p => await p.Withdraw(id));

    public static Step PutInCart(BuyerId buyer, CartLine line) => new(
        $"{buyer} puts in cart {Say(line)}", m => m.PutInCart(buyer, line),
        async p => await p.PutInCart(buyer, line));

    public static Step RemoveFromCart(BuyerId buyer, ListingId listing) => new(
        $"{buyer} takes {listing} out", m => m.RemoveFromCart(buyer, listing),
        async p => await p.RemoveFromCart(buyer, listing));

    public static Step Checkout(CheckoutId id, params CartLine[] lines) => new(
        $"checkout {id}: {string.Join(", ", lines.Select(Say))}", m => m.Checkout(id, lines),
        async p => await p.Checkout(id, lines));

    public static Step Pay(CheckoutId id, PaymentChannel channel) =>
        ForEver($"pay {id} by {channel}", m => m.Pay(id, channel), async p => await p.Pay(id, channel));

    public static Step PayBalance(CheckoutId id, PaymentChannel channel) => ForEver(
        $"pay balance {id} by {channel}", m => m.PayBalance(id, channel),
        async p => await p.PayBalance(id, channel));

    public static Step StepOrder(OrderId id, OrderStep step) =>
        ForEver($"{step} {id}", m => m.StepOrder(id, step), async p => await p.StepOrder(id, step));

    public static Step Refund(OrderId id, int line, int units) => ForEver(
        $"refund {id} line {Say(line)} to {Say(units)}", m => m.Refund(id, line, units),
        async p => await p.Refund(id, line, units));

    public static Step OpenDispute(OrderId id) =>
        ForEver($"dispute {id}", m => m.OpenDispute(id), async p => await p.OpenDispute(id));

    public static Step ResolveDispute(OrderId id, bool forBuyer) => ForEver(
        $"resolve {id} for {(forBuyer ? "buyer" : "store")}", m => m.ResolveDispute(id, forBuyer),
        async p => await p.ResolveDispute(id, forBuyer));

    public static Step Rate(OrderId id, Rating rating) => ForEver(
        $"rate {id} {rating.Credit}", m => m.Rate(id, rating), async p => await p.Rate(id, rating));

    public static Step RateBuyer(OrderId id, CreditRating verdict) => ForEver(
        $"rate buyer of {id} {verdict}", m => m.RateBuyer(id, verdict),
        async p => await p.RateBuyer(id, verdict));

    public static Step Move(Transfer transfer) =>
        ForEver($"{transfer}", m => m.Move(transfer), async p => await p.Move(transfer));

    public static Step Flip(SwitchCommand command) =>
        new($"{command}", m => m.Flip(command), async p => await p.Flip(command));

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static Step ForEver(
        string text, Func<Market, object> onMarket, Func<IMarketplace, ValueTask<object>> onPort) =>
        new Step(text, onMarket, onPort) with { IsAnsweredForEver = true };

    private static string Say(CartLine line) => $"{Say(line.Units)} × {line.Listing} at {line.PriceSeen}";

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);
}
