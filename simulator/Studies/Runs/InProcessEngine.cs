using System.Runtime.CompilerServices;

namespace FlashSale.Simulator;

/// <summary>Carries out runs one after the other in this process.</summary>
/// <param name="runner">Carries out one.</param>
public sealed class InProcessEngine(OrderRunner runner) : IRunEngine
{
    /// <inheritdoc/>
    public int Workers { get; private set; }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RunOutcome> Run(
        IReadOnlyList<RunOrder> orders, [EnumeratorCancellation] CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(orders);
        foreach (var order in orders)
        {
            Workers = 1;
            if (await Task.Run(() => runner.Run(order, stop), CancellationToken.None) is not { } outcome)
            {
                yield break;
            }

            yield return outcome;
        }
    }
}
