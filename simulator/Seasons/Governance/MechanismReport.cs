namespace FlashSale.Simulator;

#pragma warning disable CS1591 // The declaration says what it is.
/// <summary>What a rule makes profitable for each kind of seller (rule GOV-4).</summary>
public sealed record MechanismRow(
    [Figure("–", "the rule, with its id")] string Rule,
    [Figure("yuan", "that it takes of a cheat who is found, once")] double LossYuan,
    [Figure("yuan", "that it gives a seller a week who is not")] double RewardYuan,
    [Figure("yuan", "that an honest seller expects a week, errors taken off")] double HonestYuan,
    [Figure("yuan", "of one who sells some fakes without knowing")] double CarelessYuan,
    [Figure("yuan", "of one who sells fakes under the own name")] double OpportunistYuan,
    [Figure("yuan", "of one who comes back under another")] double ProfessionalYuan,
    [Figure("share", "chance a week to be found at which fakes stop to pay; null if at none")]
    double? BreakEven)
#pragma warning restore CS1591
{
    /// <summary>Who gains: the honest, the honest and those who come back, or the cheats.</summary>
    [Figure("–", "who gains by it")]
    public string WhoGains => HonestYuan < OpportunistYuan ? "cheats"
        : HonestYuan < ProfessionalYuan ? "honest sellers, and professionals" : "honest sellers";
}

/// <summary>
/// Mechanisms instead of policing: what each rule of a policy makes profitable for whom (rule GOV-4).
/// </summary>
/// <remarks>
/// A calculation from the numbers of the policy and of sellers' habits, not from a season. A cheat expects a
/// chance to be found; where it is below the break-even, fakes pay.
/// </remarks>
public static class MechanismReport
{
    /// <summary>All rules that can punish or reward, the mildest first.</summary>
    public static IReadOnlyList<MechanismRow> Of(Policy policy, GovernanceHabits habits)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(habits);
        var sales = habits.Mechanism.SalesAWeek;
        var fakes = sales * habits.Mechanism.FakeMargin;
        var held = sales * habits.Mechanism.WeeksHeld;
        var trust = policy.Trust;
        var deposit = (double)policy.Stores.ConsumerDeposit.Yuan;
        var closed = deposit + held + (fakes * habits.Mechanism.WeeksLost);
        return
        [
            Row("none", 0, habits),
            Row("a warning (TRU-5)", 0, habits),
            Row("hidden (TRU-6)", fakes * WeeksOf(trust.HideFor), habits),
            Row("earnings frozen (ESC-4)", held / 2, habits),
            Row("suspended (TRU-5)", fakes * WeeksOf(trust.SuspendFor), habits),
            Row("a brand store's fine (TRU-6)", (double)trust.BrandFine.Yuan, habits),
            Row("closed (TRU-5)", closed, habits),
            Row("barred under every name (TRU-7, IDN-4)", closed * habits.Mechanism.BarredFactor, habits,
                canReturn: false),
            Row("a refund for clean quarters", 0, habits, sales * habits.Mechanism.RewardShare),
            Row("closed, and a refund for clean quarters", closed, habits,
                sales * habits.Mechanism.RewardShare),
        ];
    }

    private static double WeeksOf(TimeSpan time) => time.TotalDays / 7;

    private static MechanismRow Row(
        string rule, double loss, GovernanceHabits habits, double reward = 0, bool canReturn = true)
    {
        const double weeksOfQuarter = 13;
        var of = habits.Mechanism;
        var (genuine, fakes) = (of.SalesAWeek * habits.Margin, of.SalesAWeek * of.FakeMargin);
        var found = loss + (reward * weeksOfQuarter); // who is found has no clean quarter
        var honest = genuine + reward - (of.ErrorsAWeek * found);
        var careless = (genuine * (1 - of.CarelessShare)) + (fakes * of.CarelessShare) + reward
            - (of.ExpectedDetection * of.CarelessShare * found);
        var opportunist = fakes + reward - (of.ExpectedDetection * found);
        var again = of.IdentityYuan + (fakes * of.WeeksToReturn) + (of.SalesAWeek * of.WeeksHeld);
        var professional = canReturn
            ? fakes + reward - (of.ExpectedDetection * Math.Min(found, again)) : opportunist;
        return new MechanismRow(
            rule, loss, reward, honest, careless, opportunist, professional,
            found > 0 && fakes - genuine <= found ? (fakes - genuine) / found : null);
    }
}
