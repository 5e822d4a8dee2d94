using System.IO.Compression;
using System.Text;

namespace FlashSale.Simulator;

/// <summary>The runs that are there, by their names: one folder for all studies.</summary>
/// <remarks>
/// An entry is written beside its place, saved to the disk, and renamed: it is whole or not there. On
/// reading, the hashes of its files are compared; a damaged entry is discarded and run again.
/// </remarks>
public sealed class RunCache
{
    private const string OutcomeName = "outcome.json";
    private const string SummaryName = "summary.json";
    private const string TimelineName = "timeline.csv.gz";
    private const string DatabaseName = "run.sqlite";
    private const string ValuesName = "values.json";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private int _discarded;

    /// <summary>The cache in a folder, which is made when something is kept.</summary>
    public RunCache(string folder) => Folder = folder;

    /// <summary>Where it is.</summary>
    public string Folder { get; }

    /// <summary>Entries that were found damaged and discarded, since this was made.</summary>
    public int Discarded => _discarded;

    /// <summary>What became of a run; null if it is not there.</summary>
    /// <exception cref="IOException">It is there and cannot be read.</exception>
    public RunOutcome? Outcome(string key)
    {
        var place = PlaceOf(key);
        if (!Directory.Exists(place))
        {
            return null;
        }

        if (Read(place, OutcomeName) is { } text && RunOutcomeJson.Read(Utf8.GetString(text)) is { } outcome
            && outcome.Key == key
            && Is(place, SummaryName, outcome.SummarySha256)
            && Is(place, TimelineName, outcome.TimelineSha256)
            && Is(place, DatabaseName, outcome.DatabaseSha256))
        {
            return outcome;
        }

        Interlocked.Increment(ref _discarded);
        Discard(key);
        return null;
    }

    /// <summary>The summary of a run that is there.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public string Summary(string key) => TextFile.Text(Path.Combine(PlaceOf(key), SummaryName));

    /// <summary>What a run that is there did over time.</summary>
    /// <param name="key">The run.</param>
    /// <param name="read">Reads the rows.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not what this version writes.</exception>
    public T Timeline<T>(string key, Func<TextReader, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        using var file = File.OpenRead(Path.Combine(PlaceOf(key), TimelineName));
        using var stream = new GZipStream(file, CompressionMode.Decompress);
        using var text = new StreamReader(stream, Utf8);
        return read(text);
    }

    /// <summary>The path of run.sqlite of a run that is there; null if it is not kept.</summary>
    public string? Database(string key) =>
        Path.Combine(PlaceOf(key), DatabaseName) is var path && File.Exists(path) ? path : null;

    /// <summary>
    /// The values of measures in a run that is there, each read from its figures once; null if figures that
    /// it takes are not kept.
    /// </summary>
    /// <exception cref="IOException">They cannot be read, or not be kept.</exception>
    /// <exception cref="InvalidDataException">
    /// Its figures are not what this version writes, or a query failed.
    /// </exception>
    /// <param name="key">The run.</param>
    /// <param name="measures">The measures.</param>
    /// <param name="figures">What runs of its kind have.</param>
    internal IReadOnlyList<double?>? Values(
        string key, IReadOnlyList<MeasureExpression> measures, StudiedFigures figures)
    {
        var known = Read(PlaceOf(key), ValuesName) is { } bytes
            ? RunValues.Read(Utf8.GetString(bytes)) ?? RunValues.None : RunValues.None;
        var missing = measures.Where(one => !known.Values.ContainsKey(one.Text)).DistinctBy(one => one.Text)
            .ToList();
        if (missing.Count > 0)
        {
            var run = figures.Stored(this, key);
            try
            {
                known = known.With(missing.Select(one => (one.Text, one.Of(run))));
            }
            catch (FileNotFoundException)
            {
                return null;
            }

            Put(key, ValuesName, known.Text());
        }

        return [.. measures.Select(one => known.Values[one.Text])];
    }

    /// <summary>Keeps a run that was carried out elsewhere.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <param name="files">Its files; null if it has none.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="InvalidDataException">The files are not those of the outcome.</exception>
    public void Import(RunOutcome outcome, RunFiles? files)
    {
        if (Keep(outcome, files, database: null) != outcome)
        {
            Discard(outcome.Key);
            throw new InvalidDataException($"The files of run {outcome.Key} are not those of its outcome.");
        }
    }

    /// <summary>The files of a run that is there; null if it has none.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    public RunFiles? Files(string key) => Read(PlaceOf(key), SummaryName) is { } summary
        && Read(PlaceOf(key), TimelineName) is { } timeline ? new RunFiles(summary, timeline) : null;

