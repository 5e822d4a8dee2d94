namespace FlashSale.Simulator;

/// <summary>What a store of a season sells and has, in yuan, as its seller reckons.</summary>
internal sealed class StoreWorth
{
    private readonly SeasonRun _run;
    private readonly double[][] _shares; // of one listing, of two, …

    public StoreWorth(SeasonRun run)
    {
        _run = run;
        _shares = [.. Enumerable.Range(1, run.World.ListingsMax).Select(SharesOf)];
    }

    /// <summary>What it sells in an ordinary week.</summary>
    public double SalesYuan(int store)
    {
        ref readonly var row = ref _run.Stores[store];
        var (price, shares) = (0.0, _shares[row.Listings - 1]);
        for (var rank = 0; rank < shares.Length; rank++)
        {
            price += shares[rank] * PriceOf(row, rank);
        }

        return row.UnitsAWeek * price * (1 - _run.World.Scenario.Buyers.NeverPaysShare);
    }

    /// <summary>What one of its listings sells in an ordinary week, in orders.</summary>
    public double OrdersAWeek(int listing) =>
        _run.Stores[listing / _shares.Length].UnitsAWeek * ShareOf(listing);

    /// <summary>The share of a store's orders that one of its listings gets.</summary>
    public double ShareOf(int listing)
    {
        var (store, rank) = Math.DivRem(listing, _shares.Length);
        var shares = _shares[_run.Stores[store].Listings - 1];
        return rank < shares.Length ? shares[rank] : 0;
    }

    /// <summary>What its goods for sale would bring.</summary>
    public double StockYuan(int store)
    {
        ref readonly var row = ref _run.Stores[store];
        var yuan = 0.0;
        for (var rank = 0; rank < row.Listings; rank++)
        {
            var stock = _run.Market.View.Stock(new ListingId(row.FirstListing + rank));
            yuan += stock.ForSale * PriceOf(row, rank);
        }

        return yuan;
    }

    /// <summary>Its deposit.</summary>
    public double DepositYuan(int store)
    {
        var id = new StoreId(store);
        var deposit = StoreProcess.LastPayment(store, id, _run.Market.View.Store(id)!.Value);
        return (deposit?.Amount.Fen ?? 0) / 100.0;
    }

    private static double[] SharesOf(int listings)
    {
        var weights = SeasonWorld.WeightsOf(listings);
        return [.. weights.Select(weight => weight / weights.Sum())];
    }

    private double PriceOf(in SeasonStore row, int rank)
    {
        var listing = row.FirstListing + rank;
        var price = _run.Market.View.Listing(new ListingId(listing)) is { } goods
            ? goods.Price : _run.World.PriceOf(listing, row.Category);
        return price.Fen / 100.0;
    }
}
