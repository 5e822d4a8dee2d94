namespace FlashSale.Simulator;

#pragma warning disable CS1591 // The declaration says what it is.
/// <summary>How sellers of a season took changes of the rules.</summary>
public sealed record GovernanceFigures(
    [Figure("steps", "of changes of the rules that took effect")] long RuleSteps,
    [Figure("rules", "in force at the end that can punish a seller")] long ControlLevel,
    [Figure("people", "who protested on the day on which most did")] long ParticipantsMax,
    [Figure("share", "of all sellers that these are")] double ParticipantsShare,
    [Figure("person-days", "of protest")] long ParticipantDays,
    [Figure("stores", "attacked on the day on which most were")] long StoresAttackedMax,
    [Figure("unit-hours", "for which protesters' orders kept goods from others")] long HoardedUnitHours,
    [Figure("orders", "that protesters placed")] long ProtestOrders,
    [Figure("yuan", "that buyers did not spend because protesters held the goods")] decimal LostYuan,
    [Figure("yuan", "that stores paid for protesters' clicks")] decimal ClicksYuan,
    [Figure("concessions", "of the platform to protesters")] long Concessions,
    [Figure("days", "on which enforcement was tired of a protest")] long TiredDays,
    IReadOnlyList<ProtestFigures> Protests,
    IReadOnlyList<MechanismRow> Mechanisms);

/// <summary>A protest of a season, from its first day to its last.</summary>
public sealed record ProtestFigures(
    [Figure("day", "its first, counted from the first of the season")] int FirstDay,
    [Figure("days", "until calm")] int Days,
    [Figure("people", "the most on a day")] int Most,
    [Figure("days", "before its first on which an alert warned of it; 0 if none did")] int WarnedDays,
    [Figure("days", "after its first until the platform answered; −1 if it did not")] int AnsweredAfter);
#pragma warning restore CS1591
