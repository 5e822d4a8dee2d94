using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>A listing that virtual buyers may want.</summary>
/// <param name="Id">The listing.</param>
/// <param name="Price">What it costs at most during the test.</param>
/// <param name="Weight">How much it is wanted, beside the others.</param>
public readonly record struct WantedListing(ListingId Id, Money Price, double Weight)
{
    private const double StockCover = 2; // over what is expected, so that chance empties none
    private const int StockSpare = 100;

    /// <summary>How many units it needs for sale before a load.</summary>
    /// <param name="orders">Orders that are to come.</param>
    /// <param name="weights">The weights of all listings together.</param>
    public double UnitsFor(long orders, double weights) =>
        (orders * Weight / weights * StockCover) + StockSpare;
}

/// <summary>The buyers of a load test, and the numbers of their checkouts.</summary>
/// <param name="First">The first one's number; simulated people of the market stand below.</param>
/// <param name="Count">How many there are.</param>
/// <param name="FirstCheckout">
/// The number of each one's first checkout: a second test on the same market needs numbers of its own.
/// </param>
public readonly record struct Buyers(int First, int Count, int FirstCheckout);

/// <summary>
/// Who buys what in which order of the test: a pure function of the seed and the order's number, so that
/// several processes issue what one would.
/// </summary>
public sealed class OrderPlan
{
    private const ushort ListingStream = 2;

    // Two primes larger than any number of buyers: each buyer comes once before one comes again.
    private const ulong Stride = 2_147_483_647;
    private const ulong Offset = 4_294_967_291;

    private readonly ulong _seed;
    private readonly IReadOnlyList<WantedListing> _listings;
    private readonly AliasTable _choice;
    private readonly Buyers _buyers;

    /// <summary>A book of orders.</summary>
    /// <exception cref="ArgumentException">Nothing is for sale, or there are no buyers.</exception>
    public OrderPlan(ulong seed, IReadOnlyList<WantedListing> listings, Buyers buyers)
    {
        ArgumentNullException.ThrowIfNull(listings);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(buyers.Count, nameof(buyers));
        (_seed, _listings, _buyers) = (seed, listings, buyers);
        _choice = new AliasTable([.. listings.Select(listing => listing.Weight)]);
    }

    /// <summary>A step of an order.</summary>
    /// <param name="index">The order's number, from 0.</param>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A buyer would have more than <see cref="CheckoutId.NumberMax"/> checkouts.
    /// </exception>
    public LoadCommand Command(long index, LoadStep step)
    {
        var buyer = ((ulong)index * Stride + _seed % Offset) % (ulong)_buyers.Count;
        var number = _buyers.FirstCheckout + (index / _buyers.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, CheckoutId.NumberMax, nameof(index));
        var wanted = _listings[_choice.At(Draws.At(_seed, index, ListingStream, 0))];
        return new LoadCommand(
            step, new CheckoutId(new BuyerId(_buyers.First + (int)buyer), (int)number),
            new CartLine(wanted.Id, 1, wanted.Price), PaymentChannel.QuickPay)
        {
            Index = index,
        };
    }
}
