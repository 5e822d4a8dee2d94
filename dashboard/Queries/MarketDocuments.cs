namespace FlashSale.Dashboard;

/// <summary>The degradation switches, and who turned them when (rules CAP-2, IDN-5).</summary>
internal sealed record SwitchesDocument(
    IReadOnlyList<SwitchDocument> Switches, IReadOnlyList<FlipDocument> Flips)
{
    public static SwitchesDocument Of(IReadOnlyList<SwitchFlip> flips, DateTimeOffset now)
    {
        var board = SwitchBoard.Of(flips);
        return new SwitchesDocument(
            [.. Enum.GetValues<Switch>().Select(which => new SwitchDocument(which, board.IsOn(which, now)))],
            [.. flips.Select(flip => new FlipDocument(
                flip.Number, flip.Switch, flip.On, ShownText.Of(flip.Who), ShownText.Of(flip.Why), flip.Since,
                flip.Until))]);
    }
}

/// <summary>Whether a switch is on.</summary>
internal sealed record SwitchDocument(Switch Switch, bool On);

/// <summary>One flip of a switch.</summary>
internal sealed record FlipDocument(
    long Number, Switch Switch, bool On, string Who, string Why, DateTimeOffset Since, DateTimeOffset? Until);

/// <summary>The festival's calendar and where it stands.</summary>
internal sealed record FestivalDocument(
    DateTimeOffset Now, double Speed, string? Phase, IReadOnlyList<PhaseDocument> Phases)
{
    public static FestivalDocument Of(ApiOptions options)
    {
        var now = options.MarketClock.GetUtcNow();
        var phase = options.Phases.LastOrDefault(one => one.From <= now && now < one.Until);
        return new FestivalDocument(
            now, options.Speed, phase?.Name,
            [.. options.Phases.Select(one => new PhaseDocument(one.Name, one.From, one.Until))]);
    }
}

/// <summary>A phase of the festival.</summary>
internal sealed record PhaseDocument(string Name, DateTimeOffset From, DateTimeOffset Until);

/// <summary>The whole market in numbers.</summary>
internal sealed record StatisticsDocument(
    DateTimeOffset Now,
    int StoresEnd,
    int ListingsEnd,
    long OrdersPlaced,
    long OrdersAlive,
    IReadOnlyList<AccountSumDocument> Accounts,
    IReadOnlyList<MovementSumDocument> Movements)
{
    public static StatisticsDocument Of(MarketStatistics market) => new(
        market.Now, market.StoresEnd, market.ListingsEnd, market.OrdersPlaced, market.OrdersAlive,
        [.. market.Accounts.Select(sum => new AccountSumDocument(sum.Kind, sum.Amount))],
        [.. market.Movements.Select(sum =>
            new MovementSumDocument(sum.Kind, sum.Total.Count, sum.Total.Amount))]);
}

/// <summary>What the accounts of a kind hold together.</summary>
internal sealed record AccountSumDocument(AccountKind Kind, Money AmountFen);

/// <summary>The movements of a kind.</summary>
internal sealed record MovementSumDocument(MovementKind Kind, long Count, Money AmountFen);

/// <summary>What an audit found.</summary>
internal sealed record AuditDocument(bool Passed, IReadOnlyList<AuditCheckDocument> Checks)
{
    public static AuditDocument Of(AuditReport report) => new(
        report.Passed,
        [.. report.Checks.Select(check => new AuditCheckDocument(
            check.Name, check.Rule, check.Passed, check.Checked, check.Detail))]);
}

/// <summary>One invariant.</summary>
internal sealed record AuditCheckDocument(string Name, string Rule, bool Passed, long Checked, string Detail);

/// <summary>Whether the host can serve.</summary>
internal sealed record HealthDocument(string Status);