    /// <summary>Keeps a run.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <param name="files">Its files; null if it has none.</param>
    /// <param name="database">Writes its database to a path; null if that is not kept.</param>
    /// <returns>The outcome with the hashes of what was kept.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public RunOutcome Keep(RunOutcome outcome, RunFiles? files, Action<string>? database = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var place = PlaceOf(outcome.Key);
        var beside = $"{place}.{Environment.ProcessId}.unfinished";
        Directory.CreateDirectory(beside);
        var whole = files is null ? outcome : outcome with
        {
            SummarySha256 = Write(beside, SummaryName, files.Summary),
            TimelineSha256 = Write(beside, TimelineName, files.Timeline),
            DatabaseSha256 = database is null ? "" : Made(beside, DatabaseName, database),
        };
        whole = RunOutcomeJson.Sealed(whole);
        Write(beside, OutcomeName, Utf8.GetBytes(RunOutcomeJson.Line(whole)));
        if (Outcome(outcome.Key) is { } there && there.Kept >= whole.Kept)
        {
            Directory.Delete(beside, recursive: true); // another process was as fast, with the same
        }
        else
        {
            Discard(outcome.Key); // of what a study left that keeps less
            Directory.Move(beside, place);
        }

        return whole;
    }

    /// <summary>Lets go of figures of a run beyond what is to be kept.</summary>
    /// <returns>The outcome with the hashes of what is left.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public RunOutcome Thin(RunOutcome outcome, KeptFigures keep)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (!outcome.HasFigures || outcome.Kept <= keep)
        {
            return outcome;
        }

        var thin = RunOutcomeJson.Sealed(outcome with
        {
            SummarySha256 = keep >= KeptFigures.Summary ? outcome.SummarySha256 : "",
            TimelineSha256 = keep >= KeptFigures.Timeline ? outcome.TimelineSha256 : "",
            DatabaseSha256 = "",
        });
        Put(outcome.Key, OutcomeName, RunOutcomeJson.Line(thin)); // before the files are gone that it names
        foreach (var (name, sha256) in new[]
        {
            (SummaryName, thin.SummarySha256), (TimelineName, thin.TimelineSha256),
            (DatabaseName, thin.DatabaseSha256),
        })
        {
            if (sha256.Length == 0)
            {
                File.Delete(Path.Combine(PlaceOf(outcome.Key), name));
            }
        }

        return thin;
    }

    /// <summary>Forgets a run.</summary>
    public void Discard(string key)
    {
        if (Directory.Exists(PlaceOf(key)))
        {
            Directory.Delete(PlaceOf(key), recursive: true);
        }
    }

    /// <summary>How many runs are there, and their bytes.</summary>
    public (int Runs, long Bytes) Size() => Entries()
        .Select(entry => entry.EnumerateFiles().Sum(file => file.Length))
        .Aggregate((Runs: 0, Bytes: 0L), (sum, bytes) => (sum.Runs + 1, sum.Bytes + bytes));

    /// <summary>Forgets what was kept before a moment, and what was never finished.</summary>
    /// <returns>How many.</returns>
    public int Prune(DateTimeOffset before)
    {
        var old = Entries().Where(entry => entry.CreationTimeUtc < before.UtcDateTime).ToList();
        old.ForEach(entry => entry.Delete(recursive: true));
        return old.Count;
    }

    private static string Write(string folder, string name, byte[] bytes)
    {
        using var file = File.Create(Path.Combine(folder, name));
        file.Write(bytes);
        file.Flush(flushToDisk: true);
        return RunSeal.Sha256(bytes);
    }

    // Beside, and renamed: who reads meanwhile sees the old or the new.
    private void Put(string key, string name, string text)
    {
        var beside = $"{name}.{Environment.ProcessId}.unfinished";
        Write(PlaceOf(key), beside, Utf8.GetBytes(text));
        File.Move(Path.Combine(PlaceOf(key), beside), Path.Combine(PlaceOf(key), name), overwrite: true);
    }

    private static string Made(string folder, string name, Action<string> write)
    {
        var path = Path.Combine(folder, name);
        write(path);
        using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Flush(flushToDisk: true);
        }

        return SealedFile.Of(folder, name).Sha256;
    }

    private static byte[]? Read(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    private static bool Is(string folder, string name, string sha256) =>
        sha256.Length == 0
        || (File.Exists(Path.Combine(folder, name)) && SealedFile.Of(folder, name).Sha256 == sha256);

    private IEnumerable<DirectoryInfo> Entries() => Directory.Exists(Folder)
        ? new DirectoryInfo(Folder).EnumerateDirectories().Where(letters => letters.Name != PastCache.Part)
            .SelectMany(letters => letters.EnumerateDirectories())
        : [];

    private string PlaceOf(string key) => Path.Combine(Folder, key[..2], key);
}
