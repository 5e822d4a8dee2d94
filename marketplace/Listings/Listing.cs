using System.Runtime.InteropServices;

namespace FlashSale.Marketplace;

/// <summary>
/// A listing as hosts keep it: what is sold, by whom, at which price when, and how its units are held.
/// </summary>
/// <remarks>Rules LST-1, LST-3, INV-1, INV-3. Without padding, so that equal state is equal bytes.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct Listing
{
    private long _priceFen;
    private long _otherFen; // the festival price, or the presale deposit
    private long _fromMs;
    private long _untilMs;

    /// <summary>A listing with these terms.</summary>
    public Listing(ListingTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        Invariant.Holds(terms.Problem() is null, "terms are checked before a listing is made");
        _priceFen = terms.Price.Fen;
        Store = terms.Store;
        Category = terms.Category;
        Brand = terms.Brand;
        UnitsPerBuyer = terms.UnitsPerBuyer;
        Hold = terms.Hold;
        IsPresale = terms.Presale is not null;
        HasFestivalPrice = terms.Festival is not null;
        (_otherFen, _fromMs, _untilMs) = terms switch
        {
            { Festival: { } f } => (f.Price.Fen, Ms(f.From), Ms(f.Until)),
            { Presale: { } p } => (p.Deposit.Fen, Ms(p.BalanceFrom), Ms(p.BalanceUntil)),
            _ => (0, 0, 0),
        };
    }

    /// <summary>The store that sells it.</summary>
    public StoreId Store { get; private set; }

    /// <summary>The brand, 0 for none.</summary>
    public int Brand { get; private set; }

    /// <summary>Units that one buyer may have over all orders; 0 is no limit (rule INV-3).</summary>
    public int UnitsPerBuyer { get; private set; }

    /// <summary>Whether the units of one buyer are limited.</summary>
    public readonly bool IsLimited => UnitsPerBuyer > 0;

    /// <summary>The category of goods.</summary>
    public CategoryId Category { get; private set; }

    /// <summary>When units are taken out of sale (rule INV-1).</summary>
    public HoldMode Hold { get; private set; }

    /// <summary>Whether a deposit is paid first and the balance later.</summary>
    public bool IsPresale { get; private set; }

    private bool _isOffSale; // by its seller

    /// <summary>
    /// Whether it is off sale: its seller took it off, or the platform took it down or screens it.
    /// </summary>
    public readonly bool IsWithdrawn =>
        _isOffSale || IsTakenDown || !PublicationLifecycle.MaySell(Publication);

    /// <summary>Whether it has a festival price in a window.</summary>
    public bool HasFestivalPrice { get; private set; }

    /// <summary>Whether the platform took it down for what it is (rule TRU-3).</summary>
    public bool IsTakenDown { get; private set; }

    /// <summary>How far its screening is (rule LST-2).</summary>
    public PublicationStatus Publication { get; private set; }

    private byte _unused3;

    /// <summary>
    /// Whether this row holds a listing at all: tables have gaps where an id was never used.
    /// </summary>
    public readonly bool Exists => Hold != 0;

    /// <summary>The price outside any window.</summary>
    public readonly Money Price => Money.FromFen(_priceFen);

    /// <summary>What one unit's deposit is; zero if this is no presale.</summary>
    public readonly Money Deposit => IsPresale ? Money.FromFen(_otherFen) : Money.Zero;

    /// <summary>When the balance of a presale can be paid.</summary>
    public readonly (DateTimeOffset From, DateTimeOffset Until) BalanceWindow =>
        (DateTimeOffset.FromUnixTimeMilliseconds(_fromMs), DateTimeOffset.FromUnixTimeMilliseconds(_untilMs));

    /// <summary>All that the listing keeps; <see cref="Of"/> builds it again.</summary>
    public readonly ListingFacts Facts => new()
    {
        Store = Store,
        Category = Category,
        Brand = Brand,
        Price = Price,
        Festival = HasFestivalPrice
            ? new FestivalPrice(Money.FromFen(_otherFen), BalanceWindow.From, BalanceWindow.Until)
            : null,
        Presale = IsPresale ? new Presale(Deposit, BalanceWindow.From, BalanceWindow.Until) : null,
        UnitsPerBuyer = UnitsPerBuyer,
        Hold = Hold,
        IsWithdrawn = _isOffSale,
        IsTakenDown = IsTakenDown,
        Publication = Publication,
    };

    /// <summary>Builds a listing again from its <see cref="Facts"/>.</summary>
    /// <exception cref="ArgumentException">No history of a listing leads to these.</exception>
    public static Listing Of(in ListingFacts facts)
    {
        if (facts == default)
        {
            return default;
        }

        var terms = facts.Terms();
        Invariant.Holds(facts.Publication <= PublicationStatus.GivenUp, "a status of screening is one");
        return terms.Problem() is { } problem
            ? throw new ArgumentException($"These are no facts of a listing: {problem}.", nameof(facts))
            : new Listing(terms)
            {
                _isOffSale = facts.IsWithdrawn,
                IsTakenDown = facts.IsTakenDown,
                Publication = facts.Publication,
            };
    }

    /// <summary>Whether the festival price holds at this moment.</summary>
    public readonly bool IsFestivalAt(DateTimeOffset now) =>
        HasFestivalPrice && now.ToUnixTimeMilliseconds() is var ms && ms >= _fromMs && ms < _untilMs;

    /// <summary>What one unit costs a buyer who orders at this moment.</summary>
    public readonly Money PriceAt(DateTimeOffset now) =>
        IsFestivalAt(now) ? Money.FromFen(_otherFen) : Money.FromFen(_priceFen);

    /// <summary>Whether one buyer who has some units over all orders may have more (rule INV-3).</summary>
    public readonly bool Allows(int unitsOfBuyer, int units) =>
        !IsLimited || unitsOfBuyer + units <= UnitsPerBuyer;

    /// <summary>Changes the price; orders already placed keep theirs.</summary>
    /// <returns>
    /// Whether the price is allowed: above 0, within the limits, not below the window's price or deposit.
    /// </returns>
    public bool Reprice(Money price)
    {
        if (!ListingTerms.IsPrice(price) || price.Fen < _otherFen || (IsPresale && price.Fen == _otherFen))
        {
            return false;
        }

        _priceFen = price.Fen;
        return true;
    }

    /// <summary>Takes the listing off sale; orders already placed go on.</summary>
    public void Withdraw() => _isOffSale = true;

    /// <summary>The platform takes the listing down, or puts it up again (rules TRU-3, TRU-8).</summary>
    public void TakeDown(bool isDown) => IsTakenDown = isDown;

    /// <summary>Its screening goes on; who gives it up takes it off sale (rule LST-2).</summary>
    public void Screen(PublicationStatus status)
    {
        Publication = status;
        _isOffSale |= status == PublicationStatus.GivenUp;
    }

    private static long Ms(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();
}
