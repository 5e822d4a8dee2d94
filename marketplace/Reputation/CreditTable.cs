using System.Runtime.CompilerServices;

namespace FlashSale.Marketplace;

/// <summary>Rows by key, in open addressing with linear probing.</summary>
/// <remarks>
/// The rows are spread over partitions that grow one at a time, so that no single step copies the whole
/// table. A partition that is full drops the rows that are over before it grows. The hash is ours and the
/// same on every machine.
/// </remarks>
internal sealed class CreditTable<TRow>(int partitionBits)
    where TRow : unmanaged, ICreditRow
{
    private const int SlotsMin = 8;

    private readonly TRow[][] _slots = Enumerable.Repeat(Array.Empty<TRow>(), 1 << partitionBits).ToArray();
    private readonly int[] _counts = new int[1 << partitionBits];

    /// <summary>Rows held, with those that are over but not yet dropped.</summary>
    public long Count => _counts.Sum(count => (long)count);

    /// <summary>Bytes held by the slots.</summary>
    public long Bytes => _slots.Sum(slots => (long)slots.Length * Unsafe.SizeOf<TRow>());

    /// <summary>The row of a key; a row of zeros if there is none.</summary>
    public TRow Find(ulong key)
    {
        var hash = Hash(key);
        var slots = _slots[PartitionOf(hash)];
        return slots.Length == 0 ? default : slots[SlotOf(slots, hash, key)];
    }

    /// <summary>Reads the slot where a key's row is or nearly is, so that it comes into the caches.</summary>
    public ulong Touch(ulong key)
    {
        var hash = Hash(key);
        var slots = _slots[PartitionOf(hash)];
        return slots.Length == 0 ? 0 : slots[HomeOf(slots, hash)].Key;
    }

    /// <summary>Puts a row in the place of the one with its key, or adds it.</summary>
    public void Put(in TRow row, in CreditMoment now)
    {
        var hash = Hash(row.Key);
        var partition = PartitionOf(hash);
        var slots = _slots[partition];
        var slot = slots.Length == 0 ? -1 : SlotOf(slots, hash, row.Key);
        if (slot < 0 || slots[slot].IsEmpty)
        {
            if (IsFull(_counts[partition] + 1, slots.Length))
            {
                Rebuild(partition, now, room: 1);
                slots = _slots[partition];
                slot = SlotOf(slots, hash, row.Key);
            }

            _counts[partition]++;
        }

        slots[slot] = row;
    }

    /// <summary>Drops the rows of one partition that are over, and gives back room that they took.</summary>
    public void DropOver(int partition, in CreditMoment now)
    {
        if (_counts[partition] > 0)
        {
            Rebuild(partition, now, room: 0);
        }
    }

    /// <summary>The rows of one partition that are not over, by key: the same for the same history.</summary>
    public TRow[] RowsOf(int partition, CreditMoment now)
    {
        var rows = Array.FindAll(_slots[partition], row => !row.IsEmpty && !row.IsOver(now));
        Array.Sort(rows, static (left, right) => left.Key.CompareTo(right.Key));
        return rows;
    }

    // Three slots of four may be taken: beyond that, runs of taken slots get long.
    private static bool IsFull(int rows, int slots) => rows * 4L > slots * 3L;

    private static int SlotOf(TRow[] slots, ulong hash, ulong key)
    {
        var slot = HomeOf(slots, hash);
        while (!slots[slot].IsEmpty && slots[slot].Key != key)
        {
            slot = slot + 1 == slots.Length ? 0 : slot + 1;
        }

        return slot;
    }

    private static int HomeOf(TRow[] slots, ulong hash) =>
        (int)(((hash & uint.MaxValue) * (ulong)slots.Length) >> 32);

    // The finalizer of SplitMix64 (Steele and others 2014): every bit of the key moves every bit of the hash.
    private static ulong Hash(ulong key)
    {
        unchecked
        {
            key = (key ^ (key >> 30)) * 0xBF58476D1CE4E5B9UL;
            key = (key ^ (key >> 27)) * 0x94D049BB133111EBUL;
            return key ^ (key >> 31);
        }
    }

    private int PartitionOf(ulong hash) => (int)((hash >> 32) & (uint)(_slots.Length - 1));

    private void Rebuild(int partition, in CreditMoment now, int room)
    {
        var old = _slots[partition];
        var live = 0;
        foreach (ref readonly var row in old.AsSpan())
        {
            live += row.IsEmpty || row.IsOver(now) ? 0 : 1;
        }

        // Between two rebuilds a partition is then some 50 to 75 % full. No two get the same room, or even
        // keys would fill all of them at the same time.
        var needed = live + room;
        var spare = needed * (_slots.Length + partition) / _slots.Length / 4;
        var slots = new TRow[needed == 0 ? 0 : Math.Max(SlotsMin, needed + (needed / 2) + spare)];
        foreach (ref readonly var row in old.AsSpan())
        {
            if (!row.IsEmpty && !row.IsOver(now))
            {
                slots[SlotOf(slots, Hash(row.Key), row.Key)] = row;
            }
        }

        (_slots[partition], _counts[partition]) = (slots, live);
    }
}
