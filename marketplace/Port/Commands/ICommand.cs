namespace FlashSale.Marketplace;

/// <summary>
/// What a client wants of the market, as a value. The declaration is all there is to a command: its number,
/// its bytes in journals and streams, who may send it, and for what the market would grow.
/// </summary>
/// <remarks>
/// Hosts carry commands out; they declare nothing about them. <see cref="MarketCommands"/> names all of them.
/// </remarks>
/// <typeparam name="TCommand">The command itself.</typeparam>
public interface ICommand<TCommand>
    where TCommand : struct, ICommand<TCommand>
{
    /// <summary>Its number, for ever.</summary>
    static abstract CommandKind Kind { get; }

    /// <summary>What it is about.</summary>
    Subject Subject { get; }

    /// <summary>Writes its fields, in an order that never changes.</summary>
    void Write(FieldWriter fields);

    /// <summary>Reads the fields that <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">They are none of this kind.</exception>
    static abstract TCommand Read(ref FieldReader fields);

    /// <summary>Who may send one of its forms at least.</summary>
    static virtual Caller Caller => Caller.Anyone;

    /// <summary>Who may send it.</summary>
    static virtual Caller CallerOf(in TCommand command) => TCommand.Caller;

    /// <summary>The ids for which the market would grow.</summary>
    static virtual NewIds NewIdsOf(in TCommand command) => default;

    /// <summary>
    /// What it leaves in the trail if it is an operator's and takes effect; null if nothing (rule IDN-5).
    /// </summary>
    static virtual Trace? TraceOf(in TCommand command) => null;

    /// <summary>The same command, signed by whoever sends it if nobody has signed it yet.</summary>
    static virtual TCommand WithSignature(in TCommand command, Signature by) => command;
}

/// <inheritdoc cref="ICommand{TCommand}"/>
/// <typeparam name="TCommand">The command itself.</typeparam>
/// <typeparam name="TAnswer">Its answer: a result, or a result with amounts.</typeparam>
public interface ICommand<TCommand, TAnswer> : ICommand<TCommand>
    where TCommand : struct, ICommand<TCommand, TAnswer>
    where TAnswer : struct;

/// <summary>Who may send a command.</summary>
public enum Caller : byte
{
    /// <summary>Buyers and sellers, and operators as well.</summary>
    Anyone = 1,

    /// <summary>Operators of the platform.</summary>
    Operator,
}

/// <summary>
/// Ids for which a host makes room in tables that are as long as the largest of them; 0 where a command has
/// none.
/// </summary>
public readonly record struct NewIds(
    BuyerId Buyer = default, StoreId Store = default, ListingId Listing = default);
