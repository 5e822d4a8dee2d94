using System.Runtime.InteropServices;
using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// How many purchases are fakes, by a random sample that is appraised whatever is suspected; beside it the
/// share among test purchases, which follow complaints, and the truth (rule TRU-9).
/// </summary>
internal sealed class PrevalenceSample(SeasonRun run, EnforcementHabits habits, Appraiser appraiser)
{
    private const double DaysPerMonth = 30;
    private const double Confidence = 0.95;

    private readonly Table<PrevalenceMonth> _months = new(int.MaxValue);
    private readonly double _share = Math.Min(1, habits.SamplePerMonth / Math.Max(1, DaysPerMonth
        * run.World.OrdersPerDay * (1 - run.World.Scenario.Buyers.NeverPaysShare)));

    /// <summary>The months so far, the one under way too.</summary>
    public int Months => _months.Count;

    /// <summary>A month.</summary>
    public PrevalenceMonth MonthAt(int row) => _months[row];

    /// <summary>
    /// A month begins with its first day; the first one with the season, and one with the measured days.
    /// </summary>
    public void Begin(in SeasonDay day)
    {
        if (day.Number == 0 || day.Date.Day == 1 || day.Number == run.World.Terms.WarmUpDays)
        {
            _months[_months.Add()] = new PrevalenceMonth { FirstDay = day.Number };
        }
    }

    /// <summary>An order was paid.</summary>
    /// <param name="order">Which.</param>
    /// <param name="listing">What was bought.</param>
    /// <param name="isFake">What is true of it.</param>
    public void Paid(OrderId order, int listing, bool isFake)
    {
        ref var month = ref _months[_months.Count - 1];
        month.Paid++;
        month.Fakes += isFake ? 1 : 0;
        if (Draws.For(run.World.Seed, order.Packed, Streams.SeasonSample).Happens(_share))
        {
            month.Drawn++;
            month.DrawnFakes += isFake ? 1 : 0;
            month.FoundFake += appraiser.Finds(
                appraiser.Take(listing), habits.AppraisalAccuracy, order.Packed) ? 1 : 0;
        }
    }

    /// <summary>
    /// The share of fakes that a sample says, corrected for an appraiser who errs, with Wilson's interval.
    /// </summary>
    /// <remarks>
    /// An appraiser who is right with a calls a share p of fakes a p + (1 − a)(1 − p) (Rogan, Gladen, 1978).
    /// </remarks>
    public static (double Share, Interval Within) Estimate(int found, int drawn, double accuracy)
    {
        if (drawn == 0)
        {
            return (0, new Interval(0, 1));
        }

        var wilson = new EventShare(found, drawn).Wilson(Confidence);
        return (Corrected((double)found / drawn),
            new Interval(Corrected(wilson.Low), Corrected(wilson.High)));

        double Corrected(double share) => Math.Clamp((share + accuracy - 1) / ((2 * accuracy) - 1), 0, 1);
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("prev");
        _months.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("prev");
        _months.Load(reader);
    }
}

/// <summary>What was drawn and found in a month, and what is true of it.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct PrevalenceMonth
{
    /// <summary>Its first day.</summary>
    public int FirstDay;

    /// <summary>Orders that were paid.</summary>
    public int Paid;

    /// <summary>Of these, fakes: truth.</summary>
    public int Fakes;

    /// <summary>Orders that were drawn.</summary>
    public int Drawn;

    /// <summary>Of these, fakes: truth.</summary>
    public int DrawnFakes;

    /// <summary>Of those drawn, found to be fakes.</summary>
    public int FoundFake;
}
