namespace FlashSale.Marketplace;

/// <summary>
/// The balance of one account. It changes only by <see cref="Movement"/>s, two accounts at a time (rule
/// ESC-2).
/// </summary>
public struct Account
{
    /// <summary>
    /// What the account holds; below zero only where <see cref="AccountId.MayOverdraw"/> says so.
    /// </summary>
    public Money Balance { get; private set; }

    /// <summary>Builds an account again from what was stored of it.</summary>
    public static Account Of(Money balance) => new() { Balance = balance };

    /// <summary>Moves the amount from one account to another, or changes nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static MoveResult Move(in Movement movement, ref Account from, ref Account to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(movement.Amount.Fen, nameof(movement));
        if (!from.Covers(movement.From, movement.Amount))
        {
            return MoveResult.InsufficientFunds;
        }

        from.Debit(movement.Amount);
        to.Credit(movement.Amount);
        return MoveResult.Moved;
    }

    /// <summary>Whether it holds so much, or may fall below zero.</summary>
    public readonly bool Covers(AccountId id, Money needed) => Balance >= needed || id.MayOverdraw;

    /// <summary>One half of a movement that is covered: the money leaves.</summary>
    public void Debit(Money amount) => Balance -= amount;

    /// <summary>The other half: the money enters.</summary>
    public void Credit(Money amount) => Balance += amount;
}
