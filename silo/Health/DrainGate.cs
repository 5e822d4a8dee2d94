using FlashSale.Dashboard;

namespace FlashSale.Silo;

/// <summary>
/// Whether the silo was asked to stop: it finishes what it has begun and begins nothing new.
/// </summary>
internal sealed class DrainGate(IHostApplicationLifetime lifetime)
{
    /// <summary>Whether nothing new is begun.</summary>
    public bool IsOn => lifetime.ApplicationStopping.IsCancellationRequested;

    /// <summary>Lets requests through until then; afterwards those of the API are sent away.</summary>
    /// <remarks>A connection that was open when the silo was asked to stop may bring more requests.</remarks>
    public Task Answer(HttpContext context, RequestDelegate next) =>
        IsOn && context.Request.Path.StartsWithSegments(MarketApi.Root, StringComparison.Ordinal)
            ? ComeBack.Tell(context, "This silo was asked to stop; another one answers.")
            : next(context);
}
