namespace FlashSale.Engine;

/// <summary>
/// Tells a torn tail from corruption: searches what follows the last good batch for a batch header that no
/// crash would leave there.
/// </summary>
/// <remarks>
/// A crash can tear, in any way, the batches that were not synced; each of them says that only what came
/// before all of them was durable. So a sound header that names a later point as durable, or that stands
/// where it does not belong, is proof of damage to bytes that had been synced.
/// </remarks>
internal static class TailEvidence
{
    private const int StepBytes = 4_096;

    /// <summary>
    /// Describes the proof; null if there is none, and all from <paramref name="tail"/> on is a torn tail.
    /// </summary>
    /// <param name="window">The file.</param>
    /// <param name="tail">Where the last good batch ends.</param>
    /// <param name="contentEnd">Where the bytes that are not zero end.</param>
    /// <param name="next">The sequence of the record that should come at the tail.</param>
    public static string? Find(FileWindow window, long tail, long contentEnd, long next)
    {
        for (var at = tail; at + BatchHeader.Bytes <= contentEnd;)
        {
            var step = window.At(at, StepBytes);
            var found = step.IndexOf(BatchHeader.Magic);
            if (found < 0)
            {
                at += Math.Max(1, step.Length - BatchHeader.Magic.Length + 1);
                continue;
            }

            at += found;
            if (BatchHeader.Read(window.At(at, BatchHeader.Bytes)) is { } header
                && Proof(window, header, at, tail, next) is { } proof)
            {
                return proof;
            }

            at++;
        }

        return null;
    }

    private static string? Proof(FileWindow window, BatchHeader header, long at, long tail, long next)
    {
        if (header.DurableBefore > next)
        {
            return $"record {next} is missing, but the batch at byte {at} was written after it was synced";
        }

        var isInPlace = at == tail ? header.First == next : header.First > next;
        if (!isInPlace)
        {
            return $"record {next} is missing, and record {header.First} at byte {at} is not in its place";
        }

        return at == tail && IsWhole(window, header, at)
            ? $"the batch of record {next} does not follow the records before it"
            : null;
    }

    private static bool IsWhole(FileWindow window, BatchHeader header, long at)
    {
        var bytes = window.At(at, header.TotalBytes);
        return bytes.Length == header.TotalBytes
            && Crc32C.Of(bytes[BatchHeader.Bytes..]) == header.RecordsCrc;
    }
}
