using FlashSale.Dashboard;

namespace FlashSale.Silo;

/// <summary>Where the silos of a cluster tell each other how they are; there is one, 0.</summary>
/// <remarks>It keeps nothing: on a new silo it knows all again after a second.</remarks>
[Alias("flashsale.host-board-grain")]
internal interface IHostBoardGrain : IGrainWithIntegerKey
{
    /// <summary>Takes a silo's figures, and gives those of all that have told theirs lately.</summary>
    [Alias("exchange")]
    Task<HostFigures[]> Exchange(HostFigures own);
}

/// <inheritdoc cref="IHostBoardGrain"/>
internal sealed class HostBoardGrain(TimeProvider clock) : Grain, IHostBoardGrain
{
    private static readonly TimeSpan SilentAfter = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan ForgetAfter = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, (HostFigures Figures, long At)> _hosts = [];

    public Task<HostFigures[]> Exchange(HostFigures own)
    {
        _hosts[own.Name] = (own, clock.GetTimestamp());
        foreach (var (name, _) in _hosts.Where(one => Age(one.Value.At) > ForgetAfter).ToArray())
        {
            _hosts.Remove(name);
        }

        return Task.FromResult(_hosts.Values
            .Select(one => Age(one.At) > SilentAfter ? one.Figures with { State = "silent" } : one.Figures)
            .OrderBy(figures => figures.Name, StringComparer.Ordinal).ToArray());
    }

    private TimeSpan Age(long at) => clock.GetElapsedTime(at);
}
