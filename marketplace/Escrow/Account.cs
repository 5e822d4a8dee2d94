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

    /// <summary>Moves the amount from one account to another, or changes nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static MoveResult Move(in Movement movement, ref Account from, ref Account to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(movement.Amount.Fen, nameof(movement));
        if (from.Balance < movement.Amount && !movement.From.MayOverdraw)
        {
            return MoveResult.InsufficientFunds;
        }

        (from.Balance, to.Balance) = (from.Balance - movement.Amount, to.Balance + movement.Amount);
        return MoveResult.Moved;
    }
}
