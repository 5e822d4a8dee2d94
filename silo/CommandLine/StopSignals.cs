using System.Runtime.InteropServices;

namespace FlashSale.Silo;

/// <summary>
/// Ctrl-C and SIGTERM: the first asks the silo to drain and stop, the second ends the process.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly TextWriter _error;
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public StopSignals(TextWriter error)
    {
        _error = error;
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask);
    }

    /// <summary>Cancelled at the first signal.</summary>
    public CancellationToken Asked => _source.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    // What was answered is durable: ending at once loses no more than a crash would.
    private void Ask(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (_source.IsCancellationRequested)
        {
            _error.WriteLine("silo: asked again, so it ends at once; others take over what it had begun");
            Environment.Exit((int)ExitCode.Failed);
        }

        _source.Cancel();
    }
}
