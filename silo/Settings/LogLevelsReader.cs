using Serilog.Events;

namespace FlashSale.Silo;

/// <summary>
/// Reads the levels of logs: from the section of every .NET program, then from the silo's own setting.
/// </summary>
internal static class LogLevelsReader
{
    private const string SectionOfBefore = "Serilog";

    /// <summary>The usual levels with all that was set.</summary>
    public static LogLevels Of(SettingReader reader, IConfiguration configuration)
    {
        if (configuration.GetSection(SectionOfBefore).GetChildren().Any())
        {
            reader.Refuse($"{SectionOfBefore}: nothing reads this section any more; set "
                + SiloSettings.LogLevels.Title);
        }

        return LogLevels.Usual.With(InSection(reader, configuration)).With(InSetting(reader, configuration));
    }

    // Names of categories have dots, and none has the colon that divides keys.
    private static IEnumerable<KeyValuePair<string, LogEventLevel>> InSection(
        SettingReader reader, IConfiguration configuration)
    {
        foreach (var one in configuration.GetSection(LogLevels.Section).GetChildren())
        {
            if (LogLevels.Read(one.Value) is { } level)
            {
                yield return KeyValuePair.Create(one.Key, level);
            }
            else
            {
                reader.Refuse($"{one.Path}: «{one.Value}» is wrong; allowed: Trace, Debug, Information, "
                    + "Warning, Error, Critical and None");
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, LogEventLevel>> InSetting(
        SettingReader reader, IConfiguration configuration)
    {
        const StringSplitOptions tidy =
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        var setting = SiloSettings.LogLevels;
        foreach (var part in (configuration[setting.Key] ?? "").Split(';', tidy))
        {
            if (part.Split('=', StringSplitOptions.TrimEntries) is [{ Length: > 0 } category, var name]
                && LogLevels.Read(name) is { } level)
            {
                yield return KeyValuePair.Create(category, level);
            }
            else
            {
                reader.Refuse(setting, $"«{part}» is wrong");
            }
        }
    }
}
