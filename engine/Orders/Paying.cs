namespace FlashSale.Engine;

/// <summary>
/// Payment of a checkout: money into escrow first, then the units are sold; late money goes back (ESC-1,
/// INV-1, INV-2).
/// </summary>
internal sealed class Paying(MarketState market, Closing closing)
{
    /// <summary>Pays all orders of a checkout that wait for their first payment.</summary>
    public PayAnswer Pay(CheckoutId id, PaymentChannel channel) => Pay(id, channel, OrderStatus.Placed);

    /// <summary>Pays the balance of a presale.</summary>
    public PayAnswer PayBalance(CheckoutId id, PaymentChannel channel)
    {
        var first = market.Orders.Find(id.Order(0));
        if (first.IsLive && market.Orders.Live(first.Row).Status == OrderStatus.DepositPaid
            && market.Now < market.Listings[market.Orders.Lines(first.Row)[0].Listing].BalanceWindow.From)
        {
            return new PayAnswer(PayResult.TooEarly, market.Orders.Live(first.Row).Escrow.Paid);
        }

        return first.IsLive && market.Orders.Live(first.Row).Status == OrderStatus.Placed
            ? new PayAnswer(PayResult.TooEarly, Money.Zero)
            : Pay(id, channel, OrderStatus.DepositPaid);
    }

    private PayAnswer Pay(CheckoutId id, PaymentChannel channel, OrderStatus waiting)
    {
        var first = market.Orders.Find(id.Order(0));
        if (!first.IsKnown || !Enum.IsDefined(channel))
        {
            return new PayAnswer(PayResult.UnknownCheckout, Money.Zero);
        }

        var orders = first.IsLive
            ? market.Orders.Live(first.Row).OrdersInCheckout
            : market.Orders.EndedAt(first.Row).OrdersInCheckout;
        var due = DueFor(id, orders, waiting);
        if (due == Money.Zero)
        {
            // The payment is a repeat, answered as the first; or it came too late and goes back.
            return Past(id, orders, channel, waiting) ?? new PayAnswer(
                PayResult.TooLate,
                waiting == OrderStatus.Placed ? ReturnAtOnce(id, orders, channel) : Money.Zero);
        }

        if (channel == PaymentChannel.Balance && market.Accounts.Balance(
            AccountId.Payer(channel, id.Buyer)) < due)
        {
            return new PayAnswer(PayResult.InsufficientFunds, due);
        }

        PayAll(id, orders, channel, waiting);
        return Past(id, orders, channel, waiting)!.Value;
    }

    private Money DueFor(CheckoutId id, int orders, OrderStatus waiting)
    {
        var due = Money.Zero;
        for (var part = 0; part < orders; part++)
        {
            if (market.Orders.Find(id.Order(part)) is { IsLive: true } place
                && market.Orders.Live(place.Row).Status == waiting)
            {
                due += market.Orders.Live(place.Row).NextPayment;
            }
        }

        return due;
    }

    private void PayAll(CheckoutId id, int orders, PaymentChannel channel, OrderStatus waiting)
    {
        for (var part = 0; part < orders; part++)
        {
            if (market.Orders.Find(id.Order(part)) is not { IsLive: true } place
                || market.Orders.Live(place.Row).Status != waiting)
            {
                continue;
            }

            ref var order = ref market.Orders.Live(place.Row);
            var sum = order.NextPayment;
            market.Accounts.MustMove(OrderMovements.Payment(id.Buyer, channel, sum));
            order.Pay(sum, channel);
            if (order.IsPresale && waiting == OrderStatus.Placed)
            {
                TakeDeposit(place.Row, sum);
            }
            else
            {
                Sell(place.Row);
            }
        }
    }

    private void TakeDeposit(int row, Money sum)
    {
        ref var order = ref market.Orders.Live(row);
        order.Take(OrderStep.PayDeposit, market.Now);
        var window = market.Listings[market.Orders.Lines(row)[0].Listing].BalanceWindow;
        market.Deadlines.Add(Due.Balance, window.Until, order.Id.Packed);
        market.Observer?.OnDepositPaid(order, sum);
    }

    /// <summary>
    /// Sells the units of an order whose money is in escrow; or returns the money if they are gone.
    /// </summary>
    private void Sell(int row)
    {
        ref var order = ref market.Orders.Live(row);
        var lines = market.Orders.Lines(row);
        var process = new PaymentProcess(lines);
        while (process.TryNext(out var step, out var at))
        {
            Carry(step, at, order.Id.Buyer, lines[at], ref process);
        }

        order.Take(OrderStep.Pay, market.Now);
        if (!process.IsRefused)
        {
            market.Observer?.OnPaid(order, lines);
            return;
        }

        if (!market.SkipsCompensation)
        {
            market.Accounts.MustMove(OrderMovements.ReturnHeld(order));
            order.GiveBack(order.Escrow.Held);
        }

        order.Take(OrderStep.RefundWhole, market.Now);
        order.NoteRefusal(process.Refusal);
        closing.End(row, CloseReasons.Of(process.Refusal));
    }

    private void Carry(LineStep step, int at, BuyerId buyer, in OrderLine line, ref PaymentProcess process)
    {
        switch (step)
        {
            case LineStep.Reserve:
                ref readonly var listing = ref market.Listings[line.Listing];
                var result = CheckoutRules.IsOnSale(listing, market.Stores.CanSell(listing.Store))
                    ? market.Listings.Reserve(line.Listing, buyer, line.Units, out _)
                    : ReserveResult.NotForSale;
                process.Took(at, result);
                if (result == ReserveResult.SoldOut)
                {
                    market.Observer?.OnSoldOut(line.Listing, market.Now);
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

    /// <summary>
    /// Takes money for an order that was closed unpaid, and gives it back (rule INV-2: late payments are
    /// refunded).
    /// </summary>
    private Money ReturnAtOnce(ref EndedOrder order, PaymentChannel channel)
    {
        var deposit = DepositOf(order);
        var amount = deposit.IsPositive ? deposit : order.Total;
        var late = OrderMovements.LatePayment(order.Id.Buyer, channel, amount);
        if (market.Accounts.Move(late) != MoveResult.Moved)
        {
            return Money.Zero;
        }

        order.NoteLatePayment(amount, channel);
        market.Observer?.OnLatePayment(order.Id, amount, market.Now);
        return amount;
    }
}
