using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using FlashSale.Dashboard;

namespace FlashSale.Silo;

/// <summary>The command line: every setting as an option, and what only this run is told.</summary>
internal sealed class SiloCommand
{
    private const string Purpose =
        "A silo: one process of the FlashSale market. Alone it keeps the market in a folder; with "
            + "--cluster postgres any number of silos share one.";

    private readonly Dictionary<Setting, Option<string?>> _settings = [];
    private readonly TextWriter _out;
    private readonly TextWriter _error;

    public SiloCommand(TextWriter output, TextWriter error, Func<Told, CancellationToken, Task<ExitCode>> run)
    {
        (_out, _error) = (output, error);
        Root = new RootCommand(Purpose);
        foreach (var setting in SiloSettings.All.Where(setting => setting.Option.Length > 0))
        {
            var option = OptionOf(setting);
            _settings.Add(setting, option);
            Root.Add(option);
        }

        Root.Add(SeedScenario);
        Root.SetAction(async (parsed, stop) => (int)await run(WhatWasTold(parsed), stop));
        var help = Root.Options.OfType<HelpOption>().Single();
        help.Action = new SiloHelp((HelpAction)help.Action!);
    }

    /// <summary>The command with all its options.</summary>
    public RootCommand Root { get; }

    private static Option<string?> SeedScenario { get; } = new("--seed-scenario")
    {
        HelpName = "FILE",
        Description = "Fill the market with the stores, listings and buyers' balances of a scenario: a path, "
            + "or the bare name of a shipped one. What is there already stays as it is.",
    };

    /// <summary>Runs one command line until it is done, or asked to stop.</summary>
    public async Task<ExitCode> Run(IReadOnlyList<string> args, CancellationToken stop)
    {
        var parsed = Root.Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var problem in parsed.Errors)
            {
                _error.WriteLine($"silo: {problem.Message}");
            }

            _error.WriteLine("What is allowed: --help");
            return ExitCode.BadInput;
        }

        var streams = new InvocationConfiguration
        {
            Output = _out,
            Error = _error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null, // StopSignals listens to them, and the silo drains.
        };
        return (ExitCode)await parsed.InvokeAsync(streams, stop);
    }

    private static Option<string?> OptionOf(Setting setting)
    {
        var usual = setting.Usual.Length == 0 ? "" : $"; usual: {setting.Usual}";
        return new Option<string?>(setting.Option)
        {
            HelpName = setting.Placeholder,
            Description = $"{setting.Meaning} Allowed: {setting.Allowed}{usual}.",
        };
    }

    private Told WhatWasTold(ParseResult parsed)
    {
        var settings = _settings
            .Where(one => parsed.GetValue(one.Value) is not null)
            .ToDictionary(one => one.Key.Key, one => parsed.GetValue(one.Value));
        return new Told(settings, parsed.GetValue(SeedScenario));
    }
}

/// <summary>What stands on a command line.</summary>
/// <param name="Settings">Settings by their keys; they win over those of environment and files.</param>
/// <param name="SeedScenario">The scenario to fill the market from; null for none.</param>
internal sealed record Told(IReadOnlyDictionary<string, string?> Settings, string? SeedScenario);
