namespace FlashSale.Grains;

/// <summary>
/// Finishes what a crash has interrupted: money that has moved, while its order does not say so.
/// </summary>
internal sealed class ClusterRecovery(
    CartScope scope, ClusterPayments payments, ClusterSteps steps, ClusterRefunds refunds)
{
    /// <summary>Goes through the movements that the guarantor does not know to be final.</summary>
    public async Task Run()
    {
        var open = await scope.Money.Open();
        foreach (var move in open.OrderBy(IsPayment)) // what came after a payment tells how it went on
        {
            if (await scope.Money.Move(move) == MoveResult.Moved)
            {
                await Finish(move);
                scope.Money.IsSaved(move.Id);
            }
        }
    }

    private static bool IsPayment(MoveOrder move) =>
        move.Id.Kind == MovementKind.Payment && move.Id.Nth != BuyerMoney.TooLate;

    private async Task Finish(MoveOrder move)
    {
        if (IsPayment(move))
        {
            await FinishPayment(move);
            return;
        }

        var id = OrderId.FromPacked(move.Id.Subject)!.Value;
        if (await scope.Book.Find(id) is not { } row)
        {
            return;
        }

        if (move.Id is { Kind: MovementKind.Payment })
        {
            await FinishLatePayment(row, move.First.Amount, ChannelOf(move.First.From));
        }
        else if (!row.HasEnded)
        {
            await FinishOrder(row, move);
        }
    }

    private async Task FinishPayment(MoveOrder move)
    {
        var id = CheckoutId.FromPacked(move.Id.Subject)!.Value;
        var waiting = move.Id.Nth == 0 ? OrderStatus.Placed : OrderStatus.DepositPaid;
        if (scope.Book.Live.GetValueOrDefault(id.Number) is { } row
            && row.Orders.Any(order => !order.HasEnded && order.Order.Status == waiting))
        {
            await payments.Complete(id, row, ChannelOf(move.First.From), waiting);
        }
    }

    private async Task FinishLatePayment(OrderRow row, Money amount, PaymentChannel channel)
    {
        if (!row.Order.Escrow.Refunded.IsPositive)
        {
            var id = row.Order.Id.Checkout;
            var whole = (await scope.Book.FindToChange(id))!;
            payments.NoteLate(whole.Orders[row.Order.Id.Part], amount, channel);
            await scope.Save(id, whole);
        }
    }

    private async Task FinishOrder(OrderRow row, MoveOrder move)
    {
        switch (move.Id.Kind)
        {
            case MovementKind.Release when !row.Order.IsSettled:
                var isByTime = OrderDeadlines.IsConfirmedByTime(
                    row.Order, scope.Now, scope.Room.Policies);
                await steps.NoteSettled(row, scope.Now, isByTime);
                break;
            case MovementKind.DepositForfeited when row.Order.Status == OrderStatus.DepositPaid:
                await steps.NoteClosed(row, OrderStep.TimeOut, scope.Now);
                break;
            case MovementKind.Refund when BuyerMoney.RefusalOf(move.Id) is { } why:
                payments.CloseRefused(row, ChannelOf(move.First.To), why);
                var id = row.Order.Id.Checkout;
                await scope.Save(id, scope.Book.Live[id.Number]);
                break;
            case MovementKind.Refund or MovementKind.Return:
                var (line, units) = BuyerMoney.RefundOf(move.Id);
                if (row.Lines[line].Returned < units)
                {
                    var back = units - row.Lines[line].Returned;
                    await refunds.Complete(row, RefundProcess.GiveBack(row.Order, row.Lines, line, back));
                }

                break;
            default:
                break;
        }
    }

    private static PaymentChannel ChannelOf(AccountId payer) =>
        payer.Kind == AccountKind.Buyer ? PaymentChannel.Balance : (PaymentChannel)payer.Owner;
}
