namespace FlashSale.Simulator;

/// <summary>
/// A buyer on the way to an order: comes, fills a cart, presses the button, tries again, gives up (rules
/// CRT-1, DEM-3, DEM-4).
/// </summary>
internal sealed class Shopper(ulong seed, CheckoutHabits trying)
{
    /// <summary>After so many refused lines a buyer gives up a cart.</summary>
    public const int EditsMax = 12;

    private const int DoublingsMax = 20;
    private const long LookingMsMax = 600_000;

    // Where the draws for trying are counted from: patience at 0, then these.
    private const uint ComesCounter = 1;
    private const uint MendsCounter = 2;
    private const uint ComesBackCounter = 999;
    private const uint RetryCounter = 1_000;

    private readonly QuantileTable _patience = trying.Patience.InMs();

    /// <summary>A buyer opens the market; one who would be in the middle of a visit goes on.</summary>
    public static Intention Coming(in Visit visit, long nowMs) =>
        visit.OpenAt >= nowMs
            ? new(EventKind.Visit, visit.OpenAt - nowMs, (int)(visit.CheckOutAt - visit.OpenAt))
            : visit.CheckOutAt >= nowMs ? Presses(visit.Kind, visit.CheckOutAt - nowMs)
            : default;

    /// <summary>Whether a buyer comes although confidence has fallen (rule LOG-2).</summary>
    /// <param name="id">The checkout that the visit is for.</param>
    /// <param name="confidence">The share of intended visits that happen where the buyer lives.</param>
    public bool Comes(CheckoutId id, double confidence) =>
        confidence >= 1 || DrawsOf(id, ComesCounter).Happens(confidence);

    /// <summary>
    /// A buyer puts a line into the cart: evenly between the first look and the button, but a full cart may
    /// wait for midnight.
    /// </summary>
    public static Intention PutsInCart(ReadOnlySpan<int> lines, int line, int untilCheckOutMs)
    {
        var lookingMs = Math.Min(LookingMsMax, untilCheckOutMs);
        return new(EventKind.PutInCart, lookingMs * (line + 1) / (lines.Length + 1), lines[line]);
    }

    /// <summary>A buyer presses the button for the first time.</summary>
    public static Intention Presses(ArrivalKind kind, long untilCheckOutMs) =>
        new(EventKind.CheckOut, untilCheckOutMs, new Try(kind, 0).Packed);

    /// <summary>A buyer was not let in: tries again, later each time, until patience ends.</summary>
    /// <param name="id">The checkout.</param>
    /// <param name="attempt">The try that was refused.</param>
    /// <param name="wait">How long the buyer was told to wait.</param>
    /// <param name="sinceWantedMs">How long ago the buyer first wanted to press the button.</param>
    public Intention IsRefused(CheckoutId id, Try attempt, TimeSpan wait, long sinceWantedMs)
    {
        var afterTicks = RetryDelay(id, attempt, wait).Ticks;
        var afterMs = (afterTicks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond;
        return sinceWantedMs + afterMs > PatienceMs(id)
            ? default
            : new(EventKind.CheckOut, afterMs, attempt.Next.Packed);
    }

    /// <summary>How long a buyer waits, before the gateway and in the queue of a channel, in ms.</summary>
    public double PatienceMs(CheckoutId id)
    {
        var draws = DrawsOf(id);
        return _patience.Draw(ref draws);
    }

    /// <summary>Whether a buyer who gave up before still comes (rule DEM-4).</summary>
    public bool ComesBack(CheckoutId id) => DrawsOf(id, ComesBackCounter).Happens(trying.ReturnShare);

    /// <summary>The draws of <see cref="Mend"/>, which go on from line to line of a checkout.</summary>
    public Draws MendingOf(CheckoutId id) => DrawsOf(id, MendsCounter);

    /// <summary>A line was refused: the buyer takes something similar, or goes on without it.</summary>
    public void Mend(Basket basket, int line, ref Draws draws)
    {
        if (draws.Happens(trying.SubstituteShare))
        {
            basket.Substitute(line, ref draws);
        }
        else
        {
            basket.Drop(line);
        }
    }

    private TimeSpan RetryDelay(CheckoutId id, Try attempt, TimeSpan wait)
    {
        var jitter = DrawsOf(id, RetryCounter + (uint)attempt.Before).Unit() + 0.5;
        var backOff = trying.RetryDelay * (1 << Math.Min(attempt.Before, DoublingsMax));
        var delay = (backOff < trying.RetryDelayMax ? backOff : trying.RetryDelayMax) * jitter;
        return delay > wait ? delay : wait;
    }

    private Draws DrawsOf(CheckoutId id, uint counter = 0) =>
        Draws.For(seed, id.Packed, Streams.Trying, counter);
}
