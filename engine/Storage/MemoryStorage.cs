namespace FlashSale.Engine;

/// <summary>
/// A folder in memory that keeps what is synced apart from what is not, so that a power loss can be imagined.
/// </summary>
/// <remarks>For tests and for engines that need not outlive their process. One thread at a time.</remarks>
public sealed class MemoryStorage : IStorage
{
    private readonly SortedDictionary<string, MemoryContents> _names = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, MemoryContents> _syncedNames = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<string> List() => [.. _names.Keys];

    /// <inheritdoc/>
    public IStorageFile Open(string name) => new MemoryFile(Contents(name));

    /// <inheritdoc/>
    public IStorageFile Create(string name)
    {
        var contents = new MemoryContents();
        return _names.TryAdd(name, contents)
            ? new MemoryFile(contents)
            : throw new IOException($"{name} exists.");
    }

    /// <inheritdoc/>
    public void Delete(string name) => _names.Remove(name);

    /// <inheritdoc/>
    public void Rename(string from, string to)
    {
        _names[to] = Contents(from);
        _names.Remove(from);
    }

    /// <inheritdoc/>
    public void SyncFolder()
    {
        _syncedNames.Clear();
        foreach (var (name, contents) in _names)
        {
            _syncedNames.Add(name, contents);
        }
    }

    /// <summary>The folder after a power loss that takes everything that was not synced.</summary>
    public MemoryStorage AfterPowerLoss() => AfterPowerLoss(new PlainPowerLoss(keepsAll: false));

    /// <summary>Nothing to give back.</summary>
    public void Dispose()
    {
    }

    /// <summary>
    /// The folder after a power loss that leaves, of what was not synced, what <paramref name="loss"/> says.
    /// </summary>
    internal MemoryStorage AfterPowerLoss(IPowerLoss loss)
    {
        var after = new MemoryStorage();
        foreach (var name in _names.Keys.Union(_syncedNames.Keys).Order(StringComparer.Ordinal))
        {
            var now = _names.GetValueOrDefault(name);
            var synced = _syncedNames.GetValueOrDefault(name);
            var kept = now == synced || loss.KeepsName(name) ? now : synced;
            if (kept is not null)
            {
                after._names.Add(name, kept.AfterPowerLoss(name, loss));
            }
        }

        after.SyncFolder();
        return after;
    }

    /// <summary>
    /// The bytes of a file, for faults that no caller of <see cref="IStorageFile"/> could cause.
    /// </summary>
    internal MemoryContents Contents(string name) =>
        _names.GetValueOrDefault(name) ?? throw new FileNotFoundException($"There is no file {name}.", name);
}
