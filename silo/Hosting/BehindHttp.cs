using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FlashSale.Silo;

/// <summary>
/// Starts all that runs in a silo once HTTP is served, and stops it after HTTP: whoever asks while it joins
/// its cluster is told so.
/// </summary>
internal sealed class BehindHttp(
    IServiceProvider services, IHostApplicationLifetime life, Serilog.ILogger log)
    : IHostedLifecycleService
{
    private readonly Serilog.ILogger _log = log.ForContext<BehindHttp>();
    private readonly Stack<IHostedService> _running = [];

    /// <summary>Whether something that should run as long as the silo ended by itself.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Takes everything hosted that was added so far; the host adds HTTP last, by itself.</summary>
    public static void Take(IServiceCollection services)
    {
        foreach (var part in services.Where(one => one.ServiceType == typeof(IHostedService)).ToList())
        {
            services.Remove(part);
            services.Add(Behind(part));
        }

        services.TryAddSingleton<BehindHttp>();
        services.AddHostedService(all => all.GetRequiredService<BehindHttp>());
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>HTTP is served: now the rest.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var part in services.GetKeyedServices<IHostedService>(nameof(BehindHttp)))
        {
            _running.Push(part);
            await part.StartAsync(cancellationToken);
            if (part is BackgroundService { ExecuteTask: { } work })
            {
                _ = Watch(work);
            }
        }
    }

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>HTTP is closed: now the rest, in the opposite order.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        while (_running.TryPop(out var part))
        {
            await part.StopAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static ServiceDescriptor Behind(ServiceDescriptor part) => part switch
    {
        { ImplementationInstance: IHostedService one } =>
            ServiceDescriptor.KeyedSingleton(nameof(BehindHttp), one),
        { ImplementationFactory: { } make } => ServiceDescriptor.KeyedSingleton(
            typeof(IHostedService), nameof(BehindHttp), (all, _) => make(all)),
        _ => ServiceDescriptor.KeyedSingleton(
            typeof(IHostedService), nameof(BehindHttp), part.ImplementationType!),
    };

    private async Task Watch(Task work)
    {
        try
        {
            await work;
        }
        catch (OperationCanceledException)
        {
            // It was asked to stop, or is disposed of after a start that failed.
        }
#pragma warning disable CA1031 // Whatever it was, the silo is no longer whole: it says so and stops.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _log.Fatal(fault, "A part of the silo failed; it stops");
            HasFailed = true;
            life.StopApplication();
        }
    }
}
