namespace FlashSale.Simulator;

/// <summary>The numbers at the top of a report, each with what it should be seen beside.</summary>
internal static class Tiles
{
    /// <summary>All tiles.</summary>
    public static string Of(RunSummary run) => "<ul class=\"tiles\">\n" + string.Concat(
    [
        Tile($"GMV on {Findings.Day(run)}", Amounts.Yuan(run.GmvYuan),
            $"{Amounts.Counted(run.Day.OrdersPaid, "order", "orders")} of "
                + Amounts.Yuan(run.Day.AverageOrderYuan)),
        Tile(SummaryFigures.NameOf("peakOrdersPerSecond"), Amounts.Rate(run.PeakOrdersPerSecond),
            At(run.PeakOrdersAt, run.PeakOrdersLevel) + Published(run, FestivalComparison.PeakOrders)),
        Tile(SummaryFigures.NameOf("peakPaymentsPerSecond"), Amounts.Rate(run.PeakPaymentsPerSecond),
            At(run.PeakPaymentsAt, run.PeakPaymentsLevel)
                + Published(run, FestivalComparison.PeakPayments)),
        Tile("Order to payment", Seconds(run.PaymentQueue.WaitSeconds.P50),
            $"median; 99 % within {Seconds(run.PaymentQueue.WaitSeconds.P99)}"),
        Tile("Payment to delivery", Days(run.DeliveryDays.P50),
            $"median; 90 % within {Days(run.DeliveryDays.P90)}"),
        FirstParcels(run),
        Tile(SummaryFigures.NameOf("refundedYuan"), Amounts.Yuan(run.RefundedYuan),
            run.GmvYuan > 0 ? $"{Amounts.Percent((double)(run.RefundedYuan / run.GmvYuan))} of GMV"
            : "of no GMV"),
        AuditTile(run.Audit),
    ]) + "</ul>\n";

    // A market that does not send so many parcels has none.
    private static string FirstParcels(RunSummary run) => !Findings.HasFirstParcels(run) ? "" : Tile(
        "First 100 m parcels", Days(run.First100MillionParcelsDays),
        (run.First100MillionParcelsDays is null ? "not until the run ended" : "after midnight")
            + (run.Comparison?.PublishedValue(FestivalComparison.First100MillionParcels) is { } days
                ? $"; published {Days(days)}" : ""));

    private static string AuditTile(AuditSummary audit)
    {
        var failed = audit.Checks.Count(check => !check.Passed);
        var (sign, style) = failed == 0 ? ("✓ passed", "good") : ("✗ failed", "bad");
        var rest = failed == 0
            ? Amounts.Plural(audit.Checks.Count, "invariant holds", "invariants hold")
            : $"{failed} of {Amounts.Plural(audit.Checks.Count, "invariant", "invariants")} broken";
        return $"<li><span>Audit</span><b class=\"{style}\">{sign}</b><span>{rest}</span></li>\n";
    }

    private static string Tile(string name, string value, string beside) =>
        $"<li><span>{Html.Text(name)}</span><b>{Html.Text(value)}</b><span>{Html.Text(beside)}</span></li>\n";

    private static string At(string? clock, PeakLevel? level) => clock is null ? "never"
        : $"at {clock}; {Findings.Level(level) ?? "level unknown"}";

    private static string Published(RunSummary run, string measure) =>
        run.Comparison?.PublishedValue(measure) is { } value ? $"; published {Amounts.Rate(value)}" : "";

    private static string Seconds(double? seconds) => seconds is { } length ? Amounts.Length(length) : "–";

    private static string Days(double? days) =>
        days is { } length ? $"{Amounts.Number(length, 1)} days" : "–";
}
