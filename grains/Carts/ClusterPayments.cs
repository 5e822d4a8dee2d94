namespace FlashSale.Grains;

/// <summary>
/// Carries payments out: money into escrow first, then the units are sold as <see cref="PaymentProcess"/>
/// says; late money goes back (<see cref="PaymentRules"/>). The engine's twin is EnginePayments.
/// </summary>
/// <remarks>
/// The orders are saved as paid before the listings sell their held units: a listing that was not told asks.
/// </remarks>
internal sealed class ClusterPayments(CartScope scope)
{
    /// <summary>Pays all orders of a checkout that wait for their first payment.</summary>
    public Task<PayAnswer> Pay(CheckoutId id, PaymentChannel channel) => Pay(id, channel, OrderStatus.Placed);

    /// <summary>Pays the balance of a presale.</summary>
    public async Task<PayAnswer> PayBalance(CheckoutId id, PaymentChannel channel)
    {
        var early = scope.Book.Live.GetValueOrDefault(id.Number)?.Orders[0] is { HasEnded: false } first
            ? PaymentRules.TooEarly(first.Order, first.First.BalanceWindow.From, scope.Now)
            : null;
        return early ?? await Pay(id, channel, OrderStatus.DepositPaid);
    }

    /// <summary>
    /// The money is in escrow: the orders that waited for it are paid, or their goods are gone.
    /// </summary>
    public async Task<PayAnswer> Complete(
        CheckoutId id, CheckoutRow row, PaymentChannel channel, OrderStatus waiting)
    {
        var (sold, closed) = (new List<OrderRow>(), new List<OrderRow>());
        foreach (var order in row.Orders.Where(one => PaymentRules.DueOf(one.Order, waiting).IsPositive))
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
        PaymentOutcomes.Refuse(ref row.Order, row.Lines, channel, why, scope.Now, out var closed);
        scope.End(row, closed);
    }

    /// <summary>Money came when an order was closed, and is back.</summary>
    public void NoteLate(OrderRow row, Money amount, PaymentChannel channel)
    {
        row.Order.NoteLatePayment(amount, channel);
        scope.Events.Add(
            MarketEvent.LatePayment(
                row.Order.Id, row.Order.Store, OrderCategory.ListingOf(row.Lines), amount, scope.Now),
            row);
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

    private async Task<PayAnswer> Pay(CheckoutId id, PaymentChannel channel, OrderStatus waiting)
    {
        var row = await scope.Book.Find(id);
        if (row is null || !PaymentRules.IsChannel(channel))
        {
            return new PayAnswer(PayResult.UnknownCheckout, Money.Zero);
        }

        var due = Money.Zero;
        foreach (var order in row.Orders)
        {
            due += PaymentRules.DueOf(order.Order, waiting);
        }

        if (due == Money.Zero)
        {
            // The payment is a repeat, answered as the first; or it came too late and goes back.
            return Past(row, channel, waiting) ?? new PayAnswer(
                PayResult.TooLate,
                PaymentRules.IsTakenLate(waiting) ? await ReturnAtOnce(id, channel) : Money.Zero);
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
        if (PaymentOutcomes.IsDeposit(row.Order))
        {
            PaymentOutcomes.TakeDeposit(ref row.Order, row.Lines, channel, scope.Now, out var deposit);
            scope.Events.Add(deposit, row);
            return true;
        }

        if (await HoldAtPayment(row) is { } refusal)
        {
            await scope.Money.Move(scope.Money.ReturnHeld(row.Order, channel, refusal));
            CloseRefused(row, channel, refusal);
            return false;
        }

        PaymentOutcomes.Sell(ref row.Order, row.Lines, channel, scope.Now, out var paid);
        scope.Events.Add(paid, row);
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
            var has = await scope.Book.UnitsOf(line.Listing);
            if (CheckoutRules.RefuseHold(quote.Listing, quote.Store.CanSell, has, line.Units) is { } refusal)
            {
                return refusal;
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
            var amount = PaymentRules.LateAmount(order.Order.Terms.Deposit, order.Order.Total);
            var late = scope.Money.LatePayment(order.Order.Id, channel, amount);
            if (await scope.Money.Move(late) == MoveResult.Moved)
            {
                NoteLate(order, amount, channel);
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
