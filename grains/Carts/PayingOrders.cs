namespace FlashSale.Grains;

/// <summary>
/// Payment of a checkout: money into escrow first, then the units are sold; late money goes back (rules
/// ESC-1, INV-1, INV-2).
/// </summary>
/// <remarks>
/// The orders are saved as paid before the listings sell their held units: a listing that was not told asks.
/// </remarks>
internal sealed class PayingOrders(CartScope scope)
{
    /// <summary>Pays all orders of a checkout that wait for their first payment.</summary>
    public Task<PayAnswer> Pay(CheckoutId id, PaymentChannel channel) => Pay(id, channel, OrderStatus.Placed);

    /// <summary>Pays the balance of a presale.</summary>
    public async Task<PayAnswer> PayBalance(CheckoutId id, PaymentChannel channel)
    {
        if (scope.Book.Live.GetValueOrDefault(id.Number)?.Orders[0] is { HasEnded: false } first)
        {
            if (first.Order.Status == OrderStatus.Placed)
            {
                return new PayAnswer(PayResult.TooEarly, Money.Zero);
            }

            if (first.Order.Status == OrderStatus.DepositPaid && scope.Now < first.First.BalanceWindow.From)
            {
                return new PayAnswer(PayResult.TooEarly, first.Order.Escrow.Paid);
            }
        }

        return await Pay(id, channel, OrderStatus.DepositPaid);
    }

    /// <summary>
    /// The money is in escrow: the orders that waited for it are paid, or their goods are gone.
    /// </summary>
    public async Task<PayAnswer> Complete(
        CheckoutId id, CheckoutRow row, PaymentChannel channel, OrderStatus waiting)
    {
        var (sold, closed) = (new List<OrderRow>(), new List<OrderRow>());
        foreach (var order in row.Orders.Where(order => IsWaiting(order, waiting)))
        {
            (await Take(order, channel) ? sold : closed).Add(order);
        }

        await scope.Save(id, row);
        NoteSaved(id, waiting, closed);
        foreach (var order in sold.Where(order => order.Order.Status == OrderStatus.Paid))
        {
            await Sell(order);
        }

        return Past(row, channel, waiting)!.Value;
    }

    /// <summary>The goods of an order could not be held when it was paid, and its money is back.</summary>
    public void CloseRefused(OrderRow row, PaymentChannel channel, ReserveResult why)
    {
        ref var order = ref row.Order;
        order.Pay(order.NextPayment, channel);
        order.Take(OrderStep.Pay, scope.Now);
        order.GiveBack(order.Escrow.Held);
        order.Take(OrderStep.RefundWhole, scope.Now);
        order.NoteRefusal(why);
        scope.Close(row, scope.Now);
    }

    private void NoteSaved(CheckoutId id, OrderStatus waiting, List<OrderRow> closed)
    {
        var nth = waiting == OrderStatus.Placed ? 0 : 1;
        scope.Money.IsSaved(MovementId.Of(id.Packed, MovementKind.Payment, nth));
        foreach (var order in closed)
        {
            scope.Money.IsSaved(BuyerMoney.Refusal(order.Order.Id, order.Order.RefusedFor));
        }
    }

    private static bool IsWaiting(OrderRow row, OrderStatus waiting) =>
        !row.HasEnded && row.Order.Status == waiting;

    private async Task<PayAnswer> Pay(CheckoutId id, PaymentChannel channel, OrderStatus waiting)
    {
        var row = await scope.Book.Find(id);
        if (row is null || !Enum.IsDefined(channel))
        {
            return new PayAnswer(PayResult.UnknownCheckout, Money.Zero);
        }

        var due = Money.Zero;
        foreach (var order in row.Orders.Where(order => IsWaiting(order, waiting)))
        {
            due += order.Order.NextPayment;
        }

        if (due == Money.Zero)
        {
            // The payment is a repeat, answered as the first; or it came too late and goes back.
            return Past(row, channel, waiting) ?? new PayAnswer(
                PayResult.TooLate,
                waiting == OrderStatus.Placed ? await ReturnAtOnce(id, channel) : Money.Zero);
        }

        var payment = scope.Money.Payment(id, waiting == OrderStatus.DepositPaid, channel, due);
        return await scope.Money.Move(payment) == MoveResult.Moved
            ? await Complete(id, row, channel, waiting)
            : new PayAnswer(PayResult.InsufficientFunds, due);
    }

