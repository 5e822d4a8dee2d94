namespace FlashSale.Engine;

/// <summary>
/// Opens stores, takes them through their lives and sets their coupons (rules STO-1, STO-3, STO-4, CRT-2).
/// </summary>
internal sealed class EngineStores(MarketState market, EngineCertifications certifications)
{
    /// <summary>Opens a store with what is paid.</summary>
    public OpenStoreResult Open(in StoreApplication application)
    {
        if (StoreProcess.Refuse(application, market.Size.StoresMax) is { } refusal)
        {
            return refusal;
        }

        var id = application.Id;
        if (market.Stores.Exists(id))
        {
            var first = market.Answers.Find(id.Value, new Act(ActKind.Opening));
            return StoreProcess.Again(application, market.Stores[id], market.Stores.NameOf(id), first);
        }

        if (market.Policy.Trust is { IsOn: true } trust
            && market.Cases.Find(application.Owner) is { } file && file.IsBarred(trust))
        {
            return OpenStoreResult.OwnerBarred;
        }

        var store = StoreProcess.Begin(application, market.Policy.Stores);
        var result = market.Stores.Add(id, application.Name, store);
        if (result == OpenStoreResult.Opened)
        {
            market.Sellers.Add(application.Owner, id);
            Pay(application);
            certifications.Begin(id);
        }

        return result;
    }

    /// <summary>Takes a step in a store's life.</summary>
    public StoreResult Step(in StepStore command)
    {
        var id = command.Id;
        if (!market.Stores.Exists(id))
        {
            return StoreResult.UnknownStore;
        }

        var latest = market.Answers.Find(id.Value, new Act(ActKind.StoreStep));
        var result = StoreProcess.Take(
            ref market.Stores[id], command.Step, latest,
            market.Certifications.Of(id).IsMissingAt(market.Now), out var taken);
        if (taken is { } answer)
        {
            market.Answers.Note(id.Value, answer);
        }

        market.Trace(command, hasEffect: taken is not null);
        return result;
    }

    /// <summary>Sets a store's coupon, or takes it away.</summary>
    public StoreResult Set(in SetCoupon command)
    {
        if (!market.Stores.Exists(command.Id))
        {
            return StoreResult.UnknownStore;
        }

        var result = StoreProcess.Check(command, market.Cases.IsBanned(command.Id, market));
        if (result == StoreResult.Done)
        {
            market.Stores.Set(command);
        }

        return result;
    }

    private void Pay(in StoreApplication application)
    {
        if (StoreProcess.FirstPayment(application) is { } payment)
        {
            market.Accounts.MustMove(payment.ToMovement());
            market.Stores[application.Id].Complete(payment, market.Now);
        }

        if (StoreProcess.Remember(application, market.Stores[application.Id]) is { } opening)
        {
            market.Answers.Note(application.Id.Value, opening);
        }
    }
}
