namespace FlashSale.Engine;

/// <summary>Opening a store and setting its coupon (rules STO-1, STO-3, STO-4, CRT-2).</summary>
internal sealed class Opening(MarketState market)
{
    /// <summary>Opens a store with its deposit as paid.</summary>
    public OpenStoreResult Open(in StoreApplication application)
    {
        var (id, deposit) = (application.Id, application.Deposit);
        if (!Enum.IsDefined(application.Market) || !Enum.IsDefined(application.Tier) || deposit.IsNegative
            || deposit > Money.FromYuan(Limits.AmountYuanMax) || application.Owner.Value < 0)
        {
            return OpenStoreResult.OutOfRange;
        }

        var isNew = !market.Stores.Exists(id);
        var store =
            Store.Apply(application.Owner, application.Market, application.Tier, market.Policy.Stores);
        var result = market.Stores.Add(id, application.Name, store);
        if (result != OpenStoreResult.Opened || !isNew)
        {
            return result == OpenStoreResult.Opened ? Again(id, deposit) : result;
        }

        ref var added = ref market.Stores[id];
        if (deposit.IsPositive)
        {
            var account = new AccountId(AccountKind.StoreDeposit, id.Value);
            market.Accounts.MustMove(
                new Movement(MovementKind.DepositPaid, AccountId.Bank, account, deposit));
            added.PayDeposit(deposit);
        }

        added.Take(StoreStep.Open); // stays applying while its deposit is short
        if (Repeats.Opening(deposit, added.DepositRequired) is { } opening)
        {
            market.Answers.Note(id.Value, opening);
        }

        return OpenStoreResult.Opened;
    }

    /// <summary>Takes a step in a store's life.</summary>
    public StoreResult Step(StoreId id, StoreStep step)
    {
        if (!market.Stores.Exists(id))
        {
            return StoreResult.UnknownStore;
        }

        ref var store = ref market.Stores[id];
        var latest = market.Answers.Find(id.Value, new Act(ActKind.StoreStep));
        if (Repeats.OfStep(latest, step, store.Status) is { } again)
        {
            return again;
        }

        var result = store.Take(step);
        if (result == StoreResult.Done)
        {
            market.Answers.Note(id.Value, Repeats.Step(step, store.Status));
        }

        return result;
    }

    /// <summary>Sets a store's coupon, or takes it away.</summary>
    public StoreResult SetCoupon(StoreId id, Coupon coupon)
    {
        if (!market.Stores.Exists(id))
        {
            return StoreResult.UnknownStore;
        }

        if (coupon != default && !coupon.IsSound)
        {
            return StoreResult.BadCoupon;
        }

        market.Stores.SetCoupon(id, coupon);
        return StoreResult.Done;
    }

    private OpenStoreResult Again(StoreId id, Money deposit) => Repeats.IsDeposit(
            market.Answers.Find(id.Value, new Act(ActKind.Opening)), deposit,
            market.Stores[id].DepositRequired)
        ? OpenStoreResult.Opened
        : OpenStoreResult.IdReused;
}
