namespace FlashSale.Simulator;

/// <summary>
/// Lists of events in chunks that are used again, so that planning allocates nothing in the long run.
/// </summary>
internal sealed class EventChunks
{
    /// <summary>Events in a chunk.</summary>
    public const int ChunkSize = 32;

    private const int None = -1;
    private const int ChunksPerSlabBits = 11; // a slab is 1.5 MB
    private const int ChunksPerSlab = 1 << ChunksPerSlabBits;

    private readonly List<AgendaEvent[]> _slabs = [];
    private int[] _next = [];
    private int _free = None;

    /// <summary>Appends an event to a list.</summary>
    public void Append(ref EventList list, in AgendaEvent added)
    {
        if (list.IsEmpty)
        {
            list = new EventList(Rent());
        }
        else if (list.TailCount == ChunkSize)
        {
            var chunk = Rent();
            _next[list.Tail] = chunk;
            list.Tail = chunk;
            list.TailCount = 0;
        }

        Chunk(list.Tail)[list.TailCount++] = added;
    }

    /// <summary>Removes the first event of a list that is not empty.</summary>
    public AgendaEvent Take(ref EventList list)
    {
        var taken = Chunk(list.Head)[list.Read++];
        if (list.Read == list.HeadCount)
        {
            DropHead(ref list);
        }

        return taken;
    }

    /// <summary>The events that are left in the first chunk of a list that is not empty.</summary>
    public ReadOnlySpan<AgendaEvent> HeadOf(in EventList list) => Chunk(list.Head)[list.Read..list.HeadCount];

    /// <summary>The list without its first chunk; nothing is given back.</summary>
    public EventList AfterHead(in EventList list) =>
        list.Head == list.Tail ? default : list with { Head = _next[list.Head], Read = 0 };

    /// <summary>Whether a list has more than so many chunks.</summary>
    public bool AreMoreThan(int chunks, EventList list)
    {
        while (!list.IsEmpty && chunks >= 0)
        {
            list = AfterHead(list);
            chunks--;
        }

        return chunks < 0;
    }

    /// <summary>Removes the first chunk of a list and gives it back for use by others.</summary>
    public void DropHead(ref EventList list)
    {
        var dropped = list.Head;
        list = AfterHead(list);
        _next[dropped] = _free;
        _free = dropped;
    }

    private Span<AgendaEvent> Chunk(int chunk) => _slabs[chunk >> ChunksPerSlabBits]
        .AsSpan((chunk & (ChunksPerSlab - 1)) * ChunkSize, ChunkSize);

    private int Rent()
    {
        if (_free == None)
        {
            AddSlab();
        }

        var rented = _free;
        _free = _next[rented];
        return rented;
    }

    private void AddSlab()
    {
        var first = _slabs.Count * ChunksPerSlab;
        _slabs.Add(new AgendaEvent[ChunksPerSlab * ChunkSize]);
        if (_next.Length < first + ChunksPerSlab)
        {
            Array.Resize(ref _next, Math.Max(first + ChunksPerSlab, _next.Length * 2));
        }

        for (var chunk = first + ChunksPerSlab - 1; chunk >= first; chunk--)
        {
            _next[chunk] = _free;
            _free = chunk;
        }
    }
}
