namespace FlashSale.Simulator;

/// <summary>Refuses what changes nothing in a season's governance.</summary>
internal static class GovernanceChecks
{
    /// <summary>Notes what is wrong.</summary>
    public static void Check(Block block, SeasonScenario scenario)
    {
        var changes = scenario.Changes;
        if (scenario.Governance is not { } habits)
        {
            if (changes.Any(change => change.Terms is not null))
            {
                block.Refuse("changes", "terms change nothing: no seller minds", "terms with «governance»");
            }

            return;
        }

        if (changes.FirstOrDefault(change => change.AnnouncedAt > change.At) is { } late)
        {
            block.Refuse("changes", $"announced at {FileWords.Of(late.AnnouncedAt)}, after it begins",
                $"at most {FileWords.Of(late.At)}");
        }

        if (changes.FirstOrDefault(change => change.Terms?.Announced is { } at
            && at.Ticks % TimeSpan.TicksPerDay != 0) is { } within)
        {
            block.Refuse("changes", $"{FileWords.Of(within.AnnouncedAt)} is within a day",
                "whole days, such as 90d");
        }

        if (changes.Any(change => change.Terms is { Hits.Count: 0, Compensation: > 0 }))
        {
            block.Refuse("changes", "compensation changes nothing: the terms hit nobody", "hits");
        }

        if (habits.Answer.Measures.Contains(AnswerMeasure.HalfDeposit) && changes.Count > 0
            && !changes.Any(change => change.Policy.Any(Concession.IsDeposit)))
        {
            block.RefuseInside("governance.answer.measures",
                "half-deposit changes nothing: no change sets a deposit", "other measures");
        }
    }
}
