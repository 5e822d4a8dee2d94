namespace FlashSale.Simulator;

/// <summary>
/// What must hold in a phase of a load test; null where nothing is asked. Latencies count from the moment at
/// which an order should have begun.
/// </summary>
public sealed record LoadGates
{
    /// <summary>The least share of planned orders that were answered by the market's rules.</summary>
    public double? RateReachedMin { get; init; }

    /// <summary>The least number of orders a second that were done.</summary>
    public double? GoodputMin { get; init; }

    /// <summary>The longest latency of half the orders, in ms.</summary>
    public double? LatencyMsP50Max { get; init; }

    /// <summary>The longest latency of 99 % of the orders, in ms.</summary>
    public double? LatencyMsP99Max { get; init; }

    /// <summary>The longest latency of 99.9 % of the orders, in ms.</summary>
    public double? LatencyMsP999Max { get; init; }

    /// <summary>The largest share of ended orders with an error.</summary>
    public double? ErrorShareMax { get; init; }

    /// <summary>The largest share of ended orders that the market throttled.</summary>
    public double? ThrottledShareMax { get; init; }

    /// <summary>The largest share of ended orders that the market refused for a reason of business.</summary>
    public double? RefusedShareMax { get; init; }

    /// <summary>The largest share of ended orders that were too late for the last unit.</summary>
    public double? SoldOutShareMax { get; init; }

    /// <summary>The least share of ended orders that were done.</summary>
    public double? DoneShareMin { get; init; }

    internal static LoadGates Read(Block block)
    {
        var (ms, rate) = (new NumberRange(0, 3_600_000), new NumberRange(0, 100e6));
        return new LoadGates
        {
            RateReachedMin = block.OptionalNumber("rateReachedMin", NumberRange.Share),
            GoodputMin = block.OptionalNumber("goodputMin", rate),
            LatencyMsP50Max = block.OptionalNumber("latencyMsP50Max", ms),
            LatencyMsP99Max = block.OptionalNumber("latencyMsP99Max", ms),
            LatencyMsP999Max = block.OptionalNumber("latencyMsP999Max", ms),
            ErrorShareMax = block.OptionalNumber("errorShareMax", NumberRange.Share),
            ThrottledShareMax = block.OptionalNumber("throttledShareMax", NumberRange.Share),
            RefusedShareMax = block.OptionalNumber("refusedShareMax", NumberRange.Share),
            SoldOutShareMax = block.OptionalNumber("soldOutShareMax", NumberRange.Share),
            DoneShareMin = block.OptionalNumber("doneShareMin", NumberRange.Share),
        };
    }
}
