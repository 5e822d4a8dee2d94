namespace FlashSale.Simulator;

/// <summary>
/// A buyer who has ordered: pays, tries again, or leaves the order unpaid (rules INV-2, ESC-5).
/// </summary>
internal sealed class Payer(ulong seed, PaymentHabits paying, double mobileShare)
{
    private readonly QuantileTable _delay = paying.Delay.InMs();

    /// <summary>Orders wait for their payment: their buyer starts to pay, or never does.</summary>
    public Intention HasOrdered(CheckoutId id)
    {
        var draws = Draws.For(seed, id.Packed, Streams.Paying);
        return draws.Happens(paying.NeverShare)
            ? default
            : new(EventKind.StartPayment, (long)_delay.Draw(ref draws) + LongerMs(ref draws));
    }

    /// <summary>The channel has failed: the buyer pays again, or gives up after too many tries.</summary>
    public Intention HasFailed(int triesBefore) => triesBefore + 1 < paying.TriesMax
        ? new(EventKind.StartPayment, (long)paying.RetryDelay.TotalMilliseconds, triesBefore + 1)
        : default;

    /// <summary>
    /// The deposit of a presale is paid: the buyer pays the balance when it is time (rule LST-3).
    /// </summary>
    public static Intention OwesBalance(in Visit visit, long nowMs) =>
        new(EventKind.StartPayment, Math.Max(0, visit.BalanceAt - nowMs));

    /// <summary>What a buyer puts into the balance who has too little to pay this.</summary>
    public static Money TopUpFor(Money due)
    {
        const long stepYuan = 500; // a buyer who pays from the balance keeps some hundreds of yuan there
        return Money.FromYuan(((due.Fen / (stepYuan * 100)) + 1) * stepYuan);
    }

    private long LongerMs(ref Draws draws) =>
        draws.Happens(mobileShare) ? 0 : (long)paying.DelayOffPhone.TotalMilliseconds;
}
