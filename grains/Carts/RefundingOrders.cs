namespace FlashSale.Grains;

/// <summary>Refunds (rules ORD-3, CRT-2, ESC-3, CAP-2).</summary>
/// <remarks>
/// The money goes back first, then the units, then the order is saved: a crash in between leaves the movement
/// open at the guarantor, and it is completed from there.
/// </remarks>
internal sealed class RefundingOrders(CartScope scope)
{
    /// <summary>Brings the refunded units of a line up to a number.</summary>
    public async Task<RefundAnswer> Refund(OrderId id, int line, int unitsInTotal)
    {
        var row = await scope.Book.Find(id);
        if (Repeats.OfRefund(row?.Answers.Find(Act.Refund(line, unitsInTotal))) is { } first)
        {
            return first;
        }

        if (row is not { HasEnded: false })
        {
            return AnswerEnded(row, line, unitsInTotal);
        }

        if (line < 0 || line >= row.Lines.Length || unitsInTotal <= 0 || unitsInTotal > row.Lines[line].Units)
        {
            return new RefundAnswer(RefundResult.BadLine, Money.Zero);
        }

        if (unitsInTotal <= row.Lines[line].Returned)
        {
            return new RefundAnswer(RefundResult.Refunded, Money.Zero);
        }

        var isOff = scope.Room.Festival.IsOn(Switch.RefundsOfUnshippedOff, scope.Now);
        return RefundRules.Refusal(row.Order, scope.Now, scope.Room.Policy.Orders, isOff) is { } refusal
            ? new RefundAnswer(refusal, Money.Zero)
            : await GiveBack(row, line, unitsInTotal);
    }

    /// <summary>
    /// Carries a verdict for the buyer out, which is saved: all that is left of the order comes back.
    /// </summary>
    public async Task CarryOutVerdict(OrderRow row)
    {
        while (DisputeProcess.TryNext(row.Order, row.Lines, out var line))
        {
            var answer = await GiveBack(row, line, row.Lines[line].Units);
            Invariant.Holds(answer.Result == RefundResult.Refunded, "money that is held can be moved");
        }
    }

    /// <summary>The money of a refund has moved: the units and the order follow.</summary>
    public async Task Complete(OrderRow row, int line, int unitsInTotal)
    {
        ref var returned = ref row.Lines[line];
        var (before, listing) = (returned.Returned, returned.Listing);
        var amount = returned.RefundFor(unitsInTotal - before);
        await scope.Units.PutBack(row.Order.Id, listing, unitsInTotal, before);
        row.Lines[line].Return(unitsInTotal - before);
        row.Answers = row.Answers.With(new FirstAnswer(Act.Refund(line, unitsInTotal), 0, amount));
        row.Order.GiveBack(amount);
        if (row.IsLimited[line])
        {
            await scope.Book.AddUnits(listing, before - unitsInTotal);
        }

        scope.Events.Add(OrderEventKind.Refunded, row, scope.Now, amount);
        if (RefundRules.IsWhollyReturned(row.Lines) && row.Order.Take(OrderStep.RefundWhole, scope.Now))
        {
            scope.Close(row, scope.Now);
        }

        await scope.Save(row);
        scope.Units.Forget(row.Order.Id, listing).Ignore(); // if lost, the listing asks
    }

    private static RefundAnswer AnswerEnded(OrderRow? row, int line, int unitsInTotal)
    {
        if (row is null)
        {
            return new RefundAnswer(RefundResult.UnknownOrder, Money.Zero);
        }

        var of = line >= 0 && line < row.Lines.Length ? row.Lines[line] : default;
        return EndedOrders.Refund(row.Order.Status, (of.Units, of.Returned), unitsInTotal);
    }

    private async Task<RefundAnswer> GiveBack(OrderRow row, int line, int unitsInTotal)
    {
        var amount = row.Lines[line].RefundFor(unitsInTotal - row.Lines[line].Returned);
        var order = scope.Money.Refund(row.Order, line, unitsInTotal, amount);
        if (await scope.Money.Move(order) != MoveResult.Moved)
        {
            return new RefundAnswer(RefundResult.InsufficientFunds, Money.Zero);
        }

        await Complete(row, line, unitsInTotal);
        scope.Money.IsSaved(order.Id);
        return new RefundAnswer(RefundResult.Refunded, amount);
    }
}
