using System.Runtime.InteropServices;

namespace FlashSale.Marketplace;

/// <summary>
/// One line of an order: what, how many, at which price, what was really paid, and what came back.
/// </summary>
/// <remarks>Rules CRT-1, CRT-2. Twenty-four bytes without padding.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct OrderLine
{
    private readonly int _listing;
    private readonly int _priceFen;
    private readonly ushort _units;
    private ushort _returned;
    private readonly byte _bucket;
    private readonly HoldMode _hold;
    private readonly ushort _unused;

    /// <summary>A line as ordered.</summary>
    public OrderLine(ListingId listing, int units, Money price, Money toPay, int bucket, HoldMode hold)
    {
        Invariant.Holds(units is > 0 and <= Limits.UnitsPerLineMax, "a line has units");
        _listing = listing.Value;
        _priceFen = (int)price.Fen;
        _units = (ushort)units;
        _bucket = (byte)bucket;
        _hold = hold;
        ToPay = toPay;
    }

    /// <summary>What the buyer pays for the line after all reductions.</summary>
    public Money ToPay { get; private set; }

    /// <summary>The listing.</summary>
    public readonly ListingId Listing => new(_listing);

    /// <summary>Units ordered.</summary>
    public readonly int Units => _units;

    /// <summary>Units refunded.</summary>
    public readonly int Returned => _returned;

    /// <summary>Units neither refunded nor returned.</summary>
    public readonly int Kept => _units - _returned;

    /// <summary>The price of one unit before reductions.</summary>
    public readonly Money Price => Money.FromFen(_priceFen);

    /// <summary>The price of all units before reductions.</summary>
    public readonly Money Value => Price * _units;

    /// <summary>The bucket that holds the units (rule INV-4).</summary>
    public readonly int Bucket => _bucket;

    /// <summary>When the units are taken out of sale (rule INV-1).</summary>
    public readonly HoldMode Hold => _hold;

    /// <summary>All that the line keeps; <see cref="Of"/> builds it again.</summary>
    public readonly OrderLineFacts Facts => new(Listing, _units, _returned, Price, ToPay, _bucket, _hold);

    /// <summary>Builds a line again from its <see cref="Facts"/>.</summary>
    /// <exception cref="ArgumentException">No line of an order can be so.</exception>
    public static OrderLine Of(in OrderLineFacts facts)
    {
        if (facts.Problem() is { } problem)
        {
            throw new ArgumentException($"These are no facts of a line: {problem}.", nameof(facts));
        }

        var (listing, units, returned, price, toPay, bucket, hold) = facts;
        return new OrderLine(listing, units, price, toPay, bucket, hold) { _returned = (ushort)returned };
    }

    /// <summary>
    /// What is paid back for returning so many more units: what was really paid for them (rule CRT-2).
    /// </summary>
    /// <remarks>Units come back at equal shares rounded down; the last one brings the rest.</remarks>
    public readonly Money RefundFor(int units)
    {
        Invariant.Holds(units > 0 && units <= Kept, "no more units come back than are out");
        return PaidBack(_returned + units) - PaidBack(_returned);
    }

    /// <summary>Notes that units were refunded.</summary>
    public void Return(int units)
    {
        Invariant.Holds(units > 0 && units <= Kept, "no more units come back than are out");
        _returned += (ushort)units;
    }

    private readonly Money PaidBack(int units) => ToPay.ProportionRoundedDown(units, _units);
}
