using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

/// <summary>The journal on a real disk.</summary>
public sealed class JournalFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flashsale-journal-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_journal_on_a_real_disk_reads_back_over_segments()
    {
        using (var storage = FolderStorage.ForWriting(_folder))
        {
            using var journal = JournalFixtures.Open(storage, JournalFixtures.Small);
            journal.AppendSynced([.. Enumerable.Range(0, 30).Select(i => $"{i}")]);
        }

        using var again = FolderStorage.ForWriting(_folder);
        using var reopened = JournalFixtures.Open(again, JournalFixtures.Small);

        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"{i}:{i}"), JournalFixtures.ReadAll(again));
        Assert.Null(reopened.Recovery.Cut);
        Assert.True(reopened.Recovery.Segments > 1);
    }

    [Fact]
    public void A_journal_that_is_being_written_can_be_read()
    {
        using var storage = FolderStorage.ForWriting(_folder);
        using var journal = JournalFixtures.Open(storage);
        journal.AppendSynced("a", "b");
        using var reader = FolderStorage.ForReading(_folder);

        Assert.Equal(["0:a", "1:b"], JournalFixtures.ReadAll(reader));
        journal.AppendSynced("c");
        Assert.Equal(["0:a", "1:b", "2:c"], JournalFixtures.ReadAll(reader));
    }

    [Fact]
    public async Task A_reader_beside_a_busy_writer_never_sees_damage()
    {
        using var storage = FolderStorage.ForWriting(_folder);
        var options = new JournalOptions { SegmentBytes = 1 << 14, PreallocateBytes = 4_096 };
        using var journal = JournalFixtures.Open(storage, options);
        using var reader = FolderStorage.ForReading(_folder);
        var writing = Task.Run(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                journal.Append(JournalFixtures.Batch($"{i}", new string('x', i % 200)));
                journal.Sync();
            }
        });

        do
        {
            var expected = 0L;
            Journal.Read(reader, JournalMark.Beginning, (sequence, _) => Assert.Equal(expected++, sequence));
        }
        while (!writing.IsCompleted);

        await writing;
    }

    [Fact]
    public void Appending_allocates_nothing()
    {
        const int Appends = 4_000;
        const int SmallestObjectBytes = 24;
        using var storage = FolderStorage.ForWriting(_folder);
        using var journal = JournalFixtures.Open(storage);
        var batch = JournalFixtures.Batch("one", "two", "three");
        journal.Append(batch);
        journal.Sync();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Appends; i++)
        {
            journal.Append(batch);
        }

        journal.Sync();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // A collection on another thread may add some thousand bytes to the count.
        Assert.InRange(allocated, 0, Appends * SmallestObjectBytes / 2);
    }
}
