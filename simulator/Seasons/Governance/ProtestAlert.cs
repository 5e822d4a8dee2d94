using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Sees a protest coming by what the platform can see: how much sellers chat, and how many orders at large
/// stores are not paid (rules TRU-13, GOV-5).
/// </summary>
internal sealed class ProtestAlert(SeasonRun run, ProtestHabits habits)
{
    private const int DaysKept = 14;
    private const double ChatPerSeller = 0.05; // messages a day about the rules anyway (assumed)
    private const double CancelRateFactor = 3; // how far above its mean the rate is an alert (assumed)
    private const int CancelsMin = 10;

    private double[] _chat = []; // of the last days, the latest at the end
    private double[] _cancelRates = [];
    private int _placed; // at large stores today
    private int _closed;

    /// <summary>An order at a large store.</summary>
    public void On(MarketEventKind kind, CloseReason reason)
    {
        _placed += kind == MarketEventKind.Placed ? 1 : 0;
        _closed += kind == MarketEventKind.Closed
            && reason is CloseReason.NotPaid or CloseReason.Cancelled ? 1 : 0;
    }

    /// <summary>A day is over on which so many sellers had something to say; true is an alert.</summary>
    public bool EndDay(int day, int sellers, int messages)
    {
        var chat = messages + UsualChat(day, sellers);
        run.Recorder.Count(SeasonMeasures.ChatMessages, (long)chat);
        var rate = _placed == 0 ? 0 : (double)_closed / _placed;
        var isAlert = IsHigh(_chat, chat)
            || (_closed >= CancelsMin && _cancelRates.Length == DaysKept
                && rate > CancelRateFactor * _cancelRates.Average());
        (_chat, _cancelRates) = (Later(_chat, chat), Later(_cancelRates, rate));
        (_placed, _closed) = (0, 0);
        run.Recorder.Count(SeasonMeasures.ProtestAlerts, isAlert ? 1 : 0);
        return isAlert;
    }

    public void Save(StateWriter writer)
    {
        writer.WriteSpan<double>(_chat);
        writer.WriteSpan<double>(_cancelRates);
        writer.Write(_placed);
        writer.Write(_closed);
    }

    public void Load(StateReader reader)
    {
        (_chat, _cancelRates) = (reader.ReadSpan<double>(), reader.ReadSpan<double>());
        (_placed, _closed) = (reader.Read<int>(), reader.Read<int>());
    }

    private double UsualChat(int day, int sellers)
    {
        var mean = ChatPerSeller * sellers;
        var normal = ExactMath.InverseNormal(
            Draws.ToUnit(Draws.At(run.World.Seed, day, Streams.Chat, 0)));
        return Math.Max(0, Math.Round(mean + (Math.Sqrt(mean) * normal)));
    }

    private bool IsHigh(double[] before, double today)
    {
        if (before.Length < DaysKept)
        {
            return false;
        }

        var mean = before.Average();
        var variance = before.Sum(one => (one - mean) * (one - mean)) / before.Length;
        return today > mean + (habits.AlertDeviations * Math.Sqrt(Math.Max(variance, mean)));
    }

    private static double[] Later(double[] days, double today) =>
        [.. days.TakeLast(DaysKept - 1), today];
}
