using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

/// <summary>
/// A good journal with bytes changed at random: the right records up to a reported cut, or refused; nothing
/// else.
/// </summary>
public sealed class JournalFuzzTests
{
    private const int Seeds = 2_000;

    [Fact]
    public void Changed_bytes_never_give_a_wrong_record() => FaultSeeds.All(Seeds, GetType(), seed =>
    {
        var chance = new SplitMix64(seed);
        var isSealed = chance.Happens(500);
        var (storage, truth) = Write(chance, isSealed);
        using (storage)
        {
            var names = storage.List();
            var name = names[chance.Below(names.Count)];
            var changed = 0;
            for (var changes = 1 + chance.Below(4); changes > 0; changes--)
            {
                changed += Change(storage, name, chance);
            }

            // Many changed bytes may take the seal away together with the batch that it witnesses.
            return Judge(storage, truth, mustBeWhole: isSealed && changed == 1);
        }
    });

    private static (MemoryStorage Storage, List<byte[]> Truth) Write(SplitMix64 chance, bool isSealed)
    {
        var storage = new MemoryStorage();
        var truth = new List<byte[]>();
        var options = new JournalOptions { SegmentBytes = 2_048, PreallocateBytes = 512 };
        using var journal = JournalFixtures.Open(storage, options);
        for (var batch = 1 + chance.Below(25); batch > 0; batch--)
        {
            var buffer = new RecordBuffer();
            for (var record = 1 + chance.Below(3); record > 0; record--)
            {
                truth.Add(chance.Bytes(1 + chance.Below(90)));
                buffer.Add(truth[^1]);
            }

            journal.Append(buffer);
            journal.Sync();
        }

        if (isSealed)
        {
            journal.Seal();
        }

        return (storage, truth);
    }

    /// <summary>Changes something and returns how many bytes were written.</summary>
    private static int Change(MemoryStorage storage, string name, SplitMix64 chance)
    {
        using var file = storage.Open(name);
        var at = chance.Below((int)file.Length);
        var bytes = chance.Below(4) switch
        {
            0 => chance.Bytes(1 + chance.Below(200)),
            1 => storage.Bytes(name, chance.Below((int)file.Length), 1 + chance.Below(300)),
            2 => new byte[1 + chance.Below(16)],
            _ => [(byte)(storage.Bytes(name, at, 1)[0] ^ (1 + chance.Below(255)))],
        };
        storage.Overwrite(name, at, bytes);
        return bytes.Length;
    }

    private static string? Judge(MemoryStorage storage, List<byte[]> truth, bool mustBeWhole)
    {
        var found = new List<byte[]>();
        RecoveryReport report;
        try
        {
            report = Journal.Read(storage, JournalMark.Beginning, (sequence, record) =>
            {
                Assert.Equal(found.Count, sequence);
                found.Add(record.ToArray());
            });
        }
        catch (JournalCorruptException refusal)
        {
            return refusal.File.StartsWith("journal-", StringComparison.Ordinal) && refusal.Offset >= 0
                ? Wrong(found, truth)
                : "refused without a place";
        }
        catch (JournalFormatException)
        {
            return Wrong(found, truth);
        }

        return Wrong(found, truth)
            ?? (report.End.Sequence != found.Count ? "the report counts otherwise"
                : found.Count < truth.Count && mustBeWhole ? "a sealed record is gone"
                : found.Count < truth.Count && report.Cut is null ? "records are gone without a report"
                : null);
    }

    private static string? Wrong(List<byte[]> found, List<byte[]> truth) =>
        found.Count <= truth.Count
        && found.Zip(truth).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second))
            ? null
            : "a record is wrong or invented";
}
