using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// The saved pasts that forked runs go on from, by their names: a part of the folder of runs.
/// </summary>
/// <remarks>
/// Each is written beside its place, saved to the disk and renamed: it is whole or not there. On reading, its
/// hash is compared. All together take no more than a limit: the oldest give way, and a past that alone
/// takes more is not kept.
/// </remarks>
/// <param name="folder">The folder of the runs of all studies.</param>
/// <param name="bytesMax">The most bytes that pasts may take.</param>
public sealed class PastCache(string folder, long bytesMax = PastCache.BytesMaxUsual)
{
    /// <summary>The folder of pasts, in that of runs.</summary>
    public const string Part = "pasts";

    /// <summary>What pasts may take: some dozens at the usual scale.</summary>
    public const long BytesMaxUsual = 4L << 30;

    private const string StateName = "state.gz";
    private const string NoteName = "past.json";
    private const int PieceBytes = 1 << 16;

    private static readonly PastNoteContext Context = new(ResultJson.OfLine());

    /// <summary>Reads a past; null if it is not there, or damaged and therefore forgotten.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="read">Makes something of its state, and of the seconds that it took to make.</param>
    /// <exception cref="InvalidDataException">It is no saved run that this version reads.</exception>
    public T? Read<T>(string key, Func<StateReader, double, T> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            var note = JsonSerializer.Deserialize(
                File.ReadAllBytes(Path.Combine(PlaceOf(key), NoteName)), Context.PastNote);
            using var file = File.OpenRead(Path.Combine(PlaceOf(key), StateName));
            if (note is not null && note.Sha256 == Hash(file))
            {
                using var stream = new GZipStream(file, CompressionMode.Decompress);
                using var pieces = new BufferedStream(stream, PieceBytes);
                return read(new StateReader(pieces), note.Seconds);
            }
        }
        catch (Exception gone) when (gone is DirectoryNotFoundException or FileNotFoundException)
        {
            return null; // never there, or pruned by another process
        }
        catch (JsonException)
        {
            // As damaged as one whose hash differs.
        }

        Forget(new DirectoryInfo(PlaceOf(key)));
        return null;
    }

    /// <summary>Keeps a past; false if it is too large to be kept.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="seconds">How long it took to make.</param>
    /// <param name="save">Writes its state.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public bool Keep(string key, double seconds, Action<StateWriter> save)
    {
        var place = new DirectoryInfo(PlaceOf(key));
        var beside = Directory.CreateDirectory($"{place.FullName}.{Environment.ProcessId}.unfinished");
        using (var file = File.Create(Path.Combine(beside.FullName, StateName)))
        {
            Write(file, save);
            Note(beside, new PastNote(Rounded.To(seconds, 3), Hash(file)));
        }

        var isKept = MakeRoom(BytesOf(beside), beside.FullName);
        if (isKept && !place.Exists)
        {
            Rename(beside, place);
        }

        Forget(beside); // too large, or another process was as fast, with the same
        return isKept;
    }

    /// <summary>How many pasts are there, and their bytes.</summary>
    public (int Pasts, long Bytes) Size() => Entries().Select(BytesOf)
        .Aggregate((Pasts: 0, Bytes: 0L), (sum, bytes) => (sum.Pasts + 1, sum.Bytes + bytes));

    /// <summary>Forgets what was kept before a moment, and what was never finished.</summary>
    /// <returns>How many.</returns>
    public int Prune(DateTimeOffset before)
    {
        var old = Entries().Where(entry => entry.CreationTimeUtc < before.UtcDateTime).ToList();
        old.ForEach(Forget);
        return old.Count;
    }

    // The oldest give way, also what a process that was killed has left.
    private bool MakeRoom(long bytes, string beside)
    {
        var others = Entries().Where(entry => entry.FullName != beside)
            .OrderByDescending(entry => entry.CreationTimeUtc).ThenBy(entry => entry.Name).ToList();
        var taken = bytes;
        foreach (var entry in others)
        {
            taken += BytesOf(entry);
            if (bytes <= bytesMax && taken > bytesMax)
            {
                Forget(entry);
            }
        }

        return bytes <= bytesMax;
    }

    private static void Write(FileStream file, Action<StateWriter> save)
    {
        using (var stream = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
        using (var pieces = new BufferedStream(stream, PieceBytes))
        {
            save(new StateWriter(pieces));
        }

        file.Flush(flushToDisk: true);
    }

    private static void Note(DirectoryInfo entry, PastNote note)
    {
        using var file = File.Create(Path.Combine(entry.FullName, NoteName));
        JsonSerializer.Serialize(file, note, Context.PastNote);
        file.Flush(flushToDisk: true);
    }

    private static void Rename(DirectoryInfo beside, DirectoryInfo place)
    {
        try
        {
            Directory.Move(beside.FullName, place.FullName);
        }
        catch (IOException) when (Directory.Exists(place.FullName))
        {
            // Another process was as fast, with the same.
        }
    }

    private static void Forget(DirectoryInfo entry)
    {
        try
        {
            Directory.Delete(entry.FullName, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another process was as fast.
        }
    }

    private static string Hash(FileStream file)
    {
        file.Position = 0;
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        file.Position = 0;
        return hash;
    }

    private static long BytesOf(DirectoryInfo entry)
    {
        try
        {
            return entry.EnumerateFiles().Sum(file => file.Length);
        }
        catch (Exception gone) when (gone is DirectoryNotFoundException or FileNotFoundException)
        {
            return 0;
        }
    }

    private IEnumerable<DirectoryInfo> Entries() => Directory.Exists(Path.Combine(folder, Part))
        ? new DirectoryInfo(Path.Combine(folder, Part)).EnumerateDirectories() : [];

    private string PlaceOf(string key) => Path.GetFullPath(Path.Combine(folder, Part, key));
}

/// <summary>past.json.</summary>
/// <param name="Seconds">How long the past took to make.</param>
/// <param name="Sha256">Of state.gz.</param>
internal sealed record PastNote(double Seconds, string Sha256);

[JsonSerializable(typeof(PastNote))]
internal sealed partial class PastNoteContext : JsonSerializerContext;
