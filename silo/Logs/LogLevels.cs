using Serilog;
using Serilog.Events;

namespace FlashSale.Silo;

/// <summary>From which level on a message is written, by the category it comes from.</summary>
/// <param name="Others">For every category that nothing is said about, whichever library it is of.</param>
/// <param name="ByCategory">By the beginning of a category's name; the longest that fits counts.</param>
internal sealed record LogLevels(
    LogEventLevel Others, IReadOnlyDictionary<string, LogEventLevel> ByCategory)
{
    /// <summary>The name that stands for every category that is not named.</summary>
    public const string Default = "Default";

    /// <summary>The section of the configuration that every .NET program has.</summary>
    public const string Section = "Logging:LogLevel";

    private const LogEventLevel Never = LogEventLevel.Fatal + 1;

    /// <summary>
    /// Libraries warn and this program informs. Left out are retries that Orleans tells about itself, how
    /// long each step of a stop took, and what SiloRun tells in one sentence: why a silo could not start.
    /// </summary>
    public static LogLevels Usual { get; } = new(LogEventLevel.Warning, new Dictionary<string, LogEventLevel>
    {
        ["FlashSale"] = LogEventLevel.Information,
        ["Polly"] = Never,
        ["Orleans.Runtime.SiloLifecycleSubject"] = LogEventLevel.Fatal,
        ["Microsoft.Extensions.Hosting.Internal.Host"] = Never,
    });

    /// <summary>The same with other levels for some categories.</summary>
    public LogLevels With(IEnumerable<KeyValuePair<string, LogEventLevel>> changes)
    {
        var (others, all) = (Others, new Dictionary<string, LogEventLevel>(ByCategory));
        foreach (var (category, level) in changes)
        {
            if (category == Default)
            {
                others = level;
            }
            else
            {
                all[category] = level;
            }
        }

        return new LogLevels(others, all);
    }

    /// <summary>A level by its name in .NET; null if there is none of that name.</summary>
    public static LogEventLevel? Read(string? name) => name?.Trim().ToUpperInvariant() switch
    {
        "TRACE" => LogEventLevel.Verbose,
        "DEBUG" => LogEventLevel.Debug,
        "INFORMATION" => LogEventLevel.Information,
        "WARNING" => LogEventLevel.Warning,
        "ERROR" => LogEventLevel.Error,
        "CRITICAL" => LogEventLevel.Fatal,
        "NONE" => Never,
        _ => null,
    };

    /// <summary>Lets a logger write what should be written.</summary>
    public LoggerConfiguration On(LoggerConfiguration log)
    {
        log.MinimumLevel.Is(Others);
        foreach (var (category, level) in ByCategory)
        {
            log.MinimumLevel.Override(category, level);
        }

        return log;
    }
}
