using System.CommandLine;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>«flashsale validate certification»: cheating with and without certificates.</summary>
internal sealed class ValidateCertificationVerb : IVerb
{
    private const string Scenario = "certified-sellers";
    private const string Name = "validate certification";

    private readonly Option<bool> _markdown = SeasonCheckTable.MarkdownOption();

    private readonly SeedArguments _seeds = new(
        Name, "Play so many seeds, for means with 95 % intervals.");

    public ValidateCertificationVerb()
    {
        Command = new Command(
            "certification", "Compare seasons without certificates, and with half or all of the new sellers "
                + "certified, with what was published; a miss is said and is no failure.");
        Command.Add(_markdown);
        _seeds.AddTo(Command);
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
        [new("flashsale validate certification", "Three seasons on each of five seeds.")];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        if (SeasonChoice.Read(new SeasonOptions { Scenario = Scenario }, terminal, Name) is not { } season)
        {
            return ExitCode.BadInput;
        }

        var plays = _seeds.Read(parsed, terminal, stop);
        var checks = new List<IReadOnlyList<SeasonCheck>>();
        foreach (var seed in plays.From(1))
        {
            checks.Add(CertificationChecks.Compare(
                Play(seed, newSellers: 0), Play(seed, newSellers: 0.5), Play(seed, newSellers: 1)));
        }

        SeasonCheckTable.Show(
            SeasonComparison.Of(checks), "certification of new sellers", plays, terminal,
            parsed.GetValue(_markdown));
        return plays.Ended;

        SeasonSummary Play(ulong seed, double newSellers) => plays.Play(Season.Create(season with
        {
            Seed = seed,
            Certification = season.Certification! with { NewSellers = newSellers },
        })).Summary;
    }
}
