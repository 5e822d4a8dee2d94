using System.Globalization;
using System.Net.Sockets;
using FlashSale.Simulator;
using Npgsql;

namespace FlashSale.Silo;

/// <summary>A silo's life: read the settings, open the rows, serve until asked to stop, drain.</summary>
internal sealed class SiloRun(TextWriter error, TimeProvider clock)
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
        catch (Exception fault) when (IsOutside(fault))
        {
            error.WriteLine($"silo: {fault.Message}");
            return ExitCode.Unreachable;
        }
    }

    private static bool IsOutside(Exception fault) => fault is IOException or UnauthorizedAccessException
        or SocketException or NpgsqlException or RowStoreException or SchemaTooNewException;

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
    private async Task Fill(WebApplication app, OpeningMarket seed, Serilog.ILogger log)
    {
        var market = app.Services.GetRequiredService<IMarketplace>();
        try
        {
            await new Seeding(market, clock, log).Fill(seed, app.Lifetime.ApplicationStopping);
        }
        catch (Exception fault) when (Seeding.IsPassing(fault) || fault is OperationCanceledException)
        {
            log.Error(fault, "The market could not be filled; start again with the same scenario to go on");
        }
    }

    private static (OpeningMarket? Market, IReadOnlyList<string> Problems) Seed(Told told, Policy policy) =>
        told.SeedScenario is { } scenario ? SeedScenario.Read(scenario, policy) : (null, []);

    // With its start in it, so that a silo that starts again is not taken for the one that died.
    private string NameOf(SiloOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"{options.Address}:{options.SiloPort}@{clock.GetUtcNow().ToUnixTimeMilliseconds()}");

    private async Task<ExitCode> Serve(
        WebApplicationBuilder builder, SiloOptions options, OpeningMarket? seed, CancellationToken stop)
    {
        await using var log = SiloLog.Open(builder.Configuration, options.Logs, options.SiloPort);
        var name = NameOf(options);
        await using var rows = await OpenRows.Of(options, name, clock, stop);
        await using var app = SiloHost.Build(builder, options, name, rows.Store, clock, log);
        await app.StartAsync(stop);
        log.Information(
            "Cluster {Cluster} {Kind}: silo {Silo}, gateway {GatewayPort}, {Urls}",
            options.ClusterId, options.Cluster, name, options.GatewayPort, app.Urls);
        if (seed is not null)
        {
            await Fill(app, seed, log);
        }

        await app.WaitForShutdownAsync(stop);
        log.Information("Stopped");
        return ExitCode.Done;
    }
}
