using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

public sealed class JournalCrashTests
{
    private const int Seeds = 300;
    private const int WeakSeedsMax = 2_000;

    [Fact]
    public void No_crash_loses_a_synced_record_or_invents_one() =>
        FaultSeeds.All(Seeds, GetType(), seed => new CrashStory(seed, lies: false).Run());

    [Fact]
    public void A_disk_that_lies_about_a_write_is_found_out_or_loses_the_last_sync_only() =>
        FaultSeeds.All(Seeds, GetType(), seed => new CrashStory(seed, lies: true).Run());

    [Fact]
    public void The_seeds_lead_to_every_kind_of_fault_and_of_recovery()
    {
        var missing = new List<string>
        {
            "stops after", "cannot grow", "dirty pages are dropped", "sync of the folder fails", "a read of",
            "power fails in a call", "is Lost", "is Misdirected", "is Corrupted",
            "the last batch is not whole", "the segment was being created", "refused: ",
            "the last sync is lost",
        };
        for (var seed = 1UL; seed <= WeakSeedsMax && missing.Count > 0; seed++)
        {
            var story = new CrashStory(seed, lies: true);
            story.Run();
            missing.RemoveAll(what => story.Story.Any(line => line.Contains(what, StringComparison.Ordinal)));
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void The_checker_catches_a_journal_that_does_not_sync() =>
        IsCaught(storage => new WeakStorage(storage) { SyncsFiles = false });

    [Fact]
    public void The_checker_catches_a_journal_that_answers_before_it_syncs() =>
        IsCaught(storage => new WeakStorage(storage) { SyncsLate = true });

    [Fact]
    public void The_checker_catches_a_journal_that_does_not_sync_the_folder() =>
        IsCaught(storage => new WeakStorage(storage) { SyncsFolder = false });

    [Fact]
    public void The_checker_catches_a_journal_that_tries_a_failed_sync_again() =>
        IsCaught(storage => new WeakStorage(storage) { RetriesSync = true });

    [Fact]
    public void The_checker_catches_a_journal_that_leaves_a_torn_tail_in_place() =>
        IsCaught(storage => new WeakStorage(storage) { Truncates = false });

    [Fact]
    public void The_checker_catches_a_journal_that_trusts_what_it_reads_after_a_failed_sync() =>
        IsCaught(storage => new WeakStorage(storage) { RewritesWhatItRead = false });

    private static void IsCaught(Func<IStorage, IStorage> weaken)
    {
        for (var seed = 1UL; seed <= WeakSeedsMax; seed++)
        {
            if (new CrashStory(seed, lies: false, weaken).Run() is not null)
            {
                return;
            }
        }

        Assert.Fail($"{WeakSeedsMax} seeds did not show that the journal was weakened.");
    }
}
