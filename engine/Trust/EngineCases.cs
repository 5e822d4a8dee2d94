namespace FlashSale.Engine;

/// <summary>
/// Carries out what <see cref="ComplaintProcess"/> and <see cref="CaseProcess"/> decide; the cluster's twins
/// are ClusterComplaints and CaseGrain.
/// </summary>
internal sealed class EngineCases(MarketState market)
{
    private TrustPolicy Policy => market.Policy.Trust;

    /// <summary>A buyer complains about a line of an order.</summary>
    public ComplainResult Complain(in Complain command)
    {
        var place = market.Orders.Find(command.Id);
        var first = market.Answers.Find(command.Id.Packed, Act.Complaint(command.Line));
        if (!place.IsLive)
        {
            return place.IsKnown ? OfEnded(command, place.Row, first) : ComplainResult.UnknownOrder;
        }

        ref readonly var order = ref market.Orders.Live(place.Row);
        var lines = market.Orders.Lines(place.Row);
        if (ComplaintProcess.Answer(command, order, lines.Length, first, market.Now, Policy) is { } answer)
        {
            return answer;
        }

        market.Answers.Note(command.Id.Packed, ComplaintProcess.Remember(command));
        var file = market.Cases.Reached(market.Stores[order.Store].Owner);
        var complaint = ComplaintProcess.Note(command, order, lines[command.Line], market.Now);
        CaseProcess.Complain(file, complaint, market.Now, Policy);
        CarryOut(file);
        market.Tell(MarketEvent.Complained(complaint), place.Row);
        return ComplainResult.Noted;
    }

    /// <summary>Opens a case.</summary>
    public CaseResult Open(in OpenCase command)
    {
        var file = market.Cases.Find(command.Seller) ?? new CaseFile(command.Seller);
        var before = file.LastCase;
        var result = CaseProcess.Open(file, command, IsKnown(command), market.Now, Policy);
        market.Trace(command, hasEffect: file.LastCase != before);
        if (result == CaseResult.Done)
        {
            market.Cases.Keep(file);
            CarryOut(file);
        }

        return result;
    }

    /// <summary>Records evidence.</summary>
    public CaseResult Record(in RecordEvidence command)
    {
        if (market.Cases.Find(command.Id.Seller) is not { } file)
        {
            return CaseResult.UnknownCase;
        }

        var before = file.Find(command.Id.Number);
        var result = CaseProcess.Record(file, command, market.Now, Policy);
        market.Trace(command, hasEffect: file.Find(command.Id.Number) != before);
        CarryOut(file);
        return result;
    }

    /// <summary>Takes a step of a test purchase.</summary>
    public CaseResult Step(in StepCase command)
    {
        if (market.Cases.Find(command.Id.Seller) is not { } file)
        {
            return CaseResult.UnknownCase;
        }

        var before = file.Find(command.Id.Number);
        var result = CaseProcess.Step(file, command);
        market.Trace(command, hasEffect: file.Find(command.Id.Number) != before);
        return result;
    }

    /// <summary>Gives a verdict.</summary>
    public CaseResult Decide(in DecideCase command)
    {
        if (market.Cases.Find(command.Id.Seller) is not { } file)
        {
            return CaseResult.UnknownCase;
        }

        var before = file.Find(command.Id.Number);
        var result = CaseProcess.Decide(file, command, SubjectOf(file, command.Id), market.Now, Policy);
        market.Trace(command, hasEffect: file.Find(command.Id.Number) != before);
        CarryOut(file);
        return result;
    }

    /// <summary>The seller appeals.</summary>
    public AppealResult File(in FileAppeal command)
    {
        if (market.Cases.Find(command.Id.Seller) is not { } file)
        {
            return AppealResult.UnknownCase;
        }

        var result = AppealProcess.File(file, command, market.Now, Policy);
        CarryOut(file);
        return result;
    }

