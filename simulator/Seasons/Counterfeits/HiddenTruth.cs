using System.Runtime.InteropServices;
using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Which listings of a season are fakes: the world's own knowledge, which no rule of the platform asks for
/// (rule TRU-1).
/// </summary>
/// <remarks>
/// Sellers know it of their own goods, and people who hold the goods in their hands may find it out: buyers
/// and an <see cref="Appraiser"/>. It also keeps since when a fake is on sale.
/// </remarks>
internal sealed class HiddenTruth(SeasonRun run)
{
    private const int DaysMax = 1_000;
    private const int GoneInWarmUp = 2; // of what is not counted unless it comes back

    private readonly Table<Goods> _listings = new(int.MaxValue);
    private readonly int[] _daysOnSale = new int[DaysMax + 1]; // of fakes that are gone, by their days

    /// <summary>Listings that are known.</summary>
    public int Count => _listings.Count;

    /// <summary>Fakes that were on sale on some measured day, each once as long as it is one.</summary>
    public int FakesSeen { get; private set; }

    /// <summary>Whether a listing sells fakes.</summary>
    public bool IsFake(int listing) =>
        Of(listing) is ListingTruth.CheapFake or ListingTruth.CloseFake;

    /// <summary>What a listing sells.</summary>
    public ListingTruth Of(int listing) =>
        listing < _listings.Count ? _listings[listing].Truth : ListingTruth.Genuine;

    /// <summary>Whether a listing sells fakes today that were not taken from sale.</summary>
    public bool IsFakeOnSale(int listing) => IsFake(listing) && _listings[listing].IsGone == 0;

    /// <summary>The goods of a listing are others from today on.</summary>
    /// <returns>Whether they are.</returns>
    public bool Change(int listing, ListingTruth truth, int day)
    {
        _listings.Reach(listing);
        if (_listings[listing].Truth == truth)
        {
            return false;
        }

        EndSpell(listing, day);
        _listings[listing] = new Goods { Truth = truth, SinceDay = day };
        FakesSeen += IsFake(listing) ? 1 : 0;
        return true;
    }

    /// <summary>A listing is off sale, or on sale again.</summary>
    public void SetOnSale(int listing, bool isOnSale, int day)
    {
        if (!isOnSale)
        {
            EndSpell(listing, day);
        }
        else if (_listings[listing].IsGone != 0)
        {
            FakesSeen += IsFake(listing) && _listings[listing].IsGone == GoneInWarmUp ? 1 : 0;
            (_listings[listing].IsGone, _listings[listing].SinceDay) = (0, day);
        }
    }

    /// <summary>Days on sale that half of the fakes which are gone had at most.</summary>
    public int MedianDays()
    {
        var (left, day) = ((_daysOnSale.Sum() + 1) / 2, 0);
        while (day < DaysMax && left > _daysOnSale[day])
        {
            left -= _daysOnSale[day++];
        }

        return day;
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("true");
        writer.Write(FakesSeen);
        writer.WriteRows<int>(_daysOnSale);
        _listings.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("true");
        FakesSeen = reader.Read<int>();
        reader.ReadRows<int>(_daysOnSale);
        _listings.Load(reader);
    }

    private void EndSpell(int listing, int day)
    {
        ref var goods = ref _listings[listing];
        if (goods.IsGone != 0)
        {
            return;
        }

        var isWarmUp = day < run.World.Terms.WarmUpDays;
        goods.IsGone = isWarmUp ? GoneInWarmUp : 1;
        if (IsFake(listing) && isWarmUp)
        {
            FakesSeen--;
        }
        else if (IsFake(listing))
        {
            _daysOnSale[Math.Clamp(day - goods.SinceDay, 0, DaysMax)]++;
        }
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Goods
    {
        public ListingTruth Truth;
        public int SinceDay;
        public int IsGone; // off sale, as 1; as 2 since the warm-up
    }
}
