using System.Text.Json.Nodes;
using FlashSale.Dashboard;

namespace FlashSale.Cluster.Tests;

/// <summary>A silo with its whole life, as the command runs it; several can be one after the other.</summary>
internal sealed class StartedSilo : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-silo-");
    private readonly CancellationTokenSource _stop = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly Task<ExitCode> _run;

    /// <summary>Starts one with free ports.</summary>
    public StartedSilo(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Silo:Cluster"] = "memory",
            ["Silo:Urls"] = "http://127.0.0.1:0",
            ["Silo:Logs"] = _folder.FullName,
            ["Silo:ReadyFile"] = ReadyPath,
        };
        foreach (var (name, value) in settings)
        {
            all[$"Silo:{name}"] = value;
        }

        var run = new SiloRun(
            TextWriter.Synchronized(_output), TextWriter.Synchronized(_error), RealClock.Instance);
        _run = Task.Run(() => run.Run(new Told(all, null), _stop.Token));
    }

    /// <summary>What it says on the console, and what it says about faults.</summary>
    public (string Output, string Error) Said => (_output.ToString(), _error.ToString());

    /// <summary>Where the file is that says that it serves.</summary>
    public string ReadyPath => Path.Combine(_folder.FullName, "ready.json");

    /// <summary>Waits until it serves; what the file says.</summary>
    public async Task<JsonNode> Ready()
    {
        using var timer = new PeriodicTimer(LookEvery, RealClock.Instance);
        using var patience = new CancellationTokenSource(Patience, RealClock.Instance);
        while (!File.Exists(ReadyPath))
        {
            Assert.False(_run.IsCompleted, $"it ended: {Said}");
            await timer.WaitForNextTickAsync(patience.Token);
        }

        return JsonNode.Parse(await File.ReadAllTextAsync(ReadyPath))!;
    }

    /// <summary>Waits until it ends by itself.</summary>
    public Task<ExitCode> Ended() => _run.WaitAsync(Patience, RealClock.Instance);

    /// <summary>Asks it to stop, and waits.</summary>
    public async Task<ExitCode> Stop()
    {
        await _stop.CancelAsync();
        return await Ended();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _stop.Dispose();
        _folder.Delete(recursive: true);
    }
}