    /// <summary>Decides an appeal, if a reviewer has time today.</summary>
    public AppealResult Decide(in DecideAppeal command)
    {
        if (market.Cases.Find(command.Id.Seller) is not { } file)
        {
            return AppealResult.UnknownCase;
        }

        if (AppealProcess.Answer(file, command, Policy) is { } known)
        {
            return known;
        }

        if (AppealProcess.NeedsReviewer(command)
            && !market.Cases.TakeReview(market.Now, Policy))
        {
            return AppealResult.NoReviewer;
        }

        AppealProcess.Decide(file, command, StoresOf(file), LostTo(file, command), market.Now, Policy);
        market.Trace(command, hasEffect: true);
        CarryOut(file);
        return AppealResult.Done;
    }

    /// <summary>Lets happen what is due in a seller's file, each at its own moment.</summary>
    public void Fall(SellerId seller)
    {
        var file = market.Cases.Find(seller)!;
        while (file.DueAt is { } at && at <= market.Now)
        {
            CaseProcess.Fall(file, at, OwedTo, market.Policies.At(at).Trust);
            CarryOut(file);
        }

        market.Cases.Watch(file, market.Deadlines);
    }

    private Money LostTo(CaseFile file, in DecideAppeal command) =>
        AppealProcess.LostSince(file, command, Policy) is { } since
            ? market.Turnover.Lost(file.Seller, file.StoreOf(command.Id.Number), since, market.Now)
            : Money.Zero;

    private ComplainResult OfEnded(in Complain command, int row, FirstAnswer? first)
    {
        ref readonly var order = ref market.Orders.EndedAt(row);
        return ComplaintProcess.OfEnded(command, order.Status, order.Lines, first, Policy);
    }

    private bool IsKnown(in OpenCase command) => CaseSubject.IsKnown(
        command,
        market.Stores.Exists(command.Store) ? market.Stores[command.Store].Owner : null,
        market.Listings.Exists(command.Listing) ? market.Listings[command.Listing].Store : null);

    private CaseSubject SubjectOf(CaseFile file, CaseId id)
    {
        var store = file.StoreOf(id.Number);
        return new CaseSubject(
            store, market.Stores.Exists(store) ? market.Stores[store].Market : default,
            StoresOf(file));
    }

    private StoreId[] StoresOf(CaseFile file) =>
        [.. market.Sellers.StoresOf(file.Seller).Take(SellerView.StoresMax)];

    // What the buyer of a complaint is still out of, by the units that have come back.
    private Money OwedTo(Complaint complaint)
    {
        var place = market.Orders.Find(complaint.Order);
        return complaint.OwedFor(place.IsLive
            ? market.Orders.Lines(place.Row)[complaint.Line].Returned
            : market.Orders.EndedLineAt(market.Orders.EndedAt(place.Row), complaint.Line).Returned);
    }

    private void CarryOut(CaseFile file)
    {
        while (file.NextAct is { } act)
        {
            file.Done(act, CarryOut(act, file.Seller));
        }

        market.Cases.Watch(file, market.Deadlines);
    }

    private Money CarryOut(in CaseAct act, SellerId seller)
    {
        if (act.IsOfListing)
        {
            market.Listings[act.Listing].TakeDown(act.Kind == CaseActKind.TakeDown);
            return Money.Zero;
        }

        ref var store = ref market.Stores[act.Store];
        var (before, moved) = (store.CheckAt(market.Policies), Money.Zero);
        if (act.Movement is null)
        {
            market.Cases.Note(act.Store, store.Hold(act.Measure, market.Cases.BeforeOf(act.Store)));
        }
        else if (act.AmountOf(market.Accounts.Balance(act.From)) is { IsPositive: true } amount)
        {
            var transfer = act.ToTransfer(seller, amount);
            market.Accounts.MustMove(transfer.ToMovement());
            store.Complete(transfer, act.At);
            moved = amount;
        }

        market.Follow(act.Store, before);
        return moved;
    }
}