    /// <summary>The answer to a payment that has been made; null if none has.</summary>
    private static PayAnswer? Past(CheckoutRow row, PaymentChannel channel, OrderStatus waiting)
    {
        var pasts = new PaymentPasts(waiting, channel);
        foreach (var order in row.Orders)
        {
            pasts.Add(PaymentTrace.Of(order.Order, order.Lines[0].Returned));
        }

        return pasts.Answer();
    }

    /// <summary>
    /// Takes the payment of one order; false if its goods could not be held and the money is back.
    /// </summary>
    private async Task<bool> Take(OrderRow row, PaymentChannel channel)
    {
        var isDeposit = row.Order.IsPresale && row.Order.Status == OrderStatus.Placed;
        if (!isDeposit && await HoldAtPayment(row) is { } refusal)
        {
            var paid = row.Order;
            paid.Pay(paid.NextPayment, channel);
            await scope.Money.Move(scope.Money.ReturnHeld(paid, refusal));
            CloseRefused(row, channel, refusal);
            return false;
        }

        row.Order.Pay(row.Order.NextPayment, channel);
        row.Order.Take(isDeposit ? OrderStep.PayDeposit : OrderStep.Pay, scope.Now);
        if (isDeposit)
        {
            scope.Events.Add(OrderEventKind.DepositPaid, row, scope.Now, row.Order.Terms.Deposit);
        }
        else
        {
            scope.Events.AddPaid(row, scope.Now);
        }

        return true;
    }

    /// <summary>Holds what is only held at payment, or puts everything back and says why.</summary>
    private async Task<ReserveResult?> HoldAtPayment(OrderRow row)
    {
        var process = new PaymentProcess(row.Lines);
        while (process.TryNext(out var step, out var at) && step != LineStep.Commit)
        {
            var line = row.Lines[at];
            if (step == LineStep.Release)
            {
                await scope.Units.Release(row.Order.Id, [line.Listing]);
                await Count(row, at, -line.Units);
                continue;
            }

            var result = await Hold(row, at);
            process.Took(at, result);
            if (result == ReserveResult.Held)
            {
                await Count(row, at, line.Units);
            }
        }

        return process.IsRefused ? process.Refusal : null;
    }

    private async Task<ReserveResult> Hold(OrderRow row, int at)
    {
        var line = row.Lines[at];
        if (row.IsLimited[at])
        {
            var quote = await scope.Units.Quote(line.Listing);
            if (!CheckoutRules.IsOnSale(quote.Listing, quote.Store.CanSell))
            {
                return ReserveResult.NotForSale;
            }

            if (await scope.Book.UnitsOf(line.Listing) + line.Units > quote.Listing.UnitsPerBuyer)
            {
                return ReserveResult.LimitReached;
            }
        }

        var wish = new CartLine(line.Listing, line.Units, line.Price);
        return (await scope.Units.Reserve(row.Order.Id, wish, ReserveKind.AtPayment)).Result;
    }

    private ValueTask Count(OrderRow row, int at, int units) => row.IsLimited[at]
        ? scope.Book.AddUnits(row.Lines[at].Listing, units)
        : ValueTask.CompletedTask;

    private async Task Sell(OrderRow row)
    {
        try
        {
            await scope.Units.Commit(row.Order.Id, row.Lines.Select(line => line.Listing));
        }
        catch (Exception failure)
            when (failure is GrainFaultException or OrleansException or TimeoutException)
        {
            // The order is paid; the listing asks what became of it, and sells then.
        }
    }

    private async Task<Money> ReturnAtOnce(CheckoutId id, PaymentChannel channel)
    {
        var row = (await scope.Book.FindToChange(id))!;
        var (returned, isChanged) = (Money.Zero, false);
        foreach (var order in row.Orders.Where(order => order.HasEnded))
        {
            var deposit = order.Order.Terms.Deposit;
            var amount = deposit.IsPositive ? deposit : order.Order.Total;
            var late = scope.Money.LatePayment(order.Order.Id, channel, amount);
            if (await scope.Money.Move(late) == MoveResult.Moved)
            {
                order.Order.NoteLatePayment(amount, channel);
                scope.Money.IsSaved(late.Id);
                (returned, isChanged) = (returned + amount, true);
            }
        }

        if (isChanged)
        {
            await scope.Save(id, row);
        }

        return returned;
    }
}
