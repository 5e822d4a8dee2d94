namespace FlashSale.Engine;

/// <summary>Gets the answer to a submitted command when it is durable.</summary>
/// <remarks>Called on the engine's own threads: it must be quick and must not throw.</remarks>
public interface ICompletion
{
    /// <summary>The command is carried out and durable.</summary>
    void Complete(long token, in Answer answer);

    /// <summary>The engine has stopped: whether the command was carried out is unknown.</summary>
    void Fail(long token, MarketHaltedException fault);
}
