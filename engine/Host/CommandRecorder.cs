namespace FlashSale.Engine;

/// <summary>Records the commands of a market in a new journal, for <see cref="JournalReplay"/>.</summary>
/// <remarks>For virtual time: nobody waits for an answer, so records are written in large batches.</remarks>
public sealed class CommandRecorder : IDisposable
{
    private const int BatchBytes = 1 << 20;

    private readonly IStorage _storage;
    private readonly Journal _journal;
    private readonly RecordBuffer _records = new(BatchBytes * 2);

    private CommandRecorder(IStorage storage)
    {
        _storage = storage;
        _journal = Journal.Open(storage, JournalMark.Beginning, (_, _) => { });
        Log = new CommandLog(Collect);
    }

    /// <summary>What a market writes its commands to.</summary>
    public CommandLog Log { get; }

    /// <summary>Begins a recording in an empty folder.</summary>
    /// <exception cref="IOException">The folder is not empty, or cannot be written.</exception>
    public static CommandRecorder Begin(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new IOException($"{folder} is not empty; a recording begins in an empty folder");
        }

        return new CommandRecorder(FolderStorage.ForWriting(folder));
    }

    /// <summary>Makes all that was recorded durable.</summary>
    public void Finish()
    {
        Append();
        _journal.Seal();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _journal.Dispose();
        _storage.Dispose();
    }

    private void Collect(ReadOnlySpan<byte> record)
    {
        _records.Add(record);
        if (_records.Framed.Length >= BatchBytes)
        {
            Append();
        }
    }

    private void Append()
    {
        if (_records.Count > 0)
        {
            _journal.Append(_records);
            _records.Clear();
        }

        _journal.Sync();
    }
}
