using System.IO.Compression;

namespace FlashSale.Simulator;

/// <summary>The files of a run as the cache has them: summary.json, and timeline.csv.gz.</summary>
/// <param name="Summary">summary.json.</param>
/// <param name="Timeline">timeline.csv.gz, which is packed already.</param>
public sealed record RunFiles(byte[] Summary, byte[] Timeline)
{
    /// <summary>The summary, packed for the way.</summary>
    public byte[] PackedSummary()
    {
        using var bytes = new MemoryStream();
        using (var stream = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            stream.Write(Summary);
        }

        return bytes.ToArray();
    }

    /// <summary>The files as they came.</summary>
    /// <param name="packedSummary">The summary, packed.</param>
    /// <param name="timeline">The timeline.</param>
    /// <param name="bytesMax">How large the summary may be.</param>
    /// <exception cref="InvalidDataException">The summary is not packed, or too large.</exception>
    public static RunFiles Unpacked(byte[] packedSummary, byte[] timeline, int bytesMax)
    {
        using var stream = new GZipStream(new MemoryStream(packedSummary), CompressionMode.Decompress);
        var summary = new byte[bytesMax + 1];
        var length = stream.ReadAtLeast(summary, summary.Length, throwOnEndOfStream: false);
        return length <= bytesMax
            ? new RunFiles(summary[..length], timeline)
            : throw new InvalidDataException($"A summary has more than {bytesMax} bytes.");
    }
}
