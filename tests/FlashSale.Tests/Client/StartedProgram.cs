using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using FlashSale.Dashboard;
using FlashSale.Tests.Dashboard;

namespace FlashSale.Tests.Client;

/// <summary>The program «flashsale» as a user starts it, in a process of its own.</summary>
internal sealed class StartedProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly StringWriter _said = new();

    /// <summary>Starts it with a command line.</summary>
    public StartedProgram(params string[] args)
        : this(Directory.GetCurrentDirectory(), args)
    {
    }

    private StartedProgram(string folder, string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "flashsale.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Starts it in a folder of its own.</summary>
    public static StartedProgram In(string folder, params string[] args) => new(folder, args);

    /// <summary>Ends it as «kill -9» does, and nothing that it started.</summary>
    public void KillAlone()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>All it has said so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    /// <summary>The processes that it has started and that run.</summary>
    public IReadOnlyList<int> Children =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Select(name => int.TryParse(name, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Where(number => number > 0 && ParentOf(number) == _process.Id),
    ];

    /// <summary>Waits until something holds.</summary>
    public static async Task Until(Func<Task<bool>> holds)
    {
        using var timer = new PeriodicTimer(LookEvery, RealClock.Instance);
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>Whether a process is there, and is more than the entry of one that has ended.</summary>
    public static bool IsAlive(int process) => StateOf(process) is not (null or "Z" or "X");

    /// <summary>Sends a signal to a process, as «TERM».</summary>
    public static void Signal(string signal, int process)
    {
        var number = process.ToString(CultureInfo.InvariantCulture);
        using var kill = Process.Start("kill", [$"-{signal}", number]);
        kill.WaitForExit();
    }

    /// <summary>Sends a signal to it.</summary>
    public void Signal(string signal) => Signal(signal, _process.Id);

    /// <summary>Waits for a line that begins so.</summary>
    public async Task<string> Line(string beginning)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var line = await _lines.Reader.ReadAsync(patience.Token);
            if (line.TrimStart().StartsWith(beginning, StringComparison.Ordinal))
            {
                return line.Trim();
            }
        }
    }

    /// <summary>Waits until it has ended.</summary>
    public async Task<ExitCode> Ended()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return (ExitCode)_process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
        _said.Dispose();
    }

    private static int ParentOf(int process) =>
        Stat(process) is { } stat ? int.Parse(stat[1], CultureInfo.InvariantCulture) : 0;

    private static string? StateOf(int process) => Stat(process)?[0];

    // What follows the name in the process's line: state, parent …
    private static string[]? Stat(int process)
    {
        try
        {
            var line = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null; // it has ended
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_said)
        {
            _said.WriteLine(line);
        }

        _lines.Writer.TryWrite(line);
    }
}
