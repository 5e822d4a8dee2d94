using System.Globalization;
using Serilog;
using Serilog.Events;

namespace FlashSale.Silo;

/// <summary>Where a silo writes what happens to it: the console, and a file a day.</summary>
internal static class SiloLog
{
    private const int FilesMax = 7;
    private const string Line =
        "{Timestamp:HH:mm:ss.fff} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Exception}";

    /// <summary>The log; levels can be changed in the section «Serilog» of the configuration.</summary>
    /// <param name="configuration">Everything that was set.</param>
    /// <param name="folder">The folder for files, made if missing.</param>
    /// <param name="port">Tells the files of several silos on one machine apart.</param>
    public static Serilog.Core.Logger Open(IConfiguration configuration, string folder, int port)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"silo-{port}-.log");
        return new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Orleans", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Orleans", LogEventLevel.Warning)
            .Filter.ByExcluding(IsFalseAlarm)
            .ReadFrom.Configuration(configuration)
            .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture)
            .WriteTo.File(
                Path.Combine(folder, file), outputTemplate: Line, rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: FilesMax, formatProvider: CultureInfo.InvariantCulture)
            .CreateLogger();
    }

    // Orleans' watchdog may look at its clock before it has set it, and then reports a stall since the
    // machine was started.
    private static bool IsFalseAlarm(LogEvent one) =>
        one.MessageTemplate.Text.StartsWith("Participant check thread", StringComparison.Ordinal);
}
