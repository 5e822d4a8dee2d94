using FlashSale.Dashboard;
using FlashSale.Engine;

namespace FlashSale.Client;

/// <summary>The listings that sold for most.</summary>
internal sealed class BestSellers(MarketView market)
{
    private const int Shown = 50;
    private const int ReadsPerSearch = 4;

    private long[] _paidFen = new long[1_024];
    private ListingId[] _best = [];
    private int _reads;

    /// <summary>Something was paid for a listing.</summary>
    public void Add(ListingId listing, Money paid)
    {
        if (listing.Value >= _paidFen.Length)
        {
            Array.Resize(ref _paidFen, Math.Max(market.Listings, listing.Value + 1));
        }

        _paidFen[listing.Value] += paid.Fen;
    }

    /// <summary>They, as they stand now; who belongs to them is looked up now and then.</summary>
    public IReadOnlyList<BestSeller> Read()
    {
        if (_reads++ % ReadsPerSearch == 0)
        {
            _best = Search();
        }

        return [.. _best.Select(Of)];
    }

    private BestSeller Of(ListingId id)
    {
        var view = market.ListingView(id)!;
        return new BestSeller(id, view.Title, view.PriceNow, view.Stock, Money.FromFen(_paidFen[id.Value]));
    }

    private ListingId[] Search()
    {
        var best = new PriorityQueue<int, (long, int)>(Shown + 1);
        for (var at = 0; at < _paidFen.Length; at++)
        {
            if (_paidFen[at] == 0)
            {
                continue;
            }

            best.Enqueue(at, (_paidFen[at], -at));
            if (best.Count > Shown)
            {
                best.Dequeue();
            }
        }

        var found = new ListingId[best.Count];
        for (var place = found.Length - 1; place >= 0; place--)
        {
            found[place] = new ListingId(best.Dequeue());
        }

        return found;
    }
}
