namespace FlashSale.Simulator;

/// <summary>What a buyer plans for one checkout.</summary>
/// <param name="Kind">Why the buyer comes.</param>
/// <param name="OpenAt">When the cart begins to fill, in ms since midnight.</param>
/// <param name="CheckOutAt">When the buyer presses the button; of a presale, for the deposit.</param>
/// <param name="BalanceAt">When the balance of a presale is paid.</param>
internal readonly record struct Visit(ArrivalKind Kind, long OpenAt, long CheckOutAt, long BalanceAt);

/// <summary>A visit under way, in the eight bits that a checkout's id leaves free.</summary>
internal readonly record struct VisitKey(long Packed)
{
    private const long KindMask = 0xFF;

    /// <summary>The checkout.</summary>
    public CheckoutId Checkout => CheckoutId.FromPacked(Packed & ~KindMask)!.Value;

    /// <summary>Why the buyer comes.</summary>
    public ArrivalKind Kind => (ArrivalKind)(Packed & KindMask);

    /// <summary>The visit for a checkout.</summary>
    public static VisitKey Of(CheckoutId checkout, ArrivalKind kind) => new(checkout.Packed | (long)kind);
}
