using Microsoft.Data.Sqlite;
using static FlashSale.Cluster.Tests.RowFixtures;

namespace FlashSale.Cluster.Tests;

public sealed class SqliteRowStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-rows-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_answered_is_in_the_files_when_the_process_dies()
    {
        await using var store = SqliteRowStore.Open(_folder.FullName);
        await Task.WhenAll(Enumerable.Range(0, 500).Select(owner =>
            store.Save(Put(Key(owner)), Put(Key(owner, 1)))));

        // The files as they are now: nothing was closed, nothing checkpointed.
        var dead = Directory.CreateDirectory(Path.Combine(_folder.FullName, "dead"));
        foreach (var name in new[] { "rows.db", "rows.db-wal" })
        {
            File.Copy(Path.Combine(_folder.FullName, name), Path.Combine(dead.FullName, name));
        }

        await using var reopened = SqliteRowStore.Open(dead.FullName);
        Assert.Equal(1_000, (await reopened.Page(RowKey.Before(RowKind.Cart), 2_000)).Count);
    }

    [Fact]
    public async Task A_folder_that_is_open_is_refused()
    {
        await using (SqliteRowStore.Open(_folder.FullName))
        {
            var refused = Assert.Throws<RowStoreException>(() => SqliteRowStore.Open(_folder.FullName));
            Assert.Contains("another process has it open", refused.Message, StringComparison.Ordinal);
        }

        await SqliteRowStore.Open(_folder.FullName).DisposeAsync();
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_and_left_alone()
    {
        await SqliteRowStore.Open(_folder.FullName).DisposeAsync();
        Change("pragma user_version = 99");

        var refused = Assert.Throws<RowStoreException>(() => SqliteRowStore.Open(_folder.FullName));
        Assert.Contains("version 99", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_file_of_an_older_version_is_opened_with_its_rows_and_is_of_version_3_from_then_on(
        int version)
    {
        var before = SqliteRowStore.Open(_folder.FullName);
        await before.Save(Put(Key(1)));
        await before.DisposeAsync();
        Change("drop table tail");
        Change($"pragma user_version = {version}");

        var store = SqliteRowStore.Open(_folder.FullName);
        Assert.NotNull(await store.Read(Key(1)));
        await store.DisposeAsync();

        Assert.Equal(3L, Number("pragma user_version")); // a program that knows an older one only refuses it
    }

    [Fact]
    public void A_file_of_somebody_else_is_refused()
    {
        Change("create table letters(id integer)");

        var refused = Assert.Throws<RowStoreException>(() => SqliteRowStore.Open(_folder.FullName));
        Assert.Contains("not a file with rows", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "rows.db"), new string('x', 5_000));

        Assert.Throws<RowStoreException>(() => SqliteRowStore.Open(_folder.FullName));
    }

    [Fact]
    public async Task A_closing_store_commits_what_waits_and_takes_no_more()
    {
        var store = SqliteRowStore.Open(_folder.FullName);
        var writes = Enumerable.Range(0, 2_000).Select(owner => store.Save(Put(Key(owner)))).ToArray();
        await store.DisposeAsync();
        await Task.WhenAll(writes);

        var refused = await Assert.ThrowsAsync<RowStoreException>(() => store.Save(Put(Key(9_999))));
        Assert.Contains("closed", refused.Message, StringComparison.Ordinal);
    }

    private void Change(string statement) => Number(statement);

    private object? Number(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.FullName}/rows.db;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        return command.ExecuteScalar();
    }
}
