namespace FlashSale.Grains;

/// <summary>
/// Carries refunds out that <see cref="RefundProcess"/> has decided; the engine's twin is EngineRefunds.
/// </summary>
/// <remarks>
/// The money goes back first, then the units, then the order is saved: a crash in between leaves the movement
/// open at the guarantor, and it is completed from there.
/// </remarks>
internal sealed class ClusterRefunds(CartScope scope)
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

        var isSwitchedOff = scope.Room.Festival.IsOn(Switch.RefundsOfUnshippedOff, scope.Now);
        var plan = RefundProcess.Decide(
            row.Order, row.Lines, line, unitsInTotal, scope.Now, scope.Room.Policies, isSwitchedOff);
        return plan.IsAnswered ? plan.Answer : await CarryOut(row, plan);
    }

    /// <summary>
    /// Carries a verdict for the buyer out, which is saved: all that is left of the order comes back.
    /// </summary>
    public async Task CarryOutVerdict(OrderRow row)
    {
        while (DisputeProcess.TryNext(row.Order, row.Lines, out var plan))
        {
            var answer = await CarryOut(row, plan);
            Invariant.Holds(answer.Result == RefundResult.Refunded, "money that is held can be moved");
        }
    }

    /// <summary>The money of a refund has moved: the units and the order follow.</summary>
    public async Task Complete(OrderRow row, RefundPlan plan)
    {
        var listing = row.Lines[plan.Line].Listing;
        await scope.Units.PutBack(
            row.Order.Id, listing, plan.UnitsInTotal, plan.UnitsInTotal - plan.Units);
        var first = RefundProcess.Complete(ref row.Order, row.Lines, plan, scope.Now, out var refunded);
        scope.Events.Add(refunded, row);
        row.Answers = row.Answers.With(first);
        if (row.IsLimited[plan.Line])
        {
            await scope.Book.AddUnits(listing, -plan.Units);
        }

        if (RefundProcess.Closes(ref row.Order, row.Lines, scope.Now, out var closed))
        {
            scope.End(row, closed);
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
        return RefundProcess.OfEnded(row.Order.Status, (of.Units, of.Returned), unitsInTotal);
    }

    private async Task<RefundAnswer> CarryOut(OrderRow row, RefundPlan plan)
    {
        var order = scope.Money.Refund(row.Order, plan);
        if (await scope.Money.Move(order) != MoveResult.Moved)
        {
            return RefundProcess.Unpaid;
        }

        await Complete(row, plan);
        scope.Money.IsSaved(order.Id);
        return plan.Answer;
    }
}
