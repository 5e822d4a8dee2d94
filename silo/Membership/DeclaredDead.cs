using FlashSale.Dashboard;

namespace FlashSale.Silo;

/// <summary>
/// Ends the process when Orleans says that this silo cannot go on, above all when it was declared dead.
/// </summary>
/// <remarks>
/// Others have its grains by then and it is fenced, so nothing is finished or written any more. Orleans
/// itself would end it as a crash, with a dump on the console.
/// </remarks>
internal sealed class DeclaredDead(Serilog.ILogger log) : IFatalErrorHandler
{
    private int _isEnding;

    /// <inheritdoc/>
    public bool IsUnexpected(Exception exception) => true;

    /// <inheritdoc/>
    public void OnFatalException(object? sender, string? context, Exception? exception)
    {
        if (Interlocked.Exchange(ref _isEnding, 1) != 0)
        {
            return;
        }

        log.ForContext<DeclaredDead>().Fatal(
            exception,
            "This silo ends, because it is no longer a member of its cluster; start it again. {Reason}",
            context);
        (log as IDisposable)?.Dispose(); // So that the file has the line, too.
        Environment.Exit((int)ExitCode.Failed);
    }
}
