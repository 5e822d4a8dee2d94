using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>The section of a load's report on what it was for the market itself.</summary>
internal static class MarketSection
{
    /// <summary>Writes it; nothing if nothing of it is known.</summary>
    public static string Of(DriveSummary run)
    {
        List<IReadOnlyList<string>> rows = [.. Used(run), .. Costs(run.Cost), .. Events(run.Streams)];
        return rows.Count == 0
            ? ""
            : Html.Section("What it was for the market", [
                Html.Table("An order on average, and the events that orders left", ["What", "#Figure"], rows),
            ]);
    }

    private static IEnumerable<IReadOnlyList<string>> Used(DriveSummary run) => run.Use is not { } use ? []
        :
        [
            [
                "Processes",
                $"{Amounts.Whole(use.Processes)} of {Amounts.Plural(use.CoresEach, "core", "cores")}",
            ],
            [
                use.HoldsDriver ? "CPU time, s, the driver's included" : "CPU time, s",
                Amounts.Number(use.CpuSeconds, 2),
            ],
            .. use.CpuUsOf(run.All.Done) is { } us && !use.HoldsDriver
                ? [(IReadOnlyList<string>)["CPU time an order, µs", Amounts.Whole(us)]]
                : Array.Empty<IReadOnlyList<string>>(),
        ];

    private static IEnumerable<IReadOnlyList<string>> Costs(OrderCost? cost)
    {
        (string What, double? Figure)[] figures =
        [
            ("Grain calls an order", cost?.GrainCalls), ("Grains woken an order", cost?.Activations),
            ("Rows made durable an order", cost?.Rows), ("Bytes allocated an order", cost?.AllocatedBytes),
            ("CPU time an order, µs, the driver's included", cost?.CpuUs),
        ];
        return figures.Where(one => one.Figure is not null)
            .Select(one => (IReadOnlyList<string>)[one.What, Amounts.Number(one.Figure, 2)]);
    }

    private static IEnumerable<IReadOnlyList<string>> Events(StreamFigures? streams)
    {
        if (streams is null)
        {
            return [];
        }

        (string What, string Figure)[] figures =
        [
            ("Events delivered", Amounts.Whole(streams.Delivered)),
            ("Of them payments", Amounts.Whole(streams.Paid)),
            ("Of them verdicts", Amounts.Whole(streams.Verdicts)),
            ("Credit points of stores", Amounts.Whole(streams.Points)),
            ("Streams empty before the audit", streams.AreEmpty ? "✓ yes" : "✗ no"),
            ("Seconds after the last answer", Amounts.Number(streams.EmptyAfterSeconds, 1)),
        ];
        return figures.Select(one => (IReadOnlyList<string>)[one.What, one.Figure]);
    }
}
