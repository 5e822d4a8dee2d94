using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>A season from its first event to its last, or until somebody asks to stop.</summary>
internal sealed class SeasonPlay : IDisposable
{
    private const int EventsPerLook = 20_000;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly Season _season;
    private readonly Terminal _terminal;
    private readonly bool _isQuiet;
    private readonly WatchedRun? _watched;
    private readonly ServedApi? _server;

    private readonly string _which;

    /// <summary>A season that nobody watches.</summary>
    /// <param name="season">The season.</param>
    /// <param name="terminal">Where progress is told.</param>
    /// <param name="isQuiet">Whether it is not.</param>
    /// <param name="which">Which of several seasons it is, as «seed 3 of 20».</param>
    public SeasonPlay(Season season, Terminal terminal, bool isQuiet, string which = "") =>
        (_season, _terminal, _isQuiet, _which) = (season, terminal, isQuiet, which);

    /// <summary>A season that is watched, if the user wants it so.</summary>
    /// <exception cref="IOException">An address is taken, or cannot be listened on.</exception>
    public SeasonPlay(Season season, SeasonOptions options, Terminal terminal)
        : this(season, terminal, options.Quiet)
    {
        if (options.Watch)
        {
            var speed = options.Pace * TimeSpan.FromDays(1).TotalSeconds;
            _watched = new WatchedRun(new PlayedSeason(season), speed, TimeSpan.Zero, terminal.Clock);
            _server = WatchServer.Start(_watched, season, options, terminal.Clock).GetAwaiter().GetResult();
            terminal.Error.WriteLine($"Watch it on {_server.Urls[0]}/season");
        }
    }

    /// <summary>Plays it.</summary>
    public void Run(CancellationToken stop)
    {
        var view = new ProgressView(_terminal, _isQuiet, _which);
        while (!stop.IsCancellationRequested && Step(stop))
        {
            if (view.IsDue)
            {
                view.Show(RunProgress.Of(_season));
            }
        }

        view.End();
        if (!_isQuiet)
        {
            _terminal.Error.WriteLine(_season.IsOver
                ? "The last day is over; auditing and writing the results …"
                : "Stopped before the end; auditing what there is and writing partial results …");
        }
    }

    /// <summary>Lets people look at a watched season until they have seen enough.</summary>
    public void StayOpen(CancellationToken stop)
    {
        if (_watched is null || stop.IsCancellationRequested)
        {
            return;
        }

        _terminal.Error.WriteLine($"It is over; look at it on {_server!.Urls[0]}/season until Ctrl-C.");
        do
        {
            _watched.Stand();
        }
        while (!stop.WaitHandle.WaitOne(LookEvery));
    }

    /// <summary>Closes the pages, if there are any.</summary>
    public void Dispose() => _server?.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private bool Step(CancellationToken stop) =>
        _watched is { } watched ? watched.Step(stop) : _season.Step(EventsPerLook);
}
