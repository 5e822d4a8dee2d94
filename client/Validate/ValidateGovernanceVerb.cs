using System.CommandLine;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>«flashsale validate governance»: the protests of 2010, 2011 and 2013 by one threshold.</summary>
internal sealed class ValidateGovernanceVerb : IVerb
{
    private readonly Option<bool> _markdown = SeasonCheckTable.MarkdownOption();

    private readonly SeedArguments _seeds = new(
        "validate governance", "Play so many seeds, for means with 95 % intervals.");

    public ValidateGovernanceVerb()
    {
        Command = new Command(
            "governance", "Compare the protests of 2010, 2011 and 2013, with the same thresholds, with what "
                + "was published; a miss is said and is no failure.");
        Command.Add(_markdown);
        _seeds.AddTo(Command);
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
        [new("flashsale validate governance", "The three protests on five seeds.")];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var plays = _seeds.Read(parsed, terminal, stop);
        var checks = new List<IReadOnlyList<SeasonCheck>>();
        foreach (var seed in plays.From(1))
        {
            var played = GovernanceHistories.Names.Select(name => plays.Play(
                Season.Create(GovernanceHistories.Find(name)! with { Seed = seed })).Summary).ToList();
            checks.Add(GovernanceHistories.Compare(played[0], played[1], played[2]));
        }

        SeasonCheckTable.Show(
            SeasonComparison.Of(checks), "protests by one threshold", plays, terminal,
            parsed.GetValue(_markdown));
        return plays.Ended;
    }
}
