namespace FlashSale.Simulator;

/// <summary>
/// Keeps a folder for one run while it is held; the lock of a process that died is no lock.
/// </summary>
public sealed class RunLock : IDisposable
{
    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <summary>Takes the folder, which is made if it is missing.</summary>
    /// <exception cref="IOException">
    /// Another run has it, or it cannot be written; the message names it and says why.
    /// </exception>
    public static RunLock Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new RunLock(new FileStream(
                Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1,
                FileOptions.DeleteOnClose));
        }
        catch (IOException fault) when (File.Exists(Path.Combine(folder, ".lock")))
        {
            throw new IOException(
                $"another run is writing to the folder {folder}; allowed: wait for its end, or --out", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"cannot write to the folder {folder}: {fault.Message}", fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
