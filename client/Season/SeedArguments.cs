using System.CommandLine;

namespace FlashSale.Client;

/// <summary>The options of a verb that plays seasons on several seeds.</summary>
/// <param name="verb">The verb, such as «validate season».</param>
/// <param name="played">What «--seeds» plays, as a sentence.</param>
internal sealed class SeedArguments(string verb, string played)
{
    private const int SeedsUsual = 5;
    private const int SeedsMax = 1_000;

    private readonly Option<int?> _seeds = NumberOption.Of(
        "--seeds", "NUMBER", $"{played} Without it: {SeedsUsual}.", 1, SeedsMax);

    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly Option<bool> _quiet = SharedOptions.Quiet();

    /// <summary>Adds them to a command, behind those that it has.</summary>
    public void AddTo(Command command)
    {
        command.Add(_seeds);
        command.Add(_json);
        command.Add(_quiet);
    }

    /// <summary>The plays that were asked for.</summary>
    public SeedPlays Read(ParseResult parsed, Terminal terminal, CancellationToken stop) =>
        new(verb, terminal, stop)
        {
            Seeds = parsed.GetValue(_seeds) ?? SeedsUsual,
            Json = parsed.GetValue(_json),
            Quiet = parsed.GetValue(_quiet),
        };
}
