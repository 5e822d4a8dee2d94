using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using static FlashSale.Cluster.Tests.RowFixtures;

namespace FlashSale.Cluster.Tests;

public sealed class CommitQueueTests
{
    [Fact]
    public async Task While_a_commit_is_on_its_way_the_next_batch_collects()
    {
        var disk = new SlowDisk();
        await using var queue = new CommitQueue("test", disk);
        var first = Save(queue, Put(Key(1)));
        await disk.Started(1);
        var later = Enumerable.Range(2, 50)
            .Select(owner => Save(queue, Put(Key(owner)))).ToArray();

        disk.Finish(1);
        await first;
        await disk.Started(2);
        Assert.DoesNotContain(later, write => write.IsCompleted);

        disk.Finish(2);
        await Task.WhenAll(later);
        Assert.Equal([1, 50], disk.RowsPerCommit);
    }

    [Fact]
    public async Task A_hot_row_is_stored_once_per_commit()
    {
        var disk = new SlowDisk();
        await using var queue = new CommitQueue("test", disk);
        var first = Save(queue, Put(Key()));
        await disk.Started(1);
        var later = Enumerable.Range(1, 30)
            .Select(version => Save(queue, Put(Key(), version))).ToArray();

        disk.Finish(1);
        disk.Finish(2);
        await Task.WhenAll([first, .. later]);

        Assert.Equal([1, 1], disk.RowsPerCommit);
    }

    [Fact]
    public async Task When_a_commit_fails_its_writes_fail_and_the_next_commit_is_tried()
    {
        var disk = new SlowDisk();
        await using var queue = new CommitQueue("test", disk);
        var failing = Save(queue, Put(Key(1)));
        await disk.Started(1);
        var next = Save(queue, Put(Key(2)));

        disk.Fail(1, new RowStoreException("away"));
        disk.Finish(2);

        await Assert.ThrowsAsync<RowStoreException>(() => failing);
        await next;
    }

    [Fact]
    public async Task When_the_store_must_not_go_on_every_write_fails()
    {
        var disk = new SlowDisk();
        await using var queue = new CommitQueue("test", disk);
        var failing = Save(queue, Put(Key(1)));
        await disk.Started(1);
        var waiting = Save(queue, Put(Key(2)));

        disk.Fail(1, new StoreHaltedException("the disk lied"));

        foreach (var write in new[] { failing, waiting })
        {
            var failed = await Assert.ThrowsAsync<RowStoreException>(() => write);
            Assert.Contains("the disk lied", failed.Message, StringComparison.Ordinal);
        }

        Assert.Throws<RowStoreException>(queue.ThrowIfHalted);
        await Assert.ThrowsAsync<RowStoreException>(() => Save(queue, Put(Key(3))));
    }

    [Fact]
    public async Task Too_many_waiting_writes_are_refused_at_once()
    {
        var disk = new SlowDisk();
        await using var queue = new CommitQueue("test", disk);
        var first = Save(queue, Put(Key(0)));
        await disk.Started(1);
        var waiting = Enumerable.Range(1, CommitQueue.WritesWaitingMax)
            .Select(owner => Save(queue, Put(Key(owner)))).ToArray();

        var refused = await Assert.ThrowsAsync<RowStoreException>(() => Save(queue, Put(Key(-1))));
        Assert.Contains("overloaded", refused.Message, StringComparison.Ordinal);

        disk.FinishAll();
        await Task.WhenAll([first, .. waiting]);
    }

    [Fact]
    public async Task What_happens_is_counted()
    {
        const string store = "counted";
        var counts = new ConcurrentDictionary<string, long>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == StorageMetrics.MeterName)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            if (tags.Contains(new KeyValuePair<string, object?>("store", store)))
            {
                counts.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value);
            }
        });
        listener.Start();

        var disk = new SlowDisk();
        await using (var queue = new CommitQueue(store, disk))
        {
            disk.FinishAll();
            await queue.Write(new[] { Put(Key(1)), Put(Key(2)) });
            await Assert.ThrowsAsync<RowConflictException>(
                async () => await queue.Write(new[] { Put(Key(3)), Put(Key(3)) }));
        }

        listener.RecordObservableInstruments();
        Assert.Equal(1, counts["flashsale.storage.commits"]);
        Assert.Equal(2, counts["flashsale.storage.commit.rows"]);
        Assert.Equal(1, counts["flashsale.storage.conflicts"]);
        Assert.Equal(0, counts["flashsale.storage.failures"]); // it is there before the first one
        Assert.Equal(0, counts["flashsale.storage.writes.waiting"]);
    }

    private static Task Save(CommitQueue queue, RowWrite row) => queue.Write(new[] { row }).AsTask();
}
