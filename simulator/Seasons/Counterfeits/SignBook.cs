using System.Runtime.InteropServices;
using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// What the platform notes of each listing: how it looks, what was sold, sent back and complained of. What
/// its goods really are, it does not know (rules TRU-1, TRU-2).
/// </summary>
internal sealed class SignBook(SeasonRun run)
{
    private const double Fading = 0.8; // of complaints, a week (assumed)
    private const int NewDays = 30;
    private const int JumpUnitsMin = 5;
    private const double JumpFrom = 3;

    private readonly Table<Notes> _listings = new(int.MaxValue);

    /// <summary>Listings that are known.</summary>
    public int Count => _listings.Count;

    /// <summary>A listing shows other goods: another price, other text and pictures.</summary>
    public void Show(int listing, double priceRatio, double look)
    {
        _listings.Reach(listing);
        _listings[listing] = new Notes { PriceRatio = (float)priceRatio, Look = (float)look };
    }

    /// <summary>An order of a listing is paid.</summary>
    public void Sold(int listing)
    {
        _listings[listing].Orders++;
        _listings[listing].WeekOrders++;
    }

    /// <summary>Goods of a listing come back.</summary>
    public void Returned(int listing) => _listings[listing].Returns++;

    /// <summary>A buyer complains that a listing is a fake.</summary>
    public void Complained(int listing) => _listings[listing].Complaints++;

    /// <summary>Its seller has proven what it is: it is not suspected for the same look again.</summary>
    public void Prove(int listing) => _listings[listing].IsProven = 1;

    /// <summary>Whether its seller has.</summary>
    public bool IsProven(int listing) => _listings[listing].IsProven != 0;

    /// <summary>Orders since a listing shows these goods.</summary>
    public int OrdersOf(int listing) => _listings[listing].Orders;

    /// <summary>Whether nothing was sold since it shows these goods.</summary>
    public bool IsUnsold(int listing) => _listings[listing].Orders == 0;

    /// <summary>Its price as a share of the brand's, as everybody sees.</summary>
    public double PriceRatioOf(int listing) => _listings[listing].PriceRatio;

    /// <summary>A week begins: what was complained of before counts less.</summary>
    public void BeginWeek()
    {
        for (var listing = 0; listing < _listings.Count; listing++)
        {
            ref var notes = ref _listings[listing];
            notes.Complaints *= (float)Fading;
            (notes.LastWeekOrders, notes.WeekOrders) = (notes.WeekOrders, 0);
        }
    }

    /// <summary>What is seen of a listing of a store today.</summary>
    public ListingSigns Of(int listing, in SeasonStore store, bool isLinked, bool isRegionFlagged, int day)
    {
        ref readonly var notes = ref _listings[listing];
        var rate = run.World.Categories[store.Category].ReturnRate;
        var usual = notes.Orders * rate;
        var over = notes.Returns <= usual ? 0
            : (notes.Returns - usual) / Math.Sqrt(Math.Max(1, usual * (1 - rate)));
        return new ListingSigns(
            notes.PriceRatio, notes.Look, notes.Complaints, over, isLinked, isRegionFlagged,
            notes.WeekOrders >= JumpUnitsMin && notes.WeekOrders >= JumpFrom * notes.LastWeekOrders
                && notes.LastWeekOrders > 0,
            day - store.OpenedDay < NewDays);
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("sign");
        _listings.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("sign");
        _listings.Load(reader);
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Notes
    {
        public float PriceRatio;
        public float Look;
        public float Complaints;
        public int Orders;
        public int Returns;
        public int WeekOrders;
        public int LastWeekOrders;
        public int IsProven;
    }
}
