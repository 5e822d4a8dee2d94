namespace FlashSale.Simulator;

/// <summary>A payment under way, in the eight bits that a checkout's id leaves free.</summary>
internal readonly record struct PaymentKey(long Packed)
{
    private const long BalanceBit = 0x80;
    private const long OrdersMask = 0x7F;
    private const long IdMask = ~0xFFL;

    /// <summary>The checkout.</summary>
    public CheckoutId Checkout => CheckoutId.FromPacked(Packed & IdMask)!.Value;

    /// <summary>How many orders are paid together.</summary>
    public int Orders => (int)(Packed & OrdersMask);

    /// <summary>Whether it is the balance of a presale.</summary>
    public bool IsBalance => (Packed & BalanceBit) != 0;

    /// <summary>The payment of a checkout, or the deposit of a presale.</summary>
    public static PaymentKey Of(CheckoutId checkout, int orders) => new(checkout.Packed | (long)orders);

    /// <summary>The balance of a presale.</summary>
    public static PaymentKey OfBalance(CheckoutId checkout) => new(checkout.Packed | BalanceBit | 1);
}
