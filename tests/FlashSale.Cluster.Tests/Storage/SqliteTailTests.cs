using FlashSale.Tests;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using static FlashSale.Cluster.Tests.RowFixtures;

namespace FlashSale.Cluster.Tests;

// Whatever is in the tail of a file, in its table, or in both: readers see what was written last.
public sealed class SqliteTailTests : IDisposable
{
    private const int Owners = 4;
    private const int Items = 3;
    private const long DueMax = 9;

    private static readonly TailLimits NeverCarried = new(TimeSpan.FromDays(1), long.MaxValue);

    // As far as it goes, as soon as it may be, and every row at once.
    private static readonly TailLimits[] Limits =
        [NeverCarried, new TailLimits(TimeSpan.Zero, long.MaxValue), new TailLimits(TimeSpan.Zero, 0)];

    private static readonly Gen<Act> AnyAct =
        from owner in Gen.Choose(0, Owners - 1)
        from item in Gen.Choose(0, Items - 1)
        from text in Gen.Choose(0, 255)
        from due in Gen.Choose(0, (int)DueMax)
        from what in Gen.Choose(0, 19)
        select new Act(Key(owner, item), (byte)text, due, what);

    private int _folders;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-tail-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Readers_see_what_was_written_last_wherever_it_is(int limits) => AnyHistory.Holds(
        AnyAct, acts => Play(acts, Limits[limits]).GetAwaiter().GetResult(), histories: 40, stepsMax: 40);

    [Fact]
    public async Task A_kill_at_any_byte_loses_nothing_that_was_answered()
    {
        var live = Sub("live");
        await using var model = new MemoryRowStore();
        await using var store = SqliteRowStore.Open(live, NeverCarried);
        var ends = new List<(long Bytes, string State)>();
        for (var version = 0; version < 8; version++)
        {
            var rows = new[] { Put(Key(1), version), Put(Key(2, version), text: (byte)version) };
            await model.Save(rows);
            await store.Save(rows);
            ends.Add((new FileInfo(Path.Combine(live, "rows.db-wal")).Length, await StateOf(model)));
        }

        for (var at = 1; at < ends.Count; at++)
        {
            var (from, to) = (ends[at - 1].Bytes, ends[at].Bytes);
            foreach (var cut in new[] { from, from + 1, (from + to) / 2, to - 1, to })
            {
                await using var reopened = SqliteRowStore.Open(Dead(live, $"dead-{at}-{cut}", cut));
                Assert.Equal(ends[cut == to ? at : at - 1].State, await StateOf(reopened));
            }
        }
    }

    [Fact]
    public async Task What_is_carried_is_not_kept_in_records_too()
    {
        var live = Sub("live");
        var store = SqliteRowStore.Open(live, new TailLimits(TimeSpan.Zero, 0));
        for (var version = 0; version < 50; version++)
        {
            await store.Save(Put(Key(), version));
        }

        await store.DisposeAsync();

        Assert.Equal((0L, 1L), (Count(live, "tail"), Count(live, "rows")));
    }

    [Fact]
    public async Task A_row_that_was_born_and_has_ended_never_reaches_the_table()
    {
        var live = Sub("live");
        await using var store = SqliteRowStore.Open(live, NeverCarried);
        await store.Save(Put(Key(1)));
        await store.Save(Delete(Key(1), 1));

        Assert.Equal((2L, 0L), (Count(live, "tail"), Count(live, "rows")));
        Assert.Empty(await store.Page(RowKey.Before(RowKind.Cart), 10));
        Assert.Empty(await store.ReadAll(RowKind.Cart, 1));
    }

    [Fact]
    public async Task A_damaged_record_is_refused_and_nothing_is_changed()
    {
        var live = Sub("live");
        await using var store = SqliteRowStore.Open(live, NeverCarried);
        await store.Save(Put(Key()));
        var dead = Dead(live, "dead");
        Run(dead, "update tail set body = x'0102'");

        var refused = Assert.Throws<RowStoreException>(() => SqliteRowStore.Open(dead));

        Assert.Contains("damaged", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1L, Count(dead, "tail"));
        Run(dead, "delete from tail"); // whoever mends it finds the file free
        await SqliteRowStore.Open(dead).DisposeAsync();
    }

    private async Task Play(IReadOnlyList<Act> acts, TailLimits limits)
    {
        var folder = Sub(NextName());
        await using var model = new MemoryRowStore();
        var store = SqliteRowStore.Open(folder, limits);
        foreach (var act in acts)
        {
            var version = await model.VersionOf(act.Key);
            var row = act.IsDeletion
                ? Delete(act.Key, version)
                : Put(act.Key, version, act.Text, act.Due == 0 ? null : act.Due);
            await model.Save(row);
            await store.Save(row);
            if (act.IsRestart || act.IsDeath)
            {
                folder = act.IsDeath ? Dead(folder, NextName()) : folder;
                await store.DisposeAsync();
                store = SqliteRowStore.Open(folder, limits);
            }

            Assert.Equal(await StateOf(model), await StateOf(store));
        }

        await store.DisposeAsync();
    }

    // All that readers can ask for, as text.
    private static async Task<string> StateOf(IRowStore store)
    {
        var told = new List<string>();
        for (var owner = 0; owner < Owners; owner++)
        {
            told.Add(Text(await store.ReadAll(RowKind.Cart, owner)));
            for (var item = 0; item < Items; item++)
            {
                told.Add(await store.Read(Key(owner, item)) is { } row ? Text([row]) : "none");
            }
        }

        for (var rowsMax = 1; rowsMax <= 4; rowsMax++)
        {
            told.Add(Text(await store.Page(Key(1, 1), rowsMax)));
            told.Add(Text(await store.Page(RowKey.Before(RowKind.Cart), rowsMax)));
            told.Add(Text(await store.FindDue(RowKind.Cart, DueMax / 2, 1, 2, rowsMax)));
            told.Add(Text(await store.FindDue(RowKind.Cart, DueMax, 0, 1, rowsMax)));
        }

        return string.Join('\n', told);
    }

    private static string Text(IEnumerable<StoredRow> rows) => string.Join(
        ' ', rows.Select(row => $"{row.Key.Owner}/{row.Key.Item}@{row.Version}={row.Body.Span[0]}"));

    private string NextName() => $"{++_folders}";

    private string Sub(string name) => _folder.CreateSubdirectory(name).FullName;

    // The files as they are now, as a process that dies leaves them; of the log only so many bytes.
    private string Dead(string live, string name, long? logBytes = null)
    {
        var dead = Sub(name);
        File.Copy(Path.Combine(live, "rows.db"), Path.Combine(dead, "rows.db"));
        var log = Path.Combine(dead, "rows.db-wal");
        File.Copy(Path.Combine(live, "rows.db-wal"), log);
        if (logBytes is { } bytes)
        {
            using var file = new FileStream(log, FileMode.Open);
            file.SetLength(bytes);
        }

        return dead;
    }

    private static long Count(string folder, string table) => Run(folder, $"select count(*) from {table}");

    private static long Run(string folder, string statement)
    {
        using var connection = new SqliteConnection($"Data Source={folder}/rows.db;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        return command.ExecuteScalar() as long? ?? 0;
    }

    /// <summary>A step of a history: a row is written or deleted; at times the store starts again.</summary>
    private sealed record Act(RowKey Key, byte Text, long Due, int What)
    {
        public bool IsDeletion => What < 6;

        public bool IsRestart => What == 18;

        public bool IsDeath => What == 19;
    }
}
