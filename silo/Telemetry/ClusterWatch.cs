using System.Globalization;
using FlashSale.Dashboard;

namespace FlashSale.Silo;

/// <summary>Watches the market of a cluster: the sums that its order events have led to.</summary>
/// <remarks>
/// Events come at least once and are counted once, so the sums are those of the orders; they follow within a
/// second or two. Orders that are not paid leave no event: those that came through the API are counted.
/// </remarks>
internal sealed class ClusterWatch(
    IGrainFactory grains, ClusterHosts hosts, IHostApplicationLifetime lifetime, TimeProvider clock)
    : IMarketWatch, IHostControls
{
    private long? _second;
    private (long Placed, long Payments) _before;
    private long _placed;

    /// <inheritdoc/>
    public ControlKinds Offered => ControlKinds.Switches | ControlKinds.Audit | ControlKinds.Drain;

    /// <inheritdoc/>
    public bool IsPaused => false;

    /// <inheritdoc/>
    public double Speed => 1;

    /// <inheritdoc/>
    public async ValueTask<MarketReading?> Read(CancellationToken stop)
    {
        try
        {
            var figures = grains.GetGrain<ITelemetryGrain>(0).Figures();
            var festival = await grains.GetGrain<IFestivalGrain>(0).State();
            return ReadingOf(await figures, festival.Flips);
        }
        catch (Exception fault) when (fault is OrleansException or GrainFaultException or TimeoutException)
        {
            return null; // the silo that knows is gone, and another one is about to take over
        }
    }

    /// <inheritdoc/>
    public ValueTask<AuditReport?> Recount(CancellationToken stop) => new((AuditReport?)null);

    /// <inheritdoc/>
    public void Pause(bool isPaused) => throw new NotSupportedException("A cluster does not stand still.");

    /// <inheritdoc/>
    public void SetSpeed(double speed) => throw new NotSupportedException("A cluster lives in real time.");

    /// <inheritdoc/>
    public ValueTask Admit(int requestsPerSecond) =>
        throw new NotSupportedException("The policy of the silos says what they admit.");

    /// <inheritdoc/>
    public void Drain() => lifetime.StopApplication();

    private MarketReading ReadingOf(SalesFigures figures, SwitchFlip[] flips)
    {
        var now = clock.GetUtcNow();
        _placed = Math.Max(_placed, hosts.Checkouts);
        var totals = new MarketTotals
        {
            Placed = Math.Max(_placed, figures.CountOf(OrderEventKind.Paid)),
            Payments = figures.CountOf(OrderEventKind.Paid),
            Paid = figures.AmountOf(OrderEventKind.Paid),
            Refunds = figures.CountOf(OrderEventKind.Refunded),
            Refunded = figures.AmountOf(OrderEventKind.Refunded),
            Confirmed = figures.CountOf(OrderEventKind.Confirmed),
            Alive = figures.CountOf(OrderEventKind.Paid) - figures.CountOf(OrderEventKind.Confirmed)
                - figures.CountOf(OrderEventKind.Closed),
        };
        return new MarketReading
        {
            Now = now,
            Totals = totals,
            Seconds = Seconds(now.ToUnixTimeSeconds(), totals),
            Checks = [EventsAddUp(figures)],
            Flips = flips,
        };
    }

    // What came since the last reading is spread evenly over the seconds that have ended since.
    private IReadOnlyList<MarketSecond> Seconds(long second, MarketTotals totals)
    {
        var (placed, payments) = (totals.Placed - _before.Placed, totals.Payments - _before.Payments);
        if (_second is not { } last || second == last)
        {
            (_second, _before) =
                _second is null ? (second, (totals.Placed, totals.Payments)) : (_second, _before);
            return [];
        }

        var length = second - last;
        (_second, _before) = (second, (totals.Placed, totals.Payments));
        return
        [
            .. Enumerable.Range(0, (int)Math.Min(length, 60)).Select(at => new MarketSecond(
                second - Math.Min(length, 60) + at, Part(placed, length, at), Part(payments, length, at))),
        ];
    }

    private static long Part(long all, long parts, int at) => (all * (at + 1) / parts) - (all * at / parts);

    private static AuditCheck EventsAddUp(SalesFigures figures)
    {
        var findings = new AuditFindings("events-add-up", "ESC-3, ORD-1");
        var (paid, confirmed, refunded) = (
            figures.AmountOf(OrderEventKind.Paid), figures.AmountOf(OrderEventKind.Confirmed),
            figures.AmountOf(OrderEventKind.Refunded));
        findings.Expect(confirmed <= paid, $"released {confirmed} of {paid}");
        findings.Expect(refunded <= paid, $"refunded {refunded} of {paid}");
        return findings.Close(string.Create(
            CultureInfo.InvariantCulture, $"released {confirmed} and refunded {refunded} of {paid} paid"));
    }
}
