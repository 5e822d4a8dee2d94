using System.CommandLine;

namespace FlashSale.Client;

/// <summary>Options that several verbs have, with one name and one meaning.</summary>
internal static class SharedOptions
{
    /// <summary>The smallest share of a festival that still shows one.</summary>
    public const double ScaleMin = 0.000_001;

    private const ulong SeedMax = 1UL << 53; // A JSON reader keeps such a number exact.

    public static Option<ulong?> Seed() => NumberOption.Of<ulong>(
        "--seed", "NUMBER", "The seed of all draws; the same seed gives the same bytes. "
            + "Without it: the scenario's.", 0, SeedMax);

    public static Option<double?> Scale() => NumberOption.Of(
        "--scale", "SHARE", "The share of buyers that is simulated: 0.001 is one in a thousand. "
            + "Results are at full scale. Without it: the scenario's.", ScaleMin, 1.0);

    public static Option<bool> Json() => new("--json")
    {
        Description = "Print one JSON document on standard output; all else goes to standard error.",
    };

    public static Option<bool> Quiet() => new("--quiet", "-q")
    {
        Description = "Print no progress and no summary; problems still go to standard error.",
    };

    public static Option<string?> Alerts() => new("--alerts")
    {
        HelpName = "FILE",
        Description =
            "A JSON file of the rules by which the dashboard raises alerts. Without it: the usual ones.",
    };

    public static Option<string?> WatchUrls() => new("--urls")
    {
        HelpName = "URLS",
        Description = "With --watch: where to listen, on this machine only. "
            + $"Without it: {ServedUrls.Usual}.",
    };

    /// <summary>Refuses addresses that are none, or of other machines.</summary>
    public static void OnThisMachine(Command command, Option<string?> urls) =>
        command.Validators.Add(result =>
        {
            if (result.GetValue(urls) is { } given && (ServedUrls.Problem(given)
                ?? (ServedUrls.AreLoopback(given) ? null : "allowed: addresses of this machine only"))
                is { } problem)
            {
                result.AddError($"{urls.Name}: {problem}");
            }
        });

    /// <summary>Refuses options that change nothing where another one is missing.</summary>
    /// <param name="command">The verb that has them all.</param>
    /// <param name="needed">The option without which the others change nothing.</param>
    /// <param name="options">Those.</param>
    public static void OnlyWith(Command command, Option needed, params Option[] options) =>
        command.Validators.Add(result =>
        {
            if (result.GetResult(needed) is not null and not { Implicit: true })
            {
                return;
            }

            foreach (var option in options.Where(one => result.GetResult(one) is { Implicit: false }))
            {
                result.AddError($"{option.Name} changes nothing without {needed.Name}; allowed: with it");
            }
        });

    public static Option<string?> Out() => new("--out", "-o")
    {
        HelpName = "FOLDER",
        Description = "The folder for the results; made if missing. Without it: one in runs/.",
    };
}
