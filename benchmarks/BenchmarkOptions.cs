using System.CommandLine;

namespace FlashSale.Benchmarks;

/// <summary>What to measure, how often, and where to.</summary>
internal sealed record BenchmarkOptions(
    IReadOnlyList<string> Rows, int Runs, TimeSpan Load, string? Folder, string? Json,
    BenchmarkBaseline? Compare);

/// <summary>The command line of the benchmarks.</summary>
internal sealed class BenchmarkCommand
{
    private const int RunsUsual = 3;
    private const int SecondsUsual = 20;
    private const int Most = 1_000;

    private readonly Option<string?> _rows = new("--rows")
    {
        HelpName = "NAME[,NAME]",
        Description = "Only these rows:\n" + string.Join(
            '\n', RowList.All().Select(row => $"{row.Name}: {row.What}")),
    };

    private readonly Option<int> _runs = Number("--runs", RunsUsual, "Runs of every row.");

    private readonly Option<int> _seconds = Number(
        "--seconds", SecondsUsual, "How long the open loop lasts.");

    private readonly Option<string?> _folder = new("--folder")
    {
        HelpName = "DIR",
        Description = "Where durable rows write, and leave nothing. "
            + "Without it: the system's temporary folder.",
    };

    private readonly Option<string?> _json = new("--json")
    {
        HelpName = "FILE",
        Description = "Also write every run of every figure to this file.",
    };

    private readonly Option<string?> _compare = new("--compare")
    {
        HelpName = "FILE",
        Description = "Also print every median as a multiple of that in this file, which --json wrote.",
    };

    /// <summary>A command line that does this when it is right; the action returns the exit code.</summary>
    public RootCommand With(Func<BenchmarkOptions, int> action)
    {
        var root = new RootCommand("Measures the engine and the simulator and prints one table.")
        {
            _rows, _runs, _seconds, _folder, _json, _compare,
        };
        _rows.Validators.Add(result =>
        {
            var known = RowList.All().Select(row => row.Name).ToList();
            foreach (var name in Names(result.GetValue(_rows)).Where(name => !known.Contains(name)))
            {
                result.AddError($"there is no row «{name}»; allowed: {string.Join(", ", known)}");
            }
        });
        _compare.Validators.Add(result =>
        {
            if (result.GetValue(_compare) is { } file && BenchmarkBaseline.TryRead(file) is null)
            {
                result.AddError($"--compare: «{file}» is no file that --json wrote");
            }
        });
        root.SetAction(parsed => action(new BenchmarkOptions(
            Names(parsed.GetValue(_rows)),
            parsed.GetValue(_runs),
            TimeSpan.FromSeconds(parsed.GetValue(_seconds)),
            parsed.GetValue(_folder),
            parsed.GetValue(_json),
            parsed.GetValue(_compare) is { } file ? BenchmarkBaseline.TryRead(file) : null)));
        return root;
    }

    private static string[] Names(string? list) => list?.Split(',') ?? [];

    private static Option<int> Number(string name, int usual, string description)
    {
        var option = new Option<int>(name)
        {
            HelpName = "NUMBER",
            Description = description,
            DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > Most)
            {
                result.AddError($"{name} is wrong; allowed: a whole number from 1 to {Most}");
            }
        });
        return option;
    }
}
