using System.Numerics;
using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// All that is going to happen, totally ordered: by time, and at the same millisecond in the order of
/// planning, behind what was planned to come first.
/// </summary>
/// <remarks>
/// A calendar of four levels with 1,024 buckets each: milliseconds of this second, seconds of this quarter
/// of an hour, quarters of this fortnight, fortnights. A bucket is opened when its time comes: its events
/// move down a level, in their order. Buckets are first in first out, so planning order is kept without
/// comparing anything, and an event costs at most four moves however many are pending.
/// </remarks>
public sealed class Agenda
{
    /// <summary>How far from the start an event may lie, in ms: almost 35 years.</summary>
    public const long HorizonMs = 1L << (Levels * LevelBits);

    private const int Levels = 4;
    private const int LevelBits = 10;
    private const int BucketsPerLevel = 1 << LevelBits;
    private const int SlotMask = BucketsPerLevel - 1;
    private const int WordsPerLevel = BucketsPerLevel / 64;

    private readonly long _startMs;
    private readonly EventChunks _chunks = new();
    private readonly EventList[] _buckets = new EventList[Levels * BucketsPerLevel];
    private readonly ulong[] _occupied = new ulong[Levels * WordsPerLevel];
    private readonly List<AgendaEvent> _firsts = []; // a lane of few, by time
    private long _now; // ms since _startMs

    /// <summary>An empty agenda whose clock stands at a moment.</summary>
    public Agenda(long startMs = 0) => _startMs = startMs;

    /// <summary>
    /// The virtual time in ms: that of the last event taken, or the limit that was reached.
    /// </summary>
    public long NowMs => _startMs + _now;

    /// <summary>Sees events before they happen; not saved: whoever loads an agenda sets it again.</summary>
    internal OrderForesight? Foresight { get; set; }

    /// <summary>How many events are pending.</summary>
    public long Count { get; private set; }

    /// <summary>How many events were ever planned.</summary>
    public long Planned { get; private set; }

    /// <summary>Plans an event.</summary>
    /// <param name="at">
    /// When, in ms; at <see cref="NowMs"/> means after all that is planned for now.
    /// </param>
    /// <param name="kind">What happens.</param>
    /// <param name="entity">To whom.</param>
    /// <param name="extra">Anything else.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The moment is in the past or <see cref="HorizonMs"/> or more after the start.
    /// </exception>
    public void Plan(long at, int kind, int entity, long extra = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(at, NowMs);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(at, _startMs + HorizonMs);
        Insert(new AgendaEvent(at, extra, entity, kind));
        Count++;
        Planned++;
    }

    /// <summary>
    /// Plans an event that comes before all others of its millisecond, behind those that were so planned.
    /// </summary>
    /// <remarks>For few events, such as the course of a scenario; parameters as of <see cref="Plan"/>.
    /// </remarks>
    public void PlanFirst(long at, int kind, int entity, long extra = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(at, NowMs);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(at, _startMs + HorizonMs);
        _firsts.Insert(_firsts.FindLastIndex(one => one.At <= at) + 1, new(at, extra, entity, kind));
        Count++;
        Planned++;
    }

    /// <summary>Forgets all that was planned to come first.</summary>
    public void ForgetFirsts()
    {
        Count -= _firsts.Count;
        _firsts.Clear();
    }

    /// <summary>Takes the next event and moves the clock to it; false if nothing is planned.</summary>
    public bool TryNext(out AgendaEvent next) => TryTakeAny(HorizonMs - 1, out next);

    /// <summary>
    /// Takes the next event that lies no later than a limit; false if there is none, and then the clock
    /// stands at the limit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The limit is in the past or beyond the horizon.
    /// </exception>
    public bool TryNext(long untilMs, out AgendaEvent next)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(untilMs, NowMs);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(untilMs, _startMs + HorizonMs);
        if (TryTakeAny(untilMs - _startMs, out next))
        {
            return true;
        }

