using System.Globalization;
using FlashSale.Dashboard;

namespace FlashSale.Silo;

/// <summary>Watches the market of a cluster: the sums that its order events have led to.</summary>
/// <remarks>
/// Events come at least once and are counted once, so the sums are those of the orders; they follow within a
/// second or two. Orders that are not paid leave no event: those that came through the API are counted.
/// </remarks>
internal sealed class ClusterWatch(
    IGrainFactory grains, ClusterHosts hosts, Policy policy, IHostApplicationLifetime lifetime,
    TimeProvider clock)
    : IMarketWatch, IHostControls
{
    private readonly ClusterDetails _details = new(grains, clock);
    private long? _second;
    private (long Placed, long Paid) _before;
    private long _placed;

    /// <inheritdoc/>
    public ControlKinds Offered => ControlKinds.Admission | ControlKinds.Switches
        | ControlKinds.Audit | ControlKinds.Drain;

    /// <inheritdoc/>
    public bool IsPaused => false;

    /// <inheritdoc/>
    public double Speed => 1;

    /// <inheritdoc/>
    public async ValueTask<MarketReading?> Read(CancellationToken stop)
    {
        try
        {
            var asked = grains.GetGrain<ITelemetryGrain>(0).Sales();
            var festival = await grains.GetGrain<IFestivalGrain>(0).State();
            var sales = await asked;
            await _details.Refresh(sales.Best);
            return ReadingOf(sales, festival);
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
    public async ValueTask Admit(int requestsPerSecond) =>
        await grains.GetGrain<IFestivalGrain>(0).Admit(requestsPerSecond);

    /// <inheritdoc/>
    public void Drain() => lifetime.StopApplication();

    private MarketReading ReadingOf(MarketSales sales, FestivalState festival)
    {
        var (now, counted) = (clock.GetUtcNow(), sales.Figures.Totals);
        _placed = Math.Max(Math.Max(_placed, hosts.Checkouts), counted.OrdersPaid);
        counted.Add(MarketEventKind.Placed, now, Money.Zero, _placed - counted.OrdersPlaced);
        var totals = new MarketTotals
        {
            Counted = counted,
            Escrow = sales.Escrow,
            SoldOut = _details.Hot.Count(one => one.Stock.Refusals > 0),
            Alive = counted.OrdersPaid - counted.OrdersConfirmed - counted.CountOf(MarketEventKind.Closed),
        };
        return new MarketReading
        {
            Now = now,
            Totals = totals,
            Seconds = Seconds(now.ToUnixTimeSeconds(), totals),
            Categories =
            [
                .. sales.Categories.Select(one => new NamedAmount(
                    NameOf(one.Category), one.Orders, one.Paid)),
            ],
            Hot = _details.Hot,
            Streams = _details.Streams,
            Checks = [LiveChecks.NothingOversold(_details.Hot), EventsAddUp(sales)],
            Flips = festival.Flips,
            AdmittedPerSecond = festival.Admitted(festival.Policies!.At(now)),
        };
    }

    // Another policy may have had more categories than this one.
    private string NameOf(CategoryId category) => category.Value < policy.Categories.Count
        ? policy.Categories[category.Value].Name
        : $"category {category.Value}";

    // What came since the last reading is spread evenly over the seconds that have ended since.
    private IReadOnlyList<MarketSecond> Seconds(long second, MarketTotals totals)
    {
        var counted = (Placed: totals.Counted.OrdersPlaced, Paid: totals.Counted.OrdersPaid);
        var (placed, paid) = (counted.Placed - _before.Placed, counted.Paid - _before.Paid);
        if (_second is not { } last || second == last)
        {
            (_second, _before) =
                _second is null ? (second, counted) : (_second, _before);
            return [];
        }

        var length = second - last;
        (_second, _before) = (second, counted);
        return
        [
            .. Enumerable.Range(0, (int)Math.Min(length, 60)).Select(at => new MarketSecond(
                second - Math.Min(length, 60) + at, Part(placed, length, at), Part(paid, length, at))),
        ];
    }

    private static long Part(long all, long parts, int at) => (all * (at + 1) / parts) - (all * at / parts);

    private static AuditCheck EventsAddUp(MarketSales sales)
    {
        var findings = new AuditFindings("events-add-up", "ESC-1, ESC-3");
        var released = sales.Figures.Totals.AmountOf(MarketEventKind.Confirmed);
        var refunded = sales.Figures.Totals.Refunded;
        findings.Expect(!sales.Escrow.IsNegative, $"the guarantor holds {sales.Escrow}");
        findings.Expect(released + sales.Escrow <= sales.Paid, $"released {released} of {sales.Paid}");
        findings.Expect(refunded <= sales.Paid, $"refunded {refunded} of {sales.Paid}");
        return findings.Close(string.Create(
            CultureInfo.InvariantCulture,
            $"of {sales.Paid} paid, {released} are released, {refunded} refunded, {sales.Escrow} held"));
    }
}
