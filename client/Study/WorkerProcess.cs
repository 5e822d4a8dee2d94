using System.Diagnostics;
using System.Globalization;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>A process that carries out runs for a study, one after the other.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringWriter _said = new(CultureInfo.InvariantCulture);

    private WorkerProcess(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginErrorReadLine();
    }

    /// <summary>The process, to be looked at.</summary>
    public int Id => _process.Id;

    /// <summary>Starts a worker.</summary>
    /// <param name="cacheFolder">Where it keeps what it has run.</param>
    /// <param name="heapBytes">The most memory that it may allocate.</param>
    /// <exception cref="IOException">It cannot be started.</exception>
    public static WorkerProcess Start(string cacheFolder, long heapBytes)
    {
        var program = Environment.ProcessPath ?? throw new IOException("this program does not know its path");
        var isHosted = Path.GetFileNameWithoutExtension(program) != "flashsale";
        string[] first = isHosted ? [typeof(WorkerProcess).Assembly.Location] : [];
        var start = new ProcessStartInfo(isHosted ? "dotnet" : program,
            [.. first, "study", "--worker", Path.GetFullPath(cacheFolder)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // One run at a time: a second thread of the collector would only take a core from another worker.
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = heapBytes.ToString("X", CultureInfo.InvariantCulture);
        return new WorkerProcess(
            Process.Start(start) ?? throw new IOException("a worker process does not start"));
    }

    /// <summary>
    /// Has an order carried out. What ends the process, and what takes too long, is an outcome; afterwards
    /// <see cref="IsOver"/> tells.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="within">How long it may take.</param>
    /// <param name="clock">Tells it.</param>
    /// <param name="stop">Cancelled when the run is to be abandoned.</param>
    /// <exception cref="OperationCanceledException">It was abandoned.</exception>
    public async Task<RunOutcome> Run(
        RunOrder order, TimeSpan within, TimeProvider clock, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(within, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            await _process.StandardInput.WriteLineAsync(RunOrderJson.Line(order));
            await _process.StandardInput.FlushAsync(either.Token);
            var line = await _process.StandardOutput.ReadLineAsync(either.Token);
            return line is not null && RunOutcomeJson.Read(line) is { } outcome && outcome.Key == order.Key
                ? Noted(outcome) : await Crashed(order, line);
        }
        catch (IOException)
        {
            return await Crashed(order, line: null);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            IsOver = true;
            return OrderRunner.Failed(order, RunStatus.TimedOut, string.Create(
                CultureInfo.InvariantCulture, $"it did not end within {within.TotalSeconds:0} s"));
        }
    }

    /// <summary>Whether the process runs no more orders.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _said.Dispose();
    }

    private RunOutcome Noted(RunOutcome outcome)
    {
        IsOver = outcome.Status == RunStatus.OutOfMemory;
        return outcome;
    }

    private async Task<RunOutcome> Crashed(RunOrder order, string? line)
    {
        IsOver = true;
        if (!_process.HasExited && line is not null)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync(CancellationToken.None);
        string said;
        lock (_said)
        {
            said = _said.ToString().Trim().ReplaceLineEndings(" ");
        }

        const int shownMax = 300;
        var isMemory = said.Contains("OutOfMemory", StringComparison.Ordinal)
            || said.Contains("Out of memory", StringComparison.Ordinal);
        return OrderRunner.Failed(
            order, isMemory ? RunStatus.OutOfMemory : RunStatus.Crashed,
            string.Create(CultureInfo.InvariantCulture, $"its process ended with {_process.ExitCode}")
                + (said.Length > 0 ? $": {(said.Length > shownMax ? said[..shownMax] : said)}" : ""));
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
    }
}
