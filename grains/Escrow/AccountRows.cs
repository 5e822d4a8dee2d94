namespace FlashSale.Grains;

/// <summary>The rows of accounts: some have movements that are not known to be final.</summary>
internal static class AccountRows
{
    public static RowTable Table { get; } = new(RowKind.Account)
    {
        Wake = (room, owner) => room.Grains.Accounts(owner).Wake(),
        Drain = FinishMoves,
    };

    private static async Task<int> FinishMoves(GrainRoom room, long owner)
    {
        var account = room.Grains.Accounts(owner);
        var before = (await account.Open()).Length;
        if (before == 0)
        {
            return 0;
        }

        await account.Wake();
        return before - (await account.Open()).Length;
    }
}
