namespace FlashSale.Marketplace;

/// <summary>What a refund comes to: an answer at once, or units and money that go back.</summary>
/// <param name="Answer">The answer, once the plan is carried out.</param>
/// <param name="Line">The line whose units come back.</param>
/// <param name="Units">How many of them; none if the answer is all there is.</param>
/// <param name="UnitsInTotal">How many of the line are refunded then.</param>
/// <param name="Movements">The money that has to move first.</param>
public readonly record struct RefundPlan(
    RefundAnswer Answer, int Line, int Units, int UnitsInTotal, MovementPlan Movements)
{
    /// <summary>Whether the answer is all there is: nothing goes back.</summary>
    public bool IsAnswered => Units == 0;
}

/// <summary>
/// Refunds: whether units may come back, what is paid back for them by whom, and what then becomes of the
/// order.
/// </summary>
/// <remarks>
/// Rules ORD-3, CRT-2, ESC-3, CAP-2. A host asks for the plan, moves its money, tells
/// <see cref="Complete"/>, and puts the units back on sale.
/// </remarks>
public static class RefundProcess
{
    /// <summary>
    /// A wish to bring the refunded units of a line of a live order up to a number; refunds of unshipped
    /// orders may be switched off.
    /// </summary>
    public static RefundPlan Decide(
        in Order order,
        ReadOnlySpan<OrderLine> lines,
        int line,
        int unitsInTotal,
        DateTimeOffset now,
        PolicyTimeline policies,
        bool isSwitchedOff)
    {
        var (units, returned) = line >= 0 && line < lines.Length
            ? (lines[line].Units, lines[line].Returned)
            : (0, 0);
        var answer = AnswerTo(units, returned, unitsInTotal) ?? Refusal(order, now, policies, isSwitchedOff);
        return answer is { } result
            ? new RefundPlan(new RefundAnswer(result, Money.Zero), line, 0, returned, default)
            : GiveBack(order, lines, line, unitsInTotal - returned);
    }

    /// <summary>
    /// The answer to a wish about an order that has ended; of a line that it has not, there are no units.
    /// </summary>
    public static RefundAnswer OfEnded(
        OrderStatus status, (int Units, int Returned) line, int unitsInTotal) =>
        new(
            AnswerTo(line.Units, line.Returned, unitsInTotal)
                ?? (status == OrderStatus.Closed ? RefundResult.NotAllowed : RefundResult.TooLate),
            Money.Zero);

    /// <summary>The plan that gives back so many units, whoever has decided it.</summary>
    public static RefundPlan GiveBack(
        in Order order, ReadOnlySpan<OrderLine> lines, int line, int units)
    {
        var amount = lines[line].RefundFor(units);
        return new RefundPlan(
            new RefundAnswer(RefundResult.Refunded, amount), line, units,
            lines[line].Returned + units, OrderMovements.Refund(order, amount));
    }

    /// <summary>The answer to a plan whose money could not be moved: the store has too little.</summary>
    public static RefundAnswer Unpaid { get; } = new(RefundResult.InsufficientFunds, Money.Zero);

    /// <summary>
    /// The money has moved: the line and the order have it, and the first answer is to be remembered with the
    /// order (rule ORD-4).
    /// </summary>
    public static FirstAnswer Complete(
        ref Order order,
        Span<OrderLine> lines,
        in RefundPlan plan,
        DateTimeOffset at,
        out MarketEvent refunded)
    {
        ref var line = ref lines[plan.Line];
        line.Return(plan.Units);
        order.GiveBack(plan.Answer.Amount);
        MarketEvent.Of(MarketEventKind.Refunded, order, lines, at, out refunded, plan.Answer.Amount);
        return new FirstAnswer(Act.Refund(plan.Line, plan.UnitsInTotal), 0, plan.Answer.Amount);
    }

    /// <summary>Closes the order if nothing of it is left with the buyer (rule ORD-1).</summary>
    public static bool Closes(
        ref Order order, ReadOnlySpan<OrderLine> lines, DateTimeOffset at, out MarketEvent closed)
    {
        closed = default;
        foreach (ref readonly var line in lines)
        {
            if (line.Kept > 0)
            {
                return false;
            }
        }

        order.MustTake(OrderStep.RefundWhole, at);
        MarketEvent.Of(
            MarketEventKind.Closed, order, lines, at, out closed, reason: CloseReason.Refunded);
        return true;
    }

    private static RefundResult? AnswerTo(int units, int returned, int unitsInTotal) =>
        unitsInTotal <= 0 || unitsInTotal > units ? RefundResult.BadLine
        : unitsInTotal <= returned ? RefundResult.Refunded // nothing is left to go back
        : null;

    private static RefundResult? Refusal(
        in Order order, DateTimeOffset now, PolicyTimeline policies, bool isSwitchedOff)
    {
        switch (order.Status)
        {
            case OrderStatus.Paid when order.IsDisputed:
                return RefundResult.NotAllowed;
            case OrderStatus.Paid:
                return isSwitchedOff ? RefundResult.SwitchedOff : null;
            case OrderStatus.Delivered or OrderStatus.Confirmed or OrderStatus.Rated when !order.IsDisputed:
                return now <= OrderDeadlines.ReturnBy(order, policies) ? null : RefundResult.TooLate;
            default:
                return RefundResult.NotAllowed;
        }
    }
}
