namespace FlashSale.Simulator;

/// <summary>How buyers wait for a festival, and stay away after it (rule DEM-2; MODELS M10).</summary>
public sealed record WaitingHabits
{
    /// <summary>
    /// The share of the festival's further visits that is moved: half from the days before, half from those
    /// after; the rest is new.
    /// </summary>
    public double MovedShare { get; init; } = 0.5;

    /// <summary>For how many days before it buyers wait, most on the last.</summary>
    public int WaitingDays { get; init; } = 14;

    /// <summary>For how many days after it fewer come, fewest on the first.</summary>
    public int DipDays { get; init; } = 14;

    /// <summary>The most that a day loses: who cannot wait comes.</summary>
    public double LostMax { get; init; } = 0.6;

    internal static WaitingHabits Read(Block block)
    {
        var usual = new WaitingHabits();
        return new WaitingHabits
        {
            MovedShare = block.Share("movedShare", usual.MovedShare),
            WaitingDays = (int)block.Count("waitingDays", usual.WaitingDays, 1, 60),
            DipDays = (int)block.Count("dipDays", usual.DipDays, 1, 60),
            LostMax = block.Number("lostMax", usual.LostMax, new(0, 0.95)),
        };
    }
}
