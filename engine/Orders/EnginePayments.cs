namespace FlashSale.Engine;

/// <summary>
/// Carries payments out: money into escrow first, then the units are sold as <see cref="PaymentProcess"/>
/// says; late money goes back (<see cref="PaymentRules"/>). The cluster's twin is ClusterPayments.
/// </summary>
internal sealed class EnginePayments(MarketState market, EngineClosings closings)
{
    /// <summary>Pays all orders of a checkout that wait for their first payment.</summary>
    public PayAnswer Pay(CheckoutId id, PaymentChannel channel) => Pay(id, channel, OrderStatus.Placed);

    /// <summary>Pays the balance of a presale.</summary>
    public PayAnswer PayBalance(CheckoutId id, PaymentChannel channel)
    {
        var first = market.Orders.Find(id.Order(0));
        var early = first.IsLive
            ? PaymentRules.TooEarly(market.Orders.Live(first.Row), BalanceWindow(first.Row).From, market.Now)
            : null;
        return early ?? Pay(id, channel, OrderStatus.DepositPaid);
    }

    private (DateTimeOffset From, DateTimeOffset Until) BalanceWindow(int row) =>
        market.Listings[market.Orders.Lines(row)[0].Listing].BalanceWindow;

    private PayAnswer Pay(CheckoutId id, PaymentChannel channel, OrderStatus waiting)
    {
        var first = market.Orders.Find(id.Order(0));
        if (!first.IsKnown || !PaymentRules.IsChannel(channel))
        {
            return new PayAnswer(PayResult.UnknownCheckout, Money.Zero);
        }

        var orders = first.IsLive
            ? market.Orders.Live(first.Row).OrdersInCheckout
            : market.Orders.EndedAt(first.Row).OrdersInCheckout;
        var due = DueFor(id, first, orders, waiting);
        if (due == Money.Zero)
        {
            // The payment is a repeat, answered as the first; or it came too late and goes back.
            return Past(id, orders, channel, waiting) ?? new PayAnswer(
                PayResult.TooLate,
                PaymentRules.IsTakenLate(waiting) ? ReturnAtOnce(id, orders, channel) : Money.Zero);
        }

        var payer = AccountId.Payer(channel, id.Buyer);
        if (!payer.MayOverdraw && market.Accounts.Balance(payer) < due)
        {
            return new PayAnswer(PayResult.InsufficientFunds, due);
        }

        PayAll(id, first, orders, channel, waiting);
        return Past(id, orders, channel, waiting)!.Value;
    }

    private Money DueFor(CheckoutId id, OrderPlace first, int orders, OrderStatus waiting)
    {
        var due = Money.Zero;
        for (var part = 0; part < orders; part++)
        {
            if ((part == 0 ? first : market.Orders.Find(id.Order(part))) is { IsLive: true } place)
            {
                due += PaymentRules.DueOf(market.Orders.Live(place.Row), waiting);
            }
        }

        return due;
    }

    private void PayAll(
        CheckoutId id, OrderPlace first, int orders, PaymentChannel channel, OrderStatus waiting)
    {
        for (var part = 0; part < orders; part++)
        {
            if ((part == 0 ? first : market.Orders.Find(id.Order(part))) is not { IsLive: true } place
                || PaymentRules.DueOf(market.Orders.Live(place.Row), waiting) is not { IsPositive: true } due)
            {
                continue;
            }

            market.Accounts.MustMove(OrderMovements.Payment(id.Buyer, channel, due));
            if (PaymentOutcomes.IsDeposit(market.Orders.Live(place.Row)))
            {
                TakeDeposit(place.Row, channel);
            }
            else
            {
                Sell(place.Row, channel);
            }
        }
    }

    private void TakeDeposit(int row, PaymentChannel channel)
    {
        ref var order = ref market.Orders.Live(row);
        PaymentOutcomes.TakeDeposit(
            ref order, market.Orders.Lines(row), channel, market.Now, out var paid);
        market.Deadlines.Add(Due.Balance, BalanceWindow(row).Until, order.Id.Packed);
        market.Tell(paid, row);
    }

    /// <summary>
    /// Sells the units of an order whose money is in escrow; or returns the money if they are gone.
    /// </summary>
    private void Sell(int row, PaymentChannel channel)
    {
        ref var order = ref market.Orders.Live(row);
        var lines = market.Orders.Lines(row);
        var process = new PaymentProcess(lines);
        while (process.TryNext(out var step, out var at))
        {
            Carry(step, at, order.Id.Buyer, lines[at], ref process);
        }

        if (!process.IsRefused)
        {
            PaymentOutcomes.Sell(ref order, lines, channel, market.Now, out var paid);
            market.Tell(paid, row);
            return;
        }

        market.Accounts.MustMove(PaymentOutcomes.Refused(order, channel));
        PaymentOutcomes.Refuse(ref order, lines, channel, process.Refusal, market.Now, out var closed);
        closings.End(row, closed);
    }

    private void Carry(LineStep step, int at, BuyerId buyer, in OrderLine line, ref PaymentProcess process)
    {
        switch (step)
        {
            case LineStep.Reserve:
                var canSell = market.Stores.CanSell(market.Listings[line.Listing].Store);
                var result = market.Listings.Reserve(line.Listing, buyer, line.Units, out _, canSell);
                process.Took(at, result);
                if (result == ReserveResult.SoldOut)
                {
                    market.Tell(MarketEvent.SoldOut(line.Listing, market.Now));
                }

                break;
            case LineStep.Release:
                market.Listings.Release(line.Listing, buyer, line.Bucket, line.Units);
                break;
            default:
                market.Listings.Stock(line.Listing)[line.Bucket].Commit(line.Units);
                break;
        }
    }

    /// <summary>The answer to a payment that has been made; null if none has.</summary>
    private PayAnswer? Past(CheckoutId id, int orders, PaymentChannel channel, OrderStatus waiting)
    {
        var pasts = new PaymentPasts(waiting, channel);
        for (var part = 0; part < orders; part++)
        {
            var place = market.Orders.Find(id.Order(part));
            var deposit = place.IsEnded ? DepositOf(market.Orders.EndedAt(place.Row)) : Money.Zero;
            pasts.Add(market.Orders.PaymentsOf(place, deposit));
        }

        return pasts.Answer();
    }

    private Money DepositOf(in EndedOrder order)
    {
        var line = market.Orders.EndedLineAt(order, 0);
        return OrderTally.DepositOf(market.Listings[line.Listing].Deposit * line.Units, order.Total);
    }

    private Money ReturnAtOnce(CheckoutId id, int orders, PaymentChannel channel)
    {
        var returned = Money.Zero;
        for (var part = 0; part < orders; part++)
        {
            if (market.Orders.Find(id.Order(part)) is { IsEnded: true } place)
            {
                returned += ReturnAtOnce(ref market.Orders.EndedAt(place.Row), channel);
            }
        }

        return returned;
    }

    private Money ReturnAtOnce(ref EndedOrder order, PaymentChannel channel)
    {
        var amount = PaymentRules.LateAmount(DepositOf(order), order.Total);
        var late = OrderMovements.LatePayment(order.Id.Buyer, channel, amount);
        if (market.Accounts.Move(late) != MoveResult.Moved)
        {
            return Money.Zero;
        }

        order.NoteLatePayment(amount, channel);
        var listing = market.Orders.EndedLineAt(order, 0).Listing;
        market.Tell(MarketEvent.LatePayment(order.Id, order.Store, listing, amount, market.Now));
        return amount;
    }
}
