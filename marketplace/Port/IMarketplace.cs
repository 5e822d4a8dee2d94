namespace FlashSale.Marketplace;

/// <summary>
/// The market as API, drivers and dashboard see it: the same commands, queries and answers on every host.
/// </summary>
/// <remarks>
/// An answer means that what it says is durable. Every command is idempotent by the id that the client chose,
/// so a client that got no answer sends it again (rule ORD-4). Refusals are answers; <see
/// cref="MarketBusyException"/> and <see cref="MarketHaltedException"/> say that there is none. Each command
/// has a call of its own name beside its declaration: <c>market.Pay(id, channel)</c>.
/// </remarks>
public interface IMarketplace : IMarketReader
{
    /// <summary>Carries a command out.</summary>
    ValueTask<TAnswer> Do<TCommand, TAnswer>(TCommand command)
        where TCommand : struct, ICommand<TCommand, TAnswer>
        where TAnswer : struct;
}
