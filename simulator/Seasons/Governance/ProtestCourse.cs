using System.Runtime.InteropServices;

namespace FlashSale.Simulator;

/// <summary>A protest from its first day to its last (rule GOV-3).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct ProtestCourse
{
    /// <summary>The day on which enough had joined.</summary>
    public int FirstDay;

    /// <summary>The last day on which so many were still there.</summary>
    public int LastDay;

    /// <summary>The first alert of the fortnight before, or during it; −1 if there was none.</summary>
    public int AlertDay;

    /// <summary>The day of the answer; −1 if there was none.</summary>
    public int AnswerDay;

    /// <summary>The most participants of a day.</summary>
    public int Most;

    /// <summary>Whether it is over; 1 or 0.</summary>
    public int IsOver;

    /// <summary>How many days passed until calm.</summary>
    public readonly int Days => LastDay - FirstDay + 1;

    /// <summary>How many days before its first one the platform was warned; 0 if it was not.</summary>
    public readonly int WarnedDays => AlertDay < 0 ? 0 : Math.Max(0, FirstDay - AlertDay);
}
