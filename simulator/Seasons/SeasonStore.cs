using System.Runtime.InteropServices;

namespace FlashSale.Simulator;

/// <summary>A store of a season as the simulator thinks of it; its state is the market's.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct SeasonStore
{
    /// <summary>The day of a store that is open.</summary>
    public const int NotClosed = int.MaxValue;

    /// <summary>It may not sell for want of a certificate (rule IDN-3).</summary>
    public const int HeldForCertificate = 2;

    /// <summary>How much buyers look at it, against other stores (rule DEM-1).</summary>
    public double Appeal;

    /// <summary>Units that it sells in an ordinary week, as it expects.</summary>
    public double UnitsAWeek;

    /// <summary>How it packs (rule LOG-1).</summary>
    public StoreHandling Handling;

    /// <summary>What happened in the week so far.</summary>
    public SellerWeek Week;

    /// <summary>Paid in the measured days.</summary>
    public long MeasuredFen;

    /// <summary>Orders paid in the measured days.</summary>
    public int MeasuredOrders;

    /// <summary>Who owns it.</summary>
    public int Owner;

    /// <summary>The day on which it opened; before the season it is below 0.</summary>
    public int OpenedDay;

    /// <summary>The day on which it closed.</summary>
    public int ClosedDay;

    /// <summary>The first of its listings, which have consecutive numbers.</summary>
    public int FirstListing;

    /// <summary>How many of them there are.</summary>
    public int Listings;

    /// <summary>Its category.</summary>
    public int Category;

    /// <summary>Whether it is in the brand market; 1 or 0.</summary>
    public int IsBrand;

    /// <summary>
    /// Whether the platform hides or suspends it for a while: 1 (rule TRU-6), or
    /// <see cref="HeldForCertificate"/>; 0 if not.
    /// </summary>
    public int IsHeld;

    /// <summary>Its market.</summary>
    public readonly MarketKind Market => IsBrand == 1 ? MarketKind.Brand : MarketKind.Consumer;

    /// <summary>Whether it has not closed.</summary>
    public readonly bool IsOpen => ClosedDay == NotClosed;

    /// <summary>Whether it sells.</summary>
    public readonly bool Sells => IsOpen && IsHeld == 0;

    /// <summary>How many of some days it was open.</summary>
    public readonly int DaysOpen(int fromDay, int untilDay) =>
        Math.Max(0, Math.Min(ClosedDay, untilDay) - Math.Max(OpenedDay, fromDay));
}
