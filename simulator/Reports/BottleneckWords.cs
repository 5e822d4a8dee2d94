namespace FlashSale.Simulator;

/// <summary>What held people or parcels up, in words.</summary>
internal static class BottleneckWords
{
    private const int SentencesPerKind = 2;
    private const double CoveredMin = 0.5;

    /// <summary>
    /// Who held payments at their plateau; null if nothing that bound then explains it.
    /// </summary>
    /// <remarks>
    /// Channels, if those that bound for at least half of its time carry at least half of its payments; else
    /// the gateway, if it bound for at least half of its time.
    /// </remarks>
    public static string? HolderOf(RunSummary run)
    {
        if (run.PaymentPlateau is not { } plateau)
        {
            return null;
        }

        var (from, seconds) = (plateau.FromSeconds, plateau.Minutes * 60);
        var binding = run.Bottlenecks
            .Where(found => found.SecondsWithin(from, from + seconds) >= CoveredMin * seconds).ToList();
        var channels = binding.Where(found => found.Kind == "channel")
            .DistinctBy(found => found.Name).ToList();
        return channels.Sum(found => found.PerSecond) >= CoveredMin * plateau.PaymentsPerSecond
            ? HoldersOf([.. channels.Select(channel => channel.Name)], run)
            : binding.Exists(found => found.Kind == "gateway") ? "the gateway" : null;
    }

    /// <summary>
    /// What could pass, in the unit that says most: parcels a day; orders a second, an hour where they are
    /// fewer.
    /// </summary>
    public static string Capacity(Bottleneck found) => (found.Kind, found.PerSecond) switch
    {
        (_, null) => "–",
        ("packing" or "couriers", { } rate) => Amounts.PerDay(rate),
        (_, { } rate) => Amounts.Pace(rate),
    };

    /// <summary>A sentence for each that bound longest, kind by kind.</summary>
    public static IReadOnlyList<string> Of(RunSummary run) =>
    [
        .. run.Bottlenecks.GroupBy(found => found.Kind).SelectMany(kind => Together(kind)
            .OrderByDescending(group => Until(group) - group[0].FromSeconds).Take(SentencesPerKind)
            .OrderBy(group => group[0].FromSeconds).Select(group => Sentence(group, run))),
    ];

    // Those of one kind whose times overlap are told in one sentence.
    private static IEnumerable<List<Bottleneck>> Together(IEnumerable<Bottleneck> kind)
    {
        var group = new List<Bottleneck>();
        foreach (var found in kind.OrderBy(found => found.FromSeconds))
        {
            if (group.Count > 0 && found.FromSeconds >= Until(group))
            {
                yield return group;
                group = [];
            }

            group.Add(found);
        }

        yield return group;
    }

    private static double Until(List<Bottleneck> group) => group.Max(found => found.UntilSeconds);

    private static string Sentence(List<Bottleneck> group, RunSummary run)
    {
        var until = group.MaxBy(found => found.UntilSeconds)!.UntilClock();
        var hours = $"from {group[0].FromClock()} to {until}";
        var names = group.Select(found => found.Name).Distinct().ToList();
        return group[0].Kind switch
        {
            "gateway" => $"The gateway was full {hours}: it let through {Used(group)} of the "
                + $"{Capacity(group[0])} that it admits, and refused "
                + $"{Amounts.Counted(Refused(group), "checkout", "checkouts")}.",
            "channel" => (IsAll(names, run)
                ? "The payment channels were" : $"Payment by {Amounts.List(names)} was")
                + $" at capacity {hours}, {Used(group)} of it used: "
                + $"{Waiting(group, names, "order", "orders")}.",
            "stock" => $"Goods ran short {hours}: "
                + $"{Amounts.Counted(Refused(group), "line was", "lines were")} refused as sold out, "
                + $"while {Amounts.Counted(group.Sum(found => found.Passed), "order was", "orders were")} "
                + "placed.",
            "packing" => $"Stores packed {Used(group)} of what they can {hours}: "
                + $"{Waiting(group, names, "parcel", "parcels")}.",
            _ => $"Couriers {Where(names, run)} delivered {Used(group)} of what they can {hours}: "
                + $"{Waiting(group, names, "parcel", "parcels")}.",
        };
    }

    private static string HoldersOf(List<string> names, RunSummary run) => IsAll(names, run)
        ? "the payment channels" : $"payment by {Amounts.List(names)}";

    private static bool IsAll(List<string> channels, RunSummary run) =>
        channels.Count > 1 && channels.Count == run.Parameters.Count(IsChannel);

    // «channels[0].kind»: every scenario writes its channels out.
    private static bool IsChannel(RunParameter setting) =>
        setting.Name.StartsWith("channels[", StringComparison.Ordinal)
        && setting.Name.EndsWith(".kind", StringComparison.Ordinal);

    private static string Where(List<string> regions, RunSummary run) =>
        regions.Count == run.RegionDelivery.Count ? "everywhere" : $"in {Amounts.List(regions)}";

    private static string Waiting(List<Bottleneck> group, List<string> names, string one, string many) =>
        $"at most {Amounts.Counted(group.Max(found => found.WaitingMost), one, many)} waited"
        + (names.Count > 1 ? " in one of them" : "");

    private static string Used(List<Bottleneck> group)
    {
        var could = group.Sum(found => found.PerSecond * found.Seconds) ?? 0;
        return could > 0
            ? Amounts.Percent(Math.Min(1, group.Sum(found => found.Passed) / could), 0) : "nothing";
    }

    private static long Refused(List<Bottleneck> group) => group.Sum(found => found.Refused);
}
