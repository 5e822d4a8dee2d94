using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

public sealed class JournalTests
{
    private const string First = "journal-0000000001.log";

    [Fact]
    public void Records_come_back_in_their_order_with_their_sequence()
    {
        using var storage = JournalFixtures.Journaled(null, "a", "", "c");

        Assert.Equal(["0:a", "1:", "2:c"], JournalFixtures.ReadAll(storage));
    }

    [Fact]
    public void Records_go_on_after_reopening_and_over_many_files()
    {
        using var storage = new MemoryStorage();
        var expected = new List<string>();
        for (var i = 0; i < 40; i++)
        {
            using var journal = JournalFixtures.Open(storage, JournalFixtures.Small);
            journal.AppendSynced($"record {i}");
            expected.Add($"{i}:record {i}");
        }

        Assert.Equal(expected, JournalFixtures.ReadAll(storage));
        Assert.True(storage.List().Count > 3);
    }

    [Fact]
    public void A_synced_record_outlives_a_power_loss_and_another_one_may_not()
    {
        using var storage = new MemoryStorage();
        using var journal = JournalFixtures.Open(storage);
        journal.AppendSynced("kept");
        journal.Append(JournalFixtures.Batch("lost"));

        Assert.Equal(["0:kept"], JournalFixtures.ReadAll(storage.AfterPowerLoss()));
        Assert.Equal((2, 1), (journal.End.Sequence, journal.Durable.Sequence));
    }

    [Fact]
    public void Bytes_that_are_not_so_many_records_are_a_bug_of_the_caller()
    {
        using var storage = new MemoryStorage();
        using var journal = JournalFixtures.Open(storage, JournalFixtures.Small);

        Assert.Throws<ArgumentException>(() => journal.Append(JournalFixtures.Batch("a", "b").Framed, 3));
        Assert.Throws<ArgumentException>(() => journal.Append([9, 0, 0, 0, 1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => journal.Append(new RecordBuffer()));
        var tooLong = JournalFixtures.Batch(new string('x', 1_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => journal.Append(tooLong));
        Assert.False(journal.IsHalted);
    }

    [Fact]
    public void After_a_failed_sync_every_call_is_refused_and_the_disk_is_left_alone()
    {
        using var disk = new MemoryStorage();
        using var storage = new FaultyStorage(disk, new FaultPlan(), new SplitMix64(1));
        using var journal = JournalFixtures.Open(storage);
        journal.Append(JournalFixtures.Batch("a"));
        storage.Plan = new FaultPlan { SyncFailsPerMille = 1_000 };

        var fault = Assert.Throws<JournalHaltedException>(journal.Sync);
        storage.Plan = new FaultPlan();
        var before = disk.Bytes(First, 0, 1 << 20);

        Assert.IsType<IOException>(fault.InnerException);
        Assert.True(journal.IsHalted);
        Assert.Throws<JournalHaltedException>(journal.Sync);
        Assert.Throws<JournalHaltedException>(journal.Seal);
        Assert.Throws<JournalHaltedException>(() => journal.TrimBefore(0));
        Assert.Throws<JournalHaltedException>(() => journal.Append(JournalFixtures.Batch("b")));
        Assert.Equal(before, disk.Bytes(First, 0, 1 << 20));
    }

    [Fact]
    public void A_full_disk_halts_and_loses_nothing_that_was_synced()
    {
        using var disk = new MemoryStorage();
        using var storage = new FaultyStorage(disk, new FaultPlan(), new SplitMix64(1));
        using var journal = JournalFixtures.Open(storage, JournalFixtures.Small);
        journal.AppendSynced("a");
        storage.Plan = new FaultPlan { CapacityBytes = 300 };

        var fault = Assert.Throws<JournalHaltedException>(() => journal.AppendSynced("b", "c", "d"));

        Assert.Contains("cannot grow", fault.Message, StringComparison.Ordinal);
        Assert.Equal("0:a", JournalFixtures.ReadAll(disk)[0]);
    }

    [Fact]
    public void Segments_that_a_snapshot_covers_are_deleted_and_the_rest_still_reads()
    {
        using var storage = new MemoryStorage();
        using var journal = JournalFixtures.Open(storage, JournalFixtures.Small);
        journal.AppendSynced([.. Enumerable.Range(0, 30).Select(i => $"record {i}")]);
        var mark = journal.Durable;
        var before = storage.List().Count;
        journal.AppendSynced("tail");

        journal.TrimBefore(mark.Sequence);

        Assert.True(storage.List().Count < before);
        Assert.True(Journal.FirstSequence(storage) > 0);
        Assert.Equal(["30:tail"], JournalFixtures.ReadAll(storage, mark));
        Assert.Throws<JournalCorruptException>(() => JournalFixtures.ReadAll(storage));
        Assert.Throws<ArgumentOutOfRangeException>(() => journal.TrimBefore(32));
    }

    [Fact]
    public void Reading_from_a_mark_gives_only_what_comes_after_it()
    {
        using var storage = new MemoryStorage();
        using var journal = JournalFixtures.Open(storage);
        journal.AppendSynced("a", "b");
        var mark = journal.Durable;
        journal.Seal();
        journal.AppendSynced("c");

        Assert.Equal(["2:c"], JournalFixtures.ReadAll(storage, mark));
    }

    [Fact]
    public void Reading_changes_nothing_not_even_a_torn_tail()
    {
        using var storage = JournalFixtures.Journaled(null, "a", "b");
        storage.Overwrite(First, SegmentHeader.Bytes + 69, 0xFF);
        var before = storage.Bytes(First, 0, 1 << 20);

        var report = Journal.Read(storage, JournalMark.Beginning, (_, _) => { });

        Assert.Equal((1L, 133L), (report.End.Sequence, report.Cut?.Offset));
        Assert.Equal(before, storage.Bytes(First, 0, 1 << 20));
    }

    [Fact]
    public void A_seal_without_news_costs_nothing()
    {
        using var storage = new MemoryStorage();
        using var journal = JournalFixtures.Open(storage);
        journal.AppendSynced("a");
        journal.Seal();
        var mark = journal.Durable;
        var before = storage.Bytes(First, 0, 1 << 20);

        journal.Seal();

        Assert.Equal(before, storage.Bytes(First, 0, 1 << 20));
        Assert.Equal(mark, journal.End);
    }
}
