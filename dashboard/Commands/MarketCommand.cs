using System.Runtime.CompilerServices;

namespace FlashSale.Dashboard;

/// <summary>One command of the port, read and not yet sent; its kind is known only to itself.</summary>
internal abstract class MarketCommand
{
    /// <summary>Which enum the answer's result belongs to.</summary>
    public abstract AnswerKind AnswerKind { get; }

    /// <summary>Who may send it.</summary>
    public abstract Caller Caller { get; }

    /// <summary>The ids for which the market would grow.</summary>
    protected abstract NewIds NewIds { get; }

    /// <summary>Whether the ids for which the market would grow are within what this host allows.</summary>
    public bool IsWithin(ApiLimits limits) => NewIds is var ids
        && (uint)ids.Buyer.Value < limits.BuyersMax && (uint)ids.Store.Value < limits.StoresMax
        && (uint)ids.Listing.Value < limits.ListingsMax;

    /// <summary>Sends it.</summary>
    public abstract ValueTask<Answer> Send(IMarketplace market);
}

/// <inheritdoc/>
internal sealed class MarketCommand<TCommand, TAnswer>(in TCommand command) : MarketCommand
    where TCommand : struct, ICommand<TCommand, TAnswer>
    where TAnswer : struct
{
    private static readonly AnswerKind Kind = AnswerKinds.Of<TAnswer>();

    // What an operator does is signed, by the role of the key at least (rule IDN-5).
    private readonly TCommand _command = TCommand.CallerOf(command) == Caller.Operator
        ? TCommand.WithSignature(command, Signature.OfOperator)
        : command;

    /// <summary>The command.</summary>
    public ref readonly TCommand Command => ref _command;

    public override AnswerKind AnswerKind => Kind;

    public override Caller Caller => TCommand.CallerOf(_command);

    protected override NewIds NewIds => TCommand.NewIdsOf(_command);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<Answer> Send(IMarketplace market) =>
        Answer.Of(await market.Do<TCommand, TAnswer>(_command));
}
