using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>
/// The statements of a report, each from a rule over the run's figures; null where the rule does not hold.
/// </summary>
internal static class Findings
{
    private const double Parcels100Million = 100e6;
    private const int ActedNamed = 3;
    private const string StaysAway = "stays away";
    private const string ConfidenceLost = "confidence lost";
    private const string CouponGone = "coupon gone";

    /// <summary>The finding above a report: what was sold, and what held payments.</summary>
    public static string Headline(RunSummary run) =>
        Broken(run) is { } failed ? $"The audit failed: {failed.Name}"
        : run.PeakPaymentsAt is null ? $"Nothing was paid in {Span(run)}"
        : $"{Amounts.Yuan(run.GmvYuan)} in {Span(run)}; {Held(run) ?? PaymentPeak(run)}";

    /// <summary>What else matters, below it.</summary>
    public static IEnumerable<string> Deck(RunSummary run) => new[]
    {
        Acted(run), Clock(run), Trouble(run), HitRegions(run), FirstParcels(run), Coupons(run), Refusals(run),
        GaveUp(run), Audit(run),
    }.OfType<string>();

    /// <summary>Who held payments at one level.</summary>
    public static string? Held(RunSummary run) => BottleneckWords.HolderOf(run) is not { } holder ? null
        : $"{holder} held payments {Level(run.PaymentPlateau!)}";

    /// <summary>That payments ran at one level, and who held them there, if anybody did.</summary>
    public static string Plateau(RunSummary run) => run.PaymentPlateau is not { } plateau
        ? "Payments show no plateau."
        : $"Payments show a plateau from {FestivalClock.Text(plateau.FromSeconds)} on: " + (Held(run)
            ?? $"they ran level {Level(plateau)}, and nothing that bound then explains it") + ".";

    /// <summary>The busiest second of payments.</summary>
    public static string? PaymentPeak(RunSummary run) => run.PeakPaymentsAt is not { } at ? null
        : $"payments peaked at {Amounts.Rate(run.PeakPaymentsPerSecond)} at {at}";

    /// <summary>What the scenario sets beside its facts and its trouble; the first three.</summary>
    public static string? Acted(RunSummary run)
    {
        var acted = run.Calibration?.Interventions
            .Where(one => !one.Name.StartsWith("shocks[", StringComparison.Ordinal)).ToList() ?? [];
        return acted.Count == 0 ? null : "After the calibration acted "
            + Amounts.List([.. acted.Take(ActedNamed).Select(one => $"{one.Name} = {one.Value}")])
            + (acted.Count > ActedNamed
                ? Invariant($", and {acted.Count - ActedNamed} more settings.") : ".");
    }

    /// <summary>How far the clock is from the published one.</summary>
    public static string? Clock(RunSummary run) =>
        run.Comparison is not { ShareErrorMeanPoints: { } mean, ShareErrorMaxPoints: { } max, Year: var year }
        ? null
        : $"At the published times of {year}, the share of the day’s GMV is {Amounts.Points(mean)} points "
            + $"off on average and {Amounts.Points(max)} at most.";

    /// <summary>The trouble that was planned, with its times.</summary>
    public static string? Trouble(RunSummary run)
    {
        var bands = ShockBand.Of(run).Select(band =>
            $"{band.Label} from {FestivalClock.Text((long)band.FromSeconds)} "
            + $"to {FestivalClock.Text((long)band.UntilSeconds)}").ToList();
        return bands.Count == 0 ? null : $"Planned trouble: {string.Join("; ", bands)}.";
    }

    /// <summary>What the regions that were hit waited longer than the others.</summary>
    public static string? HitRegions(RunSummary run) => run.HitDelivery is not { } days ? null
        : $"Half of the parcels to {HitNames(run)} took {Amounts.Number(days.Hit.P50, 1)} days or less, "
            + $"elsewhere {Amounts.Number(days.Elsewhere.P50, 1)}.";

    /// <summary>When the hundred-millionth parcel of the day was delivered.</summary>
    public static string? FirstParcels(RunSummary run) => run.First100MillionParcelsDays is not { } days
        ? null
        : $"The first 100 million parcels were delivered after {Amounts.Number(days, 1)} days"
            + (run.Comparison?.PublishedValue(FestivalComparison.First100MillionParcels) is { } then
                ? $" (published: {Amounts.Number(then, 1)})." : ".");

    /// <summary>Whether so many parcels were sent at all.</summary>
    public static bool HasFirstParcels(RunSummary run) => run.Day.OrdersPaid >= Parcels100Million;

    /// <summary>What the coupons of stores took off, and who came for one that was gone.</summary>
    public static string? Coupons(RunSummary run)
    {
        var (coupons, late) = (run.Coupons, Reason(run, CouponGone));
        return coupons.Orders == 0 ? null
            : $"Coupons of stores took {Amounts.Yuan(coupons.Yuan)} off "
                + Amounts.Counted(coupons.Orders, "order", "orders") + (late == 0 ? "."
                    : $"; {Amounts.Counted(late, "checkout", "checkouts")} came for one that was gone.");
    }

