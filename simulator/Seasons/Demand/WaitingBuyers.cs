namespace FlashSale.Simulator;

/// <summary>
/// Which share of an ordinary day's visits is kept near a festival (rule DEM-2): buyers wait for it, and have
/// what they wanted after it.
/// </summary>
/// <remarks>
/// A festival of m times an ordinary day has m − 1 further days of visits; the moved share of them is missing
/// half before, half after, rising evenly towards the festival and falling evenly behind it.
/// </remarks>
internal sealed class WaitingBuyers
{
    private readonly double[] _kept;

    public WaitingBuyers(SeasonCalendar calendar, WaitingHabits habits)
    {
        var lost = new double[calendar.Days];
        for (var day = 0; day < calendar.Days + habits.WaitingDays; day++)
        {
            if (calendar[day] is { IsFestival: true, Visits: > 1 and var visits })
            {
                Move(lost, day, habits, (visits - 1) * habits.MovedShare / 2);
            }
        }

        _kept = [.. lost.Select(share => 1 - Math.Min(share, habits.LostMax))];
    }

    /// <summary>The share of visits that is kept on a day.</summary>
    public double KeptOn(int day) => _kept[day];

    private static void Move(double[] lost, int festival, WaitingHabits habits, double ordinaryDays)
    {
        for (var before = 1; before <= habits.WaitingDays; before++)
        {
            Lose(festival - before, before, habits.WaitingDays);
        }

        for (var after = 1; after <= habits.DipDays; after++)
        {
            Lose(festival + after, after, habits.DipDays);
        }

        void Lose(int day, int distance, int days)
        {
            if (day >= 0 && day < lost.Length)
            {
                lost[day] += ordinaryDays * 2 * (days + 1 - distance) / (days * (days + 1.0));
            }
        }
    }
}
