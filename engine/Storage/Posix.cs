using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FlashSale.Engine;

/// <summary>
/// The two system calls that .NET does not offer: sync without metadata, and sync of a folder.
/// </summary>
internal static partial class Posix
{
    private const int ReadOnly = 0;

    /// <summary>
    /// Syncs the contents of a file, and of its metadata only what reading them needs (Linux).
    /// </summary>
    public static void SyncContents(SafeFileHandle file)
    {
        if (FDataSync(file) != 0)
        {
            throw Fault("fdatasync");
        }
    }

    /// <summary>Syncs the names in a folder.</summary>
    public static void SyncFolder(string folder)
    {
        var descriptor = OpenPath(folder, ReadOnly);
        if (descriptor < 0)
        {
            throw Fault($"open of {folder}");
        }

        // File.OpenHandle refuses folders, so the descriptor is opened here; the handle closes it.
        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (FSync(handle) != 0)
        {
            throw Fault($"fsync of {folder}");
        }
    }

    private static IOException Fault(string call)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"{call} failed: {Marshal.GetPInvokeErrorMessage(error)} (error {error}).");
    }

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int FDataSync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true)]
    private static partial int OpenPath([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
