using System.Runtime.InteropServices;

namespace FlashSale.Dashboard;

/// <summary>
/// Ctrl-C, SIGTERM, Ctrl-\ (SIGQUIT) and a closed terminal (SIGHUP): the first asks to stop cleanly – a
/// command with a partial report, a silo after it has drained –, the second ends the process.
/// </summary>
public sealed class StopSignals : IDisposable
{
    private readonly Action? _again;
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;

    /// <summary>Listens from now on.</summary>
    /// <param name="again">What the second one does instead of ending the process by itself.</param>
    public StopSignals(Action? again = null)
    {
        _again = again;
        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask),
            PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Ask),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, Ask),
        ];
    }

    /// <summary>Cancelled at the first signal.</summary>
    public CancellationToken Asked => _source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _source.Dispose();
    }

    private void Ask(PosixSignalContext signal)
    {
        signal.Cancel = !_source.IsCancellationRequested || _again is not null;
        if (_source.IsCancellationRequested)
        {
            _again?.Invoke();
            return;
        }

        _source.Cancel();
    }
}
