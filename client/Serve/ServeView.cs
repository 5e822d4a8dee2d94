using System.Globalization;
using System.Text.Json;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>What a person, or a machine, sees of a server that runs.</summary>
internal sealed class ServeView(Terminal terminal, ServeOptions options) : IProgress<long>
{
    private const string ToLineStart = "\r\u001b[2K";
    private static readonly TimeSpan InLogEvery = TimeSpan.FromSeconds(60);

    private bool _lineIsShown;
    private long? _shownAt;

    /// <summary>The journal is carried out again.</summary>
    public void Report(long value)
    {
        if (terminal.ErrorIsScreen && !options.Quiet)
        {
            Line($"carrying out the journal again … {Figures.Count(value)} commands");
        }
    }

    /// <summary>The server listens.</summary>
    public void Ready(MarketServer server, LiveFestival? festival)
    {
        EndLine();
        var now = server.Clock.GetUtcNow();
        if (options.Json)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(new
            {
                urls = server.Urls,
                now,
                buyers = festival?.Buyers ?? 0,
                stores = festival?.Stores ?? 0,
                listings = festival?.Listings ?? 0,
            }));
        }

        if (options.Quiet)
        {
            return;
        }

        var output = options.Json ? terminal.Error : terminal.Out;
        output.WriteLine($"FlashSale serve, commit {BuildCommit.Id}");
        foreach (var line in Addresses.Lines(server.Urls, options.Collector))
        {
            output.WriteLine(line);
        }

        output.WriteLine(
            $"In the market it is {Say(now)} (China), {Speed()}; it lives in the folder {options.Journal}.");
        if (festival is not null)
        {
            output.WriteLine($"{Figures.Count(festival.Stores)} stores, {Figures.Count(festival.Listings)} "
                + $"listings, {Figures.Count(festival.Buyers)} simulated buyers"
                + (options.HasBuyers ? $"; your own begin with b{festival.Buyers}." : " stay away."));
        }

        output.WriteLine("Ctrl-C stops it: what waits is answered first.");
    }

    /// <summary>Shows now and then how it goes.</summary>
    public void Show(MarketServer server)
    {
        var isDue = terminal.ErrorIsScreen || _shownAt is not { } shownAt
            || terminal.Clock.GetElapsedTime(shownAt) >= InLogEvery;
        var hasNews = terminal.ErrorIsScreen || server.Buyers is not null; // a log needs no clock
        if (options.Quiet || !isDue || !hasNews || server.Engine.IsHalted)
        {
            return;
        }

        _shownAt = terminal.Clock.GetTimestamp();
        var buyers = server.Buyers is { } live
            ? string.Create(CultureInfo.InvariantCulture,
                $"  {live.InFlight} calls of buyers, {live.Lag.TotalSeconds:0.0} s behind")
            : "";
        Line($"{Say(server.Clock.GetUtcNow())}{buyers}");
    }

    /// <summary>The server stops.</summary>
    public void Stopping(bool isHalted)
    {
        EndLine();
        if (isHalted)
        {
            terminal.Error.WriteLine(
                "flashsale serve: the market could not write its journal and has stopped; what was answered "
                + "is kept, and the next start goes on from it");
        }
        else if (!options.Quiet)
        {
            terminal.Error.WriteLine("Stopping: answering what waits, writing a snapshot …");
        }
    }

    private void Line(string text)
    {
        if (terminal.ErrorIsScreen)
        {
            terminal.Error.Write(ToLineStart + text);
            terminal.Error.Flush();
            _lineIsShown = true;
        }
        else
        {
            terminal.Error.WriteLine(text);
        }
    }

    private void EndLine()
    {
        if (_lineIsShown)
        {
            terminal.Error.Write(ToLineStart);
            _lineIsShown = false;
        }
    }

    private string Speed() => options.Speed == 1
        ? "and time passes as everywhere"
        : string.Create(CultureInfo.InvariantCulture, $"and time passes {options.Speed} times as fast");

    private static string Say(DateTimeOffset moment) =>
        moment.ToOffset(TimeSpan.FromHours(8)).ToString("d MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture);
}
