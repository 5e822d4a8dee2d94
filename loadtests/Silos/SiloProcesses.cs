using System.Diagnostics;
using System.Globalization;
using System.Net;
using FlashSale.Silo;

namespace FlashSale.LoadTests;

/// <summary>Silos that a load test has started, each a process of the silo program.</summary>
/// <remarks>
/// Each stands under a shell that reads from this process: when this one ends, in whatever way, the pipe
/// ends, and the shell kills the silo. Silos are in sessions of their own: a Ctrl-C that ends the load leaves
/// the market there for the report and the audit.
/// </remarks>
internal sealed class SiloProcesses : IAsyncDisposable
{
    /// <summary>The most silos that are started.</summary>
    public const int CountMax = 16;

    private const string Guard =
        "own=$(command -v setsid); $own \"$@\" </dev/null >/dev/null & silo=$!; trap '' INT TERM HUP; "
        + "echo $silo; cat >/dev/null; kill -9 $silo 2>/dev/null; wait";

    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan DrainWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-silos-");
    private readonly List<Process> _guards = [];
    private readonly List<int> _silos = [];
    private readonly List<Uri> _urls = [];
    private readonly TimeProvider _clock;

    private SiloProcesses(TimeProvider clock) => _clock = clock;

    /// <summary>Where the pages of the first one are.</summary>
    public Uri Pages => _urls[0];

    /// <summary>The number of the process of a silo, such as of «silo-1»; null if there is none.</summary>
    public int? ProcessOf(string name) =>
        SiloName.NumberOf(name) is { } number && number <= _silos.Count ? _silos[number - 1] : null;

    /// <summary>Starts so many, and waits until they are ready.</summary>
    /// <exception cref="IOException">They cannot be started, or are not ready in time.</exception>
    public static async Task<SiloProcesses> Start(
        int count, string connection, TimeProvider clock, CancellationToken stop)
    {
        var silos = new SiloProcesses(clock);
        try
        {
            for (var number = 1; number <= count; number++)
            {
                await silos.Add(number, connection, stop);
            }

            await silos.Ready(stop);
            return silos;
        }
        catch
        {
            await silos.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks them to stop, and kills those that do not.</summary>
    public async ValueTask DisposeAsync()
    {
        var began = _clock.GetTimestamp();
        foreach (var silo in _silos.Where(IsAlive))
        {
            using var asked = Process.Start("kill", ["-TERM", silo.ToString(CultureInfo.InvariantCulture)]);
            await asked.WaitForExitAsync();
        }

        while (_silos.Any(IsAlive) && _clock.GetElapsedTime(began) < DrainWithin)
        {
            await Task.Delay(LookEvery, _clock);
        }

        foreach (var guard in _guards)
        {
            guard.StandardInput.Close(); // whatever is left is killed
            await guard.WaitForExitAsync();
            guard.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private async Task Add(int number, string connection, CancellationToken stop)
    {
        var port = FreePort.Or(0, IPAddress.Loopback);
        var url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var program = Path.Combine(AppContext.BaseDirectory, "FlashSale.Silo.dll");
        var logs = Path.Combine(_folder.FullName, SiloName.Of(number));
        var start = new ProcessStartInfo(
            "/bin/sh",
            [
                "-c", Guard, "silo", "dotnet", program, "--cluster", "postgres", "--cluster-id",
                LoadOptions.ClusterIdUsual, "--urls", url.GetLeftPart(UriPartial.Authority), "--logs", logs,
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = _folder.FullName,
        };
        start.Environment["Silo__Connection"] = connection; // not where others can read it
        var guard = Process.Start(start) ?? throw new IOException("no shell starts");
        _guards.Add(guard);
        var line = await guard.StandardOutput.ReadLineAsync(stop);
        _silos.Add(int.Parse(line ?? "", CultureInfo.InvariantCulture));
        _urls.Add(url);
    }

    private async Task Ready(CancellationToken stop)
    {
        using var client = new HttpClient();
        var began = _clock.GetTimestamp();
        foreach (var (url, silo) in _urls.Zip(_silos))
        {
            while (!await IsReady(client, url, stop))
            {
                if (!IsAlive(silo))
                {
                    throw new IOException("a silo has ended before it was ready: what it says stands above");
                }

                if (_clock.GetElapsedTime(began) > ReadyWithin)
                {
                    throw new IOException(
                        $"the silo at {url} is not ready after {ReadyWithin.TotalSeconds:0} s");
                }

                await Task.Delay(LookEvery, _clock, stop);
            }
        }
    }

    private static async Task<bool> IsReady(HttpClient client, Uri url, CancellationToken stop)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(url, "health/ready"), stop);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
