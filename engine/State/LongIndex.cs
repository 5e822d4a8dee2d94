using System.Numerics;
using System.Runtime.CompilerServices;

namespace FlashSale.Engine;

/// <summary>
/// Finds the number that belongs to a 64-bit key; both are kept by value in open-addressed partitions.
/// </summary>
/// <remarks>
/// Each of the partitions grows by itself, and each at another share of its room – even keys would fill all
/// of them at the same time – so that growth never stalls the writer. The layout depends on the keys and
/// their order only, never on the process. Keys are at least zero.
/// </remarks>
internal sealed class LongIndex
{
    private const int PartitionBits = 8;
    private const int Partitions = 1 << PartitionBits;
    private const int FirstCapacity = 8;

    private readonly Partition[] _partitions = new Partition[Partitions];

    /// <summary>How many keys are kept.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes held.</summary>
    public long Bytes =>
        _partitions.Sum(p => p.Slots is null ? 0L : p.Slots.Length * (long)Unsafe.SizeOf<Slot>());

    /// <summary>The number of a key, or −1.</summary>
    public int Find(long key)
    {
        var mixed = Mix(key);
        var slots = _partitions[PartitionOf(mixed)].Slots;
        if (slots is null)
        {
            return -1;
        }

        ref var slot = ref Probe(slots, key, mixed);
        return slot.IsUsed ? slot.Value : -1;
    }

    /// <summary>Reads the slot where a key is or nearly is, so that it comes into the caches.</summary>
    /// <returns>Nothing of meaning: it only keeps the load from being left out.</returns>
    public long Touch(long key)
    {
        var mixed = Mix(key);
        var slots = _partitions[PartitionOf(mixed)].Slots;
        return slots is null ? 0 : slots[(int)((mixed >> PartitionBits) & (ulong)(slots.Length - 1))].Key;
    }

    /// <summary>The sum of all numbers.</summary>
    public long Sum()
    {
        long sum = 0;
        foreach (ref var partition in _partitions.AsSpan())
        {
            foreach (ref readonly var slot in partition.Slots.AsSpan())
            {
                sum += slot.IsUsed ? slot.Value : 0;
            }
        }

        return sum;
    }

    /// <summary>Sets the number of a key, new or known.</summary>
    public void Set(long key, int value)
    {
        var mixed = Mix(key);
        ref var partition = ref _partitions[PartitionOf(mixed)];
        var slots = partition.Slots ??= new Slot[FirstCapacity];
        ref var slot = ref Probe(slots, key, mixed);
        if (!slot.IsUsed)
        {
            if (IsFull(partition.Used + 1, slots.Length, PartitionOf(mixed)))
            {
                Grow(ref partition);
                slot = ref Probe(partition.Slots!, key, mixed);
            }

            partition.Used++;
            Count++;
        }

        slot = new Slot(key, value);
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("indx");
        writer.Write(Count);
        foreach (ref var partition in _partitions.AsSpan())
        {
            writer.Write(partition.Used);
            writer.WriteSpan<Slot>(partition.Slots);
        }
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("indx");
        Count = reader.Read<int>();
        foreach (ref var partition in _partitions.AsSpan())
        {
            partition.Used = reader.Read<int>();
            var slots = reader.ReadSpan<Slot>();
            partition.Slots = slots.Length == 0 ? null : slots;
        }
    }

    // From one half of its slots in the first partition to three quarters in the last.
    private static bool IsFull(int used, int slots, int partition) =>
        (long)used * (Partitions * 4) > (long)slots * ((Partitions * 2) + partition);

    private static ref Slot Probe(Slot[] slots, long key, ulong mixed)
    {
        var mask = slots.Length - 1;
        for (var at = (int)((mixed >> PartitionBits) & (ulong)mask); ; at = (at + 1) & mask)
        {
            ref var slot = ref slots[at];
            if (!slot.IsUsed || slot.Key == key)
            {
                return ref slot;
            }
        }
    }

    private static void Grow(ref Partition partition)
    {
        var old = partition.Slots!;
        partition.Slots = new Slot[old.Length * 2];
        foreach (ref var slot in old.AsSpan())
        {
            if (slot.IsUsed)
            {
                Probe(partition.Slots, slot.Key, Mix(slot.Key)) = slot;
            }
        }
    }

    private static int PartitionOf(ulong mixed) => (int)(mixed & (Partitions - 1));

    private static ulong Mix(long key)
    {
        unchecked
        {
            var x = (ulong)key * 0x9E3779B97F4A7C15UL;
            x ^= BitOperations.RotateRight(x, 32);
            return x * 0xD6E8FEB86659FD93UL ^ (x >> 29);
        }
    }

    private struct Partition
    {
        public Slot[]? Slots;
        public int Used;
    }

    /// <summary>
    /// A key and its number; the number is kept plus one, so that zeroed memory is an empty slot.
    /// </summary>
    [System.Runtime.InteropServices.StructLayout(
        System.Runtime.InteropServices.LayoutKind.Sequential, Pack = 4)]
    private readonly struct Slot(long key, int value)
    {
        private readonly int _valuePlusOne = value + 1;

        public long Key { get; } = key;

        public bool IsUsed => _valuePlusOne != 0;

        public int Value => _valuePlusOne - 1;
    }
}
