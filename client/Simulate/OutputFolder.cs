using System.Globalization;

namespace FlashSale.Client;

/// <summary>The folder that a run's results go to.</summary>
internal static class OutputFolder
{
    /// <summary>Where runs go that are given no folder.</summary>
    public const string Parent = "runs"; // In .gitignore.

    /// <summary>
    /// «runs/double11-2018-seed1»: another seed goes elsewhere, the same run to the same place.
    /// </summary>
    public static string Of(string scenario, ulong seed) =>
        Path.Combine(Parent, string.Create(CultureInfo.InvariantCulture, $"{scenario}-seed{seed}"));

    /// <summary>
    /// Makes the folder and writes to it once, so that a run does not end in a place that refuses it.
    /// </summary>
    /// <exception cref="IOException">
    /// The folder cannot be made or written; the message names it and says why.
    /// </exception>
    public static string Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, ".writable");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return folder;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"cannot write to the folder {folder}: {fault.Message}", fault);
        }
    }
}
