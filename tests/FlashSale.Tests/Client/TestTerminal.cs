using FlashSale.Client;
using FlashSale.Dashboard;

namespace FlashSale.Tests.Client;

/// <summary>A terminal that remembers what was written, with a clock that moves only when told to.</summary>
internal sealed class TestTerminal : IDisposable
{
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public TestTerminal(bool isScreen = false) =>
        Terminal = new Terminal(_out, _error, isScreen, isScreen, Clock);

    public Terminal Terminal { get; }

    public HandClock Clock { get; } = new();

    public string Out => _out.ToString();

    public string Error => _error.ToString();

    /// <summary>Runs one command line and gives its exit code.</summary>
    public ExitCode Run(params string[] args) => new Cli(Terminal).Run(args, CancellationToken.None);

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
    }
}

/// <summary>A clock that a test moves by hand.</summary>
internal sealed class HandClock : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    public void Move(double seconds) => _ticks += TimeSpan.FromSeconds(seconds).Ticks;
}
