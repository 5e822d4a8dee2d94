using System.CommandLine;
using System.Globalization;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>«flashsale study cache»: the runs that are kept for all studies.</summary>
internal sealed class StudyCacheVerb : IVerb
{
    private const int DaysMax = 3_650;

    private readonly Option<int?> _prune = NumberOption.Of(
        "--prune", "DAYS", "Forget runs, and pasts of forks, that were kept so many days ago or longer; 0 "
            + "forgets all. Without it: only tells how many there are.", 0, DaysMax);

    private readonly Option<string?> _cache = StudyArguments.CacheOption();

    public StudyCacheVerb() =>
        Command = new Command("cache", "Tell how many runs are kept for all studies, or forget old ones.")
        {
            _prune, _cache,
        };

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale study cache", "How many runs there are, and how large they are."),
        new("flashsale study cache --prune 30", "Forgets those that are older than thirty days."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var folder = parsed.GetValue(_cache) ?? StudyFolder.CachePath;
        var (cache, pasts) = (new RunCache(folder), new PastCache(folder));
        if (parsed.GetValue(_prune) is { } days)
        {
            var before = terminal.Clock.GetUtcNow() - TimeSpan.FromDays(days);
            var (runsOver, pastsOver) = (cache.Prune(before), pasts.Prune(before));
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{runsOver} runs forgotten") + (pastsOver == 0 ? "" : string.Create(
                    CultureInfo.InvariantCulture, $", {pastsOver} pasts of forks")));
        }

        var (runs, bytes) = cache.Size();
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{runs:#,0} runs in {cache.Folder}, {bytes / 1e6:#,0.0} MB"));
        var (kept, size) = pasts.Size();
        if (kept > 0)
        {
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{kept:#,0} pasts that forks went on from, {size / 1e6:#,0.0} MB"));
        }

        return ExitCode.Done;
    }
}
