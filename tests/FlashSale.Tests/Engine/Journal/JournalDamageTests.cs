using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

/// <summary>
/// What opening says to damaged files. Batches of one letter take 69 bytes each, from byte 64 on.
/// </summary>
public sealed class JournalDamageTests
{
    private const string First = "journal-0000000001.log";
    private const string Second = "journal-0000000002.log";
    private const int BatchBytes = BatchHeader.Bytes + RecordFrame.PrefixBytes + 1;

    [Fact]
    public void A_torn_last_batch_is_cut_and_reported()
    {
        using var storage = JournalFixtures.Journaled(null, "a", "b", "c");
        storage.Overwrite(First, At(2) + 40, new byte[BatchBytes - 40]);

        using (var journal = JournalFixtures.Open(storage))
        {
            Assert.Equal(First, journal.Recovery.Cut?.File);
            Assert.Equal(At(2), journal.Recovery.Cut?.Offset);
            Assert.InRange(journal.Recovery.Cut!.Bytes, 1, 40);
            journal.AppendSynced("d");
        }

        Assert.Equal(["0:a", "1:b", "2:d"], JournalFixtures.ReadAll(storage));
    }

    [Fact]
    public void Whole_batches_before_a_torn_one_of_the_same_sync_are_kept_and_those_after_it_cut()
    {
        using var storage = new MemoryStorage();
        using (var journal = JournalFixtures.Open(storage))
        {
            journal.AppendSynced("a");
            journal.Append(JournalFixtures.Batch("b"));
            journal.Append(JournalFixtures.Batch("c"));
            journal.Append(JournalFixtures.Batch("d"));
        }

        storage.Damage(First, At(2) + BatchBytes - 1);

        Assert.Equal(["0:a", "1:b"], JournalFixtures.ReadAll(storage));
    }

    [Fact]
    public void Damage_before_a_synced_batch_is_refused_with_file_and_offset()
    {
        using var storage = JournalFixtures.Journaled(null, "a", "b", "c");
        storage.Damage(First, At(1) + BatchBytes - 1);

        IsRefused(storage, First, At(1));
    }

    [Fact]
    public void A_lost_batch_is_refused() => IsRefusedAfter(storage =>
        storage.Overwrite(First, At(1), new byte[BatchBytes]));

    [Fact]
    public void A_repeated_batch_is_refused() => IsRefusedAfter(storage =>
        storage.Overwrite(First, At(1), storage.Bytes(First, At(0), BatchBytes)));

    [Fact]
    public void Swapped_batches_are_refused() => IsRefusedAfter(storage =>
    {
        var one = storage.Bytes(First, At(1), BatchBytes);
        storage.Overwrite(First, At(1), storage.Bytes(First, At(2), BatchBytes));
        storage.Overwrite(First, At(2), one);
    });

    [Fact]
    public void A_batch_of_another_journal_is_refused_though_its_sums_are_right() => IsRefusedAfter(storage =>
    {
        using var other = JournalFixtures.Journaled(null, "x", "y", "z");
        storage.Overwrite(First, At(1), other.Bytes(First, At(1), BatchBytes));
    });

    [Fact]
    public void The_last_batch_in_the_place_of_the_one_before_is_refused() => IsRefusedAfter(storage =>
    {
        storage.Overwrite(First, At(1), storage.Bytes(First, At(2), BatchBytes));
        storage.Overwrite(First, At(2), new byte[BatchBytes]);
    });

    [Fact]
    public void After_a_seal_damage_to_the_last_batch_is_refused_too()
    {
        using var storage = new MemoryStorage();
        using (var journal = JournalFixtures.Open(storage))
        {
            journal.AppendSynced("a", "b");
            journal.Seal();
        }

        storage.Overwrite(First, At(1), new byte[BatchBytes]);

        IsRefused(storage, First, At(1));
    }

    [Fact]
    public void A_missing_segment_is_refused_by_name()
    {
        using var storage = JournalFixtures.Journaled(JournalFixtures.Small, [.. Enumerable.Repeat("a", 40)]);
        storage.Delete(Second);

        IsRefused(storage, Second, 0);
    }

    [Fact]
    public void The_end_of_a_segment_before_the_last_is_no_torn_tail()
    {
        using var storage = JournalFixtures.Journaled(JournalFixtures.Small, [.. Enumerable.Repeat("a", 40)]);
        using var file = storage.Open(First);
        var last = file.Length - BatchBytes;
        storage.Overwrite(First, last, new byte[BatchBytes]);

        IsRefused(storage, First, last);
    }

    [Fact]
    public void A_segment_in_the_place_of_another_is_refused()
    {
        using var storage = JournalFixtures.Journaled(JournalFixtures.Small, [.. Enumerable.Repeat("a", 40)]);
        storage.Rename("journal-0000000003.log", Second);

        IsRefused(storage, Second, 0);
    }

    [Fact]
    public void A_newer_format_is_refused_naming_both_versions()
    {
        using var storage = JournalFixtures.Journaled(null, "a");
        var header = new byte[FileFormat.HeaderBytes];
        new FileFormat("FLASHJNL", 7).Write(header, 1, JournalMark.Beginning);
        storage.Overwrite(First, 0, header);

        var refusal = Assert.Throws<JournalFormatException>(() => JournalFixtures.ReadAll(storage));

        Assert.Equal((First, 7, 1), (refusal.File, refusal.FoundVersion, refusal.SupportedVersion));
        Assert.Equal(
            "journal-0000000001.log has format version 7; this program reads version 1. Use a newer one.",
            refusal.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_file_that_does_not_begin_like_a_segment_is_refused_and_left_alone(int at)
    {
        using var storage = JournalFixtures.Journaled(null, "a");
        storage.Damage(First, at);

        var refusal = Assert.Throws<JournalFormatException>(() => JournalFixtures.Open(storage));

        Assert.Equal((First, null), (refusal.File, refusal.FoundVersion));
    }

    [Fact]
    public void A_damaged_version_is_damage_and_no_newer_format()
    {
        using var storage = JournalFixtures.Journaled(null, "a");
        storage.Damage(First, 8);

        IsRefused(storage, First, 0);
    }

    [Fact]
    public void A_journal_shorter_than_its_snapshot_is_refused()
    {
        using var storage = JournalFixtures.Journaled(null, "a", "b");

        var refusal = Assert.Throws<JournalCorruptException>(
            () => JournalFixtures.ReadAll(storage, new JournalMark(5, default)));

        Assert.Equal((First, At(2)), (refusal.File, refusal.Offset));
    }

    [Fact]
    public void A_snapshot_of_another_history_is_refused()
    {
        using var storage = JournalFixtures.Journaled(null, "a", "b");
        using var other = JournalFixtures.Journaled(null, "a", "x");
        var mark = Journal.Read(other, JournalMark.Beginning, (_, _) => { }).End;

        Assert.Throws<JournalCorruptException>(() => JournalFixtures.ReadAll(storage, mark));
    }

    private static long At(int batch) => SegmentHeader.Bytes + batch * BatchBytes;

    /// <summary>
    /// A journal of four batches is refused at its second, byte 133, after this was done to it.
    /// </summary>
    private static void IsRefusedAfter(Action<MemoryStorage> damage)
    {
        using var storage = JournalFixtures.Journaled(null, "a", "b", "c", "d");
        damage(storage);
        IsRefused(storage, First, At(1));
    }

    private static void IsRefused(IStorage storage, string file, long offset)
    {
        var refusal = Assert.Throws<JournalCorruptException>(() => JournalFixtures.Open(storage));
        Assert.Equal((file, offset), (refusal.File, refusal.Offset));
    }
}
