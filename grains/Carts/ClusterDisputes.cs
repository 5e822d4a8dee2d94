namespace FlashSale.Grains;

/// <summary>
/// Carries out what <see cref="DisputeLifecycle"/> and <see cref="DisputeProcess"/> decide; the engine's twin
/// is EngineDisputes.
/// </summary>
/// <remarks>
/// A verdict is saved with its trace before any money moves: what is cut off then is due at once, and
/// whatever reaches the grain next finishes it.
/// </remarks>
internal sealed class ClusterDisputes(CartScope scope, ClusterRefunds refunds, ClusterSteps steps)
{
    /// <summary>The buyer opens a dispute.</summary>
    public async Task<OrderResult> Open(OrderId id)
    {
        if (await scope.Book.Find(id) is not { } row)
        {
            return OrderResult.UnknownOrder;
        }

        var before = row.Order.Dispute;
        var result = row.Order.BeginDispute();
        if (row.Order.Dispute != before)
        {
            await scope.Save(row);
        }

        return result;
    }

    /// <summary>Ends a dispute: for the buyer, who gets the rest back, or for the store.</summary>
    public async Task<OrderResult> ResolveDispute(ResolveDispute command)
    {
        var trace = await scope.Trail.Next(command, scope.Now);
        if (await scope.Book.Find(command.Id) is not { } row)
        {
            return OrderResult.UnknownOrder;
        }

        var before = row.Order.Dispute;
        var result = row.Order.ResolveDispute(command.ForBuyer);
        if (row.Order.Dispute == before)
        {
            return result; // a repeat, or refused
        }

        scope.Trail.Put(trace);
        await scope.Save(row);
        if (DisputeProcess.IsUnderWay(row.Order))
        {
            await refunds.CarryOutVerdict(row);
        }
        else if (DisputeProcess.Settles(row.Order, scope.Now, scope.Room.Policies))
        {
            await steps.Settle(row, scope.Now, isByTime: true);
        }

        return result;
    }
}
