using System.Globalization;
using System.Net.Sockets;
using FlashSale.Dashboard;
using FlashSale.Simulator;
using Npgsql;

namespace FlashSale.Silo;

/// <summary>A silo's life: read the settings, open the rows, serve until asked to stop, drain.</summary>
internal sealed class SiloRun(TextWriter output, TextWriter error, TimeProvider clock)
{
    /// <summary>Runs a silo until it is asked to stop.</summary>
    public async Task<ExitCode> Run(Told told, CancellationToken stop)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(told.Settings);
        try
        {
            var reading = SiloOptionsReading.Of(builder.Configuration);
            var seed = Seed(told, reading.Options?.Policy ?? new Policy());
            IReadOnlyList<string> problems = [.. reading.Problems, .. seed.Problems];
            foreach (var problem in problems)
            {
                error.WriteLine($"silo: {problem}");
            }

            return reading.Options is { } options && problems.Count == 0
                ? await Serve(builder, WithPorts(options), seed.Market, stop)
                : ExitCode.BadInput;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            output.WriteLine("Stopped before it served.");
            return ExitCode.Done;
        }
        catch (Exception fault) when (Outside(fault) is { } outside)
        {
            var what = outside is NpgsqlException ? "the database cannot be used: " : "";
            error.WriteLine($"silo: {what}{outside.Message.Split('\n', 2)[0].TrimEnd()}");
            return ExitCode.Unreachable;
        }
    }

    /// <summary>
    /// Whether a part that should run as long as the silo has failed; the silo stops then.
    /// </summary>
    public static bool HasFailed(WebApplication app) => app.Services.GetServices<IHostedService>()
        .Any(part => part is BackgroundService { ExecuteTask.IsFaulted: true });

    // The reason that lies outside of this program, however it was wrapped; null if there is none.
    private static Exception? Outside(Exception? fault) => fault switch
    {
        null => null,
        AggregateException all => all.InnerExceptions.Select(Outside).FirstOrDefault(one => one is not null),
        IOException or UnauthorizedAccessException or SocketException or NpgsqlException or RowStoreException
            or SchemaTooNewException => fault,
        OrleansException => Outside(fault.InnerException) ?? fault,
        _ => Outside(fault.InnerException),
    };

    private static SiloOptions WithPorts(SiloOptions options)
    {
        var gateway = FreePort.Or(options.GatewayPort, options.Address);
        return options with
        {
            SiloPort = FreePort.Or(options.SiloPort, options.Address),
            GatewayPort = gateway,
        };
    }

    // A market that could not be filled as a whole is served as it is, and the log says so.
    private async Task Fill(WebApplication app, OpeningMarket seed, FrontDoor door, Serilog.ILogger log)
    {
        var seeding = new MarketSeeder(app.Services.GetRequiredService<IMarketplace>(), seed, clock, log);
        door.Tell(() => $"is filling its market, {seeding.Progress}");
        try
        {
            await seeding.Fill(app.Lifetime.ApplicationStopping);
        }
        catch (Exception fault) when (MarketSeeder.IsPassing(fault))
        {
            log.Error(fault, "The market could not be filled; start again with the same scenario to go on");
        }
        catch (OperationCanceledException)
        {
            log.Warning("Asked to stop before the market was filled; the same scenario goes on with it");
        }
    }

    private static (OpeningMarket? Market, IReadOnlyList<string> Problems) Seed(Told told, Policy policy) =>
        told.SeedScenario is { } scenario ? SeedScenario.Read(scenario, policy) : (null, []);

    // With its start in it, so that a silo that starts again is not taken for the one that died.
    private string NameOf(SiloOptions options)
    {
        var name = options.Name.Length > 0
            ? options.Name
            : string.Create(CultureInfo.InvariantCulture, $"{options.Address}:{options.SiloPort}");
        var began = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return string.Create(CultureInfo.InvariantCulture, $"{name}@{began}");
    }

    private async Task<ExitCode> Serve(
        WebApplicationBuilder builder, SiloOptions options, OpeningMarket? seed, CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        await using var log = SiloLog.Open(options.LogLevels, options.Logs, options.SiloPort);
        var name = NameOf(options);
        var welcome = new Welcome(output, options, name);
        welcome.Starting();
        using var ready = ReadyFile.Claim(options);
        await using var door = await FrontDoor.Open(options.Urls, log, "is opening its rows", stop);
        await using var rows = await OpenRows.Of(options, name, clock, stop);
        await using var app = SiloHost.Build(builder, options, name, rows.Store, door, clock, log);
        door.Tell(static () => "is joining its cluster");
        await app.StartAsync(stop);
        await using var asked = stop.Register(app.Lifetime.StopApplication);
        if (seed is not null)
        {
            await Fill(app, seed, door, log.ForContext<MarketSeeder>());
        }

        if (!app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            door.Serve();
            ready.Write(options, name, app.Urls);
            welcome.Ready(app.Urls, clock.GetElapsedTime(began));
        }

        await WhenAsked(app.Lifetime);
        ready.Remove();
        return await Drain(app, welcome, options.DrainWithin);
    }

    private static async Task WhenAsked(IHostApplicationLifetime life)
    {
        var asked = new TaskCompletionSource();
        using var told = life.ApplicationStopping.Register(asked.SetResult);
        await asked.Task;
    }

    private async Task<ExitCode> Drain(WebApplication app, Welcome welcome, TimeSpan within)
    {
        var began = clock.GetTimestamp();
        welcome.Stopping();
        var isDrained = true;
        try
        {
            await app.StopAsync();
        }
        catch (Exception cutOff) when (cutOff is OperationCanceledException or AggregateException)
        {
            isDrained = false;
        }

        isDrained &= clock.GetElapsedTime(began) < within;
        welcome.Stopped(isDrained);
        return isDrained && !HasFailed(app) ? ExitCode.Done : ExitCode.Failed;
    }
}
