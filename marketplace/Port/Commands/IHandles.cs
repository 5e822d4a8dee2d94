namespace FlashSale.Marketplace;

/// <summary>Carries out one kind of command.</summary>
/// <typeparam name="TCommand">The kind.</typeparam>
/// <typeparam name="TReply">What comes of it at once: the answer, or the promise of one.</typeparam>
public interface IHandles<TCommand, TReply>
    where TCommand : struct, ICommand<TCommand>
{
    /// <summary>Carries it out.</summary>
    TReply Do(in TCommand command);
}
