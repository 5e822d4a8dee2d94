namespace FlashSale.Simulator;

/// <summary>What bound, with its hours: found by comparing what passed with what could.</summary>
internal static class BottleneckSection
{
    /// <summary>The sentences and the table.</summary>
    public static string Of(RunSummary run) => Html.Section("What held buyers and parcels up",
        run.Bottlenecks.Count == 0
            ? [Html.Paragraph(Nothing)]
            : [.. BottleneckWords.Of(run).Select(sentence => Html.Paragraph(sentence)), Table(run)]);

    private const string Nothing =
        "Nothing: gateway, payment channels, stock, packing and couriers had room all the while.";

    private static string Table(RunSummary run) => Html.Table(
        "What bound, and when",
        ["What", "Which", "#From", "#To", "#Could pass", "#Used", "#Refused", "#Waited at most"],
        run.Bottlenecks.Select(found => (IReadOnlyList<string>)
        [
            found.Kind,
            found.Name.Length > 0 ? found.Name : "–",
            found.FromClock(),
            found.UntilClock(),
            BottleneckWords.Capacity(found),
            found.Used is { } used ? Amounts.Percent(used, 0) : "–",
            found.Refused > 0 ? Amounts.Count(found.Refused) : "–",
            found.WaitingMost > 0 ? Amounts.Count(found.WaitingMost) : "–",
        ]));
}