    /// <summary>How many requests were refused and tried again.</summary>
    public static string? Refusals(RunSummary run)
    {
        var refused = run.Refusals.Sum(kind => kind.Count);
        return refused == 0 ? null
            : $"{Amounts.Counted(refused, "request was", "requests were")} refused" + (run.Retries == 0 ? "."
                : $"; buyers tried again {Amounts.Counted(run.Retries, "time", "times")}.");
    }

    /// <summary>How many gave up, and how many did not come at all.</summary>
    public static string? GaveUp(RunSummary run)
    {
        var (away, afraid) = (Reason(run, StaysAway), Reason(run, ConfidenceLost));
        var given = GivenUp(run);
        string?[] parts =
        [
            given == 0 ? null : $"{Amounts.Counted(run.BuyersGaveUp, "buyer", "buyers")} gave up "
                + Amounts.Counted(given, "checkout", "checkouts"),
            away == 0 ? null
                : $"{Amounts.Counted(away, "checkout", "checkouts")} of theirs did not come after that",
            afraid == 0 ? null
                : $"{Amounts.Counted(afraid, "checkout", "checkouts")} did not come for lack of confidence",
        ];
        var said = string.Join("; ", parts.OfType<string>());
        return said.Length == 0 ? null : said + ".";
    }

    /// <summary>Checkouts that buyers came for and gave up.</summary>
    public static long GivenUp(RunSummary run) =>
        run.Abandoned - Reason(run, StaysAway) - Reason(run, ConfidenceLost) - Reason(run, CouponGone);

    /// <summary>The longest queue of payments.</summary>
    public static string? Queue(RunSummary run) => run.PaymentQueue.PeakAt is not { } at ? null
        : $"At most {Amounts.Counted(run.PaymentQueue.Peak, "order", "orders")} waited for a payment "
            + $"channel, at {at}.";

    /// <summary>How many listings sold out.</summary>
    public static string SoldOut(RunSummary run) => run.SoldOutListings == 0 ? "No listing sold out."
        : $"{Amounts.Counted(run.SoldOutListings, "listing", "listings")} sold out"
            + (run.HotListings.Any(hot => hot.SoldOutAt is not null && hot.Sold < hot.Stock)
                ? "; what is below 100 % then came back, from orders that were not paid or were refunded."
                : ".");

    /// <summary>That the run was stopped before its scenario ended.</summary>
    public static string? Stopped(RunSummary run) => !run.Partial ? null
        : $"This run was stopped after {Length(run)} of virtual time. "
            + (run.SimulatedDays < 1 ? "Shares are of what was reached; " : "The day is whole; ")
            + "nothing after that is known.";

    /// <summary>Whether the audit passed.</summary>
    public static string Audit(RunSummary run) => Broken(run) is { } failed
        ? $"First violation: {failed.Finding}."
        : $"All {run.Audit.Checks.Count} checks of the audit passed.";

    /// <summary>How long delivery took, from payment.</summary>
    public static string Delivery(RunSummary run) => run.DeliveryDays is { P50: { } half, P90: { } most }
        ? $"From payment to delivery half of the parcels took {Amounts.Number(half, 1)} days or less, nine "
            + $"tenths {Amounts.Number(most, 1)}."
        : "Nothing was delivered in this run.";

    /// <summary>The festival's day, for people: «11 November 2018».</summary>
    public static string Day(RunSummary run) => Invariant($"{run.FestivalDay():d MMMM yyyy}");

    /// <summary>The level under a peak, for the chance of the sample.</summary>
    public static string? Level(PeakLevel? level) => level is null ? null
        : $"level {Amounts.Rate(level.PerSecond)} ± {Amounts.Rate(level.Within)}";

    private static string Level(PaymentPlateau plateau) =>
        $"at {Amounts.Rate(plateau.PaymentsPerSecond)} for {Amounts.Length(plateau.Minutes * 60)}";

    private static string HitNames(RunSummary run) =>
        Amounts.List([.. run.RegionDelivery.Where(region => region.IsHit).Select(region => region.Region)]);

    private static long Reason(RunSummary run, string kind) =>
        run.AbandonReasons.Where(reason => reason.Kind == kind).Sum(reason => reason.Count);

    private static RunCheck? Broken(RunSummary run) =>
        run.Audit.Checks.FirstOrDefault(check => !check.Passed);

    private static string Span(RunSummary run) =>
        run.SimulatedDays >= 1 ? "24 hours" : $"the first {Length(run)}";

    private static string Length(RunSummary run) =>
        Amounts.Length(run.SimulatedDays * FestivalClock.DaySeconds);
}
