using System.CommandLine;
using System.Text.Json;
using FlashSale.Dashboard;
using FlashSale.Simulator;
using Spectre.Console;

namespace FlashSale.Client;

/// <summary>«flashsale validate governance»: the protests of 2010, 2011 and 2013 by one threshold.</summary>
internal sealed class ValidateGovernanceVerb : IVerb
{
    private const int SeedsUsual = 5;
    private const int SeedsMax = 1_000;

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Option<int?> _seeds = NumberOption.Of(
        "--seeds", "NUMBER", "Play so many seeds, for means with 95 % intervals. "
            + $"Without it: {SeedsUsual}.", 1, SeedsMax);

    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly Option<bool> _quiet = SharedOptions.Quiet();

    public ValidateGovernanceVerb() =>
        Command = new Command(
            "governance", "Compare the protests of 2010, 2011 and 2013, with the same thresholds, with what "
                + "was published; a miss is said and is no failure.")
        {
            _seeds, _json, _quiet,
        };

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
        [new("flashsale validate governance", "The three protests on five seeds.")];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var (seeds, isQuiet) = (parsed.GetValue(_seeds) ?? SeedsUsual, parsed.GetValue(_quiet));
        var checks = new List<IReadOnlyList<SeasonCheck>>();
        var isSound = true;
        for (var at = 1; at <= seeds && !stop.IsCancellationRequested; at++)
        {
            var played = GovernanceHistories.Names.Select(name => Play(name, (ulong)at)).ToList();
            isSound &= played.TrueForAll(season => season.Audit.Passed && !season.Partial);
            checks.Add(GovernanceHistories.Compare(played[0], played[1], played[2]));
        }

        var compared = SeasonComparison.Of(checks);
        if (parsed.GetValue(_json))
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(compared, Json));
        }

        if (!isQuiet)
        {
            Show(compared, terminal.Pretty(onError: parsed.GetValue(_json)));
        }

        return checks.Count == seeds && isSound ? ExitCode.Done : ExitCode.Failed;

        SeasonSummary Play(string name, ulong seed)
        {
            var season = Season.Create(GovernanceHistories.Find(name)! with { Seed = seed });
            using var play = new SeasonPlay(season, terminal, isQuiet);
            play.Run(stop);
            return season.Finish(RunSeals.StampOf("flashsale validate governance", TimeSpan.Zero)).Summary;
        }
    }

    private static void Show(IReadOnlyList<SeasonComparison> checks, IAnsiConsole console)
    {
        console.Write(ValidateSeasonVerb.TableOf(checks, "protests by one threshold"));
        console.WriteLine();
    }
}