        _now = untilMs - _startMs;
        return false;
    }

    /// <summary>Writes the clock and every pending event.</summary>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteMark("agda");
        writer.Write(_startMs);
        writer.Write(_now);
        writer.Write(Count);
        writer.Write(Planned);
        writer.WriteSpan<AgendaEvent>([.. _firsts]);
        foreach (var bucket in _buckets)
        {
            for (var rest = bucket; !rest.IsEmpty; rest = _chunks.AfterHead(rest))
            {
                writer.WriteRows(_chunks.HeadOf(rest));
            }
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no agenda.</exception>
    public static Agenda Load(StateReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        reader.ReadMark("agda");
        var agenda = new Agenda(reader.Read<long>()) { _now = reader.Read<long>() };
        var count = reader.Read<long>();
        var planned = reader.Read<long>();
        foreach (var first in reader.ReadSpan<AgendaEvent>())
        {
            agenda.PlanFirst(agenda.Checked(first).At, first.Kind, first.Entity, first.Extra);
        }

        for (; agenda.Count < count; agenda.Count++)
        {
            agenda.Insert(agenda.Checked(reader.Read<AgendaEvent>()));
        }

        agenda.Planned = planned;
        return agenda;
    }

    private AgendaEvent Checked(AgendaEvent pending) =>
        pending.At >= NowMs && pending.At - _startMs < HorizonMs ? pending
            : throw new InvalidDataException($"The agenda stands at {NowMs} but holds {pending}.");

    private bool TryTakeAny(long until, out AgendaEvent next)
    {
        if (_firsts.Count == 0 || _firsts[0].At - _startMs > until)
        {
            return TryTake(until, until, out next);
        }

        var first = _firsts[0].At - _startMs;
        if (TryTake(first, first - 1, out next))
        {
            return true;
        }

        _now = first;
        next = _firsts[0];
        _firsts.RemoveAt(0);
        Count--;
        return true;
    }

    // Buckets that begin by one moment are opened, events are taken that lie by another.
    private bool TryTake(long openUntil, long until, out AgendaEvent next)
    {
        do
        {
            var slot = NextOccupied(level: 0, (int)(_now & SlotMask));
            if (slot >= 0)
            {
                return TryTakeFrom(slot, until, out next);
            }
        }
        while (OpenNextBucket(openUntil));

        next = default;
        return false;
    }

    private bool TryTakeFrom(int slot, long until, out AgendaEvent next)
    {
        var at = (_now & ~(long)SlotMask) | (long)slot;
        if (at > until)
        {
            next = default;
            return false;
        }

        _now = at;
        Count--;
        next = _chunks.Take(ref _buckets[slot]);
        if (_buckets[slot].IsEmpty)
        {
            _occupied[slot >> 6] &= ~(1UL << (slot & 63));
        }

        return true;
    }

    /// <summary>
    /// Puts an event into the lowest level whose present bucket range contains it, which depends on the
    /// clock and the event's time alone.
    /// </summary>
    private void Insert(in AgendaEvent added)
    {
        var at = added.At - _startMs;
        var highestDifference = 63 - BitOperations.LeadingZeroCount((ulong)(at ^ _now) | 1);
        var level = highestDifference / LevelBits;
        var slot = (int)((at >> (level * LevelBits)) & SlotMask);
        var bucket = level * BucketsPerLevel + slot;
        _chunks.Append(ref _buckets[bucket], added);
        _occupied[bucket >> 6] |= 1UL << (bucket & 63);
    }

    /// <summary>
    /// Moves the events of the next bucket above level 0 down, unless it begins after the limit.
    /// </summary>
    private bool OpenNextBucket(long until)
    {
        for (var level = 1; level < Levels; level++)
        {
            var position = _now >> (level * LevelBits);
            var slot = NextOccupied(level, (int)(position & SlotMask) + 1);
            if (slot < 0)
            {
                continue;
            }

            var begin = ((position & ~(long)SlotMask) | (long)slot) << (level * LevelBits);
            if (begin > until)
            {
                return false;
            }

            _now = begin;
            Foresight?.Open(_chunks, _buckets[level * BucketsPerLevel + slot], begin, level * LevelBits);
            Open(level * BucketsPerLevel + slot);
            return true;
        }

        return false;
    }

    private void Open(int bucket)
    {
        var list = _buckets[bucket];
        _buckets[bucket] = default;
        _occupied[bucket >> 6] &= ~(1UL << (bucket & 63));
        while (!list.IsEmpty)
        {
            foreach (ref readonly var moved in _chunks.HeadOf(list))
            {
                Insert(moved);
            }

            _chunks.DropHead(ref list);
        }
    }

    /// <summary>The first bucket of a level from a slot on that holds anything, or −1.</summary>
    private int NextOccupied(int level, int fromSlot)
    {
        if (fromSlot == BucketsPerLevel)
        {
            return -1;
        }

        var words = _occupied.AsSpan(level * WordsPerLevel, WordsPerLevel);
        var word = fromSlot >> 6;
        var bits = words[word] & (ulong.MaxValue << (fromSlot & 63));
        while (bits == 0)
        {
            if (++word == WordsPerLevel)
            {
                return -1;
            }

            bits = words[word];
        }

        return (word << 6) + BitOperations.TrailingZeroCount(bits);
    }
}
