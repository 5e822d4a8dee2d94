namespace FlashSale.Engine;

/// <summary>One folder of files: all that the journal and the snapshots ask of a disk.</summary>
/// <remarks>
/// <para>Small enough for a faulty double. Names are plain file names. Any fault is an <see
/// cref="IOException"/> or an
/// <see cref="UnauthorizedAccessException"/>.</para>
/// <para>As on a real disk, what is created, renamed or deleted is certain to outlive a power loss only after
/// <see cref="SyncFolder"/>, and what is written to a file only after <see cref="IStorageFile.Sync"/>.</para>
/// </remarks>
public interface IStorage : IDisposable
{
    /// <summary>The names of all files, in ordinal order.</summary>
    IReadOnlyList<string> List();

    /// <summary>Opens a file that exists.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    IStorageFile Open(string name);

    /// <summary>Creates an empty file.</summary>
    /// <exception cref="IOException">The file exists.</exception>
    IStorageFile Create(string name);

    /// <summary>Deletes a file; nothing happens if it is not there.</summary>
    void Delete(string name);

    /// <summary>Renames a file at once, replacing the file that had the new name.</summary>
    void Rename(string from, string to);

    /// <summary>
    /// Returns when all creations, renames and deletions so far would outlive a power loss.
    /// </summary>
    void SyncFolder();
}
