using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>What an arrival at a paced gate led to.</summary>
public enum PassResult
{
    /// <summary>It passes at once.</summary>
    Passed = 1,

    /// <summary>It passes at a later time, which is certain.</summary>
    Later,

    /// <summary>The backlog is full: it may try again at the time given, without any promise.</summary>
    Refused,
}

/// <summary>
/// A gate that lets a number of arrivals a second pass, evenly spaced, first come first served: the order
/// gateway, a payment channel, the couriers of a region (rules CAP-1, ESC-5, LOG-1).
/// </summary>
/// <remarks>
/// Virtual scheduling (the generic cell rate algorithm without burst): each arrival is told its passing
/// time when it comes, so a backlog of millions is one number. The spacing is kept in 2^-32 ms, so that a
/// rate of millions a second is held to one part in a million. A saved-up past is worth nothing: in no
/// interval pass more than the rate allows, plus one.
/// </remarks>
public sealed class PacedGate
{
    private const double FractionsPerMs = 4_294_967_296.0; // 2^32
    private const double SpacingMsMax = 1e12;
    private const double ColdFactor = 3; // Sentinel's: a cold gate lets a third of its rate pass (FACTS C)

    // The earliest time at which the next arrival may pass: ms and 2^-32 ms.
    private long _freeMs = long.MinValue;
    private uint _freeFraction;
    private long _spacingMs;
    private uint _spacingFraction;
    private long _coldFromMs;
    private long _warmFromMs = long.MinValue;

    /// <summary>A gate without a backlog.</summary>
    /// <param name="perSecond">How many pass a second; need not be whole.</param>
    /// <param name="backlogMax">How many may wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The rate is not positive, or the backlog negative.
    /// </exception>
    public PacedGate(double perSecond, long backlogMax = long.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(backlogMax);
        BacklogMax = backlogMax;
        ChangeRate(perSecond);
    }

    /// <summary>How many arrivals may wait.</summary>
    public long BacklogMax { get; }

    /// <summary>How many pass a second while a backlog lasts.</summary>
    public double PerSecond { get; private set; }

    private double SpacingMs => _spacingMs + _spacingFraction / FractionsPerMs;

    /// <summary>When somebody who comes now would pass.</summary>
    public long PassesAt(long nowMs) => Math.Max(nowMs, _freeMs);

    /// <summary>Lets somebody come at the gate.</summary>
    /// <param name="nowMs">The time in ms, never falling.</param>
    /// <param name="atMs">When it passes; when to try again if refused.</param>
    public PassResult Arrive(long nowMs, out long atMs)
    {
        if (_freeMs < nowMs)
        {
            (_freeMs, _freeFraction) = (nowMs, 0);
        }

        atMs = _freeMs;
        if (_freeMs > nowMs)
        {
            var waiting = Backlog(nowMs);
            if (waiting >= BacklogMax)
            {
                atMs = nowMs + 1 + (long)((waiting - BacklogMax) * SpacingMs);
                return PassResult.Refused;
            }
        }

        Occupy();
        return atMs > nowMs ? PassResult.Later : PassResult.Passed;
    }

    /// <summary>
    /// How many arrivals are let in but pass only after a time, counted at the full rate.
    /// </summary>
    public long Backlog(long nowMs)
    {
        if (_freeMs <= nowMs)
        {
            return 0;
        }

        var untilFreeMs = _freeMs - nowMs + _freeFraction / FractionsPerMs;
        return Math.Max(0, (long)Math.Ceiling(untilFreeMs / SpacingMs) - 1);
    }

    /// <summary>Lets a third of the rate pass at first, growing evenly to all of it (rule CAP-1).</summary>
    /// <param name="fromMs">When it is coldest: not before those who have a passing time already.</param>
    /// <param name="withinMs">After so many ms it is warm.</param>
    public void StartCold(long fromMs, long withinMs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(withinMs);
        (_coldFromMs, _warmFromMs) = (fromMs, fromMs + withinMs);
    }

    /// <summary>
    /// The share of its rate that a gate lets pass after a part (0 to 1) of its warming up.
    /// </summary>
    public static double ColdShare(double part) =>
        (1 + (ColdFactor - 1) * Math.Clamp(part, 0, 1)) / ColdFactor;

    /// <summary>Changes the rate for those who come from now on; passing times once given stay.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not positive or not finite.</exception>
    public void ChangeRate(double perSecond)
    {
        var spacing = 1_000 / perSecond;
        if (!(spacing > 0 && spacing <= SpacingMsMax))
        {
            throw new ArgumentOutOfRangeException(nameof(perSecond), perSecond, "a positive rate");
        }

        PerSecond = perSecond;
        (_spacingMs, _spacingFraction) = Split(spacing);
    }

    /// <summary>
    /// Lets nobody who comes from now on pass before a time: a closed road, a channel that is down.
    /// </summary>
    /// <remarks>
    /// Those who have a passing time keep it; the caller may let them come again instead.
    /// </remarks>
    public void CloseUntil(long atMs)
    {
        if (_freeMs < atMs)
        {
            (_freeMs, _freeFraction) = (atMs, 0);
        }
    }

    /// <summary>Writes the rate and the time at which the gate is free.</summary>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteMark("gate");
        writer.Write(PerSecond);
        writer.Write(BacklogMax);
        writer.Write(_freeMs);
        writer.Write(_freeFraction);
        writer.Write(_coldFromMs);
        writer.Write(_warmFromMs);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no gate.</exception>
    public static PacedGate Load(StateReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        reader.ReadMark("gate");
        var (perSecond, backlogMax) = (reader.Read<double>(), reader.Read<long>());
        if (!(perSecond > 0 && 1_000 / perSecond <= SpacingMsMax) || backlogMax < 0)
        {
            throw new InvalidDataException($"No gate lets {perSecond} pass a second.");
        }

        return new PacedGate(perSecond, backlogMax)
        {
            _freeMs = reader.Read<long>(),
            _freeFraction = reader.Read<uint>(),
            _coldFromMs = reader.Read<long>(),
            _warmFromMs = reader.Read<long>(),
        };
    }

    /// <summary>Moves the time at which the gate is free by one spacing, as it is at that time.</summary>
    private void Occupy()
    {
        var (ms, part) = (_spacingMs, _spacingFraction);
        if (_freeMs < _warmFromMs)
        {
            var warmed = (double)(_freeMs - _coldFromMs) / (_warmFromMs - _coldFromMs);
            (ms, part) = Split(SpacingMs / ColdShare(warmed));
        }

        var fraction = (ulong)_freeFraction + part;
        _freeFraction = (uint)(fraction & uint.MaxValue);
        _freeMs += ms + (long)(fraction >> 32);
    }

    private static (long Ms, uint Fraction) Split(double spacingMs)
    {
        var ms = (long)spacingMs;
        return (ms, (uint)((spacingMs - ms) * FractionsPerMs));
    }
}
