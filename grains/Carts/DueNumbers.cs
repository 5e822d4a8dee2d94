namespace FlashSale.Grains;

/// <summary>Which checkout something happens to next: most wait for people, and are not in here.</summary>
internal sealed class DueNumbers
{
    private readonly SortedSet<(DateTimeOffset At, int Number)> _inOrder = [];
    private readonly Dictionary<int, DateTimeOffset> _moments = [];

    /// <summary>The earliest, of several the one with the lowest number; null if there is none.</summary>
    public (DateTimeOffset At, int Number)? First => _inOrder.Count == 0 ? null : _inOrder.Min;

    /// <summary>Says when something happens to a checkout; null if nothing does.</summary>
    public void Set(int number, DateTimeOffset? at)
    {
        if (_moments.Remove(number, out var before))
        {
            _inOrder.Remove((before, number));
        }

        if (at is { } moment)
        {
            _moments[number] = moment;
            _inOrder.Add((moment, number));
        }
    }
}
