namespace FlashSale.Marketplace;

/// <summary>Whether a request may enter.</summary>
public enum AdmissionResult : byte
{
    /// <summary>It may, after the wait.</summary>
    Admitted = 1,

    /// <summary>It is refused at once; it may come again after the wait.</summary>
    Refused,

    /// <summary>It asks for more than the limit ever admits together: it must be split.</summary>
    TooLarge,
}

/// <summary>The answer of the limit in front of the market.</summary>
/// <param name="Result">Whether the request may enter.</param>
/// <param name="Wait">How long to wait before it starts, or before it is sent again (Retry-After).</param>
public readonly record struct AdmissionAnswer(AdmissionResult Result, TimeSpan Wait);

/// <summary>The limit in front of the market: a bucket of tokens, one for a request (rule CAP-1).</summary>
/// <remarks>
/// In any time t it admits at most rate × t and one burst. Refusing takes tokens that are there; queueing
/// takes those to come. Warming up follows Sentinel: a market that is asked for less than its cold rate
/// cools, one that is asked for more warms, second by second. Whole-number arithmetic. 32 bytes without
/// padding; not for several threads at once.
/// </remarks>
public struct TokenRate
{
    // A token is worth a second's ticks, so that a tick brings exactly «rate» of them.
    private const long Token = TimeSpan.TicksPerSecond;

    private long _level; // tokens × Token; below 0 are tokens to come that the queue has taken
    private long _at; // the tick of _level; 0 before the first request
    private long _secondEnds; // when the running second ends
    private int _asked; // in the running second
    private int _warmSeconds; // of policy.WarmUpWithin

    /// <summary>Asks for one request, or for several that enter together.</summary>
    public AdmissionAnswer Ask(DateTimeOffset now, AdmissionPolicy policy, int requests = 1)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(requests);
        Advance(now.UtcTicks, policy);
        _asked = (int)Math.Min(int.MaxValue, (long)_asked + requests);
        var price = requests * Token;
        if (price > LargestPrice(policy))
        {
            return new AdmissionAnswer(AdmissionResult.TooLarge, TimeSpan.Zero);
        }

        return policy.Behaviour == AdmissionBehaviour.Queue
            ? AskQueue(price, policy)
            : AskBucket(price, policy);
    }

    /// <summary>
    /// Requests a second at the moment of the last request: less than the policy's while warming up.
    /// </summary>
    public readonly int RequestsPerSecond(AdmissionPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var full = policy.RequestsPerSecond;
        if (policy.Behaviour != AdmissionBehaviour.WarmUp)
        {
            return full;
        }

        var cold = ColdRate(policy);
        var warmUp = WarmUpSeconds(policy);
        return cold + (int)((full - cold) * (long)Math.Min(_warmSeconds, warmUp) / warmUp);
    }

    private static int ColdRate(AdmissionPolicy policy) =>
        Math.Max(1, policy.RequestsPerSecond / policy.ColdFactor);

    private static int WarmUpSeconds(AdmissionPolicy policy) =>
        (int)((policy.WarmUpWithin.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond);

    private static TimeSpan TimeFor(long level, int rate) => new((level + rate - 1) / rate);

    // What may come together: the tokens of policy.BurstWithin, at least one; a queue saves none.
    private static long Capacity(int rate, AdmissionPolicy policy) =>
        policy.Behaviour == AdmissionBehaviour.Queue ? 0 : Math.Max(Token, policy.BurstWithin.Ticks * rate);

    // What can be admitted at any time, cold or warm: so that coming again after the wait always helps.
    private static long LargestPrice(AdmissionPolicy policy) => policy.Behaviour switch
    {
        AdmissionBehaviour.Queue => Math.Max(Token, policy.QueueWithin.Ticks * policy.RequestsPerSecond),
        AdmissionBehaviour.WarmUp => Capacity(ColdRate(policy), policy),
        _ => Capacity(policy.RequestsPerSecond, policy),
    };

    private AdmissionAnswer AskBucket(long price, AdmissionPolicy policy)
    {
        if (price <= _level)
        {
            _level -= price;
            return new AdmissionAnswer(AdmissionResult.Admitted, TimeSpan.Zero);
        }

        return new AdmissionAnswer(
            AdmissionResult.Refused, TimeFor(price - _level, RequestsPerSecond(policy)));
    }

    private AdmissionAnswer AskQueue(long price, AdmissionPolicy policy)
    {
        var rate = policy.RequestsPerSecond;
        var longest = policy.QueueWithin.Ticks * rate;
        if (-_level > longest)
        {
            return new AdmissionAnswer(AdmissionResult.Refused, TimeFor(-_level - longest, rate));
        }

        var wait = TimeFor(-_level, rate);
        _level -= price;
        return new AdmissionAnswer(AdmissionResult.Admitted, wait);
    }

    private void Advance(long tick, AdmissionPolicy policy)
    {
        if (_at == 0)
        {
            (_at, _secondEnds) = (tick, tick + TimeSpan.TicksPerSecond);
            _level = Capacity(RequestsPerSecond(policy), policy);
        }

        // Nothing changes any more after the longest window, so a long rest takes no long loop.
        var rest = tick - _secondEnds - AdmissionPolicy.WindowMax.Ticks - AdmissionPolicy.WindowMax.Ticks;
        _secondEnds += Math.Max(0, rest / TimeSpan.TicksPerSecond) * TimeSpan.TicksPerSecond;
        while (tick >= _secondEnds)
        {
            Refill(_secondEnds, policy);
            var isBusy = _asked >= ColdRate(policy);
            _warmSeconds = Math.Clamp(_warmSeconds + (isBusy ? 1 : -1), 0, WarmUpSeconds(policy));
            _asked = 0;
            _secondEnds += TimeSpan.TicksPerSecond;
        }

        Refill(tick, policy);
    }

    private void Refill(long tick, AdmissionPolicy policy)
    {
        var rate = RequestsPerSecond(policy);
        var passed = Math.Min(Math.Max(0, tick - _at), 2 * AdmissionPolicy.WindowMax.Ticks);
        _level = Math.Min(_level + (passed * rate), Capacity(rate, policy));
        _at = Math.Max(_at, tick);
    }
}
