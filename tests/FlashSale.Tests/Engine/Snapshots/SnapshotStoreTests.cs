using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

public sealed class SnapshotStoreTests
{
    [Fact]
    public void The_newest_snapshot_is_loaded_and_the_last_two_stay()
    {
        using var storage = new MemoryStorage();
        var store = new SnapshotStore(storage);

        long[] needed = [Write(store, 10), Write(store, 20), Write(store, 30)];

        Assert.Equal([0, 10, 20], needed);
        Assert.Equal([SnapshotName.Of(20), SnapshotName.Of(30)], storage.List());
        var (report, content) = Load(storage, 20);
        Assert.Equal((30, 30), (report.Mark.Sequence, content));
        Assert.Empty(report.Skipped);
    }

    [Fact]
    public void Without_a_snapshot_a_start_is_from_the_beginning()
    {
        using var storage = new MemoryStorage();

        var (report, content) = Load(storage, null);

        Assert.Equal((JournalMark.Beginning, null, null), (report.Mark, report.File, content));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(70)]
    [InlineData(100)]
    public void A_damaged_snapshot_is_passed_over_for_an_older_one_and_reported(int at)
    {
        using var storage = Two();
        storage.Damage(Newest(storage), at);
        var (report, content) = Load(storage, 10);

        Assert.Equal((10, 10), (report.Mark.Sequence, content));
        Assert.Equal("snapshot-00000000000000000020.bin", Assert.Single(report.Skipped).File);
    }

    [Fact]
    public void A_damaged_snapshot_is_refused_when_the_journal_does_not_reach_back_to_an_older_one()
    {
        using var storage = Two();
        storage.Damage(Newest(storage), 70);

        var refusal = Assert.Throws<JournalCorruptException>(() => Load(storage, 11));

        Assert.Equal("snapshot-00000000000000000020.bin", refusal.File);
        Assert.Throws<JournalCorruptException>(() => Load(storage, null));
    }

    [Fact]
    public void With_all_snapshots_damaged_a_whole_journal_is_enough()
    {
        using var storage = Two();
        foreach (var name in storage.List())
        {
            storage.Damage(name, 70);
        }

        var (report, content) = Load(storage, 0);

        Assert.Equal((JournalMark.Beginning, null), (report.Mark, content));
        Assert.Equal(2, report.Skipped.Count);
        Assert.Throws<JournalCorruptException>(() => Load(storage, 1));
    }

    [Fact]
    public void A_damaged_snapshot_goes_with_the_next_good_one_and_does_not_count_as_kept()
    {
        using var storage = Two();
        storage.Damage(Newest(storage), 70);
        var store = new SnapshotStore(storage);
        store.Load(0, _ => { });

        var needed = Write(store, 30);

        Assert.Equal(10, needed);
        Assert.Equal([SnapshotName.Of(10), SnapshotName.Of(30)], storage.List());
    }

    [Fact]
    public void A_snapshot_of_a_newer_format_is_refused_by_name()
    {
        using var storage = Two();
        var header = new byte[FileFormat.HeaderBytes];
        new FileFormat("FLASHSNP", 3).Write(header, 4, new JournalMark(20, default));
        storage.Overwrite(Newest(storage), 0, header);

        var refusal = Assert.Throws<JournalFormatException>(() => Load(storage, 0));

        Assert.Equal((3, 1), (refusal.FoundVersion, refusal.SupportedVersion));
    }

    [Fact]
    public void A_snapshot_that_could_not_be_written_leaves_the_one_before()
    {
        using var disk = new MemoryStorage();
        using var storage = new FaultyStorage(disk, new FaultPlan(), new SplitMix64(1));
        var store = new SnapshotStore(storage);
        Write(store, 10);
        storage.Plan = new FaultPlan { CapacityBytes = 150 };
        Assert.Throws<IOException>(() => Write(store, 20));

        Assert.Equal(10, Load(storage.AfterPowerLoss(), 0).Report.Mark.Sequence);

        storage.Plan = new FaultPlan();
        Write(store, 30);
        Assert.Equal(30, Load(disk.AfterPowerLoss(), 0).Report.Mark.Sequence);
    }

    [Fact]
    public void Large_contents_come_back_whole()
    {
        using var storage = new MemoryStorage();
        var content = new SplitMix64(7).Bytes(3_000_001);
        new SnapshotStore(storage).Write(JournalMark.Beginning, stream => stream.Write(content));
        using var read = new MemoryStream();

        new SnapshotStore(storage).Load(0, stream => stream.CopyTo(read));

        Assert.Equal(content, read.ToArray());
    }

    private static MemoryStorage Two()
    {
        var storage = new MemoryStorage();
        var store = new SnapshotStore(storage);
        Write(store, 10);
        Write(store, 20);
        return storage;
    }

    private static string Newest(MemoryStorage storage) => storage.List()[^1];

    private static long Write(SnapshotStore store, int sequence) =>
        store.Write(
            new JournalMark(sequence, default),
            stream => stream.Write(BitConverter.GetBytes(sequence)));

    private static (SnapshotReport Report, int? Content) Load(IStorage storage, long? journalFrom)
    {
        int? content = null;
        var report = new SnapshotStore(storage).Load(journalFrom, stream =>
        {
            using var reader = new BinaryReader(stream);
            content = reader.ReadInt32();
        });
        return (report, content);
    }
}
