using System.Globalization;
using System.Text;
using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

/// <summary>Journals to start a test from, and what they read back.</summary>
internal static class JournalFixtures
{
    /// <summary>Small files, so that a few batches make several.</summary>
    public static JournalOptions Small { get; } = new() { SegmentBytes = 1 << 10, PreallocateBytes = 256 };

    /// <summary>One file for all, that grows in small steps.</summary>
    private static JournalOptions Roomy { get; } = new() { PreallocateBytes = 1 << 12 };

    public static Journal Open(IStorage storage, JournalOptions? options = null) =>
        Journal.Open(storage, JournalMark.Beginning, (_, _) => { }, options ?? Roomy);

    /// <summary>Appends each text as a batch of its own and syncs after each.</summary>
    public static void AppendSynced(this Journal journal, params ReadOnlySpan<string> records)
    {
        foreach (var record in records)
        {
            journal.Append(Batch(record));
            journal.Sync();
        }
    }

    /// <summary>One batch of these records.</summary>
    public static RecordBuffer Batch(params ReadOnlySpan<string> records)
    {
        var buffer = new RecordBuffer();
        foreach (var record in records)
        {
            buffer.Add(Encoding.UTF8.GetBytes(record));
        }

        return buffer;
    }

    /// <summary>A folder with a journal of these records, each a synced batch.</summary>
    public static MemoryStorage Journaled(JournalOptions? options, params ReadOnlySpan<string> records)
    {
        var storage = new MemoryStorage();
        using var journal = Open(storage, options);
        journal.AppendSynced(records);
        return storage;
    }

    /// <summary>«number:text» of all records from a mark on, read without changing anything.</summary>
    public static string[] ReadAll(IStorage storage, JournalMark from = default)
    {
        var found = new List<string>();
        Journal.Read(storage, from, (sequence, record) => found.Add(
            sequence.ToString(CultureInfo.InvariantCulture) + ":" + Encoding.UTF8.GetString(record)));
        return [.. found];
    }

    /// <summary>Changes bytes of a file in place, as a broken disk would.</summary>
    public static void Overwrite(
        this IStorage storage, string name, long offset, params ReadOnlySpan<byte> bytes)
    {
        using var file = storage.Open(name);
        file.Write(offset, bytes);
    }

    /// <summary>Turns all bits of one byte.</summary>
    public static void Damage(this IStorage storage, string name, long offset)
    {
        using var file = storage.Open(name);
        Span<byte> one = stackalloc byte[1];
        file.Read(offset, one);
        one[0] ^= 0xFF;
        file.Write(offset, one);
    }

    /// <summary>A part of a file.</summary>
    public static byte[] Bytes(this IStorage storage, string name, long offset, int count)
    {
        using var file = storage.Open(name);
        var bytes = new byte[count];
        return bytes[..file.Read(offset, bytes)];
    }
}
