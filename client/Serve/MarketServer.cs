using FlashSale.Dashboard;
using FlashSale.Engine;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>The market in this process: its engine, its clock, its API, and who lives in it.</summary>
internal sealed class MarketServer : IAsyncDisposable
{
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(10);

    private readonly FolderStorage _storage;
    private readonly TimeProvider _realClock;
    private readonly CancellationTokenSource _stopBuyers = new();
    private DateTimeOffset _stoodAt; // how far the market had come when it was opened
    private ServedApi? _served;
    private Task _living = Task.CompletedTask;

    private MarketServer(
        FolderStorage storage, MarketEngine engine, MarketClock clock, TimeProvider realClock) =>
        (_storage, Engine, Clock, _realClock) = (storage, engine, clock, realClock);

    /// <summary>The market.</summary>
    public MarketEngine Engine { get; }

    /// <summary>Its time.</summary>
    public MarketClock Clock { get; }

    /// <summary>Who lives in it; null if nobody does.</summary>
    public LiveBuyers? Buyers { get; private set; }

    /// <summary>Where it listens.</summary>
    public IReadOnlyList<string> Urls => _served?.Urls ?? [];

    /// <summary>Opens the market of a folder, or begins one there. Time stands still as yet.</summary>
    /// <exception cref="IOException">The folder is in use, or cannot be read or written.</exception>
    /// <exception cref="JournalCorruptException">The journal is damaged.</exception>
    /// <exception cref="JournalFormatException">It is of another version.</exception>
    public static MarketServer Open(
        ServeOptions options, Policy policy, TimeProvider realClock, IProgress<long>? replayed)
    {
        var clock = new MarketClock(realClock, options.Speed);
        var storage = FolderStorage.ForWriting(options.Journal);
        try
        {
            var engineOptions = new EngineOptions { Policy = policy, Replayed = replayed };
            var engine = MarketEngine.Open(storage, engineOptions, clock);
            return new MarketServer(storage, engine, clock, realClock);
        }
        catch
        {
            storage.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Sets the time from which the market goes on: that of a festival or of another speed from where it
    /// stood, that of the real clock with it.
    /// </summary>
    public async Task SetTime(ServeOptions options, LiveFestival? festival)
    {
        var stood = await Engine.Ask(market => market.Now);
        _stoodAt = stood;
        var isNew = Engine.Recovery is { Snapshot.File: null, Journal.Records: 0 };
        var real = _realClock.GetUtcNow();
        var begins = festival is not null ? festival.Scenario.Festival.Midnight - options.BeforeMidnight
            : isNew || options.Speed == 1 ? real
            : stood;
        Clock.Set(begins > stood ? begins : stood);
    }

    /// <summary>Fills the market from a scenario and lets its people live there.</summary>
    /// <returns>False if the market holds other stores and listings.</returns>
    public async Task<bool> Settle(LiveFestival festival, bool hasBuyers)
    {
        if (!await festival.Fill(Engine.Marketplace, withBalances: !hasBuyers))
        {
            return false;
        }

        if (hasBuyers)
        {
            Buyers = festival.LetLive(Engine.Marketplace, Engine.Browser, Clock);
            await Buyers.CatchUp(_stoodAt);
            var alive = await Engine.Ask(market =>
                market.View.AllOrders().Where(order => !order.HasEnded).ToList());
            alive.ForEach(Buyers.TakeUp);
        }

        return true;
    }

    /// <summary>Opens the API; time begins to pass, and buyers to live.</summary>
    /// <exception cref="IOException">An address is taken, or cannot be listened on.</exception>
    public async Task Listen(ServeOptions options, ApiKeys? keys, LiveFestival? festival)
    {
        var api = new MarketApi(Engine.Marketplace, Engine.Browser, new ApiOptions
        {
            MarketClock = Clock,
            RealClock = _realClock,
            Speed = options.Speed,
            Keys = keys,
            TrustsLoopback = options.TrustsLoopback,
            Reputation = festival?.Policy.Reputation ?? new ReputationPolicy(),
            Phases = [.. (festival?.Phases ?? []).Select(one => new FestivalPhase(one.Name, one.From,
                one.Until))],
        });
        _served = await ServedApi.Start(
            options.Urls, api, await Watched(options, festival), StopWithin,
            services => services.AddMetricsExport(options.Collector, options.Journal));
        Clock.Begin();
        _living = Buyers?.Live(_realClock, _stopBuyers.Token) ?? Task.CompletedTask;
    }

    private async Task<LiveOptions> Watched(ServeOptions options, LiveFestival? festival)
    {
        var watch = await EngineWatch.Begin(Engine, festival, Clock, options.Speed);
        return WatchedFestival.Of(festival?.Scenario, watch) with
        {
            Kind = "serve",
            Name = "market",
            Controls = watch,
            Runs = options.Runs,
            Alerts = options.AlertRules,
        };
    }

    /// <summary>Lets nobody of the scenario begin anything more; what they have begun is awaited.</summary>
    public async Task StopBuyers()
    {
        await _stopBuyers.CancelAsync();
        await _living;
    }

    /// <summary>
    /// Stops listening, lets buyers finish their calls, writes a snapshot and closes the files.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (_served is not null)
        {
            await _served.DisposeAsync();
        }

        await _stopBuyers.CancelAsync();
        try
        {
            await _living;
        }
        catch (MarketHaltedException)
        {
            // Whoever watches the engine has seen it; the files are closed all the same.
        }

        Engine.Dispose();
        _storage.Dispose();
        _stopBuyers.Dispose();
    }
}
