using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>How long listings waited for a reviewer, by whole hours begun (rule LST-2).</summary>
internal sealed class WaitHours
{
    private const long HourMs = 3_600_000;
    private const int HoursMax = 10_000;

    private readonly int[] _waits = new int[HoursMax + 1];

    /// <summary>A listing has waited so long.</summary>
    public void Note(long ms) => _waits[Math.Clamp((ms + HourMs - 1) / HourMs, 0, HoursMax)]++;

    /// <summary>Hours that a share of them waited at most; 0 if none did.</summary>
    public int At(double share)
    {
        var (left, hour) = (share * _waits.Sum(), 0);
        while (hour < HoursMax && left > _waits[hour])
        {
            left -= _waits[hour++];
        }

        return hour;
    }

    public void Save(StateWriter writer) => writer.WriteRows<int>(_waits);

    public void Load(StateReader reader) => reader.ReadRows<int>(_waits);
}
