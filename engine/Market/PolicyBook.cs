namespace FlashSale.Engine;

/// <summary>Which policy is in force when; empty as long as nothing was changed (rule GOV-1).</summary>
/// <remarks>A planned change needs no deadline: the policy of a moment is looked up.</remarks>
internal sealed class PolicyBook(Policy first) : IBook
{
    /// <summary>The policies.</summary>
    public PolicyTimeline Timeline { get; private set; } = PolicyTimeline.Of(first);

    /// <inheritdoc/>
    public bool IsEmpty => Timeline.IsConstant;

    /// <inheritdoc/>
    public IEnumerable<(string Part, long Bytes)> Bytes => []; // a few changes of a person

    /// <summary>Changes the policy from a moment on.</summary>
    public PolicyResult Change(in ChangePolicy command, DateTimeOffset now)
    {
        var result = Timeline.Change(command.Policy, command.From, now, out var after);
        Timeline = after;
        return result;
    }

    /// <summary>Withdraws a planned change.</summary>
    public PolicyResult Withdraw(in WithdrawPolicy command, DateTimeOffset now, FirstAnswer? latest)
    {
        var result = Timeline.Withdraw(command.From, now, out var after, latest);
        Timeline = after;
        return result;
    }

    /// <summary>
    /// Puts a policy in the place of all others, as journals of before have it: it holds for what was
    /// promised, too.
    /// </summary>
    /// <exception cref="ArgumentException">The policy cannot follow the one before.</exception>
    public void Replace(Policy policy)
    {
        var before = Timeline.Policies[0].Policy;
        if (policy.Validate().Count > 0 || policy.Categories.Count != before.Categories.Count)
        {
            throw new ArgumentException("This policy cannot follow the one before.", nameof(policy));
        }

        Timeline = PolicyTimeline.Of(policy with { Reputation = before.Reputation });
    }

    public IEnumerable<AuditCheck> Audit() => [PolicyAudit.Of(Timeline)];

    public void Save(StateWriter writer)
    {
        writer.WriteMark("plcy");
        writer.Write(Timeline.Policies.Count);
        foreach (var (from, policy) in Timeline.Policies)
        {
            writer.Write(from.ToUnixTimeMilliseconds());
            writer.WriteText(PolicyText.Write(policy));
        }

        writer.WriteSpan(Timeline.Past);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("plcy");
        var policies = new DatedPolicy[reader.Read<int>()];
        for (var at = 0; at < policies.Length; at++)
        {
            policies[at] = new DatedPolicy(
                DateTimeOffset.FromUnixTimeMilliseconds(reader.Read<long>()),
                PolicyText.Read(reader.ReadText()));
        }

        Timeline = PolicyTimeline.Of(policies, reader.ReadSpan<PastPromises>().ToArray());
    }
}
