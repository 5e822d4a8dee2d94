using System.Text.Json.Nodes;
using FlashSale.Dashboard;

namespace FlashSale.Tests.Dashboard;

/// <summary>
/// Each command of the port in the words of the API; those about cases are <see cref="CaseCallWords"/>.
/// </summary>
internal sealed class CallWords
    : IHandles<OpenStore, Call>, IHandles<StepStore, Call>, IHandles<SetCoupon, Call>,
      IHandles<Publish, Call>, IHandles<Reprice, Call>, IHandles<Restock, Call>,
      IHandles<Withdraw, Call>, IHandles<PutInCart, Call>, IHandles<RemoveFromCart, Call>,
      IHandles<Checkout, Call>, IHandles<Pay, Call>, IHandles<PayBalance, Call>,
      IHandles<StepOrder, Call>, IHandles<Refund, Call>, IHandles<OpenDispute, Call>,
      IHandles<ResolveDispute, Call>, IHandles<Rate, Call>, IHandles<RateBuyer, Call>,
      IHandles<Move, Call>, IHandles<Flip, Call>,
      IHandles<ChangePolicy, Call>, IHandles<WithdrawPolicy, Call>
{
    Call IHandles<OpenStore, Call>.Do(in OpenStore command)
    {
        var a = command.Application;
        return new Call(
        "open-store", $"{a.Id}",
        new
        {
            owner = $"{a.Owner}",
            market = WordTable<MarketKind>.Of(a.Market),
            tier = WordTable<DepositTier>.Of(a.Tier),
            name = a.Name,
            depositFen = a.Deposit.Fen,
        },
        IsId(a.Id.Value) && IsId(a.Owner.Value) && IsWord(a.Market) && IsWord(a.Tier) && IsText(a.Name));
    }

    Call IHandles<StepStore, Call>.Do(in StepStore command)
    {
        var (id, step, request, by) = command;
        var body = by.IsNone ? null : new { who = by.Who, why = by.Why };
        return new Call(
        "step-store", $"{id}/{WordTable<StoreStep>.Of(step)}", body, IsId(id.Value) && IsWord(step))
            .Under(request);
    }

    Call IHandles<SetCoupon, Call>.Do(in SetCoupon command)
    {
        var (id, coupon, request) = command;
        var call = coupon == default
        ? new Call("remove-coupon", $"{id}", null, IsId(id.Value))
        : new Call(
            "set-coupon", $"{id}", new { offFen = coupon.Off.Fen, fromFen = coupon.From.Fen },
            IsId(id.Value));
        return call.Under(request);
    }

    Call IHandles<Publish, Call>.Do(in Publish command)
    {
        var (id, terms) = command;
        return new Call(
        "publish", $"{id}", CallBodies.Of(terms),
        IsId(id.Value) && IsId(terms.Store.Value) && IsText(terms.Title) && IsWord(terms.Hold));
    }

    Call IHandles<Reprice, Call>.Do(in Reprice command)
    {
        var (id, price, request) = command;
        return new Call("reprice", $"{id}", new { priceFen = price.Fen }, IsId(id.Value)).Under(request);
    }

    Call IHandles<Restock, Call>.Do(in Restock command)
    {
        var (id, unitsInTotal) = command;
        return new Call("restock", $"{id}", new { unitsInTotal }, IsId(id.Value));
    }

    Call IHandles<Withdraw, Call>.Do(in Withdraw command)
    {
        var id = command.Id;
        return new Call("withdraw", $"{id}", null, IsId(id.Value));
    }

    Call IHandles<PutInCart, Call>.Do(in PutInCart command)
    {
        var (buyer, line, request) = command;
        return new Call(
        "put-in-cart", $"{buyer}/{line.Listing}",
        new { units = line.Units, priceSeenFen = line.PriceSeen.Fen },
        IsId(buyer.Value) && IsId(line.Listing.Value)).Under(request);
    }

    Call IHandles<RemoveFromCart, Call>.Do(in RemoveFromCart command)
    {
        var (buyer, listing, request) = command;
        return new Call(
        "remove-from-cart", $"{buyer}/{listing}", null, IsId(buyer.Value) && IsId(listing.Value))
            .Under(request);
    }

    Call IHandles<Checkout, Call>.Do(in Checkout command)
    {
        var (id, lines) = command;
        return new Call(
            "checkout", $"{id}",
            new
            {
                lines = lines.ToArray().Select(line => new
                {
                    listing = $"{line.Listing}",
                    units = line.Units,
                    priceSeenFen = line.PriceSeen.Fen,
                }),
            },
            IsId(id.Buyer.Value) && lines.ToArray().All(line => IsId(line.Listing.Value)));
    }

    Call IHandles<Pay, Call>.Do(in Pay command)
    {
        var (id, channel) = command;
        return new Call("pay", $"{id}", CallBodies.Of(channel), IsId(id.Buyer.Value) && IsWord(channel));
    }

    Call IHandles<PayBalance, Call>.Do(in PayBalance command)
    {
        var (id, channel) = command;
        return new Call(
            "pay-balance", $"{id}", CallBodies.Of(channel), IsId(id.Buyer.Value) && IsWord(channel));
    }

    Call IHandles<StepOrder, Call>.Do(in StepOrder command)
    {
        var (id, step) = command;
        return new Call(
            "step-order", $"{id}/{WordTable<OrderStep>.Of(step)}", null, IsWord((PersonStep)step));
    }

    Call IHandles<Refund, Call>.Do(in Refund command)
    {
        var (id, line, unitsInTotal) = command;
        return new Call("refund", $"{id}/{line}", new { unitsInTotal }, line >= 0);
    }

    Call IHandles<OpenDispute, Call>.Do(in OpenDispute command)
    {
        var id = command.Id;
        return new Call("open-dispute", $"{id}", null, true);
    }

    Call IHandles<ResolveDispute, Call>.Do(in ResolveDispute command)
    {
        var (id, forBuyer, by) = command;
        var winner = forBuyer ? "buyer" : "store";
        return new Call(
        "resolve-dispute", $"{id}", new { winner, who = WhoOf(by), why = WhyOf(by) }, true);
    }

    Call IHandles<Rate, Call>.Do(in Rate command)
    {
        var (id, r) = command;
        return new Call(
        "rate", $"{id}",
        new
        {
            credit = WordTable<CreditRating>.Of(r.Credit),
            asDescribed = r.AsDescribed,
            service = r.Service,
            dispatchSpeed = r.DispatchSpeed,
            deliverySpeed = r.DeliverySpeed,
        },
        IsWord(r.Credit));
    }

    Call IHandles<RateBuyer, Call>.Do(in RateBuyer command)
    {
        var (id, verdict) = command;
        return new Call(
        "rate-buyer", $"{id}", new { credit = WordTable<CreditRating>.Of(verdict) }, IsWord(verdict));
    }

    Call IHandles<Move, Call>.Do(in Move command)
    {
        var t = command.Transfer;
        return new Call(
        "move", $"{t.Id}",
        new
        {
            kind = WordTable<MovementKind>.Of(t.Kind),
            store = $"{t.Store}",
            buyer = $"{t.Buyer}",
            amountFen = t.Amount.Fen,
            who = WhoOf(command.By),
            why = WhyOf(command.By),
        },
        t.Id >= 0 && IsWord(t.Kind) && IsId(t.Store.Value) && IsId(t.Buyer.Value));
    }

    Call IHandles<Flip, Call>.Do(in Flip command)
    {
        var flip = command.Command;
        return new Call(
        "flip", WordTable<Switch>.Of(flip.Switch),
        new { on = flip.On, who = flip.Who, why = flip.Why, until = flip.Until },
        IsWord(flip.Switch)).Under(command.Request);
    }

    // What is out of range is refused by the call itself, with its name.
    Call IHandles<ChangePolicy, Call>.Do(in ChangePolicy command)
    {
        var (policy, from, request, by) = command;
        return new Call(
            "change-policy", "",
            new
            {
                policy = policy is null ? null : JsonNode.Parse(PolicyText.Write(policy)),
                from,
                who = WhoOf(by),
                why = WhyOf(by),
            },
            policy?.Validate().Count == 0).Under(request);
    }

    Call IHandles<WithdrawPolicy, Call>.Do(in WithdrawPolicy command)
    {
        var (from, request, by) = command;
        return new Call(
            "withdraw-policy", "", new { from, who = WhoOf(by), why = WhyOf(by) }, true).Under(request);
    }

    internal static string? WhoOf(Signature by) => by.IsNone ? null : by.Who;

    internal static string? WhyOf(Signature by) => by.IsNone ? null : by.Why;

    // The host's limits are set to the largest number, below which ids are allowed.
    internal static bool IsId(int value) => value is >= 0 and < int.MaxValue;

    internal static bool IsWord<T>(T member)
        where T : struct, Enum => Enum.IsDefined(member);

    private static bool IsText(string text) => !text.Any(char.IsSurrogate);
}
