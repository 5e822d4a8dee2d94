using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Studies;

public sealed class PastCacheTests : IDisposable
{
    private const int Bytes = 100_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-pasts-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_past_is_read_as_it_was_kept()
    {
        var cache = new PastCache(_folder.FullName);

        Assert.Null(Read(cache, "one"));
        Assert.True(Keep(cache, "one", 7));
        Assert.True(Keep(cache, "one", 7));

        Assert.Equal((7, 1.5), Read(new PastCache(_folder.FullName), "one"));
        Assert.Equal(1, cache.Size().Pasts);
    }

    [Theory]
    [InlineData("state.gz")]
    [InlineData("past.json")]
    public void One_planted_bit_is_found_and_the_past_forgotten(string name)
    {
        var cache = new PastCache(_folder.FullName);
        Keep(cache, "one", 7);
        var file = Path.Combine(_folder.FullName, PastCache.Part, "one", name);
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length - 5] ^= 1;
        File.WriteAllBytes(file, bytes);

        Assert.Null(Read(cache, "one"));
        Assert.Equal(0, cache.Size().Pasts);
    }

    [Fact]
    public void All_together_take_no_more_than_the_limit_and_the_oldest_give_way()
    {
        var cache = new PastCache(_folder.FullName, bytesMax: (long)(2.5 * Bytes));
        foreach (var key in new[] { "one", "two", "three" })
        {
            Assert.True(Keep(cache, key, 7));
        }

        Assert.Null(Read(cache, "one"));
        Assert.NotNull(Read(cache, "two"));
        Assert.NotNull(Read(cache, "three"));
        Assert.InRange(cache.Size().Bytes, 1, (long)(2.5 * Bytes));
    }

    [Fact]
    public void A_past_that_alone_is_too_large_is_not_kept_and_drives_no_other_out()
    {
        Keep(new PastCache(_folder.FullName), "one", 7);
        var small = new PastCache(_folder.FullName, bytesMax: Bytes / 2);

        Assert.False(Keep(small, "two", 7));

        Assert.Null(Read(small, "two"));
        Assert.NotNull(Read(small, "one"));
    }

    [Fact]
    public void What_a_killed_process_left_is_no_past_and_is_pruned()
    {
        var cache = new PastCache(_folder.FullName);
        var left = Directory.CreateDirectory(
            Path.Combine(_folder.FullName, PastCache.Part, "one.4711.unfinished"));
        File.WriteAllBytes(Path.Combine(left.FullName, "state.gz"), new byte[9]);

        Assert.Null(Read(cache, "one"));
        Assert.Equal(1, cache.Prune(DateTimeOffset.MaxValue));
        Assert.False(Directory.Exists(left.FullName));
    }

    // Bytes that do not shrink: what is written is what is taken.
    private static bool Keep(PastCache cache, string key, int value) => cache.Keep(key, 1.5, writer =>
    {
        writer.Write(value);
        for (var at = 0; at < Bytes / sizeof(ulong); at++)
        {
            writer.Write(Draws.At(1, at, 0, 0));
        }
    });

    private static (int Value, double Seconds)? Read(PastCache cache, string key) =>
        cache.Read(key, (reader, seconds) => Tuple.Create(reader.Read<int>(), seconds)) is { } read
            ? (read.Item1, read.Item2) : null;
}
