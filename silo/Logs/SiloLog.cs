using System.Globalization;
using Serilog;
using Serilog.Events;

namespace FlashSale.Silo;

/// <summary>Where a silo writes what happens to it: the console, and a file a day.</summary>
internal static class SiloLog
{
    private const int FilesMax = 7;
    private const long BytesInFileMax = 100_000_000;

    /// <summary>The log.</summary>
    /// <param name="levels">What is written, on the console and into files alike.</param>
    /// <param name="folder">The folder for files, made if missing.</param>
    /// <param name="port">Tells the files of several silos on one machine apart.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <remarks>
    /// The console has one line for a message; the calls that led to a fault are in the file.
    /// </remarks>
    public static Serilog.Core.Logger Open(LogLevels levels, string folder, int port)
    {
        BeWritable(folder);
        var file = string.Create(CultureInfo.InvariantCulture, $"silo-{port}-.log");
        return levels.On(new LoggerConfiguration())
            .Filter.ByExcluding(IsFalseAlarm)
            .Filter.With(new RepeatedLines())
            .WriteTo.Console(new LogLine(withTraces: false))
            .WriteTo.File(
                new LogLine(withTraces: true), Path.Combine(folder, file),
                rollingInterval: RollingInterval.Day, retainedFileCountLimit: FilesMax,
                fileSizeLimitBytes: BytesInFileMax, rollOnFileSizeLimit: true)
            .CreateLogger();
    }

    // The sink for files itself says nothing when it cannot write.
    private static void BeWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var probe = new FileStream(
                Path.Combine(folder, $".{Environment.ProcessId}"), FileMode.Create, FileAccess.Write,
                FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"Logs cannot be written in {folder}: {fault.Message}", fault);
        }
    }

    // Orleans' watchdog may look at its clock before it has set it, and then reports a stall since the
    // machine was started.
    private static bool IsFalseAlarm(LogEvent one) =>
        one.MessageTemplate.Text.StartsWith("Participant check thread", StringComparison.Ordinal);
}
