using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

public sealed class FolderStorageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flashsale-storage-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_folder_is_open_for_writing_only_once()
    {
        using (FolderStorage.ForWriting(_folder))
        {
            var refusal = Assert.Throws<StorageLockedException>(() => FolderStorage.ForWriting(_folder));
            Assert.Equal(_folder, refusal.Folder);
            Assert.Contains("another process holds its lock file", refusal.Message, StringComparison.Ordinal);
        }

        FolderStorage.ForWriting(_folder).Dispose();
    }

    [Fact]
    public void A_folder_open_for_reading_takes_no_lock_and_changes_nothing()
    {
        using var writer = FolderStorage.ForWriting(_folder);
        writer.Create("a").Dispose();
        using var reader = FolderStorage.ForReading(_folder);

        Assert.Equal(["a"], reader.List());
        Assert.Throws<InvalidOperationException>(() => reader.Create("b"));
        Assert.Throws<InvalidOperationException>(() => reader.Delete("a"));
        Assert.Throws<InvalidOperationException>(() => reader.Rename("a", "b"));
        Assert.Throws<InvalidOperationException>(reader.SyncFolder);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_created_for_writing_and_refused_for_reading()
    {
        var inner = Path.Combine(_folder, "inner");

        Assert.Throws<DirectoryNotFoundException>(() => FolderStorage.ForReading(inner));
        FolderStorage.ForWriting(inner).Dispose();
        FolderStorage.ForReading(inner).Dispose();
    }

    [Theory]
    [InlineData("../a")]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData("lock")]
    public void Names_stay_inside_the_folder(string name)
    {
        using var storage = FolderStorage.ForWriting(_folder);

        Assert.Throws<ArgumentException>(() => storage.Create(name));
    }

    [Fact]
    public void A_file_in_memory_and_a_real_one_do_the_same()
    {
        using var memory = new MemoryStorage();
        using var folder = FolderStorage.ForWriting(_folder);

        Assert.Equal(Exercise(memory), Exercise(folder));
    }

    private static List<string> Exercise(IStorage storage)
    {
        var seen = new List<string>();
        using (var file = storage.Create("b"))
        {
            file.Write(3, [1, 2, 3]);
            file.Preallocate(10);
            file.Preallocate(2);
            file.Sync();
            var buffer = new byte[20];
            seen.Add($"{file.Length} {file.Read(2, buffer)} {Convert.ToHexString(buffer)}");
            file.Truncate(5);
            file.Preallocate(7);
            Array.Clear(buffer);
            seen.Add($"{file.Length} {file.Read(0, buffer)} {Convert.ToHexString(buffer)}");
            seen.Add($"{file.Read(9, buffer)}");
        }

        Assert.ThrowsAny<IOException>(() => storage.Create("b"));
        Assert.Throws<FileNotFoundException>(() => storage.Open("c"));
        storage.Create("c").Dispose();
        storage.Rename("b", "c");
        storage.Create("a").Dispose();
        storage.Delete("nothing");
        storage.SyncFolder();
        seen.AddRange(storage.List());
        storage.Delete("a");
        seen.AddRange(storage.List());
        using var renamed = storage.Open("c");
        seen.Add($"{renamed.Length}");
        return seen;
    }
}
