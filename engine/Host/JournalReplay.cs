namespace FlashSale.Engine;

/// <summary>A market that was brought back by carrying out the commands of a journal again.</summary>
/// <param name="Market">The market at the end of the journal.</param>
/// <param name="Journal">What reading found.</param>
/// <param name="Snapshot">
/// The snapshot that it started from; none if the journal reaches back to its beginning.
/// </param>
public sealed record JournalReplay(Market Market, RecoveryReport Journal, SnapshotReport? Snapshot)
{
    /// <summary>How many checkouts were asked for, repeats among them.</summary>
    public long Checkouts { get; private init; }

    /// <summary>
    /// Carries out a journal again, as it was or under a policy that differs from the recorded one. As it was
    /// it can only be under the rules that it names; under another policy these rules are wanted.
    /// </summary>
    /// <param name="storage">
    /// The journal; nothing in it changes, and another process may be writing it.
    /// </param>
    /// <param name="change">Makes another policy of each recorded one.</param>
    /// <exception cref="InvalidDataException">
    /// It is no journal; or it begins with a snapshot, and other rules need the whole journal.
    /// </exception>
    /// <exception cref="JournalCorruptException">It is damaged.</exception>
    /// <exception cref="JournalFormatException">It is of another version.</exception>
    public static JournalReplay Run(IStorage storage, Func<Policy, Policy>? change = null)
    {
        ArgumentNullException.ThrowIfNull(storage);
        var first = Engine.Journal.FirstSequence(storage)
            ?? throw new InvalidDataException("The folder holds no journal.");
        if (first > 0 && change is not null)
        {
            throw new InvalidDataException(
                $"The journal begins at command {first}, after a snapshot; other rules need all commands.");
        }

        Market? market = null;
        var checkouts = 0L;
        var size = new MarketSize();
        SnapshotReport? snapshot = null;
        if (first > 0 || (change is null && Engine.Journal.FirstRules(storage) != RulesVersion.Current))
        {
            snapshot = new SnapshotStore(storage).Load(
                first, stream => market = SnapshotContent.Read(stream, size));
        }

        var report = Engine.Journal.Read(
            storage,
            snapshot?.Mark ?? JournalMark.Beginning,
            (sequence, record) =>
            {
                checkouts += sequence > 0 && CommandReader.KindOf(record) == CommandKind.Checkout ? 1 : 0;
                Take(ref market, sequence, record, change);
            },
            rules: change is null ? RulesVersion.Current : null);
        return market is null
            ? throw new InvalidDataException("The journal holds no command.")
            : new JournalReplay(market, report, snapshot) { Checkouts = checkouts };
    }

    /// <summary>Whether a storage holds a journal.</summary>
    public static bool HasJournal(IStorage storage) => Engine.Journal.FirstSequence(storage) is not null;

    private static void Take(
        ref Market? market, long sequence, ReadOnlySpan<byte> record, Func<Policy, Policy>? change)
    {
        if (market is null)
        {
            var policy = PolicyRecord.Genesis(record, sequence);
            market = new Market(change?.Invoke(policy) ?? policy);
        }
        else if (change is null || !Changed(market, record, change))
        {
            CommandReader.Execute(market, record);
        }
    }

    private static bool Changed(Market market, ReadOnlySpan<byte> record, Func<Policy, Policy> change)
    {
        switch (CommandReader.KindOf(record))
        {
            case CommandKind.ReplacePolicy:
                market.State.ReplacePolicy(change(PolicyRecord.Of(record)));
                return true;
            case CommandKind.ChangePolicy:
                var fields = new FieldReader(record[1..]);
                var command = ChangePolicy.Read(ref fields);
                market.Do(command with { Policy = command.Policy is { } to ? change(to) : null });
                return true;
            default:
                return false;
        }
    }
}
