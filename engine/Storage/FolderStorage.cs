using Microsoft.Win32.SafeHandles;

namespace FlashSale.Engine;

/// <summary>A real folder. Opened for writing, it holds a lock that no other process gets.</summary>
/// <remarks>
/// The lock is the operating system's (flock on Linux), held on the file <c>lock</c>: it ends with the
/// process, however that ends. File systems that know no locks, as some network mounts, do not keep a second
/// writer out.
/// </remarks>
public sealed class FolderStorage : IStorage
{
    private const string LockName = "lock";

    private readonly string _folder;
    private readonly SafeFileHandle? _lock;

    private FolderStorage(string folder, SafeFileHandle? exclusive)
    {
        _folder = folder;
        _lock = exclusive;
    }

    /// <summary>Opens a folder for writing, creating it if it is not there.</summary>
    /// <exception cref="StorageLockedException">Another process has it open for writing.</exception>
    public static FolderStorage ForWriting(string folder)
    {
        var path = Path.GetFullPath(folder);
        Directory.CreateDirectory(path);
        var lockPath = Path.Combine(path, LockName);
        try
        {
            return new FolderStorage(
                path,
                File.OpenHandle(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault) when (File.Exists(lockPath))
        {
            throw new StorageLockedException(path, fault);
        }
    }

    /// <summary>
    /// Opens a folder for reading only: a copy, or a folder that another process is writing to.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static FolderStorage ForReading(string folder)
    {
        var path = Path.GetFullPath(folder);
        return Directory.Exists(path)
            ? new FolderStorage(path, null)
            : throw new DirectoryNotFoundException($"There is no folder {path}.");
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List() =>
    [
        .. Directory.EnumerateFiles(_folder)
            .Select(path => Path.GetFileName(path))
            .Where(name => name != LockName)
            .Order(StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public IStorageFile Open(string name) => OpenFile(name, FileMode.Open);

    /// <inheritdoc/>
    public IStorageFile Create(string name)
    {
        MustWrite();
        return OpenFile(name, FileMode.CreateNew);
    }

    /// <inheritdoc/>
    public void Delete(string name)
    {
        MustWrite();
        File.Delete(PathOf(name));
    }

    /// <inheritdoc/>
    public void Rename(string from, string to)
    {
        MustWrite();
        File.Move(PathOf(from), PathOf(to), overwrite: true);
    }

    /// <inheritdoc/>
    /// <remarks>On Windows this does nothing: NTFS journals names itself.</remarks>
    public void SyncFolder()
    {
        MustWrite();
        if (!OperatingSystem.IsWindows())
        {
            Posix.SyncFolder(_folder);
        }
    }

    /// <summary>Gives the lock back. Open files stay open.</summary>
    public void Dispose() => _lock?.Dispose();

    private FolderFile OpenFile(string name, FileMode mode)
    {
        var access = _lock is null ? FileAccess.Read : FileAccess.ReadWrite;
        var share = FileShare.ReadWrite | FileShare.Delete;
        return new FolderFile(File.OpenHandle(PathOf(name), mode, access, share));
    }

    private string PathOf(string name)
    {
        if (name.Length == 0 || Path.GetFileName(name) != name || name == LockName)
        {
            throw new ArgumentException($"«{name}» is no plain file name.", nameof(name));
        }

        return Path.Combine(_folder, name);
    }

    private void MustWrite()
    {
        if (_lock is null)
        {
            throw new InvalidOperationException($"{_folder} is open for reading only.");
        }
    }
}
