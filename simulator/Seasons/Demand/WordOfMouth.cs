namespace FlashSale.Simulator;

/// <summary>
/// Buyers who tell their followers what they bought: good goods bring them, bad ones keep them away (rule
/// DEM-6).
/// </summary>
internal sealed class WordOfMouth(SeasonRun run, WordOfMouthTerms terms, BuyerMemory memory)
{
    private const int MiddleStars = 3;
    private const double StarsToFull = 2;

    private readonly BuyerTies _ties = new(run.World.Seed, run.World.Terms.Buyers, terms);

    /// <summary>A buyer has rated an order.</summary>
    public void Rated(in MarketEvent rated, int listing)
    {
        var strength = (rated.Points.AsDescribed - MiddleStars) / StarsToFull;
        var chance = terms.Chance * Math.Abs(strength) * (strength < 0 ? terms.DisappointedFactor : 1);
        if (strength != 0 && run.World.IsVisitor(rated.Order.Buyer)) // nobody follows a protester
        {
            var (buyer, store) = (rated.Order.Buyer.Value, rated.Store.Value);
            Tell(buyer, store, listing, chance, isGood: strength > 0, rated.Order.Packed);
        }
    }

    /// <summary>Goods are given away on a day.</summary>
    /// <returns>What they cost.</returns>
    public Money Seed(int listing, Money price)
    {
        var store = run.World.StoreOf(listing);
        foreach (var buyer in _ties.MostFollowed(terms.Seeding!.Buyers))
        {
            Tell(buyer, store, listing, terms.Chance, isGood: true, -1 - buyer);
        }

        return price * terms.Seeding.Buyers;
    }

    // A tie draws first whether it would pass on anything at all, so that few weights are computed.
    private void Tell(int buyer, int store, int listing, double chance, bool isGood, long cause)
    {
        var topic = run.Stores[store].Category;
        var draws = Draws.For(run.World.Seed, cause, Streams.SeasonTold);
        for (var number = _ties.FollowersOf(buyer) - 1; number >= 0; number--)
        {
            var (passes, after) = (draws.Unit(), draws.Unit());
            if (passes >= chance
                || passes >= chance * _ties.WeightOf(buyer, number, topic, run.World.Categories.Count))
            {
                continue;
            }

            var follower = _ties.Follower(buyer, number);
            if (isGood)
            {
                run.Recorder.Count(SeasonMeasures.Referrals);
                var within = terms.ComeWithinDays * SeasonDay.Ms;
                run.Plan(run.NowMs + (long)(after * within), EventKind.Referral, listing, follower);
            }
            else
            {
                run.Recorder.Count(SeasonMeasures.Warnings);
                memory.Note(follower, store, isGood: false);
            }
        }
    }
}
