namespace FlashSale.Marketplace;

/// <summary>
/// How a store is opened, taken through its life, and given a coupon: decided here, once for all hosts.
/// </summary>
/// <remarks>Rules STO-1, STO-3, STO-4, CRT-2, ORD-4.</remarks>
public static class StoreProcess
{
    /// <summary>What is wrong with an application, whatever stores there are; null if nothing is.</summary>
    public static OpenStoreResult? Refuse(in StoreApplication application, int storesMax) =>
        Enum.IsDefined(application.Market) && Enum.IsDefined(application.Tier)
        && !application.Deposit.IsNegative && application.Deposit <= Money.FromYuan(Limits.AmountYuanMax)
        && application.Owner.Value >= 0 && application.Id.Value >= 0 && application.Id.Value < storesMax
            ? null
            : OpenStoreResult.OutOfRange;

    /// <summary>The answer to an application with the id of a store that is there.</summary>
    /// <param name="application">The application.</param>
    /// <param name="store">The store.</param>
    /// <param name="name">Its name, as it was applied for.</param>
    /// <param name="first">What is remembered of its opening: <see cref="Remember"/>.</param>
    public static OpenStoreResult Again(
        in StoreApplication application, in Store store, string name, FirstAnswer? first) =>
        name == application.Name
        && (store.Owner, store.Market, store.Tier)
            == (application.Owner, application.Market, application.Tier)
        && Repeats.IsOpening(first, application.Deposit, store.SecurityRequired)
            ? OpenStoreResult.Opened
            : OpenStoreResult.IdReused;

    /// <summary>The store that an application makes, before the payment that comes with it.</summary>
    public static Store Begin(in StoreApplication application, StorePolicy policy)
    {
        var store = Store.Apply(application.Owner, application.Market, application.Tier, policy);
        store.Take(StoreStep.Open); // stays applying, unless nothing is owed
        return store;
    }

    /// <summary>The payment that comes with an application; null if none does.</summary>
    /// <remarks>Its id is the store's own: no client can choose a negative one.</remarks>
    public static Transfer? FirstPayment(in StoreApplication application) => application.Deposit.IsPositive
        ? new Transfer(
            -1 - application.Id.Value, MovementKind.DepositPaid, application.Id, default, application.Deposit)
        : null;

    /// <summary>What a closed store gets back: all that lies in its deposit; null if nothing does.</summary>
    /// <param name="transfer">The id of the transfer.</param>
    /// <param name="id">The store's.</param>
    /// <param name="store">The store.</param>
    public static Transfer? LastPayment(long transfer, StoreId id, in Store store) =>
        store.SecurityPaid.IsPositive
            ? new Transfer(transfer, MovementKind.DepositReturned, id, default, store.SecurityPaid)
            : null;

    /// <summary>What is to be remembered of the opening; null if the store itself tells it.</summary>
    public static FirstAnswer? Remember(in StoreApplication application, in Store store) =>
        Repeats.Opening(application.Deposit, store.SecurityRequired);

    /// <summary>Takes a step in a store's life; a repeat is answered as the first.</summary>
    /// <param name="store">The store.</param>
    /// <param name="step">The step.</param>
    /// <param name="latest">What is remembered of its latest step.</param>
    /// <param name="isCertificateMissing">Whether it should be certified by now and is not.</param>
    /// <param name="taken">What is to be remembered; null if nothing has changed.</param>
    public static StoreResult Take(
        ref Store store, StoreStep step, FirstAnswer? latest, bool isCertificateMissing,
        out FirstAnswer? taken)
    {
        taken = null;
        if (Repeats.OfStep(latest, step, store.Status) is { } again)
        {
            return again;
        }

        if (isCertificateMissing && StoreLifecycle.After(store.Status, step) == StoreStatus.Open)
        {
            return StoreResult.NotCertified;
        }

        var result = store.Take(step);
        if (result == StoreResult.Done)
        {
            taken = Repeats.Step(step, store.Status);
        }

        return result;
    }

    /// <summary>Whether a store may give this coupon; the default takes its coupon away.</summary>
    /// <param name="command">The coupon.</param>
    /// <param name="isBanned">Whether a penalty keeps the store from promotions (rule TRU-6).</param>
    public static StoreResult Check(in SetCoupon command, bool isBanned) =>
        command.Coupon == default ? StoreResult.Done
        : !command.Coupon.IsSound ? StoreResult.BadCoupon
        : isBanned ? StoreResult.Banned
        : StoreResult.Done;
}
