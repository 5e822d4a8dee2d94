namespace FlashSale.Grains;

/// <summary>A pause of the market that ends by itself soon after whoever wanted it has died.</summary>
internal sealed class MarketPause(GrainRoom room)
{
    /// <summary>How often it has to be prolonged.</summary>
    public static readonly TimeSpan ProlongEvery = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    private DateTimeOffset _until;
    private bool _hasLapsed;

    /// <summary>Whether the market has stood still since the pause was begun.</summary>
    public bool HasHeld => !_hasLapsed && room.Now < _until;

    /// <summary>Begins it.</summary>
    public async Task Begin()
    {
        await Set();
        _hasLapsed = false;
    }

    /// <summary>Prolongs it.</summary>
    public async Task Prolong()
    {
        _hasLapsed |= !HasHeld;
        await Set();
    }

    /// <summary>Ends it.</summary>
    public Task End() => room.Grains.Festival.PauseUntil(null);

    private async Task Set()
    {
        var until = room.Now + Length;
        await room.Grains.Festival.PauseUntil(until);
        _until = until;
    }
}
