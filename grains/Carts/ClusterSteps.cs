namespace FlashSale.Grains;

/// <summary>
/// Takes the steps of an order's life that <see cref="StepProcess"/>, <see cref="SettlementProcess"/>,
/// <see cref="ClosingProcess"/> and <see cref="OrderDeadlines"/> decide; the engine's twins are EngineSteps,
/// EngineClosings and EngineDeadlines.
/// </summary>
internal sealed class ClusterSteps(CartScope scope, ClusterRefunds refunds, ClusterRatings ratings)
{
    private const int DeadlinesMax = 100_000;

    /// <summary>Lets everything happen that is due by now, each at its own moment.</summary>
    public async Task CatchUp()
    {
        var now = scope.Now;
        for (var times = 0; times < DeadlinesMax && scope.Book.NextDue is { } next && next.At <= now; times++)
        {
            var (policies, row) = (scope.Room.Policies, scope.Book.Live[next.Number]);
            if (row.Due(policies) is not { } due || due != next.At)
            {
                scope.Book.Renew(next.Number); // the silo has heard of a change of the policy since
                continue;
            }

            var order = row.Orders.First(one => one.Next(policies)?.At == due);
            await Fall(order, order.Next(policies)!.Value.What, due);
        }
    }

    /// <summary>Takes a step that a person takes.</summary>
    public async Task<OrderResult> Step(OrderId id, OrderStep step)
    {
        if (await scope.Book.Find(id) is not { } row)
        {
            return StepProcess.OfUnknown(step);
        }

        if (row.HasEnded)
        {
            return StepProcess.OfEnded(step, row.Order.Status, row.Order.TakenAt(step));
        }

        if (StepProcess.Answer(row.Order, step) is { } answer)
        {
            return answer;
        }

        await (step switch
        {
            OrderStep.Cancel => Close(row, step, scope.Now),
            OrderStep.Confirm => Settle(row, scope.Now, isByTime: false),
            _ => Note(row, step),
        });
        return OrderResult.Done;
    }

    /// <summary>Receipt is confirmed: the money goes to the store, less commission.</summary>
    public async Task Settle(OrderRow row, DateTimeOffset at, bool isByTime)
    {
        var settlement = scope.Money.Settlement(row.Order);
        await scope.Money.MustMove(settlement);
        await NoteSettled(row, at, isByTime);
        scope.Money.IsSaved(settlement.Id);
    }

    /// <summary>The money of a confirmed order has moved.</summary>
    public async Task NoteSettled(OrderRow row, DateTimeOffset at, bool isByTime)
    {
        SettlementProcess.Complete(ref row.Order, row.Lines, at, isByTime, out var confirmed);
        scope.Events.Add(confirmed, row);
        await scope.Save(row);
    }

    /// <summary>
    /// The money of an order that is not paid in time has moved, if there was any: saves it as closed, and
    /// puts its units back on sale.
    /// </summary>
    public async Task NoteClosed(OrderRow row, OrderStep step, DateTimeOffset at)
    {
        ClosingProcess.Complete(ref row.Order, row.Lines, step, at, out var closed);
        scope.End(row, closed);
        await scope.GiveUpUnits(row, line => ClosingProcess.Holds(line));
        await scope.Save(row);
        var held = row.Lines.Where(line => ClosingProcess.Holds(line)).Select(line => line.Listing);
        await scope.Units.Release(row.Order.Id, held);
    }

    private async Task Fall(OrderRow row, Due due, DateTimeOffset at)
    {
        switch (due)
        {
            case Due.Verdict:
                await refunds.CarryOutVerdict(row);
                break;
            case Due.Payment or Due.Balance:
                await Close(row, OrderStep.TimeOut, at);
                break;
            case Due.Confirmation:
                await Settle(row, at, isByTime: true);
                break;
            default:
                await ratings.ByDefault(row, at);
                row.HasEnded = true;
                await scope.Save(row);
                break;
        }
    }

    private async Task Close(OrderRow row, OrderStep step, DateTimeOffset at)
    {
        var forfeit = scope.Money.Forfeit(row.Order);
        await scope.Money.MustMove(forfeit);
        await NoteClosed(row, step, at);
        if (forfeit.Plan().Count > 0)
        {
            scope.Money.IsSaved(forfeit.Id);
        }
    }

    private async Task Note(OrderRow row, OrderStep step)
    {
        StepProcess.Complete(ref row.Order, row.Lines, step, scope.Now, out var taken);
        scope.Events.Add(taken, row);
        await scope.Save(row);
    }
}
