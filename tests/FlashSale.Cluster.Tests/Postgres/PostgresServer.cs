using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace FlashSale.Cluster.Tests;

/// <summary>
/// A real PostgreSQL server of its own in a temporary folder, on a free port of the loopback; syncs are on.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>What to do where the server is not installed.</summary>
    public const string NotInstalled =
        "PostgreSQL is not installed here; on Debian: apt-get install postgresql";

    private const string User = "flashsale";
    private const int DatabasesPerServerMax = 1_000;

    private static readonly string? Programs = FindPrograms();

    private readonly DirectoryInfo _folder;
    private readonly int _port;
    private int _databases;

    private PostgresServer(DirectoryInfo folder, int port)
    {
        _folder = folder;
        _port = port;
    }

    /// <summary>True if the server's programs are on this machine.</summary>
    public static bool IsInstalled => Programs is not null;

    /// <summary>What the server said.</summary>
    public string Log => File.ReadAllText(LogFile);

    private string DataFolder => Path.Combine(_folder.FullName, "data");

    private string LogFile => Path.Combine(_folder.FullName, "log");

    /// <summary>Makes a server and starts it.</summary>
    public static async Task<PostgresServer> Start()
    {
        var server = new PostgresServer(Directory.CreateTempSubdirectory("flashsale-pg-"), FreePort());
        if (Environment.IsPrivilegedProcess)
        {
            await Run("chown", SystemUser(), server._folder.FullName);
        }

        await RunAsUser("initdb", "-D", server.DataFolder, "-U", User, "-A", "trust", "-E", "UTF8");
        await server.Restart();
        return server;
    }

    /// <summary>The connection string of a database.</summary>
    public string ConnectionString(string database = "postgres") => string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username={User};Database={database}");

    /// <summary>Makes an empty database; its connection string.</summary>
    public async Task<string> CreateDatabase()
    {
        var name = string.Create(
            CultureInfo.InvariantCulture, $"market{Interlocked.Increment(ref _databases)}");
        Assert.True(_databases <= DatabasesPerServerMax);
        await using var admin = NpgsqlDataSource.Create(ConnectionString());
        await using var command = admin.CreateCommand($"create database {name}");
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Starts the server again after <see cref="Stop"/> or <see cref="Kill"/>.</summary>
    public Task Restart() => Control(
        "start", "-o", string.Create(
            CultureInfo.InvariantCulture,
            $"-p {_port} -k {_folder.FullName} -c listen_addresses=127.0.0.1 -c max_connections=200"));

    /// <summary>Stops the server: it ends every session, then writes everything down.</summary>
    public Task Stop() => Control("stop", "-m", "fast");

    /// <summary>Kills the server and all its sessions at once, as a crash of the machine would.</summary>
    public async Task Kill()
    {
        if (Find() is { } process)
        {
            using (process)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
            }
        }
    }

    /// <summary>Kills the server and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        using (var process = Find())
        {
            if (process is not null)
            {
                await Control("stop", "-m", "immediate");
            }
        }

        _folder.Delete(recursive: true);
    }

    // Null if it does not run.
    private Process? Find()
    {
        var file = Path.Combine(DataFolder, "postmaster.pid");
        try
        {
            return File.Exists(file)
                ? Process.GetProcessById(
                    int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture))
                : null;
        }
        catch (ArgumentException)
        {
            return null; // It was killed before.
        }
    }

    private Task Control(string verb, params string[] arguments) => RunAsUser(
        "pg_ctl", [verb, "-D", DataFolder, "-w", "-t", "60", "-l", LogFile, .. arguments]);

    // The server refuses to run as root.
    private static Task RunAsUser(string program, params string[] arguments) =>
        Environment.IsPrivilegedProcess
            ? Run("runuser", ["-u", SystemUser(), "--", Path.Combine(Programs!, program), .. arguments])
            : Run(Path.Combine(Programs!, program), arguments);

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(
            process.ExitCode == 0,
            $"{program} {string.Join(' ', arguments)}: {await output} {await error}");
    }

    private static string SystemUser() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal))
            ? "postgres"
            : "nobody";

    // Debian keeps each version in a folder of its own; elsewhere the programs are on the path.
    private static string? FindPrograms()
    {
        const string debian = "/usr/lib/postgresql";
        var folders = Directory.Exists(debian)
            ? Directory.GetDirectories(debian).OrderDescending().Select(folder => Path.Combine(folder, "bin"))
            : [];
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return folders.Concat(path).FirstOrDefault(folder =>
            File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
