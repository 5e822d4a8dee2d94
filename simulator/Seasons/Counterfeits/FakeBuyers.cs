namespace FlashSale.Simulator;

/// <summary>
/// Buyers of fakes: some take them gladly, some notice, and complain, send back or rate poorly (rules TRU-3,
/// TRU-14, REP-1; MODELS M3).
/// </summary>
internal sealed class FakeBuyers(
    SeasonRun run, FakeBuyerHabits habits, HiddenTruth truth, SignBook signs, PrevalenceSample sample,
    BuyerMemory memory, BuyerTrust? trust) : IMarketObserver
{
    private const int StarsMax = 2; // of who noticed a fake

    /// <inheritdoc/>
    public void On(in MarketEvent happened, in Order order, ReadOnlySpan<OrderLine> lines)
    {
        switch (happened.Kind)
        {
            case MarketEventKind.Paid:
                Paid(order, lines[0].Listing.Value, happened.Amount);
                break;
            case MarketEventKind.Delivered:
                Delivered(order, lines[0].Listing.Value);
                break;
            case MarketEventKind.Refunded when order.DeliveredAt is not null:
                signs.Returned(lines[0].Listing.Value);
                break;
        }
    }

    /// <summary>A buyer looks closer at what arrived, and takes it for a fake.</summary>
    public void Notice(OrderId id)
    {
        if (run.Market.View.Order(id) is not { HasEnded: false } order)
        {
            return;
        }

        var listing = order.Lines[0].Listing.Value;
        var draws = Draws.For(run.World.Seed, id.Packed, Streams.SeasonFake, counter: 2);
        var (complains, returns, rates) = (
            draws.Happens(habits.ComplainsShare), draws.Happens(habits.ReturnsShare),
            draws.Happens(habits.RatesPoorlyShare));
        var isMistake = !truth.IsFake(listing);
        run.Recorder.Count(SeasonMeasures.FakesNoticed, isMistake ? 0 : 1);
        memory.TakeForFake(id, order.Store.Value);
        trust?.Happened(
            id.Buyer.Value, run.Stores[order.Store.Value].Market, TrustEvent.FakeNoticed);
        if ((complains || isMistake)
            && run.Market.Do(new Complain(id, 0, ComplaintReason.Counterfeit)) == ComplainResult.Noted)
        {
            run.Recorder.Count(SeasonMeasures.Complaints);
            signs.Complained(listing);
        }

        if (returns && order.Status == OrderStatus.Delivered)
        {
            run.Plan(run.NowMs, EventKind.Return, 1, id.Packed);
        }
        else if (rates && !isMistake)
        {
            Rate(id, order, ref draws);
        }
    }

    private void Paid(in Order order, int listing, Money amount)
    {
        var isFake = truth.IsFake(listing);
        if (isFake)
        {
            run.Recorder.Count(SeasonMeasures.FakeOrders);
            run.Recorder.Count(SeasonMeasures.FakeGmv, amount.Fen);
        }

        signs.Sold(listing);
        if (run.World.IsVisitor(order.Id.Buyer))
        {
            sample.Paid(order.Id, listing, isFake);
        }
    }

    private void Delivered(in Order order, int listing)
    {
        if (!run.World.IsVisitor(order.Id.Buyer))
        {
            return;
        }

        var isFake = truth.IsFake(listing);
        var draws = Draws.For(run.World.Seed, order.Id.Packed, Streams.SeasonFake);
        if (draws.Happens(isFake ? habits.NoticesShare : habits.MistakesShare)
            && !(isFake && TakesIt(order.Id.Buyer.Value, listing)))
        {
            var after = (long)(draws.Unit() * habits.NoticesWithin.TotalMilliseconds);
            run.Plan(run.NowMs + after, EventKind.NoticeFake, 0, order.Id.Packed);
        }
    }

    // Whoever wants a cheap fake is content with it.
    private bool TakesIt(int buyer, int listing) => signs.PriceRatioOf(listing) <= habits.AcceptsUpTo
        && Draws.For(run.World.Seed, buyer, Streams.SeasonFakeTaste).Happens(habits.AcceptsShare);

    // Receipt is confirmed first: only then can a buyer rate.
    private void Rate(OrderId id, OrderView order, ref Draws draws)
    {
        if (order.Status == OrderStatus.Delivered)
        {
            run.Market.Do(new StepOrder(id, OrderStep.Confirm));
        }

        var stars = 1 + draws.Below(StarsMax);
        run.Market.Do(new Rate(
            id, Rating.Of(CreditRating.Poor, stars, stars, stars, stars)!.Value));
    }
}
