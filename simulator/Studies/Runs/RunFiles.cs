using System.IO.Compression;
using System.Text;

namespace FlashSale.Simulator;

/// <summary>The files of a run as the cache has them: summary.json, and timeline.csv.gz.</summary>
/// <param name="Summary">summary.json.</param>
/// <param name="Timeline">timeline.csv.gz, which is packed already.</param>
public sealed record RunFiles(byte[] Summary, byte[] Timeline)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The files of a festival's run.</summary>
    public static RunFiles Of(RunResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Of(SummaryJson.Write(result.Summary),
            text => TimelineCsv.Write(text, result.Timeline, result.Summary.FestivalDay()));
    }

    /// <summary>The files of a run.</summary>
    /// <param name="summary">summary.json.</param>
    /// <param name="timeline">Writes what it did over time.</param>
    internal static RunFiles Of(string summary, Action<TextWriter> timeline)
    {
        using var bytes = new MemoryStream();
        using (var stream = new GZipStream(bytes, CompressionLevel.Fastest))
        using (var text = new StreamWriter(stream, Utf8))
        {
            timeline(text);
        }

        return new RunFiles(Utf8.GetBytes(summary), bytes.ToArray());
    }

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
