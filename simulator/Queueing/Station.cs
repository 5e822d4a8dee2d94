using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>What an arrival at a station led to.</summary>
public enum ArriveResult
{
    /// <summary>A server was free: the customer's service begins now.</summary>
    Started = 1,

    /// <summary>All servers are busy: the customer waits.</summary>
    Waiting,

    /// <summary>All servers are busy and the queue is full.</summary>
    Refused,
}

/// <summary>Identical servers with one queue, first come first served.</summary>
/// <remarks>
/// It knows no time: whoever runs it plans the end of a service when one starts, and calls <see
/// cref="Done"/> then. A customer is any 64-bit number.
/// </remarks>
public sealed class Station
{
    private readonly Queue<long> _queue = new();

    /// <summary>A station with all servers free.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public Station(int servers, int waitingMax = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(servers);
        ArgumentOutOfRangeException.ThrowIfNegative(waitingMax);
        Servers = servers;
        WaitingMax = waitingMax;
    }

    /// <summary>How many customers may be served at once.</summary>
    public int Servers { get; private set; }

    /// <summary>How many customers may wait.</summary>
    public int WaitingMax { get; }

    /// <summary>
    /// How many customers are being served; above <see cref="Servers"/> for a while after a cut.
    /// </summary>
    public int Busy { get; private set; }

    /// <summary>How many customers wait.</summary>
    public int Waiting => _queue.Count;

    /// <summary>A customer comes; if started, the caller plans the end of the service.</summary>
    public ArriveResult Arrive(long customer)
    {
        if (Busy < Servers)
        {
            Busy++;
            return ArriveResult.Started;
        }

        if (_queue.Count >= WaitingMax)
        {
            return ArriveResult.Refused;
        }

        _queue.Enqueue(customer);
        return ArriveResult.Waiting;
    }

    /// <summary>A service ends; true if the next customer's service begins now.</summary>
    /// <exception cref="InvalidOperationException">Nobody is being served.</exception>
    public bool Done(out long next)
    {
        if (Busy == 0)
        {
            throw new InvalidOperationException("A service ended at a station that serves nobody.");
        }

        Busy--;
        return TryStart(out next);
    }

    /// <summary>Changes the number of servers; services that have begun go on.</summary>
    /// <remarks>After an increase, call <see cref="TryStart"/> until it is false.</remarks>
    public void Resize(int servers)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(servers);
        Servers = servers;
    }

    /// <summary>Starts the next waiting customer if a server is free.</summary>
    public bool TryStart(out long next)
    {
        if (Busy >= Servers || !_queue.TryDequeue(out next))
        {
            next = 0;
            return false;
        }

        Busy++;
        return true;
    }

    /// <summary>Writes servers and queue.</summary>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteMark("stat");
        writer.Write(Servers);
        writer.Write(WaitingMax);
        writer.Write(Busy);
        writer.WriteSpan<long>(_queue.ToArray());
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no station.</exception>
    public static Station Load(StateReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        reader.ReadMark("stat");
        var (servers, waitingMax, busy) = (reader.Read<int>(), reader.Read<int>(), reader.Read<int>());
        if (servers < 0 || waitingMax < 0 || busy < 0)
        {
            throw new InvalidDataException($"No station has {servers} servers, {busy} of them busy.");
        }

        var station = new Station(servers, waitingMax) { Busy = busy };
        foreach (var customer in reader.ReadSpan<long>())
        {
            station._queue.Enqueue(customer);
        }

        return station;
    }
}
