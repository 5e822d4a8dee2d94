using System.Runtime.InteropServices;

namespace FlashSale.Simulator;

/// <summary>What the platform has given way in with one change of the rules (rule GOV-3).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct Concession
{
    /// <summary>By how long it is put off.</summary>
    public long DelayTicks;

    /// <summary>Whether deposits rise by half of what was meant; 1 or 0.</summary>
    public int HalvesDeposits;

    /// <summary>Whether penalties need evidence and sellers have long to appeal; 1 or 0.</summary>
    public int AsksForEvidence;

    /// <summary>The change as it is meant after this.</summary>
    public readonly PolicyChange Soften(PolicyChange change, SeasonScenario scenario)
    {
        var softened = change;
        if (DelayTicks > 0)
        {
            var delay = TimeSpan.FromTicks(DelayTicks);
            softened = softened with { At = change.At + delay, Until = change.Until + delay };
        }

        if (HalvesDeposits == 1)
        {
            var start = scenario.PolicyAtStart();
            softened = softened with
            {
                Policy = [.. change.Policy.Select(setting => IsDeposit(setting)
                    ? new PolicySetting(setting.Field, Half(PolicyFields.Get(start, setting.Field), setting))
                    : setting)],
            };
        }

        if (AsksForEvidence == 1 && scenario.Governance is { Answer: var answer }
            && change.Terms is { } terms)
        {
            softened = softened with
            {
                Terms = terms with { Evidence = answer.Evidence, Appeals = answer.Appeals },
            };
        }

        return softened;
    }

    /// <summary>Whether a setting is a deposit of stores (rule STO-3).</summary>
    public static bool IsDeposit(PolicySetting setting) =>
        setting.Field.StartsWith("stores.", StringComparison.Ordinal)
        && setting.Field.Contains("Deposit", StringComparison.Ordinal);

    private static string Half(object before, PolicySetting setting)
    {
        var (from, to) = (((Money)before).Fen, ((Money)setting.Parsed).Fen);
        return FormattableString.Invariant($"{(from + to) / 2 / 100m:0.00}");
    }
}
