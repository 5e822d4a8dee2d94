using System.Globalization;
using System.Text;

namespace FlashSale.Client;

/// <summary>The command line that repeats a load test.</summary>
internal static class DriveCommand
{
    /// <summary>The command line of these options.</summary>
    public static string Of(DriveOptions options)
    {
        var command = new StringBuilder($"flashsale drive {options.Scenario} --url {options.Url}");
        command.Append(CultureInfo.InvariantCulture, $" --way {Words.Of(options.Way)}");
        command.Append(CultureInfo.InvariantCulture, $" --mix {Words.Of(options.Mix)}");
        command.Append(CultureInfo.InvariantCulture, $" --spacing {Words.Of(options.Spacing)}");
        (string Name, object? Value)[] more =
        [
            ("--metrics", options.Metrics is { } urls ? $"\"{urls}\"" : null),
            ("--curve", options.Curve), ("--column", options.Column), ("--from", options.From),
            ("--rate", options.Rate), ("--peak", options.Peak),
            ("--speed", options.Speed), ("--duration", options.Duration), ("--warm-up", options.WarmUp),
            ("--connections", options.Connections), ("--in-flight", options.InFlight),
            ("--buyers", options.Buyers), ("--processes", options.Processes > 1 ? options.Processes : null),
            ("--chaos", options.Chaos), ("--seed", options.Seed), ("--scale", options.Scale),
        ];
        foreach (var (name, value) in more.Where(option => option.Value is not null))
        {
            command.Append(CultureInfo.InvariantCulture, $" {name} {value}");
        }

        return command.ToString();
    }
}
